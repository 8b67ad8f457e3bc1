/**
 * SQLite lets a writer that waits for the lock sleep up to 25 ms between two tries, in its first eighth of a second. On
 * a busy machine it wakes up late.
 */
const LONGEST_NAP_MS = 40;

/** Milliseconds, and a sleep of the whole thread. */
type Time = { readonly now: () => number; readonly sleep: (ms: number) => void };

const never = new Int32Array(new SharedArrayBuffer(4));
const time: Time = { now: () => performance.now(), sleep: (ms) => void Atomics.wait(never, 0, 0, ms) };

/**
 * Runs one write transaction after the other, with the lock free between them for long enough that a writer who waits
 * wakes up in the meantime: else the next one begins before it does, again and again. SQLite's naps grow with the time
 * waited, so that twice as long as the last one took is enough, and after next to nothing nobody sleeps. Whatever the
 * caller does between two turns counts: only the rest is slept, and the thread with it.
 */
export function openTurns({ now, sleep }: Time = time): (transaction: () => void) => void {
  let freeUntil = 0;
  return (transaction) => {
    const leftMs = freeUntil - now();
    if (leftMs >= 1) sleep(leftMs);
    const startedAt = now();
    transaction();
    const endedAt = now();
    freeUntil = endedAt + Math.min(LONGEST_NAP_MS, 2 * (endedAt - startedAt));
  };
}
