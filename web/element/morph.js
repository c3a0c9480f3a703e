/**
 * Makes `old` look like `next` while keeping the elements that are already there: focus, scroll, half-typed dates
 * and opened details survive, and only what differs is touched. Children are matched by `data-key`, else in order
 * by their name.
 */
export function morph(old, next) {
  syncAttributes(old, next);
  syncChildren(old, next);
  syncControl(old, next);
}

/** What the reader opened stays open: `open` belongs to the reader. */
const keptAttributes = new Set(["open"]);

function syncAttributes(old, next) {
  for (const { name } of [...old.attributes]) {
    if (!next.hasAttribute(name) && !keptAttributes.has(name)) old.removeAttribute(name);
  }
  for (const { name, value } of next.attributes) {
    if (old.getAttribute(name) !== value && !keptAttributes.has(name)) old.setAttribute(name, value);
  }
}

/** What is wanted no longer goes first: an element that is moved loses its focus, so those that stay must not move. */
function syncChildren(old, next) {
  const wanted = [...next.childNodes];
  const kept = matches([...old.childNodes], wanted);
  const staying = new Set(kept.values());
  for (const child of [...old.childNodes]) if (!staying.has(child)) child.remove();

  let place = old.firstChild;
  for (const child of wanted) {
    const found = kept.get(child);
    if (found === place && found) place = place.nextSibling;
    else old.insertBefore(found ?? child, place);
    if (!found) continue;
    if (found.nodeType !== Node.TEXT_NODE) morph(found, child);
    else if (found.data !== child.data) found.data = child.data;
  }
}

/** Wanted child → the present one that becomes it. */
function matches(present, wanted) {
  const waiting = new Map();
  for (const child of present) {
    const name = nameOf(child);
    if (!waiting.has(name)) waiting.set(name, []);
    waiting.get(name).push(child);
  }
  return new Map(wanted.map((child) => [child, waiting.get(nameOf(child))?.shift()]).filter(([, found]) => found));
}

const nameOf = (node) => `${node.nodeName} ${node.dataset?.key ?? ""}`;

/** A control shows what its attributes say: attributes alone no longer move it once the reader has used it. */
function syncControl(old, next) {
  if (old.localName === "input") {
    if (old.type === "checkbox" || old.type === "radio") old.checked = next.hasAttribute("checked");
    else if (old.type !== "file" && old.value !== next.value) old.value = next.value;
  } else if (old.localName === "select") {
    const chosen = [...next.options].find((option) => option.hasAttribute("selected"));
    if (chosen && old.value !== chosen.value) old.value = chosen.value;
  }
}
