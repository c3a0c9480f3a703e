/**
 * A catalog of the reader's own outlives a reload: the browser keeps it for this tab alone, until the tab is closed or
 * the reader has it forgotten. Where it may keep nothing, the page goes on without.
 */
const name = "planshift catalog";

/** Whether it is kept now. */
export const keepCatalog = (text) => attempt(() => sessionStorage.setItem(name, text)) !== null;
export const keptCatalog = () => attempt(() => sessionStorage.getItem(name));
export const forgetCatalog = () => attempt(() => sessionStorage.removeItem(name));

function attempt(action) {
  try {
    return action();
  } catch {
    return null;
  }
}
