/**
 * The whole state as the fragment of an address: `#catalog=clio-manage&at=2026-11-22&…&check=1f3c`. Readable, sent to
 * no server, and with a check sum at its end, so that a link cut off in an e-mail is not taken for a whole one.
 */
const version = "1";

export function writeLink(state, catalog) {
  const fields = new URLSearchParams([["v", version], ...Object.entries(catalog), ...state]);
  const text = fields.toString();
  return `${text}&check=${checkSum(text)}`;
}

/**
 * `{ state, catalog }`, or `{ damage }` naming the sentence that says what is wrong; null when the fragment holds
 * no state at all (a plain link to a mode, or nothing).
 */
export function readLink(fragment) {
  const text = fragment.replace(/^#/, "");
  const fields = new URLSearchParams(text);
  if (!fields.has("v")) return null;
  if (fields.get("v") !== version) return { damage: "link_version" };
  const cut = text.lastIndexOf("&check=");
  if (cut < 0 || text.slice(cut + 7) !== checkSum(text.slice(0, cut))) return { damage: "link_cut" };
  for (const name of ["v", "check", "lang"]) fields.delete(name);
  const catalog = { catalog: fields.get("catalog") ?? "", packed: fields.get("packed") };
  fields.delete("catalog");
  fields.delete("packed");
  return { state: new Map(fields), catalog };
}

/** A catalog of one's own travels inside the link, deflated. */
export async function packText(text) {
  const bytes = await joined(through(new CompressionStream("deflate-raw"), new TextEncoder().encode(text)));
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** No document may be larger. */
export const largestCatalog = 1024 * 1024;

/**
 * The text inside a link. A few thousand characters can inflate to gigabytes, so nothing is read past the largest
 * catalog: what is larger rejects with `code` "catalog.too_large".
 */
export async function unpackText(packed) {
  const binary = atob(packed.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  const inflated = await joined(through(new DecompressionStream("deflate-raw"), bytes), largestCatalog);
  return new TextDecoder("utf-8", { fatal: true }).decode(inflated);
}

/** A browser inflates a whole piece before it lets go of any of it: in small ones it never makes more than a megabyte. */
const pieceSize = 1024;

function through(transform, bytes) {
  let place = 0;
  const pieces = new ReadableStream({
    pull(controller) {
      if (place >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(place, place + pieceSize));
      place += pieceSize;
    },
  });
  return pieces.pipeThrough(transform);
}

async function joined(stream, most = Infinity) {
  const pieces = [];
  let size = 0;
  for (const reader = stream.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > most) {
      reader.cancel().catch(() => {}); // whatever else is wrong with the rest of it
      throw Object.assign(new Error("The catalog in the link is larger than 1 MiB."), { code: "catalog.too_large" });
    }
    pieces.push(value);
  }
  const whole = new Uint8Array(size);
  let place = 0;
  for (const piece of pieces) {
    whole.set(piece, place);
    place += piece.length;
  }
  return whole;
}

/** FNV-1a, 32 bits: finds what a mail program did to a link; no protection against anybody. */
function checkSum(text) {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, "0");
}
