import { count, named, type Said, say, type Words } from '../../../words/say.ts';
import { AmbiguousColumn, ConflictingColumn, DamagedColumn } from '../errors.ts';
import { type Column, type Columns, type Layout, plainName } from '../layouts/layout.ts';
import { type DateClue, type DateOrder, type DateStyle, dateClue, orderWords } from './dates.ts';
import { looksDamaged, type NumberClue, type NumberStyle, numberClue } from './numbers.ts';

/** Cells that contradict the others are rejected one by one up to this share; beyond it the column is refused. */
const STRAY_SHARE = 0.01;
const SAMPLES = 3;

/** How each column of a file is written, by the column's place. */
export type Formats = {
  readonly numbers: ReadonlyMap<number, NumberStyle>;
  readonly dates: ReadonlyMap<number, DateStyle>;
  /** What was decided that a reader may want to know: "Order Date is read as day/month". */
  readonly notes: readonly Words[];
};

/** As most files are written: 1234.50 and 2026-04-20. */
export const canonical: Formats = { numbers: new Map(), dates: new Map(), notes: [] };

/** Thrown on the way when a file that looked canonical is not: it has to be read once more, all of it first. */
export class ReadAgain extends Error {}

type Clues<Clue extends string> = {
  readonly column: Column;
  readonly counts: Map<Clue, number>;
  readonly samples: Map<Clue, string[]>;
  /** The lines of an order stand together and say the same. */
  last: { readonly text: string; readonly clue: Clue } | null;
};

/** `damaged`: the first cell that looks like a whole number cut by its point. */
type NumberClues = Clues<NumberClue> & { readonly damaged: string[] };

/** Collects what the cells of all columns of numbers and dates tell. */
export type Profile = {
  see(cells: readonly string[]): void;
  /** True while every cell seen is canonical, or cannot be read in any way at all. */
  isCanonical(): boolean;
  /**
   * @throws {AmbiguousColumn} {@link ConflictingColumn} {@link DamagedColumn}
   */
  decide(on: Decisions): Formats;
};

type Decisions = {
  readonly answers: Readonly<Record<string, string>>;
  /** Null while the shop is not known: then there is no reason to take money for whole numbers. */
  readonly minorDigits: number | null;
};

const numeric = ['count', 'money', 'amount', 'number'] as const;

/** An empty profile of the columns that a layout reads as numbers or dates. */
export function openProfile(layout: Layout, columns: Columns): Profile {
  const numbers: (NumberClues & { readonly reads: (typeof numeric)[number] })[] = [];
  const dates: Clues<DateClue>[] = [];
  for (const { name, reads } of layout.fields) {
    const column = columns[name];
    if (!column) continue;
    const clues = { column, counts: new Map(), samples: new Map(), last: null };
    const kind = numeric.find((each) => each === reads);
    if (kind) numbers.push({ ...clues, damaged: [], reads: kind });
    if (reads === 'time') dates.push(clues);
  }

  return {
    see(cells) {
      for (const each of numbers) {
        const text = note(each, numberClue, cells);
        if (each.damaged.length === 0 && looksDamaged(text)) each.damaged.push(text);
      }
      for (const each of dates) note(each, dateClue, cells);
    },
    isCanonical() {
      return (
        numbers.every(({ counts, samples }) => {
          if (['comma', 'point?', 'comma?'].some((clue) => counts.has(clue as NumberClue))) return false;
          const shown = [...(samples.get('plain') ?? []), ...(samples.get('point') ?? [])];
          return shown.every((text) => /^[-+]?[\d.]+$/.test(text));
        }) &&
        dates.every(({ counts }) =>
          [...counts.keys()].every((clue) => clue === 'iso' || clue === 'empty' || clue === 'unreadable'),
        )
      );
    },
    decide({ answers, minorDigits }) {
      const notes: Said[] = [];
      const answerFor = ({ header }: Column) =>
        Object.entries(answers).find(([name]) => plainName(name) === plainName(header))?.[1];
      const isWhole = ({ reads }: (typeof numbers)[number]) =>
        reads === 'count' || (reads === 'money' && minorDigits === 0);
      // A program that writes the whole number 289 as 289.0 means a fraction by 1.627, whatever it has read it from.
      const isExamined = layout.examined !== undefined;
      const writesFloats = isExamined && numbers.some((clues) => isWhole(clues) && clues.counts.has('point'));
      return {
        numbers: new Map(
          numbers.map((clues) => {
            const style = decideNumber(clues, {
              isWhole: isWhole(clues),
              hasThreeDecimals: clues.reads !== 'amount' || minorDigits !== 0,
              isExamined,
              writesFloats,
              declared: layout.writes?.numbers,
              answer: answerFor(clues.column),
            });
            if (style === 'comma' && !layout.examined)
              notes.push(say`${clues.column.header}: read as ${named('1.234,50')}.`);
            return [clues.column.index, style];
          }),
        ),
        dates: new Map(
          dates.map((clues) => {
            const declared = layout.writes?.dates;
            const style = decideDate(clues, { declared, answer: answerFor(clues.column) });
            if (['day/month', 'month/day', 'either'].some((clue) => clues.counts.has(clue as DateClue))) {
              notes.push(noteOnOrder(clues, style.order));
            }
            if (style.isSerial) notes.push(say`${clues.column.header}: read as Excel’s count of days.`);
            return [clues.column.index, style];
          }),
        ),
        notes,
      };
    },
  };
}

function note<Clue extends string>(
  clues: Clues<Clue>,
  clueOf: (text: string) => Clue,
  cells: readonly string[],
): string {
  const { column, counts, samples, last } = clues;
  const text = (cells[column.index] ?? '').trim();
  const isSame = last?.text === text;
  const clue = isSame ? last.clue : clueOf(text);
  if (!isSame) clues.last = { text, clue };
  counts.set(clue, (counts.get(clue) ?? 0) + 1);
  const kept = samples.get(clue);
  if (!kept) samples.set(clue, [text]);
  else if (kept.length < SAMPLES && !kept.includes(text)) kept.push(text);
  return text;
}

function decideNumber(
  { column, counts, samples, damaged }: NumberClues,
  given: {
    readonly isWhole: boolean;
    /** No ad costs 1.627 rupiah: amounts have two decimals at most where prices have none. */
    readonly hasThreeDecimals: boolean;
    readonly isExamined: boolean;
    readonly writesFloats: boolean;
    readonly declared: NumberStyle | undefined;
    readonly answer: string | undefined;
  },
): NumberStyle {
  const sure = stronger(column, counts, samples, ['point', 'comma']);
  const isDamaged = sure === 'point' && given.isWhole && damaged.length > 0;
  // What is examined as a whole can do better: its identities say whether the thousands can be put back.
  if (isDamaged && !given.isExamined && given.answer !== 'decimal') {
    throw new DamagedColumn({ column: column.header, sample: damaged[0]! });
  }
  if (sure) return sure;
  const [points, commas] = [counts.get('point?') ?? 0, counts.get('comma?') ?? 0];
  if (points + commas === 0) return 'point';
  if (given.writesFloats && given.isWhole && commas === 0) return 'point';
  const shown = [...(samples.get('point?') ?? []), ...(samples.get('comma?') ?? [])];
  if (points > 0 && commas > 0) throw new ConflictingColumn(column.header, [shown[0]!, shown.at(-1)!]);
  const [decimal, thousands] = points > 0 ? (['point', 'comma'] as const) : (['comma', 'point'] as const);
  if (given.answer === 'decimal') return decimal;
  if (given.answer === 'thousands') return thousands;
  // What is counted, and money without a smaller coin, has no decimals. A program that writes them all the same is
  // contradicted by its own file: a person has to look.
  if (given.isWhole && (given.isExamined || given.declared !== decimal)) return thousands;
  if (!given.isWhole && given.declared && (given.hasThreeDecimals || given.declared !== decimal)) return given.declared;
  throw new AmbiguousColumn({ column: column.header, choices: ['decimal', 'thousands'], samples: shown });
}

function decideDate(
  { column, counts, samples }: Clues<DateClue>,
  given: { readonly declared: DateStyle['order'] | undefined; readonly answer: string | undefined },
): DateStyle {
  const isSerial = counts.has('serial') && !counts.has('iso') && !counts.has('sure');
  const sure = stronger(column, counts, samples, ['day/month', 'month/day']);
  if (sure) return { order: sure, isSerial };
  if (!counts.has('either')) return { order: given.declared ?? 'day/month', isSerial };
  const choices = ['day/month', 'month/day'] as const;
  const order = choices.find((choice) => choice === given.answer) ?? given.declared;
  if (order) return { order, isSerial };
  throw new AmbiguousColumn({ column: column.header, choices, samples: samples.get('either')! });
}

/** How many cells could be read either way, where others of the column settle it. */
function noteOnOrder({ column, counts }: Clues<DateClue>, order: DateOrder): Said {
  const either = counts.get('either') ?? 0;
  const sure = (counts.get('day/month') ?? 0) + (counts.get('month/day') ?? 0);
  return either === 0 || sure === 0
    ? say`${column.header}: read as ${orderWords[order]}.`
    : say`${column.header}: read as ${orderWords[order]}, as ${count(sure)} of its cells can only be; ${count(either)} could be either.`;
}

/** The one of two clues that holds, when cells that can be read one way only say so. */
function stronger<Clue extends string>(
  column: Column,
  counts: ReadonlyMap<string, number>,
  samples: ReadonlyMap<string, readonly string[]>,
  [one, other]: readonly [Clue, Clue],
): Clue | undefined {
  const [ones, others] = [counts.get(one) ?? 0, counts.get(other) ?? 0];
  if (ones + others === 0) return undefined;
  if (Math.min(ones, others) > STRAY_SHARE * Math.max(ones, others)) {
    throw new ConflictingColumn(column.header, [samples.get(one)![0]!, samples.get(other)![0]!]);
  }
  return ones >= others ? one : other;
}
