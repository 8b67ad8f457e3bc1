import { count, type Said, say } from '../../../words/say.ts';
import type { Connection } from '../../database.ts';
import type { TraitUnit } from '../../types/customers.ts';
import type { ImportFigure } from '../../types/imports.ts';
import type { Instant } from '../../types/shop.ts';
import { readNumber } from '../import/cells.ts';
import { numberClue } from '../import/numbers.ts';
import type { Grain, Opening, Store } from '../layouts/layout.ts';
import { type Entry, openKeyedStore } from './keyed-store.ts';

/** Whom or what something is known of. */
export type Subject = 'customer' | 'product' | 'campaign';

/** Something known of a subject, by a number or a word. `isLoose`: of a column that no layout names. */
export type Trait = {
  readonly name: string;
  readonly unit: TraitUnit;
  readonly number: number | null;
  readonly text: string | null;
  readonly isLoose?: true;
};

/** A subject and what a row tells of it. A blank cell tells nothing: it replaces no value. */
export type TraitRow = {
  readonly ref: string;
  readonly traits: readonly Trait[];
  /** The latest moment the row tells; 0 where it tells none. */
  readonly at: Instant;
};

/** How a file's traits are to be looked at, once all are there. */
export type TraitReview = {
  /** Traits whose sum says something: answers with yes. */
  readonly counted: readonly string[];
  /** Traits of which one should know how many are missing. */
  readonly missed: readonly string[];
  /** Values that cannot be, in words, by the trait: they are stored, and one should know. */
  readonly implausible: readonly Implausible[];
};

/** `isOff` is SQL over `number` and `middle`, the trait's median in this file. */
export type Implausible = { readonly name: string; readonly isOff: string; readonly says: Said };

/** What a row of which every other cell is blank still tells. */
export const LISTED = 'listed';
/** As few rows as this may have one value by chance. */
const MANY = 10;
const EXAMPLES = 3;

const grainNames: Readonly<Record<Subject, string>> = {
  customer: 'customers',
  product: 'products',
  campaign: 'campaigns',
};

const listedNames: Readonly<Record<Subject, Said>> = {
  customer: say`Customers listed`,
  product: say`Products listed`,
  campaign: say`Campaigns listed`,
};

/** What is known of customers, products or campaigns, one row each. */
export function traitsOf(subject: Subject, review?: TraitReview): Grain<TraitRow> {
  return {
    name: grainNames[subject],
    open: (db, of) => openTraitStore(db, of, subject, review),
  };
}

const nothingToReview: TraitReview = { counted: [], missed: [], implausible: [] };

/** The rows of one import about one kind of subject. */
export function openTraitStore(
  db: Connection,
  { importId, words: dictionaries }: Opening,
  subject: Subject,
  review: TraitReview = nothingToReview,
): Store<TraitRow> {
  const words = dictionaries.prompt(subject);
  const loose = new Map<string, LooseColumn>();
  const notes: Said[] = [];
  let rows = 0;

  function entryOf(id: number, { name, unit, number, text }: Trait): Entry {
    return { key: [subject, id, name], values: [unit, number, text] };
  }

  return openKeyedStore<TraitRow>(db, importId, {
    table: 'trait',
    part: `subject = '${subject}'`,
    current: 'current_trait',
    key: ['subject', 'subject_id', 'name'],
    values: ['unit', 'number', 'text'],
    twice: 'reject',
    subjectOf: ({ ref }) => ref,
    entriesOf({ ref, traits }) {
      rows++;
      const id = words.idOf(ref)!;
      for (const { name, text, isLoose } of traits) if (isLoose && text !== null) note(loose, name, text);
      // A loose column may be left out in the end: the row has to stand without it.
      const stands = traits.some(({ isLoose }) => !isLoose);
      return [...(stands ? traits : [...traits, listed])].map((trait) => entryOf(id, trait));
    },
    daysOf: () => [],
    toldAt: ({ at }) => at,
    figures: () => figuresOf(db, importId, { subject, rows, review }),
    close() {
      notes.push(...settleLoose(db, importId, { loose, rows }), ...notesOn(db, importId, { rows, review }));
    },
    notes: () => notes,
  });
}

const listed: Trait = { name: LISTED, unit: 'yes', number: 1, text: null };

/** What the cells of a loose column have in common. */
type LooseColumn = {
  readonly first: string;
  count: number;
  isConstant: boolean;
  /** Every cell is digits, with a point perhaps. */
  isNumber: boolean;
  /** Some cell is 1.627, which may be sixteen hundred, and no other tells. */
  isUnsure: boolean;
  isSure: boolean;
};

function note(loose: Map<string, LooseColumn>, name: string, text: string): void {
  let column = loose.get(name);
  if (!column) {
    column = { first: text, count: 0, isConstant: true, isNumber: true, isUnsure: false, isSure: false };
    loose.set(name, column);
  }
  column.count++;
  if (text !== column.first) column.isConstant = false;
  if (!column.isNumber) return;
  // What begins with a nought is a code: a postcode, a telephone.
  column.isNumber = typeof readNumber(text) === 'number' && !/^[-+]?0\d/.test(text);
  const clue = numberClue(text);
  if (clue === 'point') column.isSure = true;
  else if (clue === 'point?') column.isUnsure = true;
}

/** A column of one value tells nothing. One of numbers is kept as numbers, when it can be read one way only. */
function settleLoose(
  db: Connection,
  importId: number,
  { loose, rows }: { readonly loose: ReadonlyMap<string, LooseColumn>; readonly rows: number },
): readonly Said[] {
  const remove = db.prepare('DELETE FROM trait WHERE import_id = ? AND name = ?');
  const asNumbers = db.prepare(
    "UPDATE trait SET unit = 'count', number = CAST(text AS REAL), text = NULL WHERE import_id = ? AND name = ?",
  );
  const constant = [...loose].filter(([, { isConstant, count }]) => isConstant && count === rows && rows >= MANY);
  for (const [name] of constant) remove.run(importId, name);
  for (const [name, { isNumber, isUnsure, isSure }] of loose) {
    if (isNumber && (isSure || !isUnsure)) asNumbers.run(importId, name);
  }
  const kept = [...loose.keys()].filter((name) => !constant.some(([other]) => other === name));
  return [
    ...(kept.length > 0 ? [say`Also kept: ${kept.join(', ')}.`] : []),
    ...constant.map(([name, { first }]) => say`${name} is ${first} on every row: it tells nothing and was left out.`),
  ];
}

type Reviewed = { readonly rows: number; readonly review: TraitReview };

function figuresOf(
  db: Connection,
  importId: number,
  { subject, rows, review }: Reviewed & { readonly subject: Subject },
): readonly ImportFigure[] {
  // Null: the file does not tell of it, which is not nobody.
  const sum = db
    .prepare<[number, string], number | null>('SELECT SUM(number) FROM trait WHERE import_id = ? AND name = ?')
    .pluck();
  return [
    { name: listedNames[subject], value: rows, unit: 'count' },
    ...review.counted.flatMap((trait): ImportFigure[] => {
      const value = sum.get(importId, trait) ?? null;
      return value === null ? [] : [{ name: trait, value, unit: 'count' }];
    }),
  ];
}

function notesOn(db: Connection, importId: number, { rows, review }: Reviewed): readonly Said[] {
  const known = db
    .prepare<[number, string], number>('SELECT COUNT(*) FROM trait WHERE import_id = ? AND name = ?')
    .pluck();
  const missed = review.missed.flatMap((name) => {
    const told = known.get(importId, name)!;
    return told === 0 || told === rows
      ? []
      : [say`${count(rows - told)} of ${count(rows)} have no ${name}: not known, and not zero.`];
  });
  const implausible = review.implausible.flatMap(({ name, isOff, says }) => {
    const off = db
      .prepare<[{ importId: number; name: string }], number>(
        `WITH mine AS (SELECT line, number FROM trait WHERE import_id = @importId AND name = @name),
           half AS (SELECT number AS middle FROM mine ORDER BY number
             LIMIT 1 OFFSET (SELECT COUNT(*) / 2 FROM mine))
         SELECT line FROM mine, half WHERE ${isOff} ORDER BY line`,
      )
      .pluck()
      .all({ importId, name });
    if (off.length === 0) return [];
    const lines = off.slice(0, EXAMPLES).join(', ') + (off.length > EXAMPLES ? ', …' : '');
    return [say`${name}: ${count(off.length)} × ${says} (line ${lines}). Stored as told, and not to be believed.`];
  });
  return [...missed, ...implausible];
}
