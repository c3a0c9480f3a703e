// What must not matter does not: documents are altered in ways that leave the amounts alone, or change them in a way
// that is known, and the answers are compared byte by byte. The altered documents are random, the same for the same seed.
import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { ADDITIONS } from "../../oracle/additions.mjs";
import { asked, faceNamed, workingFolder } from "../../oracle/faces.mjs";
import { generateCatalog } from "../../oracle/generate_catalog.mjs";
import { requestsFor } from "../../oracle/generate_request.mjs";
import { randomFrom } from "../../oracle/random.mjs";

const catalogs = Number(process.env.PLANSHIFT_CASES ?? 2000) / 20;
const additions = new Set(ADDITIONS);
const face = faceNamed("native");
const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const deep = (value, alter) => {
  if (Array.isArray(value)) return value.map((each) => deep(each, alter));
  if (!isObject(value)) return value;
  return alter(Object.fromEntries(Object.entries(value).map(([key, each]) => [key, deep(each, alter)])));
};
const shuffled = (r, list) => list.map((each) => [r.int(0, 1 << 20), each]).sort(([a], [b]) => a - b);
const inAnyOrder = (r, list) => shuffled(r, list).map(([, each]) => each);

const ask = (catalog, cases) =>
  face.answers(
    JSON.stringify(catalog),
    cases.map(({ question, request }) => asked({ question, request: JSON.stringify(request) })),
  );

const isAnswer = (text) => !text.includes('"error":{"code":');
const isAtFault = (catalog) => !isAnswer(face.check(JSON.stringify(catalog)));

/**
 * Random catalogs without fault, each with twenty requests and their answers.
 * @param {string} seed
 * @param {(told: {r: object, catalog: object, cases: object[], answers: string[]}) => number} judge how many it compared
 */
const holds = (seed, judge) => {
  let compared = 0;
  for (let index = 0; index < catalogs; index += 1) {
    const r = randomFrom(`${seed}/${index}`);
    const catalog = generateCatalog(r, additions);
    if (isAtFault(catalog)) continue;
    const request = requestsFor(r, catalog, additions);
    const cases = Array.from({ length: 20 }, () => request());
    const answers = ask(catalog, cases);
    compared += judge({ r, catalog, cases, answers, seed: `${seed}/${index}` });
  }
  assert.ok(compared > catalogs, `only ${compared} answers were compared`);
};
const equal = (actual, expected, told) => {
  actual.forEach((text, i) => assert.equal(text, expected[i], JSON.stringify({ ...told, request: told.cases[i] })));
  return actual.length;
};
const previews = ({ cases }) => cases.map(({ question }) => question === "preview");

test("M3: the order of members, and of lists that are sets, changes nothing", () => {
  holds("order", (told) => {
    const { r, catalog, cases, answers } = told;
    const anyOrder = (object) => Object.fromEntries(inAnyOrder(r, Object.entries(object)));
    const altered = cases.map(({ question, request }) => {
      const { addons } = request.subscription ?? {};
      const other = addons
        ? { ...request, subscription: { ...request.subscription, addons: inAnyOrder(r, addons) } }
        : request;
      return { question, request: deep(other, anyOrder) };
    });
    const sources = catalog.sources && { sources: inAnyOrder(r, catalog.sources) };
    const plain = answers.map((text, i) => [text, i]).filter(([text]) => isAnswer(text));
    const again = ask(deep({ ...catalog, ...sources }, anyOrder), altered);
    return equal(
      plain.map(([, i]) => again[i]),
      plain.map(([text]) => text),
      { ...told, cases: plain.map(([, i]) => cases[i]) },
    );
  });
});

test("M3: spaces between tokens change nothing", () => {
  holds("spaces", (told) => {
    const { catalog, cases, answers } = told;
    const again = face.answers(
      JSON.stringify(catalog, null, 2),
      cases.map(({ question, request }) => ({
        question,
        request: asked({ question, request: JSON.stringify(request, null, 1) }).request.replaceAll("\n", "\t"),
      })),
    );
    return equal(again, answers, told);
  });
});

test("M4: unused entries change no preview, and neither do x- members", () => {
  holds("unused", (told) => {
    const { catalog, cases, answers } = told;
    const more = {
      ...catalog,
      plans: [...catalog.plans, { id: "nobodys", rank: 999_999, prices: {} }],
      addons: [...(catalog.addons ?? []), { id: "nobodys", prices: {} }],
      "x-note": { of: ["ours"] },
    };
    const altered = cases.map(({ question, request }) => ({ question, request: { ...request, "x-note": null } }));
    const chosen = previews(told);
    return equal(
      ask(more, altered).filter((_, i) => chosen[i]),
      answers.filter((_, i) => chosen[i]),
      { ...told, cases: cases.filter((_, i) => chosen[i]) },
    );
  });
});

// Dates are all that looks like one: those of requests and answers, and those on which a catalog's prices change.
const later = (text) =>
  text.replace(/\b(\d{4})(-\d\d-\d\d)/g, (_, year, day) => `${String(Number(year) + 400).padStart(4, "0")}${day}`);

test("M5: 400 years later everything is the same", () => {
  holds("later", (told) => {
    const { catalog, cases, answers } = told;
    const delayed = (document) => JSON.parse(later(JSON.stringify(document)));
    const altered = cases.map(({ question, request }) => ({ question, request: delayed(request) }));
    const sound = answers.map(isAnswer);
    return equal(
      ask(delayed(catalog), altered).filter((_, i) => sound[i]),
      answers.filter((_, i) => sound[i]).map(later),
      { ...told, cases: cases.filter((_, i) => sound[i]) },
    );
  });
});

test("M6: another currency with as many decimals has the same digits", () => {
  const twin = { USD: "EUR", EUR: "USD", JPY: "KRW", KWD: "BHD", BHD: "KWD", CLF: "UYW" };
  holds("currency", (told) => {
    const { catalog, cases, answers } = told;
    const other = twin[catalog.currency];
    if (!other) return 0;
    const expected = answers.map((text) => text.replaceAll(catalog.currency, other));
    return equal(ask({ ...catalog, currency: other }, cases), expected, told);
  });
});

const times = (factor, text) => {
  const [, sign, whole, fraction = ""] = text.match(/^(-?)(\d+)(?:\.(\d+))?$/);
  const digits = String(BigInt(whole + fraction) * factor).padStart(fraction.length + 1, "0");
  const cut = digits.length - fraction.length;
  return `${sign}${digits.slice(0, cut)}${fraction && "."}${digits.slice(cut)}`;
};
const units = (text) => BigInt(text.replace(".", ""));
const monies = ["flat", "per_seat", "price", "amount", "less", "paid", "balance", "creditable"];
const scaled = (document, factor) =>
  deep(document, (object) => {
    const money = Object.entries(object).filter(([key, value]) => monies.includes(key) && typeof value === "string");
    return { ...object, ...Object.fromEntries(money.map(([key, value]) => [key, times(factor, value)])) };
  });

test("M6: seven times every amount is seven times what is not rounded, and nearly so what is", () => {
  const factor = 7n;
  holds("scaled", ({ catalog, cases, answers, seed }) => {
    const altered = cases.map(({ question, request }) => ({ question, request: scaled(request, factor) }));
    let compared = 0;
    if (isAtFault(scaled(catalog, factor))) return 0; // past the range of 64 bits
    ask(scaled(catalog, factor), altered).forEach((text, i) => {
      if (!isAnswer(text) || !isAnswer(answers[i])) return;
      const [before, now] = [answers[i], text].map((each) => JSON.parse(each).pay_today?.lines ?? []);
      if (before.length !== now.length) return; // one that was rounded to nothing is left out
      before.forEach((line, at) => {
        const off = units(now[at].amount) - factor * units(line.amount);
        if (!["full", "unused", "charge", "net"].includes(line.kind)) return;
        if (!line.proration) return assert.equal(off, 0n, seed); // a whole price
        if (units(now[at].proration.base) !== factor * units(line.proration.base)) return; // rounded itself
        assert.ok(off < factor && -off < factor, `${seed}: ${line.amount}, ${now[at].amount}`);
        compared += 1;
      });
    });
    return compared;
  });
});

const itemsOf = ({ lines }) =>
  lines
    .filter(({ kind }) => kind === "full")
    .map(({ plan, addon, cycle, seats, amount, label }) => ({ plan, addon, cycle, seats, amount, label }));

test("M2: a new period costs what a quote says of its terms on that day", () => {
  let compared = 0;
  holds("quote", ({ catalog, cases, answers, seed }) => {
    const begun = cases
      .map(({ request }, i) => ({ at: request.at, ...JSON.parse(answers[i]) }))
      .filter(({ pay_today: today }) => today && itemsOf(today).length > 0);
    const quotes = begun.map(({ at, terms_now: { plan, cycle, seats, addons } }) => ({
      question: "quote",
      request: { at, terms: { plan, cycle, seats, addons } },
    }));
    if (quotes.length === 0) return 2;
    ask(catalog, quotes).forEach((text, i) => {
      const quote = JSON.parse(text);
      if (!quote.allowed) return; // the plan that is held may be retired
      compared += 1;
      assert.deepEqual(itemsOf(quote.first_payment), itemsOf(begun[i].pay_today), seed);
    });
    return 2;
  });
  assert.ok(compared >= catalogs / 10, `only ${compared} new periods`);
});

test("M8: every answer is read by another parser, and written by it to the same bytes", () => {
  holds("written", ({ answers }) => {
    for (const text of answers) assert.equal(JSON.stringify(JSON.parse(text)), text);
    return answers.length;
  });
});

test("M8: what an answer says of the subscription afterwards is read and said again", () => {
  holds("after", ({ catalog, cases, answers, seed }) => {
    const standing = cases
      .map(({ request }, i) => ({ at: request.at, ...JSON.parse(answers[i]) }))
      .filter(({ after }) => after);
    const resumed = standing.map(({ at, after }) => ({
      question: "forecast",
      request: { subscription: after, events: [], until: at },
    }));
    if (resumed.length === 0) return 0;
    ask(catalog, resumed).forEach((text, i) => {
      assert.deepEqual([JSON.parse(text).payments, seed], [[], seed], JSON.stringify(resumed[i]));
    });
    return resumed.length;
  });
});

test("M10: an answer does not depend on those before it", () => {
  holds("earlier", (told) => {
    const backwards = ask(told.catalog, [...told.cases].reverse()).reverse();
    return equal(backwards, told.answers, told);
  });
});

after(() => rmSync(join(workingFolder, `catalog-${process.pid}.json`), { force: true }));
