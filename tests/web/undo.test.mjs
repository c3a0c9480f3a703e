import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { undoStack } from "../../web/element/undo_stack.js";

/** A stack of numbers with a clock of its own; each step is in another field unless it is named. */
function stackOf(options) {
  let moment = 0;
  let current = 0;
  const stack = undoStack({ ...options, now: () => moment });
  return {
    stack,
    step: (value, name = null, after = 0) => {
      moment += after;
      stack.record(current, name);
      current = value;
    },
    undo: () => (current = stack.undo(current)),
    redo: () => (current = stack.redo(current)),
    undoAll: () => {
      let steps = 0;
      for (; stack.canUndo; steps += 1) current = stack.undo(current);
      return [steps, current];
    },
  };
}

test("a hundred steps are kept, and not one more", () => {
  const { step, undoAll } = stackOf();
  for (let value = 1; value <= 100; value += 1) step(value);
  assert.deepEqual(undoAll(), [100, 0]);
  for (let value = 1; value <= 1000; value += 1) step(value);
  assert.deepEqual(undoAll(), [100, 900]);
});

test("typing in one field is one step until there is a pause", () => {
  const { step, undoAll } = stackOf({ pause: 1200 });
  step(1, "want.seats");
  step(12, "want.seats", 1199);
  step(123, "want.seats", 1199);
  step(1230, "want.seats", 1200); // a pause
  step(1231, "at");
  step(1232, null, 1);
  step(1233, null, 1); // without a name each is its own
  assert.deepEqual(undoAll(), [5, 0]);
});

test("a step after undoing begins anew, also in the same field", () => {
  const { stack, step, undo, undoAll } = stackOf();
  step(1, "at");
  step(2, "want.seats");
  assert.equal(undo(), 1);
  step(3, "want.seats");
  assert.equal(stack.canRedo, false);
  assert.deepEqual(undoAll(), [2, 0]);
});

test("where nothing is left to undo or redo, all stays as it is; cleared, nothing is left", () => {
  const { stack, step, undo, redo } = stackOf();
  assert.equal(undo(), 0);
  assert.equal(redo(), 0);
  step(1);
  undo();
  assert.deepEqual([stack.canUndo, stack.canRedo], [false, true]);
  stack.clear();
  assert.deepEqual([stack.canUndo, stack.canRedo], [false, false]);
});

test("whatever is done, undoing and redoing walk along the last steps", () => {
  const action = fc.constantFrom("step", "undo", "redo");
  fc.assert(
    fc.property(fc.array(action, { maxLength: 60 }), fc.integer({ min: 1, max: 8 }), (actions, depth) => {
      const { stack, step, undo, redo } = stackOf({ depth });
      let kept = [0]; // the states that can be reached, oldest first
      let place = 0;
      for (const [index, name] of actions.entries()) {
        if (name === "step") {
          step(index + 1);
          kept = [...kept.slice(0, place + 1), index + 1].slice(-(depth + 1));
          place = kept.length - 1;
        } else if (name === "undo") {
          place = Math.max(0, place - 1);
          assert.equal(undo(), kept[place]);
        } else {
          place = Math.min(kept.length - 1, place + 1);
          assert.equal(redo(), kept[place]);
        }
        assert.deepEqual([stack.canUndo, stack.canRedo], [place > 0, place < kept.length - 1]);
      }
    }),
    { seed: 20261122, numRuns: 2000 },
  );
});
