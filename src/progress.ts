import type { Luggage, Progress } from '../commands/call.ts';
import type { ImportProgress } from '../data/types.ts';

/** An answer that comes sooner needs no word before it. */
const SILENT_MS = 2000;
/** Chats take one change of a message a second. */
const EVERY_MS = 1000;
/** Before so much more is done, the time left is a guess. */
const LEAST_SHARE = 0.02;

/** Puts what the importer tells into words, at a pace that a chat can follow. */
export function telling(tell: NonNullable<Luggage['progress']>, now: () => number): (progress: ImportProgress) => void {
  let toldAt = now() + SILENT_MS - EVERY_MS;
  let first: { readonly at: number; readonly share: number } | null = null;
  return (progress) => {
    const at = now();
    const share = progress.share ?? 0;
    // A file is looked through before its rows are read: the pace is that of the rows.
    first ??= { at, share };
    if (at - toldAt < EVERY_MS) return;
    toldAt = at;
    const done = share - first.share;
    tell(inWords(progress, done < LEAST_SHARE ? null : ((at - first.at) / done) * (1 - share)));
  };
}

/** "Reading orders.csv: 120,000 rows, 45%, about 20 s left". */
function inWords({ name, rows, share }: ImportProgress, leftMs: number | null): Progress {
  const words = [`${rows.toLocaleString('en-US')} rows`];
  if (share !== null) words.push(`${Math.floor(share * 100)}%`);
  if (share === 1) words.push('comparing with what is known');
  else if (leftMs !== null) words.push(`about ${duration(leftMs)} left`);
  return { words: `Reading ${name}: ${words.join(', ')}`, share };
}

function duration(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  return seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
