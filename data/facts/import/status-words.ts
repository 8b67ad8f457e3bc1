import { count, type Said, say } from '../../../words/say.ts';
import { type Columns, cellOf, type Layout, lineKinds, type OrderLine } from '../layouts/layout.ts';

/** More different words than this are no statuses. */
const MOST_WORDS = 200;
const SHOWN = 12;

/** Which words of a status were taken for a sale and which not: a word that nobody foresaw must not pass in silence. */
export type StatusWords = {
  see(cells: readonly string[], line: OrderLine): void;
  notes(): readonly Said[];
};

/** Null where rows are no orders or tell no status. */
export function openStatusWords({ grain }: Layout, { status }: Columns): StatusWords | null {
  if (grain.name !== 'order lines' || !status) return null;
  const sold = new Map<string, number>();
  const lost = new Map<string, number>();
  return {
    see(cells, { kind }) {
      const words = kind === lineKinds.void ? lost : sold;
      const word = cellOf(cells, status) || 'no word';
      if (words.size < MOST_WORDS || words.has(word)) words.set(word, (words.get(word) ?? 0) + 1);
    },
    notes: () => [
      ...(sold.size > 0 ? [say`Counted as sales, by ${status.header}: ${shown(sold)}.`] : []),
      ...(lost.size > 0 ? [say`Not counted: ${shown(lost)}.`] : []),
    ],
  };
}

function shown(words: ReadonlyMap<string, number>): Said {
  const sorted = [...words].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const first = sorted.slice(0, SHOWN).map(([word, rows]) => `${word.slice(0, 60) || '–'} (${rows})`);
  const more = sorted.length - first.length;
  return more > 0 ? say`${first.join(', ')} and ${count(more)} more words` : say`${first.join(', ')}`;
}
