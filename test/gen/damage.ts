import { gzipSync } from 'node:zlib';
import {
  ConflictingColumn,
  DamagedColumn,
  LostDigits,
  NothingFits,
  type Refusal,
  TooLarge,
  UnreadableFile,
} from '../../data/facts/errors.ts';
import type { Chance } from '../../data/sample/random.ts';
import type { Cell, Draft, Form, Sheet, Writing } from './file.ts';

/**
 * What may happen to a file between the shop and the importer, and what has to come of it:
 * - `truth`: it is read as if nothing had happened;
 * - `refused`: nothing of it is stored, and these are the names the refusal may have;
 * - `rejected`: so many rows are rejected by line, and all others are stored;
 * - `sound`: nobody can know; what is stored adds up, or it is refused.
 */
export type Outcome =
  | { readonly is: 'truth' | 'sound' }
  | { readonly is: 'refused'; readonly by: readonly (new (...of: never[]) => Refusal)[] }
  | { readonly is: 'rejected'; readonly rows: number };

export type Damage = {
  readonly name: string;
  readonly outcome: Outcome;
  /** Nobody can tell any more who bought. */
  readonly hidesCustomers?: true;
  /** Whether it can happen to such a file. */
  fits?(draft: Draft): boolean;
  draft?(draft: Draft, chance: Chance): Draft;
  bytes?(bytes: Uint8Array, chance: Chance): Uint8Array;
};

const truth: Outcome = { is: 'truth' };
const sound: Outcome = { is: 'sound' };
const refused = (...by: readonly (new (...of: never[]) => Refusal)[]): Outcome => ({ is: 'refused', by });

/** What columns are called that hold the order's number, its moment, a price and a quantity in any of the files. */
const named = {
  order: /^(No\. ?Pesanan|Order ID|Name|Order #|amazon-order-id|InvoiceNo|Invoice|transaction_id)$/i,
  time: /^(Waktu Pesanan Dibuat|Order Creation Date|Created (Time|at)|Date|purchase-date|InvoiceDate|payment_date|Order Date|Tanggal|Hari|Periode Waktu)$/i,
  price:
    /^(Harga Setelah Diskon|Deal Price(\(PHP\))?|SKU Subtotal Before Discount|Lineitem price|Net Sales|N\. Revenue|item-price|UnitPrice|Price|total_amt|Unit Price|Harga Satuan)$/i,
  quantity: /^(Jumlah|Quantity|Lineitem quantity|Items sold|quantity)$/i,
  customer: /^(Username \((Pembeli|Buyer)\)|Buyer Username|Email|Customer|Pelanggan|customer_id|Customer ?ID)$/i,
} as const;
type Named = keyof typeof named;

function placeOf(draft: Draft, column: Named): number {
  const names = draft.sheets[0]!.rows[draft.header]!.map((name) => String(name).replaceAll('\u00a0', ' ').trim());
  return names.findIndex((name) => named[column].test(name));
}

const has =
  (...columns: readonly Named[]) =>
  (draft: Draft) =>
    columns.every((column) => placeOf(draft, column) >= 0);

const isText = ({ form }: Draft) => form.container === 'text' || form.container === 'gzip';
/** Lists of something else may name orders too; a price is on orders only. */
const isOrders = has('order', 'price');
/** One sheet goes into a CSV; of several, all but one would be lost. */
const isOneTable = ({ sheets }: Draft) => sheets.length === 1;
/** Reports write their days one way. */
const isNoReport = (draft: Draft) => draft.header === 0 && !draft.name.startsWith('meta');
const isBook = (draft: Draft) => !isText(draft);

/** The same file with other rows; `data` are those below the header and its description. */
function withRows(
  draft: Draft,
  change: (data: readonly (readonly Cell[])[], head: readonly (readonly Cell[])[]) => readonly (readonly Cell[])[],
): Draft {
  const [first, ...others] = draft.sheets as readonly [Sheet, ...Sheet[]];
  const from = draft.header + 1 + draft.descriptions;
  return {
    ...draft,
    sheets: [{ ...first, rows: change(first.rows.slice(from), first.rows.slice(0, from)) }, ...others],
  };
}

/** The same file with the cells of one column changed, from the first data row on. */
function withColumn(draft: Draft, column: Named, change: (cell: Cell, row: number) => Cell): Draft {
  const place = placeOf(draft, column);
  return withRows(draft, (data, head) => [...head, ...data.map((row, at) => row.with(place, change(row[place]!, at)))]);
}

const writing = (of: Partial<Writing>) => (draft: Draft) => ({ ...draft, writing: { ...draft.writing, ...of } });
const form = (of: Partial<Form>) => (draft: Draft) => ({ ...draft, form: { ...draft.form, ...of } });
const asText = (of: Partial<Form> = {}) => form({ container: 'text', ...of });

const written = (name: string, of: Partial<Writing>): Damage => ({ name, outcome: truth, draft: writing(of) });
const formed = (name: string, of: Partial<Form>): Damage => ({
  name,
  outcome: truth,
  ...(of.container !== 'workbook of text' && of.container !== 'workbook of numbers' && { fits: isOneTable }),
  draft: form(of),
});

/** Each row gets cells behind its own; the header, wherever it stands, gets `names`. */
function beside(draft: Draft, names: readonly string[], cellOf: (row: number) => readonly Cell[]): Draft {
  return withRows(draft, (data, head) => {
    const isHeader = isRow(head[draft.header]!);
    const more = (row: readonly Cell[], at: number) => (isHeader(row) ? names : row.length === 0 ? [] : cellOf(at));
    return [...head, ...data].map((row, at) => [...row, ...more(row, at)]);
  });
}

const isRow = (one: readonly Cell[]) => (other: readonly Cell[]) =>
  other.length === one.length && other.every((cell, at) => cell === one[at]);

function shuffled(draft: Draft, chance: Chance): Draft {
  const width = draft.sheets[0]!.rows[draft.header]!.length;
  const places = Array.from({ length: width }, (_, at) => ({ at, luck: chance.next() })).sort(
    (a, b) => a.luck - b.luck,
  );
  return withRows(draft, (data, head) => [...head, ...data].map((row) => places.map(({ at }) => row[at] ?? '')));
}

/** Puts rows between the others, not between the lines of an order. */
function sown(draft: Draft, chance: Chance, rows: readonly (readonly Cell[])[]): Draft {
  const order = placeOf(draft, 'order');
  return withRows(draft, (data, head) => {
    const mixed = [...data];
    for (const row of rows) {
      const gaps = [...mixed.keys()].filter((at) => at > 0 && mixed[at]![order] !== mixed[at - 1]![order]);
      mixed.splice(chance.pick(gaps), 0, row);
    }
    return [...head, ...mixed];
  });
}

/** A row of an order of its own that is right but for one cell. */
function brokenRow(draft: Draft, at: number, broken: Named, cell: Cell): readonly Cell[] {
  const first = draft.sheets[0]!.rows[draft.header + 1 + draft.descriptions]!;
  const row = first.with(placeOf(draft, 'order'), `99887766${at}`);
  return row.with(placeOf(draft, broken), cell);
}

/** What can be read in spite of it. */
export const harmless: readonly Damage[] = [
  formed('UTF-8 with a mark', { container: 'text', encoding: 'utf-8 with mark' }),
  formed('UTF-16, little end first', { container: 'text', encoding: 'utf-16le' }),
  formed('UTF-16, big end first', { container: 'text', encoding: 'utf-16be' }),
  formed('Windows-1252', { container: 'text', encoding: 'windows-1252' }),
  formed('commas', { container: 'text', delimiter: ',' }),
  formed('semicolons', { container: 'text', delimiter: ';' }),
  formed('tabs', { container: 'text', delimiter: '\t' }),
  formed('bars', { container: 'text', delimiter: '|' }),
  formed('sep=; on the first line', { container: 'text', delimiter: ';', saysDelimiter: true }),
  formed('CRLF', { container: 'text', newline: '\r\n' }),
  formed('no end of the last line', { container: 'text', endsWithNewline: false }),
  formed('gzip', { container: 'gzip' }),
  formed('a workbook of text', { container: 'workbook of text' }),
  formed('a workbook of numbers and dates', { container: 'workbook of numbers' }),
  written('1.234,56', { numbers: '1.234,56' }),
  written('1.234,56 with decimals', { numbers: '1.234,56', digits: 2 }),
  written('1,234.56', { numbers: '1,234.56' }),
  written('1,234.56 with decimals', { numbers: '1,234.56', digits: 2 }),
  written('seconds', { seconds: true }),
  written('dates as day/month', { dates: 'day/month', offset: '' }),
  { name: 'dates as month/day', outcome: truth, fits: isNoReport, draft: writing({ dates: 'month/day', offset: '' }) },
  written('dates as day-month', { dates: 'day-month', offset: '' }),
  {
    name: 'dates as Excel counts days',
    outcome: truth,
    fits: isNoReport,
    draft: writing({ dates: 'serial', offset: '' }),
  },
  {
    name: 'Rp before money',
    outcome: truth,
    fits: ({ minorDigits }) => minorDigits === 0,
    draft: writing({ currency: 'Rp ' }),
  },
  {
    name: 'IDR before money',
    outcome: truth,
    fits: ({ minorDigits }) => minorDigits === 0,
    draft: writing({ currency: 'IDR ' }),
  },
  { name: 'shuffled columns', outcome: truth, draft: shuffled },
  {
    name: 'unknown columns',
    outcome: truth,
    draft: (draft) => beside(draft, ['Booking Ref', 'kolom baru'], (at) => [`B${at}`, '1.627']),
  },
  { name: 'nameless empty columns', outcome: truth, draft: (draft) => beside(draft, ['', ''], () => ['', '']) },
  {
    name: 'lines above the header',
    outcome: truth,
    draft: (draft) => {
      const moved = withRows(draft, (data, head) => [
        ['Laporan Pesanan'],
        ['Periode', 'Januari'],
        [],
        ...head,
        ...data,
      ]);
      return { ...moved, header: draft.header + 3 };
    },
  },
  {
    name: 'blank lines',
    outcome: truth,
    draft: (draft) => withRows(draft, (data, head) => [...head, ...data.flatMap((row) => [row, []])]),
  },
  {
    name: 'rows of delimiters only',
    outcome: truth,
    draft: (draft) =>
      withRows(draft, (data, head) => [...head, ...data, ...[1, 2, 3].map(() => head[draft.header]!.map(() => ''))]),
  },
  {
    name: 'the header again in the middle',
    outcome: truth,
    draft: (draft, chance) => sown(draft, chance, [draft.sheets[0]!.rows[draft.header]!]),
  },
  {
    name: 'headers in capitals with blanks',
    outcome: truth,
    draft: (draft) =>
      withRows(draft, (data, head) => {
        const isHeader = isRow(head[draft.header]!);
        const spaced = (name: Cell) => ` ${String(name).toUpperCase().replaceAll(' ', '\u00a0')} `;
        return [...head, ...data].map((row) => (isHeader(row) ? row.map(spaced) : row));
      }),
  },
  {
    name: 'quoted line breaks',
    outcome: truth,
    fits: isOneTable,
    draft: (draft) => beside(asText()(draft), ['Remark'], () => ['one\ntwo; "three",\r\nfour']),
  },
  {
    name: 'formulas beside the table',
    outcome: truth,
    draft: (draft) => beside(draft, ['Check'], () => ['=HYPERLINK("http://evil.example","x")']),
  },
  {
    name: 'other sheets and a hidden one',
    outcome: truth,
    fits: isBook,
    draft: (draft) => ({
      ...draft,
      covers: [
        { name: 'Petunjuk', rows: [['Read me first'], ['Do not edit']] },
        { name: 'old', hidden: true, rows: draft.sheets[0]!.rows },
      ],
    }),
  },
];

/** What takes something away. */
const rowsLost: readonly Damage[] = [
  {
    name: 'buyers behind stars',
    outcome: truth,
    hidesCustomers: true,
    fits: (draft) => isOrders(draft) && has('customer')(draft),
    draft: (draft) => withColumn(draft, 'customer', (cell) => (cell === '' ? '' : '******')),
  },
  {
    name: 'impossible dates in two rows',
    outcome: { is: 'rejected', rows: 2 },
    fits: has('order', 'time'),
    draft: (draft, chance) =>
      sown(draft, chance, [brokenRow(draft, 1, 'time', '2026-02-30 10:00'), brokenRow(draft, 2, 'time', 'kemarin')]),
  },
  {
    name: 'a quantity in words',
    outcome: { is: 'rejected', rows: 1 },
    fits: has('order', 'quantity'),
    draft: (draft, chance) => sown(draft, chance, [brokenRow(draft, 1, 'quantity', 'dua')]),
  },
  {
    name: 'three prices that are none',
    outcome: { is: 'rejected', rows: 3 },
    fits: has('order', 'price'),
    draft: (draft, chance) =>
      sown(
        draft,
        chance,
        ['banyak', '1..2', '#REF!'].map((cell, at) => brokenRow(draft, at, 'price', cell)),
      ),
  },
  {
    name: 'rows that lost their order number',
    outcome: { is: 'rejected', rows: 2 },
    fits: isOrders,
    draft: (draft, chance) =>
      sown(
        draft,
        chance,
        [1, 2].map((at) => brokenRow(draft, at, 'order', '')),
      ),
  },
  {
    name: 'rows with cells missing',
    outcome: { is: 'rejected', rows: 2 },
    fits: isNoReport,
    draft: (draft, chance) => {
      const text = asText()(draft);
      return sown(text, chance, [['x'], ['y']]);
    },
  },
  {
    name: 'a day that is yet to come',
    outcome: { is: 'rejected', rows: 1 },
    fits: has('order', 'time'),
    draft: (draft, chance) => sown(draft, chance, [brokenRow(draft, 1, 'time', '2031-01-01 10:00')]),
  },
];

/** A number with its point between the thousands, after a program took that point for a decimal one. */
function thousandth(cell: Cell, row: number): Cell {
  const [whole] = typeof cell === 'object' && 'minor' in cell ? [Math.abs(cell.minor)] : [0];
  return row === 0 ? '1.627' : String((whole || 12_500) / 1000);
}

function twoWays(draft: Draft, column: Named, ways: readonly [string, string]): Draft {
  return withColumn(asText()(draft), column, (_, row) => ways[row % 2]!);
}

/** What nothing can be made of. */
const hopeless: readonly Damage[] = [
  {
    name: 'order numbers that Excel rounded',
    outcome: refused(LostDigits),
    fits: isOrders,
    draft: (draft) => withColumn(draft, 'order', (_, row) => `1.0514003415368${row % 10}E+18`),
  },
  {
    name: 'prices a thousand times too small',
    outcome: refused(DamagedColumn),
    fits: (draft) => draft.minorDigits === 0 && has('price')(draft),
    draft: (draft) => withColumn(draft, 'price', thousandth),
  },
  {
    name: 'prices written in two ways',
    outcome: refused(ConflictingColumn),
    fits: has('price'),
    draft: (draft) => twoWays(draft, 'price', ['1.234.567,50', '1,234,567.50']),
  },
  {
    name: 'dates written in two ways',
    outcome: refused(ConflictingColumn),
    fits: (draft) => has('time')(draft) && isNoReport(draft),
    draft: (draft) => twoWays(draft, 'time', ['25/01/2026 10:00', '01/26/2026 10:00']),
  },
  {
    name: 'months before days in a report',
    outcome: refused(ConflictingColumn),
    fits: (draft) => !isNoReport(draft) && has('time')(draft),
    draft: (draft) => asText()(writing({ dates: 'month/day' })(draft)),
  },
  {
    name: 'a price column nobody knows',
    outcome: refused(UnreadableFile),
    // WooCommerce tells its revenue twice.
    fits: (draft) => has('price')(draft) && !draft.name.startsWith('wc-'),
    draft: (draft) => renamed(draft, 'price'),
  },
  {
    name: 'an order number column nobody knows',
    outcome: refused(UnreadableFile),
    fits: isOrders,
    draft: (draft) => renamed(draft, 'order'),
  },
  {
    name: 'a header and no rows',
    outcome: refused(UnreadableFile),
    fits: isNoReport,
    draft: (draft) => withRows(draft, (_, head) => head),
  },
  {
    name: 'no row with a readable day',
    outcome: refused(NothingFits),
    fits: (draft) => has('time')(draft) && isNoReport(draft),
    draft: (draft) => withColumn(asText()(draft), 'time', () => 'kemarin'),
  },
  { name: 'nothing at all', outcome: refused(UnreadableFile), bytes: () => Buffer.alloc(0) },
  { name: 'blanks only', outcome: refused(UnreadableFile), bytes: () => Buffer.from('\n\r\n \n\n') },
  {
    name: 'zero bytes in the middle',
    outcome: refused(UnreadableFile),
    draft: asText(),
    bytes: (bytes) => Buffer.concat([bytes.subarray(0, 400), Buffer.alloc(16), bytes.subarray(400)]),
  },
  {
    name: 'a quote without an end',
    outcome: refused(UnreadableFile),
    draft: asText({ delimiter: ',' }),
    bytes: (bytes) => Buffer.concat([bytes, Buffer.from('"tail, without an end\n')]),
  },
  {
    name: 'half of a gzip file',
    outcome: refused(UnreadableFile),
    draft: form({ container: 'gzip' }),
    bytes: (bytes, chance) => bytes.subarray(0, Math.floor(bytes.length * chance.between(0.2, 0.95))),
  },
  {
    name: 'half of a workbook',
    outcome: refused(UnreadableFile),
    draft: form({ container: 'workbook of text' }),
    bytes: (bytes, chance) => bytes.subarray(0, Math.floor(bytes.length * chance.between(0.1, 0.99))),
  },
  {
    name: 'an old .xls',
    outcome: refused(UnreadableFile),
    bytes: (bytes) => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), bytes]),
  },
  {
    name: 'a page of HTML called .csv',
    outcome: refused(UnreadableFile),
    draft: asText(),
    bytes: (bytes) => Buffer.concat([Buffer.from('\uFEFF<html><body><table><tr><td>'), bytes]),
  },
  {
    name: 'a PDF',
    outcome: refused(UnreadableFile),
    bytes: (bytes) => Buffer.concat([Buffer.from('%PDF-1.7\n'), bytes]),
  },
  {
    name: 'an endless line',
    outcome: refused(TooLarge),
    bytes: () => Buffer.alloc(8 * 2 ** 20, 'x'),
  },
  {
    name: 'a million columns',
    outcome: refused(TooLarge),
    bytes: () => Buffer.alloc(3 * 2 ** 20, 'ab,'),
  },
];

function renamed(draft: Draft, column: Named): Draft {
  const place = placeOf(draft, column);
  return withRows(draft, (data, head) => [
    ...head.with(draft.header, head[draft.header]!.with(place, 'Kolom X')),
    ...data,
  ]);
}

const nasty = [
  '=cmd|calc!A1',
  '<!channel>',
  '"; DROP TABLE import; --',
  'x'.repeat(40_000),
  '\u202Eevil',
  '1e999',
  '9'.repeat(400),
  '0x10',
  '1,2,3,4',
  '12/31/1899',
  '٣',
  '__proto__',
  '\u0007',
  'NaN',
  '-1',
];

/** What nobody can see in the file itself, or what may end either way. */
const doubtful: readonly Damage[] = [
  {
    name: 'rows twice',
    outcome: sound,
    draft: (draft) => withRows(draft, (data, head) => [...head, ...data, ...data.slice(0, 3)]),
  },
  {
    name: 'cut in the middle of a line',
    outcome: sound,
    draft: asText(),
    bytes: (bytes, chance) => bytes.subarray(0, Math.floor(bytes.length * chance.between(0.3, 0.99))),
  },
  {
    name: 'CR alone between lines',
    outcome: sound,
    draft: form({ container: 'text', newline: '\r' }),
  },
  {
    name: 'some bytes changed',
    outcome: sound,
    bytes: (bytes, chance) => {
      const changed = Buffer.from(bytes);
      for (let hit = 0; hit < 5; hit++) changed[Math.floor(chance.next() * changed.length)] = chance.next() * 256;
      return changed;
    },
  },
  {
    name: 'nasty cells',
    outcome: sound,
    draft: (draft, chance) =>
      withRows(draft, (data, head) => [
        ...head,
        ...data.map((row) => row.with(Math.floor(chance.next() * row.length), chance.pick(nasty))),
      ]),
  },
  {
    name: 'UTF-8 read as Windows-1252 and written again',
    outcome: sound,
    draft: asText(),
    bytes: (bytes) => Buffer.from(Buffer.from(bytes).toString('latin1')),
  },
  {
    name: 'quantities a thousand times too small',
    outcome: sound,
    fits: has('quantity'),
    draft: (draft) => withColumn(draft, 'quantity', (_, row) => (row % 2 === 0 ? '1.627' : '12')),
  },
  {
    name: 'days that are day or month, as the case may be',
    outcome: sound,
    fits: has('time'),
    draft: (draft) => withColumn(draft, 'time', (_, row) => `0${1 + (row % 8)}/0${2 + (row % 7)}/2025 10:00`),
  },
  { name: 'packed twice', outcome: sound, bytes: (bytes) => gzipSync(gzipSync(bytes)) },
];

export const damages: readonly Damage[] = [...harmless, ...rowsLost, ...hopeless, ...doubtful];
