import type { Words } from '../../../words/say.ts';
/** One row of a table, and the line of the file it begins on. */
export type TextRow = { readonly line: number; readonly cells: readonly string[] };

/** A table in a file: the whole of a CSV, or one sheet of a workbook. It can be read more than once. */
export type SourceTable = {
  /** The sheet's name; null where a file is one table. */
  readonly sheet: string | null;
  /** All rows with something in them, a batch at a time. */
  rows(): AsyncGenerator<readonly TextRow[]>;
};

/** What was learned from looking a file through once, before anything of it is stored. */
export type SourceFile = {
  readonly sha256: string;
  readonly tables: readonly SourceTable[];
  /** How much of its bytes the reading at hand has taken, 0..1; null where that says nothing. */
  share(): number | null;
  /** How it was opened, where that was not plain: "Read as Windows-1252: …". */
  readonly notes: readonly Words[];
  /** The files in it, where it is an archive: it has no tables of its own then. */
  readonly members?: readonly NamedSource[];
};

/** A file as people call it. */
export type NamedSource = { readonly name: string; readonly source: SourceFile };

/** How to get at the bytes of a file once more. Rejects when the file is no longer the one that was inspected. */
export type Bytes = () => AsyncGenerator<Buffer>;
