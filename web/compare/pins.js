/** Options that the reader has pinned, to see them beside each other: `pin.0` … in the state, each what is wanted in it. */
const most = 4;
const wanted = ["mode", "want.", "cancel."];
const isWanted = ([name]) => wanted.some((start) => name.startsWith(start));

export const pinsIn = (state) =>
  new Map(
    [...state]
      .filter(([name]) => name.startsWith("pin."))
      .sort()
      .slice(0, most),
  );

/** What makes an option one of its own: what is wanted, not what the reader has. */
export function pinOf(state) {
  const option = new URLSearchParams([...state].filter(isWanted)).toString();
  if ([...pinsIn(state).values()].includes(option)) return [];
  const free = Array.from({ length: most }, (_, index) => `pin.${index}`).find((name) => !state.get(name));
  return free ? [[free, option]] : [];
}

/** The options that most readers weigh: what is chosen, staying as it is, the other cycle, and cancelling. */
export function usualPins(state, catalog) {
  const at = (changes) => {
    const option = new Map([...state].filter(([name]) => !name.startsWith("want.") && !name.startsWith("pin.")));
    for (const name of ["plan", "cycle", "seats"])
      option.set(`want.${name}`, state.get(`${state.get("mode") === "quote" ? "want" : "have"}.${name}`));
    for (const [name, value] of changes) option.set(name, value);
    return new URLSearchParams([...option].filter(isWanted)).toString();
  };
  const base = state.get("mode") === "quote" ? "want" : "have";
  const shown = catalog.plans.find(({ id }) => id === state.get("want.plan"));
  const higher = catalog.plans
    .filter(({ rank, retired }) => rank > shown?.rank && !retired)
    .sort((a, b) => a.rank - b.rank)[0];
  const cycles = catalog.cycles.map(({ id }) => id).filter((id) => id !== state.get(`${base}.cycle`));
  const mode = state.get("mode") === "quote" ? "quote" : "change";
  const options = [
    at([["mode", mode], ...[...state].filter(([name]) => name.startsWith("want."))]),
    at([["mode", mode]]),
    ...cycles.map((id) =>
      at([
        ["mode", mode],
        ["want.cycle", id],
      ]),
    ),
    ...(mode === "quote" && higher
      ? [
          at([
            ["mode", mode],
            ["want.plan", higher.id],
          ]),
        ]
      : []),
    ...(mode === "change" ? [at([["mode", "cancel"]])] : []),
  ];
  return [...new Set(options)].slice(0, most).map((option, index) => [`pin.${index}`, option]);
}

/** The option's wishes on the reader's present subscription, as of the present day. */
export function optionState(option, state) {
  const base = [...state].filter((entry) => !isWanted(entry) && !entry[0].startsWith("pin."));
  return new Map([...base, ...new URLSearchParams(option)]);
}
