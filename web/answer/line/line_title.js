/**
 * What a line of a payment is called, made from its data: nothing here reads the engine's English labels, except for
 * what was owed before and has no other words.
 */
export function lineTitle(line, catalog, words) {
  const terms = line.plan || line.addon ? words.terms(line) : "";
  switch (line.kind) {
    case "unused":
      return { title: words.text(line.transaction === "refund" ? "line_unused_refund" : "line_unused"), detail: terms };
    case "charge":
    case "net":
      return { title: words.text(`line_${line.kind}`), detail: terms };
    case "used":
      return { title: words.text("line_used", { every: words.every(line.cycle) }), detail: terms };
    case "fee":
      return { title: words.text("line_fee"), detail: "" };
    case "once":
      return { title: words.text("line_once"), detail: terms };
    case "full":
      return { title: words.text("line_full", { cycle: words.cycle(line.cycle) }), detail: terms };
    case "pending":
      if (line.origin) return lineTitle(beforePutOff(line), catalog, words);
      return { title: words.text("line_pending"), detail: line.label };
    case "discount":
      return { title: words.text("line_discount"), detail: words.discount(line.discount_id) };
    case "cap":
      return { title: words.text("line_cap"), detail: "" };
    case "tax":
      return {
        title: catalog.tax?.name ?? words.text("tax"),
        detail: words.text(line.inclusive ? "line_tax_inclusive" : "line_tax", {
          percent: words.format.percent(catalog.tax?.percent ?? "0"),
        }),
      };
    default:
      return { title: line.label, detail: "" };
  }
}

/**
 * A line that a change puts off to the next payment, as it would have been today: its title comes from its
 * figures, like every other. One that was owed before has only the words that it was given then.
 */
export const beforePutOff = (line) => (line.origin ? { ...line, ...line.origin, origin: undefined } : line);
