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

/** What the reader opened stays open: `open` belongs to the reader, unless `data-open` says otherwise. */
const keptAttributes = new Set(["open"]);

function syncAttributes(old, next) {
  for (const { name } of [...old.attributes]) {
    if (!next.hasAttribute(name) && !keptAttributes.has(name)) old.removeAttribute(name);
  }
  for (const { name, value } of next.attributes) {
    if (old.getAttribute(name) !== value && !keptAttributes.has(name)) old.setAttribute(name, value);
  }
}

function syncChildren(old, next) {
  let place = old.firstChild;
  for (const wanted of [...next.childNodes]) {
    const found = matching(place, wanted);
    if (!found) {
      old.insertBefore(wanted, place);
      continue;
    }
    if (found === place) place = place.nextSibling;
    else old.insertBefore(found, place);
    if (found.nodeType === Node.TEXT_NODE) {
      if (found.data !== wanted.data) found.data = wanted.data;
    } else {
      morph(found, wanted);
    }
  }
  while (place) {
    const leftOver = place;
    place = place.nextSibling;
    leftOver.remove();
  }
}

function matching(place, wanted) {
  const key = wanted.dataset?.key;
  for (let node = place; node; node = node.nextSibling) {
    if (node.nodeName === wanted.nodeName && node.dataset?.key === key) return node;
  }
  return null;
}

/** A control shows what its attributes say: attributes alone no longer move it once somebody has used it. */
function syncControl(old, next) {
  if (old.localName === "input") {
    if (old.type === "checkbox" || old.type === "radio") old.checked = next.hasAttribute("checked");
    else if (old.type !== "file" && old.value !== next.value) old.value = next.value;
  } else if (old.localName === "select") {
    const chosen = [...next.options].find((option) => option.hasAttribute("selected"));
    if (chosen && old.value !== chosen.value) old.value = chosen.value;
  }
}
