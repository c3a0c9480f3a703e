// Contract: §2.
import { demand, Invalid } from "./invalid.mjs";

// Readers: (value, where) -> what it means, or Invalid. Documents come from parseStrict: objects are Maps.
export const text =
  (limit, least = 1) =>
  (value, where) => {
    demand(typeof value === "string", "not a text", where);
    demand([...value].length >= least && [...value].length <= limit, "text too short or too long", where);
    demand(!/[\u0000-\u001f\u007f-\u009f]/.test(value), "control character", where);
    return value;
  };
export const name = text(200);
export const detail = text(2000, 0);

export const id = (value, where) => {
  demand(typeof value === "string" && /^[a-z0-9][a-z0-9._-]{0,63}$/.test(value), "not an id", where);
  return value;
};

export const integer = (lowest, highest) => (value, where) => {
  demand(typeof value === "bigint", "not an integer", where);
  demand(value >= BigInt(lowest) && value <= BigInt(highest), "integer out of range", where);
  return Number(value);
};

export const bool = (value, where) => {
  demand(typeof value === "boolean", "not a boolean", where);
  return value;
};

export const oneOf =
  (...choices) =>
  (value, where) => {
    demand(choices.includes(value), `not one of ${choices.join(", ")}`, where);
    return value;
  };

export const nullOr = (reader) => (value, where) => (value === null ? null : reader(value, where));

export const list = (reader) => (value, where) => {
  demand(Array.isArray(value), "not a list", where);
  return value.map((item, index) => reader(item, `${where}/${index}`));
};

export const keyed = (reader) => (value, where) => {
  demand(value instanceof Map, "not an object", where);
  return new Map(
    [...value].filter(([key]) => !ignored(key)).map(([key, item]) => [key, reader(item, `${where}/${key}`)]),
  );
};

const ignored = (key) => key === "$schema" || key.startsWith("x-");

// Members by name; a reader marked `need` must be there. Unknown members are Invalid.
export const need = (reader) => Object.assign((...args) => reader(...args), { needed: true });
export const record = (members) => (value, where) => {
  demand(value instanceof Map, "not an object", where);
  for (const key of value.keys())
    if (!ignored(key) && !Object.hasOwn(members, key)) throw new Invalid(`unknown member ${key}`, where);
  const result = Object.create(null);
  for (const [key, reader] of Object.entries(members)) {
    if (value.has(key)) result[key] = reader(value.get(key), `${where}/${key}`);
    else demand(!reader.needed, `missing ${key}`, where);
  }
  return result;
};

export const distinct = (items, key, why, where) => {
  const keys = items.map(key);
  demand(new Set(keys).size === keys.length, why, where);
  return items;
};
