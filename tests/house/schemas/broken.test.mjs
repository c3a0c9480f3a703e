// The schemas refuse every broken document, and none that is whole.
import assert from "node:assert/strict";
import { test } from "node:test";
import { catalog, requests, set, table, valid } from "./broken_documents.mjs";
import { faults } from "./validators.mjs";

for (const [name, make] of Object.entries(valid)) {
  test(`${name}: the document that the table breaks is valid`, () => assert.deepEqual(faults(name, make()), []));
}

for (const [name, pointer, values] of table) {
  test(`${name} ${pointer}: ${values.length} broken values are refused`, () => {
    for (const value of values) {
      const broken = set(valid[name](), pointer, value);
      assert.notDeepEqual(faults(name, broken), [], `${JSON.stringify(value) ?? "absent"} passed`);
    }
  });
}

test("members that start with x- and $schema are ignored wherever they stand", () => {
  const noted = catalog();
  for (const node of [
    noted,
    noted.cycles[1].starts_on,
    noted.plans[0],
    noted.plans[0].prices,
    noted.plans[0].prices.monthly,
    noted.policy,
    noted.policy.rules,
    noted.policy.rules.upgrade,
    noted.policy.rules.add_seats.on_cycles.monthly,
    noted.tax,
    noted.cancellation.consequences[0],
  ]) {
    node["x-note"] = { anything: null };
    node.$schema = 5;
  }
  assert.deepEqual(faults("catalog", noted), []);
  const asked = requests.preview();
  for (const node of [
    asked,
    asked.subscription,
    asked.subscription.period,
    asked.subscription.pending[0],
    asked.change,
  ])
    node["x-note"] = null;
  assert.deepEqual(faults("preview-request", asked), []);
});

test("null stands only where it means something", () => {
  const walk = (node, pointer, found) => {
    for (const [key, value] of Object.entries(node)) {
      const at = `${pointer}/${key}`;
      found.push(at);
      if (value !== null && typeof value === "object") walk(value, at, found);
    }
    return found;
  };
  const allowed = /\/(scheduled|cancels_on|credits_left)$|\/seats\/max$|\/steps\/1\/up_to$/;
  for (const [name, make] of Object.entries(valid)) {
    for (const pointer of walk(make(), "", [])) {
      const broken = faults(name, set(make(), pointer, null));
      assert.equal(broken.length === 0, allowed.test(pointer), `${name} ${pointer}: ${broken}`);
    }
  }
});
