// Makes docs/codes.md: every code that an answer may carry, its sentence as the engine says it, and a document that brings it about.
// The examples are the scenarios; the few that no readable file can hold are made here.
import { readFileSync } from "node:fs";
import { catalogText, scenarios } from "../../faces/corpus.mjs";

const source = (path) => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");

/** The codes that the program can spell, from its tables. */
export function spelled() {
  const texts = (choice) =>
    [
      ...source("core/document/spelling.hpp")
        .match(new RegExp(`Spelling<${choice}>[^;]*?texts\\s*\\{([^}]*)\\}`, "s"))[1]
        .matchAll(/"([^"]+)"/g),
    ].map((m) => m[1]);
  return {
    faults: [...source("core/document/wording/fault_wording.cpp").matchAll(/Wording\{\w+, "([^"]+)"/g)].map(
      (m) => m[1],
    ),
    reasons: texts("ReasonCode"),
    notices: texts("NoticeCode"),
    warnings: texts("WarningCode").map((text) => `catalog.${text}`),
  };
}

const sample = () => catalogText("sample.json");
const held = { plan: "basic", cycle: "monthly", seats: 1, period: { start: "2026-11-01", end: "2026-12-01" } };
const asked = (value) => JSON.stringify(value);

const addonIds = Array.from({ length: 60 }, (_, i) => `a${i}`);
const manyAddons = () => {
  const prices = { daily: { flat: "1.00" } };
  return JSON.stringify({
    ...JSON.parse(sample()),
    cycles: [{ id: "daily", length: "P1D" }],
    plans: [{ id: "basic", rank: 1, prices }],
    addons: addonIds.map((id) => ({ id, name: id, prices })),
    policy: { rules: {} },
  });
};

/** What no scenario file can hold. `shown` says in words what the document is. */
export const made = [
  {
    code: "catalog.json.too_large",
    shown: "A catalog followed by a mebibyte of spaces.",
    question: "check",
    catalogText: sample() + " ".repeat(1 << 20),
  },
  {
    code: "catalog.json.encoding",
    shown: "A catalog whose name holds the byte FF.",
    question: "check",
    catalogText: Buffer.from(sample().replace('"Sample"', '"Sa\u00ffmple"'), "latin1"),
  },
  {
    code: "request.question.unknown",
    shown: 'A line of a batch: `{"question": "advice"}`.',
    question: "batch",
    catalogText: sample(),
    requestText: '{"question":"advice"}\n',
  },
  {
    code: "request.until.too_late",
    shown: "A forecast of a daily cycle from 2026 to 9999.",
    question: "forecast",
    catalogText: sample().replace('"P1M"', '"P1D"'),
    requestText: asked({
      subscription: { ...held, period: { start: "2026-11-01", end: "2026-11-02" } },
      until: "9999-01-01",
    }),
  },
  {
    code: "request.answer_too_large",
    shown: "A forecast of nine thousand payments, each with sixty add-ons.",
    question: "forecast",
    catalogText: manyAddons(),
    requestText: asked({
      subscription: {
        ...held,
        cycle: "daily",
        period: { start: "2026-11-01", end: "2026-11-02" },
        addons: addonIds.map((id) => ({ id })),
      },
      until: "2051-01-01",
    }),
  },
  {
    code: "request.sweep.too_long",
    shown: "A sweep over a trial of two hundred years.",
    question: "sweep",
    catalogText: sample(),
    requestText: asked({
      subscription: { ...held, trial: true, period: { start: "2026-11-01", end: "2226-11-01" } },
      change: { seats: 2 },
      from: "2026-11-01",
      to: "2226-10-31",
    }),
  },
];

/** Codes of the engine itself: no document brings them about. */
export const unreachable = ["internal.books", "internal.memory", "internal.unexpected"];

const short = (value) => {
  const text = JSON.stringify(value);
  return text.length > 160 ? `${text.slice(0, 157)}…` : text;
};
const described = ({ catalog, catalog_text, question, request, request_text }) => {
  const parts = [];
  if (catalog_text !== undefined) parts.push(`Catalog: \`${short(catalog_text)}\``);
  else if (catalog?.base)
    for (const { op, path, value } of catalog.patch)
      parts.push(
        op === "remove"
          ? `\`${catalog.base}\` without \`${path}\``
          : `\`${catalog.base}\` with \`${path}\` = \`${short(value)}\``,
      );
  else if (typeof catalog === "string") parts.push(`Catalog: \`${catalog}\``);
  if (request_text !== undefined) parts.push(`Request: \`${request_text}\``);
  else if (request)
    parts.push(
      `${question}: \`${short("change" in request ? { ...("role" in request && { role: request.role }), change: request.change } : request)}\``,
    );
  return parts.map((part) => `- ${part}`).join("\n");
};

const entry = (code, message, title, file, description, cites = []) =>
  `### \`${code}\`\n\n${message}\n\n${title}:\n\n${description}\n${file ? `- the whole: \`tests/conformance/cases/${file}\`\n` : ""}${ruled(cites)}`;

/** The contract's paragraphs that the example shows. */
const ruled = (cites) =>
  cites.length === 0
    ? ""
    : `- the rule: ${cites.map((cite) => `[${cite}](contract.md#${cite.slice(1)})`).join(", ")}\n`;

/** How well a scenario fits as the example of a code: best is one that is named for it. */
function fits(name, code) {
  const words = code.replaceAll(/[._]/g, "-");
  const file = name.split("/")[1].replace(".json", "");
  return file === words ? 2 : file.startsWith(words) ? 1 : 0;
}

/** @param ask (scenario) => the answer, parsed */
export function page(ask) {
  const sections = {
    reasons: new Map(),
    notices: new Map(),
    catalog: new Map(),
    request: new Map(),
    warnings: new Map(),
  };
  const ranks = new Map();
  for (const scenario of scenarios()) {
    if (scenario.name.startsWith("examples/")) continue;
    const answer = ask(scenario);
    const add = (section, { code, message }) => {
      const rank = fits(scenario.name, code);
      if (rank <= (ranks.get(section + code) ?? -1)) return;
      ranks.set(section + code, rank);
      sections[section].set(
        code,
        entry(code, message, scenario.title, scenario.name, described(scenario), scenario.cites),
      );
    };
    if (answer.error) add(answer.error.document, answer.error);
    const of = scenario.name.split("/")[0];
    if (of === "refusals")
      for (const reason of [...(answer.reasons ?? []), ...(answer.refused ?? []).flatMap((event) => event.reasons)])
        add("reasons", reason);
    if (of === "notices" || of === "oakline-journal") for (const notice of answer.notices ?? []) add("notices", notice);
    if (of === "catalog-warnings") for (const warning of answer.warnings ?? []) add("warnings", warning);
  }
  for (const scenario of made) {
    const { error } = ask(scenario);
    sections[error.document].set(
      error.code,
      entry(error.code, error.message, "Too much or too odd for a file", undefined, `- ${scenario.shown}`),
    );
  }
  const section = (title, words, entries) =>
    `## ${title}\n\n${words}\n\n${[...entries.keys()]
      .sort()
      .map((code) => entries.get(code))
      .join("\n")}`;
  return [
    "# Every code\n\nWhat an answer may carry, the sentence that comes with it, and a document that brings it about. Made by `node tests/house/docs/write_codes.mjs` from the scenarios and the engine; a test compares.\n",
    section("Reasons", "The answer is no: `allowed` is false and every reason is given.", sections.reasons),
    section("Notices", "The answer is yes, and there is something that one would want to be told.", sections.notices),
    section("Faults of a catalog", "Nothing is answered; `all` lists every fault.", sections.catalog),
    section(
      "Faults of a request",
      "Nothing is answered; `all` lists every fault. Those of members and values stand above: their codes begin with `request.` here.",
      sections.request,
    ),
    section("Warnings", "From `check`: allowed, but probably not meant.", sections.warnings),
    `## Of the engine itself\n\n${unreachable.map((code) => `\`${code}\``).join(", ")}: the engine found itself at fault, or memory ran out. No document should bring them about; please report one that does.\n`,
  ].join("\n");
}
