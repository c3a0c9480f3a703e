/**
 * Makes elements. Text only ever becomes a text node and attributes are set by name, so that nothing from a
 * catalog or a link can turn into markup.
 *
 * `html("p", { class: "soft" }, "You pay ", amount)`; attributes that are null, undefined or false are left out,
 * true becomes an empty one. Children may be nested lists; null and false are skipped.
 */
export const html = (name, attributes, ...children) => make(document.createElement(name), attributes, children);

export const svg = (name, attributes, ...children) =>
  make(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);

/** A link to a place on the web, or plain text when the address is anything else (`javascript:` for one). */
export function link(address, ...children) {
  return /^https?:\/\//i.test(address ?? "")
    ? html("a", { href: address, rel: "noreferrer", target: "_blank" }, ...children)
    : html("span", {}, ...children);
}

function make(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.flat(9).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}
