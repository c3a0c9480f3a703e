/**
 * The same module with a smaller limit for its memory: `pagesMore` pages of 64 KiB above what it starts with. Only
 * the number in the memory section is rewritten, in as many bytes as it had.
 */
export function withMemoryLimit(module, { pagesMore }) {
  const bytes = new Uint8Array(module);
  let at = 8; // after the magic number and the version
  while (at < bytes.length) {
    const id = bytes[at];
    const size = readLeb(bytes, at + 1);
    if (id === MEMORY_SECTION) {
      const flags = size.end + 1; // after the count of memories, which is 1
      if (bytes[size.end] !== 1 || bytes[flags] !== HAS_MAXIMUM) throw new Error("not one memory with a maximum");
      const initial = readLeb(bytes, flags + 1);
      const maximum = readLeb(bytes, initial.end);
      writeLeb(bytes, initial.end, maximum.end, initial.value + pagesMore);
      return bytes;
    }
    at = size.end + size.value;
  }
  throw new Error("the module has no memory of its own");
}

const MEMORY_SECTION = 5;
const HAS_MAXIMUM = 1;

function readLeb(bytes, start) {
  let value = 0;
  let end = start;
  for (let shift = 0; ; shift += 7) {
    value |= (bytes[end] & 0x7f) << shift;
    if ((bytes[end++] & 0x80) === 0) return { value, end };
  }
}

function writeLeb(bytes, start, end, value) {
  for (let at = start, rest = value; at < end; at += 1, rest >>= 7) {
    bytes[at] = (rest & 0x7f) | (at < end - 1 ? 0x80 : 0);
  }
}
