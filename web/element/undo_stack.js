/**
 * States one can go back to. A step in the same field soon after the last replaces it, so that undoing a typed
 * number takes one step and not one per digit.
 */
export function undoStack({ pause = 1200, depth = 100, now = () => Date.now() } = {}) {
  let past = [];
  let future = [];
  let last = { name: null, at: 0 };

  return {
    record(state, name) {
      const moment = now();
      const goesOn = name !== null && name === last.name && moment - last.at < pause;
      last = { name, at: moment };
      future = [];
      if (!goesOn) past = [...past, state].slice(-depth);
    },
    undo(current) {
      if (!past.length) return current;
      future = [current, ...future];
      last = { name: null, at: 0 };
      return past.pop();
    },
    redo(current) {
      if (!future.length) return current;
      past = [...past, current];
      return future.shift();
    },
    clear() {
      past = [];
      future = [];
    },
    get canUndo() {
      return past.length > 0;
    },
    get canRedo() {
      return future.length > 0;
    },
  };
}
