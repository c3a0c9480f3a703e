// A document that must be answered with an error. The oracle only decides *that* it is one;
// `where` and `why` are for the reader of a difference.
export class Invalid extends Error {
  constructor(why, where = "") {
    super(where ? `${why} at ${where}` : why);
    this.why = why;
    this.where = where;
  }
}

export const demand = (holds, why, where) => {
  if (!holds) throw new Invalid(why, where);
};
