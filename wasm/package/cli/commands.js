// What the program understands: its commands, their options and their help.
const format = {
  name: "--format",
  among: ["json", "text"],
  help: "json (one line, for programs) or text (for people)",
};
const vendor = { name: "--catalog", needed: true, help: "the vendor's catalog, a JSON file" };
const readsInput = "reads it from the standard input";

const question = (help) => ({
  help,
  options: [vendor, format],
  words: [{ name: "request", help: `the request, a JSON file; - ${readsInput}` }],
});

// The catalog may come as a word or as an option.
const catalogQuestion = (help) => {
  const catalog = { name: "--catalog", needed: true, help: `the catalog, a JSON file; - ${readsInput}` };
  return { help, options: [catalog, format], words: [{ ...catalog, name: "catalog", option: "--catalog" }] };
};

export const commands = {
  preview: question("what a change costs"),
  quote: question("what a new subscription costs"),
  eligibility: question("which plans and cycles are open"),
  forecast: question("every payment until a day"),
  sweep: question("the same change on every day of a stretch"),
  check: catalogQuestion("what is wrong or odd about a catalog"),
  audit: catalogQuestion("how a catalog's rules could be turned into free money"),
  // Only here: the native program has no import.
  import: {
    help: "what Stripe lists as a catalog, requests and what was left",
    options: [
      { name: "--currency", help: "the catalog's currency; else that of most prices" },
      { name: "--addons", help: "the ids of products that are add-ons, with commas between them" },
      { name: "--part", among: ["catalog", "requests", "left"], help: "print this part alone; requests one a line" },
    ],
    words: [
      { name: "source", among: ["stripe"], help: "whose export it is: stripe" },
      { name: "files", many: true, help: "what Stripe's API lists, JSON files; - reads the standard input" },
    ],
  },
  batch: {
    help: "one request a line (NDJSON) in, one answer a line out",
    options: [vendor],
    words: [{ name: "requests", help: "the requests; - reads them from the standard input" }],
  },
};

const footer = "\nExit status: 0 answered (a refusal is an answer), 1 the input was at fault, 2 usage.\n";
const row = (name, help) => `  ${name.padEnd(27)} ${help}\n`;

export const programHelp = () =>
  "What a subscription change costs: today, next, and what else follows.\n" +
  "Usage: planshift [OPTIONS] SUBCOMMAND\n\nOptions:\n" +
  row("-h,--help", "Print this help message and exit") +
  row("--version", "Display program version information and exit") +
  "\nSubcommands:\n" +
  Object.entries(commands)
    .map(([name, { help }]) => row(name, help))
    .join("") +
  footer;

export const commandHelp = (name) => {
  const { help, options, words } = commands[name];
  const values = (option) =>
    option.among ? ` {${option.among.join(",")}}` : option.needed ? " FILE (required)" : " TEXT";
  return (
    `${help}\nUsage: planshift ${name} [OPTIONS] ${words.map((word) => `[${word.name}]`).join(" ")}\n\nPositionals:\n` +
    words.map((word) => row(word.name, word.help)).join("") +
    "\nOptions:\n" +
    row("-h,--help", "Print this help message and exit") +
    options.map((option) => row(option.name + values(option), option.help)).join("") +
    footer
  );
};
