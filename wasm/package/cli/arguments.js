// Reads the words after the program's name. What is wrong with them is said in the native program's words.
import { commandHelp, commands, programHelp } from "./commands.js";

/** Wrong usage: the sentence for the standard error. */
export class Usage extends Error {}

const more = "Run with --help for more information.";
const wrong = (sentence) => new Usage(`${sentence}\n${more}\n`);

/**
 * @param {string[]} words
 * @returns {{ print: string } | { version: true } | { command: string, values: Record<string, string> }}
 */
export function read(words) {
  const [first, ...rest] = words;
  if (first === undefined) throw wrong("A subcommand is required");
  if (first === "-h" || first === "--help") return { print: programHelp() };
  if (first === "--version") return { version: true };
  if (first.startsWith("-")) throw unknown("option", first, ["--help", "--version"]);
  if (!Object.hasOwn(commands, first)) throw unknown("command", first, Object.keys(commands));
  return readCommand(first, rest);
}

function readCommand(command, words) {
  const { options } = commands[command];
  const { help, given, others } = sorted(command, words);
  if (help) return { print: commandHelp(command) };
  const values = {};
  for (const option of options) {
    const found = given.get(option.name) ?? [];
    if (found.length > 1) throw wrong(`${option.name}: At Most 1 required but received ${found.length}`);
    if (found.length === 0) continue;
    if (option.among && !option.among.includes(found[0]))
      throw wrong(`${option.name}: ${found[0]} not in {${option.among.join(",")}}`);
    values[option.name] = found[0];
  }
  for (const option of options)
    if (option.needed && values[option.name] === undefined) throw wrong(`${option.name} is required`);
  if (others.length > 0) {
    const were = others.length === 1 ? "argument was" : "arguments were";
    throw wrong(`The following ${were} not expected: ${others.join(" ")}`);
  }
  for (const word of commands[command].words) {
    const found = given.get(word.name);
    if (word.among && !word.among.includes(found?.[0]))
      throw wrong(`${word.name}: ${found?.[0] ?? ""} not in {${word.among.join(",")}}`);
    if (found) values[word.name] = word.many ? found : found[0];
  }
  return { command, values };
}

/** The words of a command by what they belong to; `others` belong to nothing. */
function sorted(command, words) {
  const { options, words: places } = commands[command];
  const given = new Map();
  const others = [];
  const add = (name, value) => given.set(name, [...(given.get(name) ?? []), value]);
  const free = [...places];
  const rest = [...words];
  let onlyWords = false; // after --
  while (rest.length > 0) {
    const word = rest.shift();
    if (!onlyWords && word === "--") onlyWords = true;
    else if (!onlyWords && (word === "-h" || word === "--help")) return { help: true };
    else if (!onlyWords && word.startsWith("-") && word !== "-") {
      const [name, ...value] = word.split("=");
      const option = options.find((each) => each.name === name);
      if (!option) others.push(word);
      else if (value.length > 0) add(name, value.join("="));
      else if (rest.length > 0) add(name, rest.shift());
      else throw wrong(`${name}: 1 required TEXT missing`);
    } else {
      const place = free[0];
      // A catalog that came as an option has no place for a word.
      if (!place || (place.option && given.has(place.option))) others.push(word);
      else {
        add(place.option ?? place.name, word);
        if (!place.many) free.shift();
      }
    }
  }
  return { given, others };
}

function unknown(kind, word, known) {
  const near = Math.min(2, Math.floor(Buffer.byteLength(word) / 2));
  const distances = known.map((each) => distance(word, each));
  const least = Math.min(...distances);
  const hint = least <= near ? `Did you mean ${known[distances.indexOf(least)]}?` : `There are: ${known.join(", ")}.`;
  return new Usage(`planshift: There is no ${kind} ${word}. ${hint}\n`);
}

/** How many letters must be put in, taken out or replaced (Levenshtein). */
function distance(from, to) {
  let row = Array.from({ length: to.length + 1 }, (_, place) => place);
  for (let i = 0; i < from.length; i += 1) {
    const next = [i + 1];
    for (let j = 0; j < to.length; j += 1) {
      next.push(Math.min(row[j] + (from[i] === to[j] ? 0 : 1), row[j + 1] + 1, next[j] + 1));
    }
    row = next;
  }
  return row.at(-1);
}
