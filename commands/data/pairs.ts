import { say } from '../../words/say.ts';
import { Refusal } from '../refusal.ts';

/** Things that belong together in twos, as people type them: `customer=Buyer, date='Order, time'`. */
export type Pairs = Readonly<Record<string, string>>;

const word = /\s*(?:'((?:[^']|'')*)'\s*|([^',=][^,=]*))/y;

/**
 * Reads pairs. A piece that holds a comma or = stands in single quotes, where '' is one.
 *
 * @throws {Refusal} showing `example`
 */
export function readPairs(typed: string, example: string): Pairs {
  const pairs = new Map<string, string>();
  let at = 0;
  const take = (end: RegExp): string => {
    word.lastIndex = at;
    const match = word.exec(typed);
    at = word.lastIndex;
    if (!match || !end.test(typed.charAt(at))) {
      throw new Refusal(say`I did not understand "${typed.trim()}"`, say`Write ${example}.`);
    }
    at++;
    return match[1]?.replaceAll("''", "'") ?? match[2]!.trim();
  };
  while (at < typed.length) {
    const key = take(/^=$/);
    pairs.set(key, take(/^,?$/));
  }
  return Object.fromEntries(pairs);
}

/** Writes pairs so that `readPairs` reads them back. */
export function writePairs(pairs: Pairs): string {
  const quoted = (piece: string) => (/[',=]|^\s|\s$|^$/.test(piece) ? `'${piece.replaceAll("'", "''")}'` : piece);
  return Object.entries(pairs)
    .map(([key, value]) => `${quoted(key)}=${quoted(value)}`)
    .join(', ');
}
