import type { Luggage, Progress } from '../commands/call.ts';
import type { ImportProgress } from '../data/types.ts';

/** An answer that comes sooner needs no word before it. */
const SILENT_MS = 2000;
/** Chats take one change of a message a second. */
const EVERY_MS = 1000;
/** Before this much is done, the time left is a guess. */
const LEAST_SHARE = 0.02;

/** Puts what the importer tells into words, at a pace that a chat can follow. */
export function telling(tell: NonNullable<Luggage['progress']>, now: () => number): (progress: ImportProgress) => void {
  const startedAt = now();
  let toldAt = startedAt + SILENT_MS - EVERY_MS;
  return (progress) => {
    const at = now();
    if (at - toldAt < EVERY_MS) return;
    toldAt = at;
    tell(inWords(progress, at - startedAt));
  };
}

/** "Reading orders.csv: 120,000 rows, 45%, about 20 s left". */
function inWords({ name, rows, share }: ImportProgress, ranMs: number): Progress {
  const words = [`${rows.toLocaleString('en-US')} rows`];
  if (share !== null && share >= LEAST_SHARE) {
    words.push(`${Math.floor(share * 100)}%`);
    words.push(share < 1 ? `about ${duration((ranMs / share) * (1 - share))} left` : 'comparing with what is known');
  }
  return { words: `Reading ${name}: ${words.join(', ')}`, share };
}

function duration(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  return seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
