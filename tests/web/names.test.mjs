import "./dom_stub.mjs";
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { fieldOf } from "../../web/engine/requests.js";
import { languages, loadMessages, wordsFor } from "../../web/words/words.js";

/** What every object inherits is no word of ours: a vendor may use each of these names. */
const inherited = ["constructor", "toString", "valueOf", "hasOwnProperty", "__proto__", "isPrototypeOf"];
const clio = JSON.parse(await readFile(new URL("../../web/catalogs/clio-manage.json", import.meta.url), "utf8"));

for (const language of languages.keys()) {
  const messages = await loadMessages(language);

  for (const name of inherited) {
    test(`${language}: seats, roles, plans and sentences called ${name}`, () => {
      const catalog = {
        ...clio,
        seat_name: { one: name, other: name },
        plans: [{ ...clio.plans[0], id: name, name }, ...clio.plans.slice(1)],
      };
      const words = wordsFor(language, messages, catalog);
      assert.equal(words.seats(1), `1 ${name}`);
      assert.equal(words.seats(3), `3 ${name}`);
      assert.equal(words.seat(), name);
      assert.equal(words.seatNoun().toLowerCase(), name.toLowerCase());
      assert.equal(words.role(name), name.replace(/[._-]+/g, " "));
      assert.ok(words.terms({ plan: name, seats: 3 }).includes(`3 ${name}`));
      assert.equal(words.has(name), false);
      assert.throws(() => words.text(name), /no sentence/);
    });
  }

  test(`${language}: a plan that is called like a place in a sentence keeps its name`, () => {
    const plans = [{ ...clio.plans[0], name: "{seats}" }, ...clio.plans.slice(1)];
    const words = wordsFor(language, messages, { ...clio, plans });
    assert.ok(words.terms({ plan: clio.plans[0].id, seats: 3 }).includes("{seats}"));
    assert.ok(words.terms({ plan: clio.plans[0].id, seats: 3 }).includes("3"));
  });
}

test("a fault at a member that every object inherits is at no field of the form", () => {
  for (const name of inherited) assert.equal(fieldOf(`/${name}/plan`, {}), name);
});
