/**
 * Where the page's files come from: fetched from beside this module, or, in the one-file page, read out of
 * `<script type="text/plain" id="asset:NAME">` elements (text as it is, bytes as characters). Nothing else in web/
 * knows which of the two it is.
 */
const inlined = (name) => document.getElementById(`asset:${name}`)?.textContent;

export async function assetText(name) {
  return inlined(name) ?? (await fetched(name)).text();
}

/**
 * The bytes of an inlined file, or null: then the code that needs them fetches them as usual. Each is the character
 * of its number, or one 256 higher; DEL replaces NUL, which no HTML may hold.
 */
export function inlinedBytes(name) {
  const text = inlined(name);
  if (text === undefined) return null;
  return Uint8Array.from(text, (character) => (character === "\x7f" ? 0 : character.charCodeAt(0)));
}

async function fetched(name) {
  const answer = await fetch(new URL(name, import.meta.url));
  if (!answer.ok) throw new Error(`${name}: ${answer.status} ${answer.statusText}`);
  return answer;
}
