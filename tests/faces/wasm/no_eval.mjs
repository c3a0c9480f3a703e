// Run by scripts/check with --disallow-code-generation-from-strings: fails at once if the glue makes code from text.
import assert from "node:assert/strict";
import { load } from "../../../dist/npm/node.js";
import { catalogText, scenarios } from "../corpus.mjs";

assert.throws(() => Function("return 1"), EvalError);

const { requestText, expected } = [...scenarios()].find(({ name }) => name === "examples/01-upgrade-on-365-day.json");
const engine = await load(catalogText("clio-manage.json"));
assert.equal(engine.preview(JSON.parse(requestText)).pay_today.total, expected.pay_today.total);
