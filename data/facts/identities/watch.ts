import { count, listed, type Said, say } from '../../../words/say.ts';
import type { ImportChecks } from '../../types/imports.ts';
import { Contradicts } from '../errors.ts';
import type { Columns, Layout, ReadContext } from '../layouts/layout.ts';
import { holds, type Values } from './identity.ts';
import { shown } from './judge.ts';
import { valueReader } from './values.ts';

/** All of the first rows are looked at, and then some: reading numbers twice is not free in millions of rows. */
const FIRST_ROWS = 2000;
const ONE_IN = 16;
const SAMPLES = 3;

/** Counts how often identities hold while the rows of a file go by. */
export type Watch = {
  see(line: number, cells: readonly string[]): void;
  /**
   * What was found; null when no row told enough.
   *
   * @throws {Contradicts} when most rows do not hold, and nobody has said that this is so
   */
  end(): ImportChecks | null;
};

/** `isAccepted`: a person has said that this file is so. Null: the file lacks the columns that any identity speaks of. */
export function openWatch(
  layout: Layout,
  columns: Columns,
  { context, isAccepted }: { readonly context: ReadContext; readonly isAccepted: boolean },
): Watch | null {
  const watched = (layout.identities ?? [])
    .filter((identity) => identity.scope === 'row')
    .filter(({ of }) => of.every((name) => columns[name]))
    .map((identity) => ({ identity, held: 0, of: 0, broken: [] as Said[] }));
  if (layout.examined || watched.length === 0) return null;
  const valuesOf = valueReader(layout, columns, context, new Set(watched.flatMap(({ identity }) => identity.of)));
  let rows = 0;
  let looked = 0;
  let passed = 0;
  let told = 0;

  /** Null: the row does not tell enough for any. */
  function judge(line: number, values: Values): boolean | null {
    let verdict: boolean | null = null;
    for (const watch of watched) {
      const isHeld = holds(watch.identity, values);
      if (isHeld === null) continue;
      watch.of++;
      if (isHeld) watch.held++;
      else if (watch.broken.length < SAMPLES) {
        watch.broken.push(
          say`line ${String(line)}: ${watch.identity.of.map((name) => `${columns[name]!.header} ${shown(values[name]!)}`).join(', ')}`,
        );
      }
      verdict = verdict !== false && isHeld;
    }
    return verdict;
  }

  return {
    see(line, cells) {
      rows++;
      if (rows > FIRST_ROWS && rows % ONE_IN !== 0) return;
      looked++;
      const isHeld = judge(line, valuesOf(cells));
      if (isHeld === null) return;
      told++;
      if (isHeld) passed++;
    },
    end() {
      if (told === 0) return null;
      const words = watched.map(({ identity, held, of, broken: samples }) => {
        return samples.length > 0
          ? say`${identity.name}: ${count(held)} of ${count(of)} rows; not in ${listed(samples)}`
          : say`${identity.name}: ${count(held)} of ${count(of)} rows`;
      });
      if (passed * 2 < told && !isAccepted) {
        throw new Contradicts(words.filter((_, at) => watched[at]!.held < watched[at]!.of));
      }
      const some = looked < rows ? [say`Looked at ${count(looked)} of ${count(rows)} rows`] : [];
      return { passed, of: told, says: [...words, ...some], repair: null };
    },
  };
}
