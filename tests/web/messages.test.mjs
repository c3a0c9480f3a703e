import "./dom_stub.mjs";
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";
import { lineArithmetic, ruleSentences } from "../../web/answer/line/explain.js";
import { lineTitle } from "../../web/answer/line/line_title.js";
import { reasonWords } from "../../web/answer/reason_words.js";
import { languages, loadMessages, wordsFor } from "../../web/words/words.js";
import { textOf } from "./dom_stub.mjs";

const web = new URL("../../web/", import.meta.url);
const catalog = JSON.parse(await readFile(new URL("catalogs/clio-manage.json", web), "utf8"));
const all = new Map();
for (const language of languages.keys()) all.set(language, await loadMessages(language));
const english = all.get("en");

const forms = (message) => (typeof message === "string" ? [message] : Object.values(message));
const places = (message) =>
  [...new Set(forms(message).flatMap((form) => [...form.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)))].sort();
const nested = ["seat_nouns", "roles", "direction"];

for (const [language, messages] of all) {
  test(`${language}: every sentence is there, with the same places, and none is empty`, () => {
    for (const key of Object.keys(english)) {
      if (nested.includes(key)) continue;
      assert.ok(key in messages, `${key} is missing`);
      for (const form of forms(messages[key])) assert.ok(form.trim(), `${key} is empty`);
      // A form for exactly one or two may leave its number out ("كل يوم").
      const may = places(messages[key]).filter((name) => name !== "n");
      assert.deepEqual(
        may,
        places(english[key]).filter((name) => name !== "n"),
        key,
      );
    }
    assert.deepEqual(
      Object.keys(messages).filter((key) => !(key in english) && !nested.includes(key)),
      [],
    );
  });

  test(`${language}: no sentence is the English one`, () => {
    if (language === "en") return;
    const alike = Object.keys(english).filter(
      (key) =>
        typeof english[key] === "string" &&
        english[key] === messages[key] &&
        /[A-Za-z]{3}/.test(english[key].replace(/\{\w+\}/g, "")),
    );
    // Words that the languages really share.
    assert.deepEqual(
      alike.filter((key) => !["plan", "total"].includes(key)),
      [],
    );
  });

  test(`${language}: every plural has a form for each category of the language`, () => {
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const [key, message] of Object.entries(messages)) {
      if (typeof message === "string" || nested.includes(key)) continue;
      assert.ok(message.other, `${key} has no form for other`);
      if (language === "ar" || language === "ja") continue; // `other` is also right where no nearer form is given
      for (const category of categories.filter((name) => name !== "many"))
        assert.ok(message[category], `${key} has no form for ${category}`);
    }
  });
}

test("no banned word is said to anybody", () => {
  for (const [language, messages] of all) {
    const said = Object.values(messages)
      .flatMap((message) => (typeof message === "string" ? [message] : []))
      .join("\n");
    assert.doesNotMatch(said, /prorat|N\/A|billing adjustment|\$0\.00/i, language);
  }
});

test("every sentence that the code asks for by name exists, and none is left over", async () => {
  const sources = await Promise.all(
    (await readdir(web, { recursive: true }))
      .filter((name) => name.endsWith(".js") && !name.includes("messages"))
      .map((name) => readFile(new URL(name, web), "utf8")),
  );
  const code = sources.join("\n") + (await readFile(new URL("index.html", web), "utf8"));
  const named = new Set([...code.matchAll(/(?:text|say)\(\s*"([a-z_0-9]+)"/g)].map(([, key]) => key));
  for (const key of named) assert.ok(key in english, `${key} is asked for`);
  const begun = [...code.matchAll(/`([a-z_]+_)\$\{/g)].map(([, start]) => start);
  const left = Object.keys(english).filter(
    (key) => !nested.includes(key) && !code.includes(`"${key}"`) && !begun.some((start) => key.startsWith(start)),
  );
  assert.deepEqual(left, []);
});

const kinds = [
  "upgrade",
  "downgrade",
  "lateral",
  "add_seats",
  "remove_seats",
  "add_addon",
  "remove_addon",
  "longer_cycle",
  "shorter_cycle",
  "cancel",
];
const rules = [];
for (const when of ["now", "period_end", "term_end", "choice", "never"])
  for (const cycle of ["keep", "restart", "align"])
    for (const unused of ["credit", "refund", "forfeit", "time"])
      for (const charge of ["prorated", "full", "none"])
        for (const collect of ["now", "next_payment"])
          for (const carry of [true, false])
            rules.push({
              when,
              cycle,
              unused,
              charge,
              collect,
              carry_credits: carry,
              roles: carry ? ["administrator"] : undefined,
            });

const lineKinds = ["unused", "charge", "net", "full", "pending", "discount", "cap", "tax", "used", "fee", "once"];

// What only a cancellation may have, and what holds in the first days.
const leaving = ["credit", "refund", "forfeit", "refund_all"].flatMap((unused) =>
  [undefined, { percent: "50" }, { amount: "20.00" }, { amount: "20.00", less: "1.00", at_most: "rest" }].map(
    (fee) => ({
      when: "now",
      unused,
      fee,
      used_at: fee && "30-day",
      in_first: ["subscription", "period"].map((of) => ({ of, length: of === "period" ? "P7D" : "P2W", when: "now" })),
    }),
  ),
);
const ages = [
  undefined,
  { at: "2026-11-05", startedOn: "2026-11-01" },
  { at: "2026-11-05", periodStart: "2026-11-01" },
];

for (const [language, messages] of all) {
  test(`${language}: every movement under every rule has an explanation in that language`, () => {
    const words = wordsFor(language, messages, catalog);
    const foreign = language === "en" ? null : /\b(the|your|you|takes|effect|paid|period|days|credited|charged)\b/i;
    const plans = catalog.plans.map((plan) => ({ ...plan, once: { flat: "5.00" } }));
    for (const kind of kinds) {
      const written = kind === "cancel" ? [...rules.filter(({ unused }) => unused !== "time"), ...leaving] : rules;
      for (const rule of written) {
        const own = { ...catalog, plans, policy: { rules: { [kind]: { once: rule.carry_credits, ...rule } } } };
        const said = ages.map((age) => ruleSentences(kind, "30-day", own, words, age));
        assert.equal(said[1].length - said[0].length, rule.in_first ? 1 : 0);
        assert.equal(said[2].length - said[0].length, rule.in_first ? 1 : 0);
        for (const sentence of said.flat()) {
          assert.ok(sentence.trim().length > 3, `${kind} ${JSON.stringify(rule)}`);
          assert.doesNotMatch(sentence, /[{}]|undefined|\[object/, sentence);
          if (foreign) assert.doesNotMatch(sentence, foreign, sentence);
        }
      }
    }
  });

  test(`${language}: every kind of line has a title, and a sum where one is due`, () => {
    const words = wordsFor(language, messages, {
      ...catalog,
      tax: { name: "MwSt", percent: "19" },
      discounts: [{ id: "x", name: "X", percent: "5" }],
    });
    const share = { remaining: 99, of: 365, base: "2484.00" };
    for (const unit of ["day", "day30", "second"])
      for (const rounding of ["half_up", "half_even", "down", "up"])
        for (const kind of lineKinds) {
          const own = {
            ...catalog,
            tax: { name: "MwSt", percent: "19" },
            discounts: [{ id: "x", name: "X", percent: "5" }],
            policy: { proration: { rounding }, rules: {} },
          };
          const line = {
            kind,
            transaction: "charge",
            label: "12",
            plan: "essentials",
            cycle: "365-day",
            seats: 3,
            periods: 4,
            discount_id: "x",
            amount: "673.74",
            proration: { ...share, unit },
            cite: [],
          };
          const { title, detail } = lineTitle(line, own, words);
          const said = `${title} ${detail} ${textOf(lineArithmetic(line, own, words))}`;
          assert.ok(title.trim());
          assert.doesNotMatch(said, /[{}]|undefined|\[object/);
        }
  });

  test(`${language}: every reason to refuse says why and what would help`, () => {
    const words = wordsFor(language, messages, catalog);
    const state = new Map([
      ["have.cycle", "30-day"],
      ["have.seats", "3"],
      ["have.seats_in_use", "3"],
      ["have.period.end", "2026-12-10"],
    ]);
    const codes = [
      "not_allowed",
      "role",
      "timing",
      "retired",
      "plan_not_sold_on_cycle",
      "seats_below_minimum",
      "seats_above_maximum",
      "seats_in_use",
      "addon_not_sold_on_cycle",
      "addon_not_for_plan",
      "cancellation_pending",
      "scheduled_in_the_way",
      "discounts_with_net",
      "ended",
      "nothing_changes",
      "nothing_to_resume",
    ];
    for (const code of codes) {
      const { why, remedy } = reasonWords(
        { code, movement: "upgrade", message: "ENGLISH" },
        { plan: "advanced", cycle: "30-day", addons: [] },
        state,
        catalog,
        words,
      );
      for (const sentence of [why, remedy]) {
        assert.ok(sentence.trim(), code);
        assert.doesNotMatch(sentence, /ENGLISH|[{}]|undefined/, sentence);
      }
    }
  });
}
