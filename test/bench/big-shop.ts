import { closeSync, openSync, writeSync } from 'node:fs';
import { type Chance, seededChance } from '../../data/sample/random.ts';

/** The size of the first real shop that asked: lines of orders, customers, days. */
export const bigShop = { lines: 2_406_316, customers: 578_000, days: 1096 } as const;

const FIRST_DAY = Date.UTC(2023, 0, 1);
const DAY_MS = 86_400_000;
const PRODUCTS = 5000;
const LINES_PER_ORDER = 2.16;
/** Prime to the number of customers: their numbers come in no order, as a shop's own do. */
const SCATTER = 7919;
/** One line in so many has no number for a quantity. */
const BROKEN_ONE_IN = 20_000;
const FLUSH_CHARACTERS = 1 << 20;

const channels = ['shopee', 'tokopedia', 'tiktok', 'web', 'branch', 'reseller'];
const cities = [
  'Jakarta Selatan',
  'Jakarta Barat',
  'Surabaya',
  'Bandung',
  'Bekasi',
  'Medan',
  'Depok',
  'Tangerang',
  'Palembang',
  'Semarang',
  'Makassar',
  'Batam',
  'Bogor',
  'Padang',
  'Malang',
  'Denpasar',
  'Samarinda',
  'Yogyakarta',
];
const discounts = ['0', '0', '0', '0', '0.05', '0.1', '0.15', '0.25'];

/**
 * Writes the orders of a large shop as one CSV of 154 MB, oldest first: the same text for the same seed. Customers come
 * one after the other over the years and return at random, each orders at least once, and an order has 1 to 4 lines.
 *
 * @returns how many lines cannot be read
 */
export function writeBigShop(path: string, { lines, customers } = bigShop, seed = 1): { readonly broken: number } {
  const chance = seededChance(seed);
  const prices = Array.from({ length: PRODUCTS }, () => 500 * (10 + upTo(chance, 600)));
  const orders = Math.floor(lines / LINES_PER_ORDER);
  const file = openSync(path, 'w');
  let text = 'order_id,customer_id,date,sku,qty,unit_price,discount,channel,city\n';
  let written = 0;
  let known = 0;
  let broken = 0;

  for (let order = 0; written < lines; order++) {
    const share = Math.min(1, order / orders);
    const isNew = known < Math.ceil(share * customers);
    const customer = isNew ? known++ : upTo(chance, known);
    const date = new Date(FIRST_DAY + Math.floor(share * (bigShop.days - 1)) * DAY_MS).toISOString().slice(0, 10);
    const head = `O${1_000_001 + order},C${100_001 + ((customer * SCATTER) % customers)},${date},`;
    const tail = `,${chance.pick(discounts)},${chance.pick(channels)},${chance.pick(cities)}\n`;
    for (let line = linesOf(chance); line > 0 && written < lines; line--) {
      const product = Math.floor(PRODUCTS * chance.next() ** 2);
      const isBroken = chance.next() * BROKEN_ONE_IN < 1;
      if (isBroken) broken++;
      const quantity = isBroken ? 'some' : 1 + Math.floor(4 * chance.next() ** 3);
      text += `${head}SK${String(product).padStart(5, '0')},${quantity},${prices[product]}${tail}`;
      written++;
    }
    if (text.length > FLUSH_CHARACTERS) {
      writeSync(file, text);
      text = '';
    }
  }
  writeSync(file, text);
  closeSync(file);
  return { broken };
}

function linesOf(chance: Chance): number {
  const draw = chance.next();
  return draw < 0.3 ? 1 : draw < 0.65 ? 2 : draw < 0.9 ? 3 : 4;
}

function upTo(chance: Chance, most: number): number {
  return Math.floor(chance.next() * most);
}
