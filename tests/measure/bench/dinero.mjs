// On the libraries that are most often chosen for it: dinero.js for money, date-fns for dates.
import { addDays, differenceInCalendarDays, format, parseISO } from "date-fns";
import { add, allocate, dinero, halfUp, multiply, toDecimal, transformScale } from "dinero.js";
import { USD } from "dinero.js/currencies";

const FINER = 8; // decimals while a price is divided; coarser ones could push a share across half a cent

export const money = {
  zero: dinero({ amount: 0, currency: USD }),
  read: (text) => {
    const [whole, cents = ""] = text.split(".");
    return dinero({ amount: Number(whole + cents.padEnd(2, "0")), currency: USD });
  },
  write: (amount) => toDecimal(amount),
  plus: (a, b) => add(a, b),
  negative: (a) => multiply(a, -1),
  times: (a, seats) => multiply(a, seats),
  share: (a, remaining, of) => {
    if (remaining === of) return a;
    const [part] = allocate(transformScale(a, FINER), [remaining, of - remaining]);
    return transformScale(part, 2, halfUp);
  },
};

export const dates = {
  read: (text) => parseISO(text),
  write: (date) => format(date, "yyyy-MM-dd"),
  between: (from, to) => differenceInCalendarDays(to, from),
  after: (date, count) => addDays(date, count),
};
