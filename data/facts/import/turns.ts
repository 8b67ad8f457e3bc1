/**
 * SQLite lets a writer that waits for the lock sleep up to 25 ms between two tries, in its first eighth of a second. On
 * a busy machine it wakes up late.
 */
const LONGEST_NAP_MS = 40;

const never = new Int32Array(new SharedArrayBuffer(4));

/**
 * Runs one write transaction after the other, with the lock free between them for long enough that a writer who waits
 * wakes up in the meantime: else the next one begins before it does, again and again. SQLite's naps grow with the time
 * waited, so that twice as long as the last one took is enough, and after next to nothing nobody sleeps. Whatever the
 * caller does between two turns counts: only the rest is slept, and the thread with it.
 */
export function openTurns(): (transaction: () => void) => void {
  let freeUntil = 0;
  return (transaction) => {
    const leftMs = freeUntil - performance.now();
    if (leftMs >= 1) Atomics.wait(never, 0, 0, leftMs);
    const startedAt = performance.now();
    transaction();
    const endedAt = performance.now();
    freeUntil = endedAt + Math.min(LONGEST_NAP_MS, 2 * (endedAt - startedAt));
  };
}
