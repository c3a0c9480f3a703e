/**
 * The same engine, which is asked each question once: an answer that was used since the turn before the last one is
 * given again. A turn is one input of the reader, so an input asks only what it alters, and drawing again asks nothing.
 * An answer is read by all and changed by none.
 */
export function askedOnce(engine) {
  let before = new Map();
  let now = new Map();
  return {
    ask(question, request) {
      const key = `${question} ${JSON.stringify(request)}`;
      const answer = now.get(key) ?? before.get(key) ?? engine.ask(question, request);
      now.set(key, answer);
      return answer;
    },
    nextTurn() {
      before = now;
      now = new Map();
    },
    close: () => engine.close(),
  };
}
