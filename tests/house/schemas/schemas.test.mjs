// The schemas themselves: each compiles, each member has the words an editor shows, each example is valid.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { faults, faultsOfPart, schemas } from "./validators.mjs";

/** Every subschema that describes a member, an element or a definition, with its pointer. */
function* described(node, pointer = "#") {
  if (node === null || typeof node !== "object") return;
  for (const group of ["properties", "$defs"]) {
    for (const [name, member] of Object.entries(node[group] ?? {})) {
      const at = `${pointer}/${group}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
      if (typeof member === "object") {
        yield [at, member];
        yield* described(member, at);
      }
    }
  }
  if (node.items && typeof node.items === "object") yield* described(node.items, `${pointer}/items`);
}

// A title or an example may stand where the reference leads.
function resolved(name, node) {
  let [file, part] = [name, node];
  const seen = [part];
  while (part.$ref) {
    const [target, pointer] = part.$ref.split("#");
    if (target) file = target.replace(".schema.json", "");
    part = (pointer ?? "")
      .split("/")
      .slice(1)
      .reduce((at, step) => at[step], schemas.get(file));
    seen.push(part);
  }
  return seen;
}

for (const [name, schema] of schemas) {
  test(`${name}: compiles, and its own examples are valid`, () => {
    assert.equal(schema.$id, `${name}.schema.json`);
    assert.equal(schema.$schema, "https://json-schema.org/draft/2020-12/schema");
    for (const example of schema.examples ?? []) assert.deepEqual(faults(name, example), []);
  });

  test(`${name}: every member has a title, a description and valid examples`, () => {
    for (const [pointer, member] of described(schema)) {
      // parts that only hold members of others, and members that only change a default
      if (
        pointer.endsWith("/rule_members") ||
        Object.keys(member).every(
          (key) => key === "default" || key === "enum" || key === "minItems" || key === "maxItems",
        )
      )
        continue;
      if (pointer.startsWith("#/$defs/cancel_rule/properties")) continue;
      const chain = resolved(name, member);
      const says = (key) => chain.some((part) => key in part);
      if (!/\$defs\/(prices|rule|cycle_rule|cancel_rule|override)$/.test(pointer)) {
        assert.ok(says("title"), `${name}${pointer} has no title`);
        assert.ok(says("description"), `${name}${pointer} has no description`);
      }
      if (!pointer.endsWith("/$schema")) assert.ok(says("examples"), `${name}${pointer} has no example`);
      for (const part of chain.slice(0, 1))
        for (const example of part.examples ?? [])
          assert.deepEqual(faultsOfPart(name, pointer, example), [], `${name}${pointer}`);
    }
  });
}

test("the currencies of the schema are those of the core", () => {
  const table = readFileSync(new URL("../../../core/money/currency.cpp", import.meta.url), "utf8").match(
    /groups\[\] = \{(.*?)\n\};/s,
  )[1];
  const letters = [...table.matchAll(/"([A-Z]+)"/g)].map(([, codes]) => codes).join("");
  assert.deepEqual(schemas.get("catalog").properties.currency.enum, letters.match(/.{3}/g).sort());
});
