/**
 * A catalog of the reader's own outlives a reload: the browser keeps it for this tab alone, until the tab is closed or
 * the reader has it forgotten. Where it may keep nothing, the page goes on without. Beside it is whether a link
 * brought it; what does not say that it came from a file is taken to have come from a link.
 */
const name = "planshift catalog";
const fromFile = "file\n";
const fromLink = "link\n";

/** Whether it is kept now. */
export const keepCatalog = (text, origin) =>
  attempt(() => sessionStorage.setItem(name, (origin.fromLink ? fromLink : fromFile) + text)) !== null;
export const forgetCatalog = () => attempt(() => sessionStorage.removeItem(name));

/** `{ text, fromLink }`, or null. */
export function keptCatalog() {
  const kept = attempt(() => sessionStorage.getItem(name));
  if (kept === null) return null;
  const start = [fromFile, fromLink].find((origin) => kept.startsWith(origin)) ?? "";
  return { text: kept.slice(start.length), fromLink: start !== fromFile };
}

function attempt(action) {
  try {
    return action();
  } catch {
    return null;
  }
}
