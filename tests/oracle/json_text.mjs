// Contract: §2.4.
import { Invalid } from "./invalid.mjs";

// A strict reader: one value, no duplicate members, at most 32 deep, at most 1 MiB, no lone surrogates.
// Objects become Maps; an integer a BigInt; any other number a {number: text}.
const DEPTH = 32;
const BYTES = 1 << 20;
const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

export const parseStrict = (text) => {
  if (LONE.test(text)) throw new Invalid("lone surrogate");
  if (Buffer.byteLength(text) > BYTES) throw new Invalid("too large");
  let at = 0;
  const fail = (why) => {
    throw new Invalid(`${why} at byte ${at}`);
  };
  const take = (pattern) => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) at = pattern.lastIndex;
    return match?.[0];
  };
  const space = () => take(/[ \t\n\r]*/y);
  const expect = (token) => (text.startsWith(token, at) ? (at += token.length) : fail(`expected ${token}`));
  const string = () => {
    const raw = take(/"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y) ?? fail("not a string");
    const value = JSON.parse(raw);
    return LONE.test(value) ? fail("lone surrogate") : value;
  };
  const number = () => {
    const raw = take(/-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y) ?? fail("unexpected character");
    return /^-?[0-9]+$/.test(raw) ? BigInt(raw) : { number: raw };
  };
  const list = (depth) => {
    const items = [];
    for (space(); text[at] !== "]"; space()) {
      if (items.length) expect(",");
      items.push(value(depth));
      space();
      if (text[at] !== "]" && text[at] !== ",") fail("expected , or ]");
    }
    at += 1;
    return items;
  };
  const object = (depth) => {
    const members = new Map();
    for (space(); text[at] !== "}"; space()) {
      if (members.size) expect(",");
      space();
      const name = string();
      if (members.has(name)) fail(`duplicate member ${name}`);
      space();
      expect(":");
      members.set(name, value(depth));
      space();
      if (text[at] !== "}" && text[at] !== ",") fail("expected , or }");
    }
    at += 1;
    return members;
  };
  const value = (depth) => {
    space();
    const first = text[at];
    if ((first === "{" || first === "[") && depth >= DEPTH) fail("nested too deep");
    if (first === "{") return ((at += 1), object(depth + 1));
    if (first === "[") return ((at += 1), list(depth + 1));
    if (first === '"') return string();
    for (const [word, meaning] of [
      ["true", true],
      ["false", false],
      ["null", null],
    ])
      if (text.startsWith(word, at)) return ((at += word.length), meaning);
    return number();
  };
  const result = value(0);
  space();
  if (at !== text.length) fail("something after the value");
  return result;
};
