import { listed, type Said, say } from '../../../words/say.ts';
import type { Instant, Shop } from '../../types/shop.ts';
import { type Subject, type Trait, type TraitReview, type TraitRow, traitsOf } from '../grains/traits.ts';
import type { Unreadable } from '../import/cells.ts';
import { empty } from '../import/cells.ts';
import { PARTS_PER_MINOR } from '../money.ts';
import {
  type Column,
  type Columns,
  cellOf,
  defineLayout,
  type Field,
  type Layout,
  type Misfit,
  misfit,
  plainName,
  type ReadContext,
  requiredColumn,
  withoutDecimal,
} from './layout.ts';

const DAY_MS = 86_400_000;
/** Before the names of columns that no field claims. */
const BESIDE = '+ ';

/** A column that says one thing of a customer, a product or a campaign. */
export type TraitColumn = {
  /** What it is called where it is kept. */
  readonly trait: string;
  readonly aliases: readonly string[];
  /**
   * `word`: as it stands. `money`: minor units, not rounded. `day`: one that has been; `coming day`: one that may come.
   * `yes`: 1 or 0.
   */
  readonly reads: 'word' | 'count' | 'money' | 'day' | 'coming day' | 'yes' | Reading;
};

/** A reading of its own. Null: the cell tells nothing. */
export type Reading = (text: string) => Pick<Trait, 'number' | 'text'> | Unreadable | null;

/** A kind of file with one subject a row, declared. */
export type TraitTable = {
  readonly name: string;
  readonly kind?: string;
  readonly subject: Subject;
  /** The column that names the subject. */
  readonly ref: { readonly name: string; readonly aliases: readonly string[] };
  readonly traits: readonly TraitColumn[];
  /** The traits without which the file is of another kind: all of `required`, one of each group of `oneOf`. */
  readonly required?: readonly string[];
  readonly oneOf?: readonly (readonly string[])[];
  readonly foreign?: readonly string[];
  /** Columns that are never read, by their plain names: who somebody is, and numbers of rows. */
  readonly unread: RegExp;
  /** How many columns beside the named ones are kept, each under its own header. */
  readonly loose: number;
  readonly shop?: Shop;
  readonly writes?: Layout['writes'];
  readonly review?: TraitReview;
};

/** The layout of such a file. */
export function traitTable(declared: TraitTable): Layout {
  const { ref, traits, required = [], review } = declared;
  const fields: readonly Field[] = [
    { name: ref.name, aliases: ref.aliases, required: true, reads: 'id' },
    ...traits.map(({ trait, aliases, reads }) => ({
      name: fieldName(trait),
      aliases,
      required: required.includes(trait),
      reads: fieldReads(reads),
    })),
  ];
  return defineLayout<TraitRow>({
    name: declared.name,
    ...(declared.kind && { kind: declared.kind }),
    grain: traitsOf(declared.subject, review),
    shop: declared.shop ?? null,
    fixed: {},
    ...(declared.writes && { writes: declared.writes }),
    fields,
    oneOf: (declared.oneOf ?? []).map((group) => group.map(fieldName)),
    ...(declared.foreign && { foreign: declared.foreign }),
    columnsBeside: (columns, header) =>
      Object.fromEntries(
        besides(columns, header, declared).kept.map((column) => [`${BESIDE}${column.header}`, column]),
      ),
    notesOn: (columns, header) => notesOn(besides(columns, header, declared)),
    reader(columns, context) {
      const subject = requiredColumn(columns, ref.name);
      const readers = [
        ...traits.flatMap((trait) => readerOf(trait, columns[fieldName(trait.trait)], context)),
        ...Object.entries(columns).flatMap(([name, column]) =>
          column && name.startsWith(BESIDE) ? [looseReader(column)] : [],
        ),
      ];
      return (cells) => {
        const name = withoutDecimal(cellOf(cells, subject));
        if (name === null || name === '') return misfit(cells, subject, empty.reason);
        const told: Trait[] = [];
        let at: Instant = 0;
        for (const read of readers) {
          const found = read(cells);
          if (found === null) continue;
          if ('reason' in found) return found;
          told.push(found.trait);
          at = Math.max(at, found.at);
        }
        return { ref: name, traits: told, at };
      };
    },
  });
}

/** "birth year" is the field birthYear. */
function fieldName(trait: string): string {
  return trait.replace(/[ -](\w)/g, (_, letter: string) => letter.toUpperCase());
}

function fieldReads(reads: TraitColumn['reads']): Field['reads'] {
  if (reads === 'count' || reads === 'money') return reads;
  return reads === 'day' || reads === 'coming day' ? 'time' : 'text';
}

type Told = { readonly trait: Trait; readonly at: Instant };
type CellReader = (cells: readonly string[]) => Told | Misfit | null;

function readerOf({ trait: name, reads }: TraitColumn, column: Column | undefined, context: ReadContext): CellReader[] {
  if (!column) return [];
  const read = valueReader(reads, column, context);
  return [
    (cells) => {
      const text = cellOf(cells, column);
      const value = text === '' ? null : read(text);
      if (value === null || ('reason' in value && value.reason === empty.reason)) return null;
      if ('reason' in value) return misfit(cells, column, value.reason);
      return { trait: { name, unit: unitOf(reads, value), number: value.number, text: value.text }, at: value.at ?? 0 };
    },
  ];
}

function unitOf(reads: TraitColumn['reads'], { number }: Value): Trait['unit'] {
  if (reads === 'coming day') return 'day';
  return typeof reads === 'string' ? reads : number === null ? 'word' : 'count';
}

type Value = Pick<Trait, 'number' | 'text'> & { readonly at?: Instant };

function valueReader(
  reads: TraitColumn['reads'],
  column: Column,
  context: ReadContext,
): (text: string) => Value | Unreadable | null {
  if (typeof reads === 'function') return reads;
  const number = (value: number | Unreadable) => (typeof value === 'number' ? { number: value, text: null } : value);
  switch (reads) {
    case 'word':
      return (text) => ({ number: null, text });
    case 'yes':
      return yesOrNo;
    case 'count': {
      const read = context.numberIn(column);
      return (text) => number(read(text));
    }
    case 'money': {
      const read = context.partsIn(column);
      return (text) => {
        const parts = read(text);
        return number(typeof parts === 'number' ? parts / PARTS_PER_MINOR : parts);
      };
    }
    case 'day':
    case 'coming day': {
      const read = context.timeIn(column, reads === 'day' ? undefined : 'may come');
      return (text) => {
        const moment = read(text);
        if ('reason' in moment) return moment;
        // What is announced says nothing of when the file was written.
        const at = reads === 'day' ? moment.instant : 0;
        return { number: Math.floor(moment.local / DAY_MS), text: null, at };
      };
    }
  }
}

const yes: ReadonlySet<string> = new Set(['1', 'yes', 'y', 'true', 'ya', 'iya', 'setuju', 'subscribed']);
const no: ReadonlySet<string> = new Set(['0', 'no', 'n', 'false', 'tidak', 'tdk', 'unsubscribed', 'not subscribed']);

function yesOrNo(text: string): Value | Unreadable {
  const word = text.toLowerCase();
  if (yes.has(word)) return { number: 1, text: null };
  return no.has(word) ? { number: 0, text: null } : { reason: say`is neither yes nor no` };
}

/** The columns that no field claims. */
type Besides = {
  readonly kept: readonly Column[];
  readonly unread: readonly Column[];
  readonly tooMany: readonly Column[];
};

function besides(columns: Columns, header: readonly string[], { traits, unread, loose }: TraitTable): Besides {
  const claimed = Object.entries(columns).filter(([name]) => !name.startsWith(BESIDE));
  const taken = new Set(claimed.map(([, column]) => column?.index));
  const names = new Set(traits.map(({ trait }) => plainName(trait)));
  const kinds = { kept: [] as Column[], unread: [] as Column[], tooMany: [] as Column[] };
  for (const [index, text] of header.entries()) {
    const name = plainName(text);
    if (taken.has(index) || names.has(name)) continue;
    names.add(name);
    const kind = name === '' || unread.test(name) ? 'unread' : kinds.kept.length < loose ? 'kept' : 'tooMany';
    kinds[kind].push({ index, header: text.trim() });
  }
  return kinds;
}

function notesOn({ unread, tooMany }: Besides): readonly Said[] {
  const namesOf = (columns: readonly Column[]) =>
    listed(columns.map(({ header }) => header || say`a column without a name`));
  return [
    ...(unread.length > 0 ? [say`Not read: ${namesOf(unread)}.`] : []),
    ...(tooMany.length > 0 ? [say`Not kept, because there are too many: ${namesOf(tooMany)}.`] : []),
  ];
}

function looseReader(column: Column): CellReader {
  const name = column.header.toLowerCase();
  return (cells) => {
    const text = cellOf(cells, column);
    return text === '' ? null : { trait: { name, unit: 'word', number: null, text, isLoose: true }, at: 0 };
  };
}
