// Contract: §4.3.
import { demand } from "./invalid.mjs";
import { bool, detail, oneOf, record } from "./shape.mjs";
import { discountList, termReaders } from "./subscription.mjs";

// {cancel}, {resume} or the members wanted; `timing` beside the first and the last.
export const readChange = (catalog) => (value, where) => {
  const read = record({
    ...termReaders(catalog),
    discounts: discountList(catalog),
    timing: oneOf("now", "period_end"),
    cancel: bool,
    resume: bool,
    reason: detail,
  })(value, where);
  const { cancel, resume, ...rest } = read;
  const others = Object.keys(rest).filter((key) => !(cancel && ["timing", "reason"].includes(key)));
  demand(cancel !== false && resume !== false, "cancel and resume are true or absent", where);
  demand(
    !(cancel || resume) || others.length + (cancel && resume ? 1 : 0) === 0,
    "something beside cancel or resume",
    where,
  );
  demand(cancel || rest.reason === undefined, "a reason without cancel", where);
  const { timing, discounts, ...wanted } = rest;
  return { cancel: cancel === true, resume: resume === true, timing, discounts, wanted };
};
