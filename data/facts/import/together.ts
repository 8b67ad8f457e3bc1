import { createHash } from 'node:crypto';
import { count, say, type Words } from '../../../words/say.ts';
import type { ImportRequest } from '../../types/imports.ts';
import { olist } from '../collections/olist.ts';
import { UnreadableFile } from '../errors.ts';
import { plainName } from '../layouts/layout.ts';
import { inspectFile } from './file.ts';
import type { NamedSource, SourceFile, SourceTable } from './source.ts';

/** Tables that make sense together only, such as those of one export: they are joined into one. */
export type Collection = {
  readonly name: string;
  /** Each table and the headers by which it is known. */
  readonly tables: Readonly<Record<string, readonly string[]>>;
  /** Of those that are there, which others are needed: what the refusal names. Empty: it is enough. */
  missing(present: ReadonlySet<string>): readonly string[];
  /** One table of them all, and what joining them has shown, in sentences. */
  join(
    tables: ReadonlyMap<string, SourceTable>,
  ): Promise<{ readonly table: SourceTable; readonly notes: readonly Words[] }>;
};

const collections: readonly Collection[] = [olist];

/**
 * What a request brings, as one source: a file; or files that belong together, sent one beside the other or in an
 * archive, in any order. Its hash is that of all of them.
 *
 * @throws {UnreadableFile} files that do not belong together, or of which one is missing
 */
export async function inspectAll({
  path,
  name,
  beside = [],
}: Pick<ImportRequest, 'path' | 'name' | 'beside'>): Promise<SourceFile> {
  const sent: NamedSource[] = [];
  for (const file of [{ path, name }, ...beside]) sent.push({ name: file.name, source: await inspectFile(file.path) });
  const parts = sent.flatMap(({ name, source }) => source.members ?? [{ name, source }]);
  const different = [...new Map(parts.map((part) => [part.source.sha256, part])).values()];
  const notes = sent.flatMap(({ source }) => (source.members ? source.notes : []));
  const joined = await joinedSource(different);
  if (joined) return { ...joined, notes: [...notes, ...joined.notes] };
  const [only] = different;
  if (different.length === 1) return { ...only!.source, notes: [...notes, ...only!.source.notes] };
  throw new UnreadableFile(
    say`These ${count(different.length)} files are of no kind that belongs together: ${different.map((part) => part.name).join(', ')}.`,
    say`Send them one at a time.`,
  );
}

/** Whether files make sense together only. Reads their headers. */
export async function belongTogether(
  files: readonly { readonly path: string; readonly name: string }[],
): Promise<boolean> {
  if (files.length < 2) return false;
  for (const { path } of files) {
    const source = await inspectFile(path);
    for (const collection of collections) if (await tableOf(collection, source)) return true;
  }
  return false;
}

/** The parts as a collection; null when none of them is of one. */
async function joinedSource(parts: readonly NamedSource[]): Promise<SourceFile | null> {
  for (const collection of collections) {
    const known = new Map<string, NamedSource>();
    const strangers: string[] = [];
    for (const part of parts) {
      const table = await tableOf(collection, part.source);
      if (table === null) {
        strangers.push(part.name);
        continue;
      }
      const twin = known.get(table);
      if (twin) {
        throw new UnreadableFile(
          say`${twin.name} and ${part.name} are both the table of ${table}.`,
          say`Send one of each: together they would count twice.`,
        );
      }
      known.set(table, part);
    }
    if (known.size === 0) continue;
    const missing = collection.missing(new Set(known.keys()));
    if (missing.length > 0) {
      throw new UnreadableFile(
        say`Of ${collection.name}, ${[...known.keys()].join(', ')} came; still needed: ${missing.join(', ')}.`,
        say`Send them together: several files at once, or the zip archive that has them all.`,
      );
    }
    // By the table's name: whichever came first, it is the same.
    const ordered = [...known].sort(([one], [other]) => (one < other ? -1 : 1));
    const { table, notes } = await collection.join(
      new Map(ordered.map(([name, { source }]) => [name, source.tables[0]!])),
    );
    const shas = ordered.map(([, { source }]) => source.sha256);
    return {
      sha256: shas.length === 1 ? shas[0]! : createHash('sha256').update(shas.join('\n')).digest('hex'),
      tables: [table],
      share: () => null,
      notes: [
        ...ordered.flatMap(([, { source }]) => source.notes),
        ...(strangers.length > 0
          ? [say`Not read, because it is no table of ${collection.name}: ${strangers.join(', ')}.`]
          : []),
        ...notes,
      ],
    };
  }
  return null;
}

async function tableOf({ tables }: Collection, source: SourceFile): Promise<string | null> {
  const names = new Set((await headerOf(source)).map(plainName));
  const fitting = Object.entries(tables).filter(([, headers]) =>
    headers.every((header) => names.has(plainName(header))),
  );
  // A file that fits several has been joined by somebody already.
  return fitting.length === 1 ? fitting[0]![0] : null;
}

async function headerOf({ tables: [table] }: SourceFile): Promise<readonly string[]> {
  if (table) for await (const [first] of table.rows()) if (first) return first.cells;
  return [];
}
