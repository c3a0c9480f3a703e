import { plainName } from "../words/words.js";

/** The vendors that the page ships a catalog of, by its file's name. */
export const vendors = new Map([
  ["clio-manage", "Clio Manage"],
  ["clio-manage-previous", "Clio Manage (previous account management)"],
  ["client-portal", "Client Portal"],
]);

/**
 * Invented vendors with other habits: to the second, in yen, with tax, on trial, by the quarter; with a commitment, a
 * fee for leaving, days in which leaving is free, an introductory price, unused time that buys time.
 */
export const otherHabits = new Map([
  ["harbour-hosting", "Harbour Hosting"],
  ["lumen-notes", "Lumen Notes"],
  ["nimbus-render", "Nimbus Render"],
  ["oakline-journal", "The Oakline Journal"],
  ["sakura-class", "さくら教室"],
  ["turnverein", "Turnverein Lindenau"],
  ["gulf-ledger", "Gulf Ledger"],
  ["easel-suite", "Easel Suite"],
  ["stratus-office", "Stratus Office"],
  ["country-gardener", "Country Gardener"],
  ["larkspur-mobile", "Larkspur Mobile"],
  ["slumber-songs", "Slumber Songs"],
]);

const alike = (text) => text.normalize("NFKC").replace(/\s+/g, " ").trim().toLowerCase();
const shipped = new Set([...vendors, ...otherHabits].flat().map(alike));

/** Whether a catalog bears the name or the id of one that the page ships, however it is written. */
export const bearsShippedName = (catalog) =>
  [catalog.id, catalog.name ?? "", plainName(catalog)].some((text) => shipped.has(alike(text)));
