// The shipped schemas, compiled. Nothing here knows a schema by anything but its file name.
import { readdirSync, readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";

const folder = new URL("../../../web/schemas/", import.meta.url);

export const schemas = new Map(
  readdirSync(folder)
    .filter((name) => name.endsWith(".schema.json"))
    .map((name) => [name.slice(0, -".schema.json".length), JSON.parse(readFileSync(new URL(name, folder), "utf8"))]),
);

const ajv = new Ajv({
  allErrors: true,
  strict: true,
  strictTypes: false,
  strictRequired: false,
  allowUnionTypes: true,
});
for (const schema of schemas.values()) ajv.addSchema(schema);

/** @returns {string[]} what is wrong with the document, one sentence per fault; empty where it is valid */
export function faults(name, document) {
  const validate = ajv.getSchema(`${name}.schema.json`);
  if (!validate) throw new Error(`there is no schema ${name}`);
  return validate(document)
    ? []
    : validate.errors.map((e) => `${e.instancePath || "(root)"} ${e.message} (${e.schemaPath})`);
}

/** The same for one definition inside a schema, such as `scalars#/$defs/money`. */
export function faultsOfPart(name, pointer, value) {
  const validate = ajv.compile({ $ref: `${name}.schema.json${pointer}` });
  return validate(value) ? [] : validate.errors.map((e) => `${e.instancePath || "(root)"} ${e.message}`);
}
