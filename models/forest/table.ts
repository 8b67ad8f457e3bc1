import { say } from '../../words/say.ts';
import { NotEnoughData } from '../errors.ts';

/** What a forest learns from: rows that are described by the same features and belong to a class each. */
export type Table = {
  /** Shape (features, rows). */
  readonly columns: readonly Float64Array[];
  /** Shape (rows,): the class of each, 0 .. classes - 1. */
  readonly label: Int32Array;
  readonly classes: number;
};

/** A tree keeps features and classes by the byte. */
const MOST_FEATURES = 256;
const MOST_CLASSES = 256;

/**
 * Columns that may be told apart by: of one length, finite, not too many.
 *
 * @throws {RangeError} naming the column and the row: the caller's mistake
 */
export function requireColumns(columns: readonly Float64Array[], rows: number): void {
  if (columns.length === 0 || columns.length > MOST_FEATURES) {
    throw new RangeError(`${columns.length} features, not 1 to ${MOST_FEATURES}`);
  }
  columns.forEach((column, feature) => {
    if (column.length !== rows) throw new RangeError(`feature ${feature} has ${column.length} rows, not ${rows}`);
    const unusable = column.findIndex((value) => !Number.isFinite(value));
    if (unusable !== -1) throw new RangeError(`feature ${feature} of row ${unusable} is ${column[unusable]}`);
  });
}

/**
 * A table that something can be learned from. A feature that is the same everywhere is allowed, and never used.
 *
 * @throws {RangeError} as `requireColumns`, and on a label that is no class
 * @throws {NotEnoughData} on fewer rows than classes, rows of one class only, or features that are all constant
 */
export function requireTable({ columns, label, classes }: Table): void {
  requireColumns(columns, label.length);
  if (!(classes >= 2 && classes <= MOST_CLASSES)) throw new RangeError(`${classes} classes, not 2 to ${MOST_CLASSES}`);
  const stray = label.findIndex((of) => !(of >= 0 && of < classes));
  if (stray !== -1) throw new RangeError(`row ${stray} is of class ${label[stray]}, not 0 to ${classes - 1}`);
  if (label.length < classes) throw new NotEnoughData(say`rows`, classes, label.length);
  if (label.every((of) => of === label[0])) throw new NotEnoughData(say`classes with rows`, 2, 1);
  const varying = columns.filter((column) => column.some((value) => value !== column[0])).length;
  if (varying === 0) throw new NotEnoughData(say`features that vary`, 1, 0);
}

/** Some rows of a table, in that order. */
export function pickRows({ columns, label, classes }: Table, rows: Int32Array): Table {
  return {
    columns: columns.map((column) => Float64Array.from(rows, (row) => column[row]!)),
    label: rows.map((row) => label[row]!),
    classes,
  };
}
