import { currencyDigits } from '../../../words/currency.ts';
import type { Connection } from '../../database.ts';
import type { ImportChecks, ImportPreview, ImportProgress, ImportRequest } from '../../types/imports.ts';
import type { Shop } from '../../types/shop.ts';
import { SameFile } from '../errors.ts';
import { examine } from '../identities/examine.ts';
import { recognise } from '../layouts/index.ts';
import { writeFixFile } from './fix-file.ts';
import { canonical, type Formats, openProfile, type Profile, ReadAgain } from './formats.ts';
import { formatImportId } from './id.ts';
import { contextOf, type How, type Loading, openLoading, shaOfColumns } from './loading.ts';
import { type Located, locate } from './locate.ts';
import type { AtTheEnd } from './record.ts';
import { locateReport } from './report-table.ts';
import { shopOf } from './shop.ts';
import type { SourceFile } from './source.ts';
import { inspectAll } from './together.ts';

/**
 * Reads a file into the shop, whole or not at all: whatever goes wrong on the way, its rows are taken out again.
 *
 * @returns the number of the stored import
 * @throws {Refusal} of some kind: every file that cannot be read whole is refused with a reason and a way on
 */
export function loadFile(db: Connection, request: ImportRequest, tell?: Tell): Promise<number> {
  return readFile(db, request, (loading) => loading.finish(), { tell });
}

/**
 * What loading a file would come to. It is read and compared like any other, and nothing of it is kept.
 *
 * @throws {Refusal} as loading does, except that rows of which none fits are shown and not thrown
 */
export function previewFile(db: Connection, request: ImportRequest, tell?: Tell): Promise<ImportPreview> {
  const end: End<ImportPreview> = (loading) => {
    const preview = loading.preview();
    loading.discard();
    loading.forget();
    return preview;
  };
  return readFile(db, request, end, { tell });
}

/**
 * Writes the rows of a file that cannot be stored to another, for a person to mend. Nothing is stored.
 *
 * @returns how many rows it has; none is written when every row fits
 */
export async function fixFile(db: Connection, request: ImportRequest, path: string): Promise<number> {
  const again = { isAgain: true };
  const { problems, located } = await readFile(
    db,
    request,
    (loading, located) => {
      loading.preview();
      const problems = loading.problems();
      loading.discard();
      loading.forget();
      return { problems, located };
    },
    again,
  );
  return problems.byLine.size === 0 ? 0 : writeFixFile(located, problems, path);
}

/** Who hears how far the reading has come. */
type Tell = ((progress: ImportProgress) => void) | undefined;

type End<T> = (loading: Loading, located: Located) => T;

/** `isAgain`: the file may be one that is stored. */
async function readFile<T>(
  db: Connection,
  asked: ImportRequest,
  end: End<T>,
  { isAgain = false, tell }: { readonly isAgain?: boolean; readonly tell?: Tell } = {},
): Promise<T> {
  const source = await inspectAll(asked);
  const earlier = db
    .prepare<[string], number>('SELECT id FROM stored_import WHERE sha256 = ?')
    .pluck()
    .get(source.sha256);
  if (earlier !== undefined && !isAgain) throw new SameFile(formatImportId(earlier));

  const located = (await locateReport(source, asked)) ?? (await locate(source, asked));
  const shop = shopOf(db, located, asked.shop);
  const name = asked.beside?.length ? `${asked.name} and ${asked.beside.length} more` : asked.name;
  const request = { ...asked, name, decisions: { ...decidedBefore(db, located), ...asked.decisions } };
  const profile = openProfile(located.layout, located.columns);
  for (const { cells } of located.head) profile.see(cells);
  const of = {
    request,
    sha256: isAgain ? `${source.sha256} again` : source.sha256,
    shop,
    located,
    share: source.share,
    tell,
  };
  if (profile.isCanonical() && !located.isWhole) {
    try {
      return await attempt(db, { ...of, checks: null }, { formats: canonical, certainty: 'sampled' }, end);
    } catch (error) {
      if (!(error instanceof ReadAgain)) throw error;
    }
  }
  const formats = await decided(of, profile);
  return attempt(db, { ...of, ...examined(of, formats) }, { formats, certainty: 'decided' }, end);
}

/** A report as it stands after its checks, and what they found. */
function examined(
  { located, request, shop }: Omit<File, 'checks'>,
  formats: Formats,
): Pick<File, 'located' | 'checks'> {
  const { layout } = located;
  if (!layout.examined) return { located, checks: null };
  const context = contextOf(layout, { request, shop }, { formats, certainty: 'decided' });
  const { rows, checks } = examine(located, { context, isAgreed: request.decisions?.repair === 'x1000' });
  return {
    located: {
      ...located,
      head: rows,
      rows: async function* () {
        yield rows;
      },
    },
    checks,
  };
}

/**
 * What a person decided for the last file with the same columns. That a file is damaged, or is right though it contradicts
 * itself, is decided for each file anew.
 */
function decidedBefore(db: Connection, { layout, header }: Located): Readonly<Record<string, string>> {
  const json = db
    .prepare<[string], string>(
      "SELECT decisions FROM stored_import WHERE columns_sha = ? AND decisions <> '{}' ORDER BY id DESC LIMIT 1",
    )
    .pluck()
    .get(shaOfColumns(layout.name, header));
  const { repair: _, checks: __, ...decisions } = JSON.parse(json ?? '{}') as Record<string, string>;
  return decisions;
}

type File = {
  readonly request: ImportRequest;
  readonly sha256: string;
  readonly shop: Shop;
  readonly located: Located;
  /** What was found before the first row is stored. */
  readonly checks: ImportChecks | null;
  readonly share: SourceFile['share'];
  readonly tell: Tell;
};

/** The formats that all cells of the file together tell; `profile` has seen the head. */
async function decided({ request, shop, located }: Omit<File, 'checks'>, profile: Profile): Promise<Formats> {
  const whole = located.isWhole ? profile : openProfile(located.layout, located.columns);
  if (!located.isWhole) for await (const batch of located.rows()) for (const { cells } of batch) whole.see(cells);
  return whole.decide({ answers: request.decisions ?? {}, minorDigits: currencyDigits(shop.currency) });
}

async function attempt<T>(db: Connection, file: File, how: How, end: End<T>): Promise<T> {
  const { request, sha256, shop, located, checks, share, tell } = file;
  const { layout, columns, header, notes } = located;
  const loading = openLoading(db, { request, sha256, shop, layout, columns, header, notes, checks }, how);
  try {
    let rows = 0;
    for await (const batch of located.rows()) {
      for (const row of batch) loading.take(row);
      rows += batch.length;
      tell?.({ name: request.name, rows, share: share() });
    }
    return end(loading, located);
  } catch (error) {
    loading.discard();
    if (error instanceof ReadAgain) loading.forget();
    throw error;
  }
}

/** The same for rows that never were a file: line 2 is the first of them. */
export function loadRows(db: Connection, { request, sha256, header, rows }: Rows, atTheEnd?: AtTheEnd): number {
  const recognised = recognise(header, request);
  const shop = shopOf(db, { ...recognised, head: [] }, request.shop);
  const table = { request, sha256, shop, header, notes: [], ...recognised };
  const loading = openLoading(db, table, { formats: canonical, certainty: 'strict' });
  try {
    for (const [at, cells] of rows.entries()) loading.take({ line: at + 2, cells });
    return loading.finish(atTheEnd);
  } catch (error) {
    loading.discard();
    throw error;
  }
}

type Rows = {
  readonly request: Omit<ImportRequest, 'path'>;
  readonly sha256: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
};
