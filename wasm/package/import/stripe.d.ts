import type { Catalog, Change, EligibilityRequest, PreviewRequest } from "../planshift.js";

export interface ImportOptions {
  /** The catalog's currency; by default that of most prices. */
  currency?: string;
  /** Ids of products that are add-ons, beside those that the export shows to be some. */
  addons?: string[];
  /** The catalog's id. */
  id?: string;
  /** When the lines of a change are invoiced: with the next invoice (Stripe's default) or at once (`always_invoice`). */
  invoice?: "later" | "now";
  /** The moment of the requests; by default the start of each subscription's period. */
  at?: string;
  /** The change that each request previews; by default each asks which plans are open. */
  change?: Change;
}

export interface Imported {
  /** Null if no price could be carried. */
  catalog: Catalog | null;
  /** One for each subscription that could be carried; its `id` is the subscription's. */
  requests: (PreviewRequest | EligibilityRequest)[];
  /** What could not be carried, and why. */
  left: { id: string; why: string }[];
}

/** Turns objects and lists of Stripe's API, in any arrangement, into a catalog and requests. */
export function importStripe(exported: unknown, options?: ImportOptions): Imported;
