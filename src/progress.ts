import type { Luggage } from '../commands/call.ts';
import type { ImportProgress } from '../data/types/imports.ts';
import { count, type Said, say, share as shareOf } from '../words/say.ts';
import { type Reader, tell } from '../words/tell.ts';

/** An answer that comes sooner needs no word before it. */
const SILENT_MS = 2000;
/** Chats take one change of a message a second. */
const EVERY_MS = 1000;
/** Before so much more is done, the time left is a guess. */
const LEAST_SHARE = 0.02;

/** Puts what the importer tells into words, at a pace that a chat can follow. */
export function telling(
  report: NonNullable<Luggage['progress']>,
  now: () => number,
  reader: Reader,
): (progress: ImportProgress) => void {
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
    const leftMs = done < LEAST_SHARE ? null : ((at - first.at) / done) * (1 - share);
    report({ words: tell(inWords(progress, leftMs), reader), share: progress.share });
  };
}

/** "Reading orders.csv: 120,000 rows, 45%, about 20 s left". */
function inWords({ name, rows: read, share }: ImportProgress, leftMs: number | null): Said {
  const rows = count(read);
  if (share === null) return say`Reading ${name}: ${rows} rows`;
  const done = shareOf(Math.floor(share * 100) / 100);
  if (share === 1) return say`Reading ${name}: ${rows} rows, ${done}, comparing with what is known`;
  if (leftMs === null) return say`Reading ${name}: ${rows} rows, ${done}`;
  return say`Reading ${name}: ${rows} rows, ${done}, about ${duration(leftMs)} left`;
}

function duration(ms: number): Said {
  const seconds = Math.max(1, Math.round(ms / 1000));
  return seconds < 90 ? say`${count(seconds)} s` : say`${count(Math.round(seconds / 60))} min`;
}
