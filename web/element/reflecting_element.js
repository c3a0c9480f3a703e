const modes = ["quote", "change", "cancel"];
/** A page or a link may name any mode. */
export const knownMode = (mode) => (modes.includes(mode) ? mode : "change");

/**
 * The plain properties of the element, each of them its attribute, so that a framework may set the one or the other.
 * Null and undefined take the attribute away.
 */
export class ReflectingElement extends HTMLElement {
  get mode() {
    return knownMode(this.getAttribute("mode"));
  }
  set mode(mode) {
    reflect(this, "mode", mode);
  }

  get lang() {
    return this.getAttribute("lang") ?? "";
  }
  set lang(lang) {
    reflect(this, "lang", lang);
  }

  get at() {
    return this.getAttribute("at") ?? "";
  }
  set at(at) {
    reflect(this, "at", at);
  }

  get example() {
    return this.hasAttribute("example");
  }
  set example(example) {
    this.toggleAttribute("example", Boolean(example));
  }

  get confirmable() {
    return this.hasAttribute("confirmable");
  }
  set confirmable(confirmable) {
    this.toggleAttribute("confirmable", Boolean(confirmable));
  }
}

function reflect(element, name, value) {
  if (value === null || value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

/** What was set before the element was defined hides the property of that name: it is set again, now to be heard. */
export function upgradeProperties(element, names) {
  for (const name of names) {
    if (!Object.hasOwn(element, name)) continue;
    const value = element[name];
    delete element[name];
    element[name] = value;
  }
}
