// What the button "Save as CSV" saves, as a spreadsheet reads it.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as csv from "../../web/export/csv.js";
import { loadMessages, wordsFor } from "../../web/words/words.js";
import "./dom_stub.mjs";
import { fullCatalog } from "./full_catalog.mjs";

const english = await loadMessages("en");
const said = (key, values) => wordsFor("en", english, fullCatalog).text(key, values);

/** The rows of a CSV file (RFC 4180) as objects. */
function rowsOf(text) {
  const rows = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1).push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === "\r\n") rows.push([]);
    if (end === "") break;
  }
  assert.deepEqual(rows.pop(), [""], "the last row ends with a line break");
  const [head, ...body] = rows;
  return body.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index]])));
}

/** One line of tax in a file of a catalog whose tax has this name: a vendor's text at the beginning of a cell. */
function labelOf(name) {
  const catalog = { ...fullCatalog, tax: { name, percent: "20" } };
  const line = { transaction: "charge", kind: "tax", amount: "-1.20" };
  const model = { at: "2026-11-22", today: { lines: [line] }, next: null };
  const [row] = rowsOf(csv.write({ model, catalog, words: wordsFor("en", english, catalog) }));
  assert.equal(row.amount, "-1.20"); // an amount stays a number
  assert.equal(row.currency, "EUR");
  return row.label;
}
const percent = `: ${said("line_tax", { percent: "20%" })}`;

test("a text that a spreadsheet would calculate has an apostrophe before it", () => {
  for (const sign of ["=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n"]) {
    const name = `${sign}HYPERLINK("http://x.example","VAT")`;
    assert.equal(labelOf(name), `'${name}${percent}`, JSON.stringify(sign));
  }
  assert.equal(labelOf("-1.20"), `'-1.20${percent}`);
});

test("other texts stay as they are, quoted where they hold a comma, a quote or a line break", () => {
  for (const name of ["VAT", "2=1+1", 'a "b", c', "a\r\nb", "'VAT", "*VAT", "–VAT"]) {
    assert.equal(labelOf(name), `${name}${percent}`);
  }
});
