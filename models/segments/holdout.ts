/**
 * Where a person falls on the line from 0 to 1, by the name of a test and the person's own: the same today and after
 * any restart, and unrelated from one test to the next. Who falls below the held-out share is held out, so that a
 * larger share holds the same people and more.
 *
 * Source: FNV-1a (Fowler, Noll, Vo), finished by the mixer of MurmurHash3 (Appleby).
 */
export function drawOf(test: string, person: string): number {
  let hash = 0x811c9dc5;
  for (const character of `${test}|${person}`) {
    hash ^= character.codePointAt(0)!;
    hash = Math.imul(hash, 0x01000193);
  }
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  hash ^= hash >>> 16;
  return (hash >>> 0) / 2 ** 32;
}
