// Makes a document wrong (or, now and then, merely odd): one small injury somewhere in the tree, or in its text.
const places = (value, path = []) =>
  value !== null && typeof value === "object"
    ? [path, ...Object.entries(value).flatMap(([key, item]) => places(item, [...path, key]))]
    : [path];

const at = (root, path) => path.reduce((value, key) => value[key], root);

const JUNK = [
  null,
  true,
  0,
  -1,
  1.5,
  1e300,
  "",
  "x",
  "-1.00",
  "1.",
  "01.00",
  "1e3",
  "99999999999999999.99",
  "92233720368547758.07",
  "92233720368547758.08",
  "9223372036854775807",
  "2026-02-30",
  "2026-13-01",
  "1969-12-31",
  "9999-12-31",
  "10000-01-01",
  "2026-11-16T12:00:00Z",
  "2026-11-16T24:00:00Z",
  "P0D",
  "P1D",
  "P1M",
  "P10000D",
  "P1M1D",
  "UPPER",
  "-lead",
  "a".repeat(64),
  "a".repeat(65),
  "100.0000001",
  "101",
  "__proto__",
  "constructor",
  [],
  {},
  [null],
  "now",
  "restart",
  "align",
  "net",
  "refund",
  "refund_all",
  "time",
  "term_end",
  "forfeit",
  "none",
  "full",
  "next_payment",
  "used",
  "second",
  "day30",
  1000000,
  1000001,
];

const injuries = {
  drop: (_r, root, path) => {
    const [parent, key] = [at(root, path.slice(0, -1)), path.at(-1)];
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else delete parent[key];
  },
  replace: (r, root, path) => (at(root, path.slice(0, -1))[path.at(-1)] = r.pick(JUNK)),
  duplicate: (_r, root, path) => {
    const parent = at(root, path.slice(0, -1));
    if (Array.isArray(parent)) parent.push(parent[path.at(-1)]);
    else parent[`${path.at(-1)}s`] = parent[path.at(-1)];
  },
  unknown: (r, root, path) => {
    const value = at(root, path);
    if (value && typeof value === "object" && !Array.isArray(value))
      value[r.pick(["typo", "x-note", "$schema", "Plan"])] = "something";
    else injuries.replace(r, root, path);
  },
  swap: (r, root, path) => {
    const others = places(root).filter((other) => other.length > 0 && typeof at(root, other) !== "object");
    at(root, path.slice(0, -1))[path.at(-1)] = at(root, r.pick(others));
  },
};

const textInjuries = [
  (_r, text) => `${text} {}`,
  (_r, text) => `\ufeff${text}`,
  (r, text) => text.slice(0, -1 - r.int(0, Math.min(20, text.length - 2))),
  (_r, text) => text.replace(/"([a-z_]+)":/, (_member, name) => `"${name}":null,"${name}":`),
  (_r, text) => text.replace(/:(\d+)/, ":$1.0"),
  (_r, text) => text.replace(/:(\d+)/, ":0$1"),
  (r, text) => text.replace("{", `{"x-deep":${"[".repeat(r.pick([30, 31, 32, 5000]))}`).replace(/$/, ""),
  (r, text) =>
    text.replace("{", () => {
      const depth = r.pick([29, 30, 31, 32, 40]);
      return `{"x-deep":${"[".repeat(depth)}${"]".repeat(depth)},`;
    }),
  (_r, text) => text.replace("{", String.raw`{"x-text":"\ud800",`),
  (_r, text) => text.replace("{", '{"x-text":"tab\there",'),
  (_r, text) => text.replace("{", String.raw`{"x-text":"a\u0000b",`),
  (_r, text) => text.replace("}", ",}"),
  (_r, text) => `[${text}]`,
  (_r, text) => `\n\t ${text} \r\n`,
];

export const injured = (r, document) => {
  if (r.chance(20)) return r.pick(textInjuries)(r, JSON.stringify(document));
  const root = structuredClone(document);
  for (let times = r.chance(85) ? 1 : 2; times > 0; times -= 1) {
    const path = r.pick(places(root).filter((each) => each.length > 0));
    injuries[r.weighted({ drop: 25, replace: 35, duplicate: 12, unknown: 14, swap: 14 })](r, root, path);
  }
  return JSON.stringify(root);
};
