/**
 * Where the page's files come from: fetched from beside this module, or, in the one-file page, read out of
 * `<script type="text/plain" id="asset:NAME">` elements (text as it is, bytes as base64). Nothing else in web/
 * knows which of the two it is.
 */
const inlined = (name) => document.getElementById(`asset:${name}`)?.textContent;

export async function assetText(name) {
  return inlined(name) ?? (await fetched(name)).text();
}

/** The bytes of an inlined file, or null: then whoever needs them fetches them as it always does. */
export function inlinedBytes(name) {
  const base64 = inlined(name);
  return base64 === undefined ? null : Uint8Array.from(atob(base64.trim()), (character) => character.charCodeAt(0));
}

async function fetched(name) {
  const answer = await fetch(new URL(name, import.meta.url));
  if (!answer.ok) throw new Error(`${name}: ${answer.status} ${answer.statusText}`);
  return answer;
}
