export const type = "application/json";
export const name = ({ at }) => `planshift-${at}.json`;

/** What was asked and what the engine answered, unchanged: the same request gives the same answer anywhere. */
export function write({ model, catalog }) {
  const question = model.mode === "quote" ? "quote" : "preview";
  return `${JSON.stringify({ catalog: catalog.id, question, request: model.request, answer: model.answer ?? null }, null, 2)}\n`;
}
