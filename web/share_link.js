/**
 * The whole state as the fragment of an address: `#catalog=clio-manage&at=2026-11-22&…&check=1f3c`. Readable, sent to
 * no server, and with a check sum at its end, so that a link cut off in an e-mail is told from a whole one.
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
  const bytes = await through(new CompressionStream("deflate-raw"), new TextEncoder().encode(text));
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

export async function unpackText(packed) {
  const binary = atob(packed.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = await through(
    new DecompressionStream("deflate-raw"),
    Uint8Array.from(binary, (character) => character.charCodeAt(0)),
  );
  return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
}

async function through(transform, bytes) {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(transform)).arrayBuffer());
}

/** FNV-1a, 32 bits: finds what a mail program did to a link; no protection against anybody. */
function checkSum(text) {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, "0");
}
