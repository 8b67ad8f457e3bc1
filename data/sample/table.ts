import { addDays } from '../days.ts';
import type { SampleLine } from './orders.ts';
import { seededChance } from './random.ts';
import type { SampleShop } from './shop.ts';

const columns = [
  'order_id',
  'order_date',
  'customer_id',
  'sku',
  'product_name',
  'quantity',
  'unit_price',
  'channel',
  'status',
  'campaign',
  'city',
] as const;

type Cells = Record<(typeof columns)[number], string>;

/** What goes wrong in real exports; each is rejected with a reason. */
const damages: readonly ((cells: Cells) => Cells)[] = [
  (cells) => ({ ...cells, order_date: '31/12/2025' }),
  (cells) => ({ ...cells, order_date: `${cells.order_date.slice(0, 4)}-02-30 10:00:00` }),
  (cells) => ({ ...cells, quantity: 'dua' }),
  (cells) => ({ ...cells, unit_price: '125.000,00' }),
  (cells) => ({ ...cells, sku: '' }),
];
const DIRTY_ROWS = 15;

/** The shop's orders as the table a shop would export, a few damaged rows among them unless told otherwise. */
export function sampleTable(
  sample: SampleShop,
  { isDamaged = true }: { readonly isDamaged?: boolean } = {},
): {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
} {
  const rows = sample.lines.map((line) => cellsOf(line, sample.firstDay));
  const chance = seededChance(sample.seed);
  for (let dirty = 0; isDamaged && dirty < DIRTY_ROWS; dirty++) {
    const at = Math.floor(chance.next() * rows.length);
    const damage = damages[dirty % damages.length]!;
    rows.splice(at, 0, damage({ ...rows[at]!, order_id: `TSN-X${dirty + 1}` }));
  }
  return { header: columns, rows: rows.map((cells) => columns.map((column) => cells[column])) };
}

function cellsOf({ day, second, customer, product, ...line }: SampleLine, firstDay: string): Cells {
  const clock = [second / 3600, (second / 60) % 60, second % 60].map((part) =>
    String(Math.floor(part)).padStart(2, '0'),
  );
  return {
    order_id: line.order,
    order_date: `${addDays(firstDay, day)} ${clock.join(':')}`,
    customer_id: customer?.ref ?? '',
    sku: product.sku,
    product_name: product.name,
    quantity: String(line.quantity),
    unit_price: String(line.price),
    channel: line.channel,
    status: line.status,
    campaign: line.campaign ?? '',
    city: customer?.city ?? '',
  };
}
