// A small reproducible source of choices (xorshift on 32 bits, seeded by a hash): same seed, same documents.
const hash = (text) =>
  [...text].reduce((state, char) => Math.imul(state ^ char.codePointAt(0), 0x01000193) >>> 0, 0x811c9dc5);

export const randomFrom = (seed) => {
  let state = hash(String(seed)) || 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state = (state ^ (state << 5)) >>> 0;
    return state;
  };
  for (let warm = 0; warm < 8; warm += 1) next();
  const int = (lowest, highest) => lowest + (next() % (highest - lowest + 1));
  const pick = (items) => items[int(0, items.length - 1)];
  const chance = (percent) => int(1, 100) <= percent;
  const some = (items, percent) => items.filter(() => chance(percent));
  const shuffled = (items) =>
    items
      .map((item) => [next(), item])
      .sort(([a], [b]) => a - b)
      .map(([, item]) => item);
  const weighted = (table) => {
    const entries = Object.entries(table);
    let left = int(
      1,
      entries.reduce((total, [, weight]) => total + weight, 0),
    );
    return entries.find(([, weight]) => (left -= weight) <= 0)[0];
  };
  return { int, pick, chance, some, shuffled, weighted };
};
