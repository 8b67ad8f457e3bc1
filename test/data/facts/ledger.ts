import { gzipSync } from 'node:zlib';
import { writeXlsx } from 'hucre/xlsx';
import type { Chance } from '../../../data/sample/random.ts';

/** A day is a number from 1 to 28 of April 2026; hours do not matter. */
export type LedgerOrder = {
  readonly ref: string;
  readonly customer: string;
  readonly day: number;
  readonly lines: readonly { readonly sku: string; readonly price: number; readonly quantity: number }[];
  readonly paidOn: number;
  readonly completedOn: number | null;
  readonly cancelledOn: number | null;
  /** Of the first line. */
  readonly returned: { readonly on: number; readonly quantity: number } | null;
};

/** How a file is written, and what is wrong with it. */
export type Damage = {
  readonly form: 'utf-8' | 'utf-8 with mark' | 'utf-16' | 'latin-1' | 'gzip' | 'workbook';
  readonly delimiter: ',' | ';' | '\t';
  readonly crlf: boolean;
  readonly shuffled: boolean;
  readonly preamble: boolean;
  readonly rupiahSigns: boolean;
  /** Rows that cannot be read, among the others. */
  readonly brokenRows: number;
};

/** What a shop did in April: made up, the same for the same chance. */
export function makeLedger(chance: Chance, count: number): readonly LedgerOrder[] {
  const upTo = (most: number) => Math.floor(chance.next() * most);
  return Array.from({ length: count }, (_, at) => {
    const day = 1 + upTo(20);
    const isCancelled = chance.next() < 0.15;
    const completedOn = !isCancelled && chance.next() < 0.8 ? day + 2 + upTo(4) : null;
    const lines = Array.from({ length: 1 + upTo(3) }, () => ({
      sku: `SAM-${upTo(6)}`,
      price: 1000 * (1 + upTo(2000)),
      quantity: 1 + upTo(4),
    }));
    const isReturned = completedOn !== null && chance.next() < 0.25;
    return {
      ref: `2604${String(at).padStart(6, '0')}AB`,
      customer: `josé_${upTo(Math.ceil(count / 3))}`,
      day,
      lines,
      paidOn: day,
      completedOn,
      cancelledOn: isCancelled ? day + 1 + upTo(5) : null,
      returned: isReturned ? { on: completedOn + 1, quantity: 1 + upTo(lines[0]!.quantity) } : null,
    };
  });
}

const header = [
  'No. Pesanan',
  'Status Pesanan',
  'Status Pembatalan/ Pengembalian',
  'Waktu Pesanan Dibuat',
  'Waktu Pembayaran Dilakukan',
  'Nama Produk',
  'Nomor Referensi SKU',
  'Harga Setelah Diskon',
  'Jumlah',
  'Returned quantity',
  'Total Pembayaran',
  'Username (Pembeli)',
  'Waktu Pesanan Selesai',
];

/** The orders made from one day to another, as they stood at the end of `on`: a Shopee export. */
export async function exportOf(
  ledger: readonly LedgerOrder[],
  { from, to, on }: { readonly from: number; readonly to: number; readonly on: number },
  damage: Damage,
  chance: Chance,
): Promise<Uint8Array> {
  const rows = ledger.filter(({ day }) => day >= from && day <= to).flatMap((order) => rowsOf(order, on, damage));
  for (let broken = 0; broken < damage.brokenRows; broken++) {
    const at = Math.floor(chance.next() * (rows.length + 1));
    rows.splice(at, 0, [...brokenRow(broken)]);
  }
  const places = header.map((_, at) => at);
  if (damage.shuffled) places.sort(() => chance.next() - 0.5);
  const table = [header, ...rows].map((cells) => places.map((at) => cells[at]!));
  if (damage.preamble) table.unshift(['Laporan Pesanan'], ['Periode: April']);
  return encode(table, damage);
}

function rowsOf(order: LedgerOrder, on: number, { rupiahSigns }: Damage): string[][] {
  const isCancelled = order.cancelledOn !== null && order.cancelledOn <= on;
  const isCompleted = order.completedOn !== null && order.completedOn <= on;
  const back = order.returned && order.returned.on <= on ? order.returned.quantity : 0;
  const money = (amount: number) => `${rupiahSigns ? 'Rp ' : ''}${amount.toLocaleString('de-DE')}`;
  const total = order.lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
  return order.lines.map(({ sku, price, quantity }, at) => [
    order.ref,
    isCancelled ? 'Batal' : isCompleted ? 'Selesai' : 'Sedang Dikirim',
    back > 0 ? 'Permintaan Disetujui' : '',
    timeOf(order.day, '10:22'),
    timeOf(order.paidOn, '10:30'),
    `Saringan "${sku}", ${at}`,
    sku,
    money(price),
    String(quantity),
    String(at === 0 ? back : 0),
    money(total),
    order.customer,
    isCompleted ? timeOf(order.completedOn!, '18:00') : '',
  ]);
}

function brokenRow(at: number): readonly string[] {
  const row = ['X', 'Selesai', '', timeOf(3, '10:00'), '', 'Botol', 'B', '10.000', '1', '0', '10.000', 'zoë', ''];
  const wrong: readonly (readonly [number, string])[] = [
    [0, ''],
    [3, '2026-02-30 10:00'],
    [3, 'kemarin'],
    [7, ''],
    [8, 'dua'],
  ];
  const [place, value] = wrong[at % wrong.length]!;
  row[place] = value;
  if (place !== 0) row[0] = `X${at}`;
  return row;
}

function timeOf(day: number, clock: string): string {
  return `2026-04-${String(day).padStart(2, '0')} ${clock}`;
}

async function encode(table: readonly (readonly string[])[], damage: Damage): Promise<Uint8Array> {
  if (damage.form === 'workbook')
    return writeXlsx({ sheets: [{ name: 'orders', rows: table.map((row) => [...row]) }] });
  const quoted = (cell: string) => (/[",;\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const text = table
    .map((row) => row.map(quoted).join(damage.delimiter))
    .join(damage.crlf ? '\r\n' : '\n')
    .concat('\n');
  switch (damage.form) {
    case 'utf-8':
      return Buffer.from(text);
    case 'utf-8 with mark':
      return Buffer.from(`\uFEFF${text}`);
    case 'utf-16':
      return Buffer.from(`\uFEFF${text}`, 'utf16le');
    case 'latin-1':
      return Buffer.from(text, 'latin1');
    case 'gzip':
      return gzipSync(text);
  }
}

/** Net revenue and sold orders by day of April, for orders as they stood at the end of a day each. */
export function truthOf(orders: readonly { readonly order: LedgerOrder; readonly on: number }[]) {
  const revenue = new Map<number, number>();
  const sold = new Map<number, number>();
  for (const { order, on } of orders) {
    if (order.cancelledOn !== null && order.cancelledOn <= on) continue;
    const back = order.returned && order.returned.on <= on ? order.returned.quantity * order.lines[0]!.price : 0;
    const total = order.lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
    revenue.set(order.day, (revenue.get(order.day) ?? 0) + total - back);
    sold.set(order.day, (sold.get(order.day) ?? 0) + 1);
  }
  return { revenue, sold };
}
