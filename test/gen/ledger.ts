import type { Chance } from '../../data/sample/random.ts';
import type { EpochDay, Shop } from '../../data/types/shop.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
export const DAY_MS = 24 * HOUR;

/** Moments are the shop's wall clock written as if it were UTC milliseconds, to the minute: no file tells less. */
export type Local = number;

export type Product = {
  readonly sku: string;
  readonly name: string;
  readonly category: string;
  readonly priceMinor: number;
  readonly costMinor: number;
};

export type Person = {
  readonly ref: string;
  readonly name: string;
  readonly city: string;
  readonly born: number;
  readonly income: number;
  readonly sponsor: string | null;
};

/** `discountMinor` and `platformDiscountMinor` are per piece: the seller pays the first, the platform the other. */
export type Line = {
  readonly product: Product;
  readonly quantity: number;
  readonly discountMinor: number;
  readonly platformDiscountMinor: number;
};

export type Order = {
  readonly number: number;
  readonly customer: Person;
  readonly lines: readonly Line[];
  /** What the seller's voucher takes off the whole order. */
  readonly voucherMinor: number;
  readonly campaign: string | null;
  readonly createdAt: Local;
  /** Null: never paid, and cancelled in the end. */
  readonly paidAt: Local | null;
  readonly sentAt: Local | null;
  readonly completedAt: Local | null;
  readonly cancelledAt: Local | null;
  /** Of the first line. */
  readonly returned: { readonly at: Local; readonly quantity: number } | null;
};

export type SpendDay = { readonly campaign: string; readonly day: EpochDay; readonly spendMinor: number };

/** Who was written to, or left out to compare with. */
export type Contact = { readonly campaign: string; readonly person: Person; readonly isTreated: boolean };

export type Review = {
  readonly order: number;
  readonly product: Product;
  readonly score: number;
  readonly day: EpochDay;
};

/** One day of the shop's own statistics. */
export type TrafficDay = {
  readonly day: EpochDay;
  readonly newVisitors: number;
  readonly oldVisitors: number;
  readonly views: number;
  readonly claims: number;
  readonly redeemed: number;
};

/** What a shop did: made up, the same for the same chance, and the one truth that all files are written from. */
export type Ledger = {
  readonly shop: Shop;
  /** How the shop's zone is written in files that name it; these zones have no summer time in the ledger's months. */
  readonly offset: string;
  readonly minorDigits: number;
  readonly firstDay: EpochDay;
  readonly days: number;
  readonly products: readonly Product[];
  readonly people: readonly Person[];
  readonly orders: readonly Order[];
  readonly spend: readonly SpendDay[];
  readonly traffic: readonly TrafficDay[];
  readonly contacts: readonly Contact[];
  readonly reviews: readonly Review[];
};

const shops = {
  IDR: { name: 'Toko', currency: 'IDR', zone: 'Asia/Jakarta', locale: 'id-ID', offset: '+0700', minorDigits: 0 },
  PHP: { name: 'Tindahan', currency: 'PHP', zone: 'Asia/Manila', locale: 'en-PH', offset: '+0800', minorDigits: 2 },
  GBP: { name: 'Shop', currency: 'GBP', zone: 'Europe/London', locale: 'en-GB', offset: '+0000', minorDigits: 2 },
} as const;

export type LedgerWish = {
  readonly orders?: number;
  readonly days?: number;
  readonly currency?: keyof typeof shops;
  /** Orders that nobody paid and vouchers on whole orders: file types differ in whether they tell of them. */
  readonly unpaid?: boolean;
  readonly vouchers?: boolean;
};

const goods = [
  'Saringan keramik',
  'Botol “pagi”',
  'Kran air, besar',
  'Pitcher 2½ l',
  'Tas\tlipat',
  'Filter; isi ulang',
];
const towns = ['Kota Bandung', 'Jakarta Selatan', 'Surabaya', 'Kab. Sleman'];
const campaigns = ['Gajian Sale', 'Iklan pencarian', 'LIVE 11.11'];

/** Invents a shop. Days lie in January and February 2026, winter everywhere, some of them up to the 12th of a month. */
export function makeLedger(chance: Chance, wish: LedgerWish = {}): Ledger {
  const { orders: count = 24, days = 28, currency = 'IDR', unpaid = true, vouchers = true } = wish;
  const { offset, minorDigits, ...shop } = shops[currency];
  const upTo = (most: number) => Math.floor(chance.next() * most);
  const firstDay = Date.UTC(2026, 0, 5) / DAY_MS;
  const step = minorDigits === 0 ? 500 : 5;

  const products = goods.map((name, at): Product => {
    const priceMinor = step * (2 + upTo(at % 2 === 0 ? 400 : 4000));
    return { sku: `SAM-${at}`, name, category: at % 2 === 0 ? 'Filter' : 'Aksesori', priceMinor, costMinor: step * at };
  });
  // The shop in London gives its customers numbers.
  const refOf = (at: number) => (currency === 'GBP' ? String(12_346 + at) : `josé_${at}`);
  const people = Array.from(
    { length: Math.ceil(count / 2) },
    (_, at): Person => ({
      ref: refOf(at),
      name: `José “Pak” ${at}`,
      city: chance.pick(towns),
      born: 1960 + upTo(45),
      income: 1_000_000 * (3 + upTo(40)),
      sponsor: at > 0 && chance.next() < 0.5 ? refOf(upTo(at)) : null,
    }),
  );

  const order = (number: number): Order => {
    const createdAt = (firstDay + upTo(days)) * DAY_MS + upTo(24 * 60) * MINUTE;
    const isPaid = !unpaid || chance.next() > 0.1;
    const paidAt = isPaid ? createdAt + (1 + upTo(20)) * MINUTE : null;
    const isCancelled = !isPaid || chance.next() < 0.12;
    const sentAt = isCancelled || paidAt === null ? null : paidAt + (1 + upTo(30)) * HOUR;
    const completedAt = sentAt !== null && chance.next() < 0.8 ? sentAt + (1 + upTo(4)) * DAY_MS : null;
    const lines = Array.from({ length: 1 + upTo(3) }, (): Line => {
      const product = chance.pick(products);
      const share = () => (chance.next() < 0.3 ? step * upTo(Math.floor(product.priceMinor / step / 4)) : 0);
      return { product, quantity: 1 + upTo(4), discountMinor: share(), platformDiscountMinor: share() };
    });
    const worth = lines.reduce((sum, line) => sum + soldMinor(line), 0);
    const isReturned = completedAt !== null && chance.next() < 0.3;
    return {
      number,
      customer: chance.pick(people),
      lines,
      voucherMinor: vouchers && chance.next() < 0.25 ? Math.min(step * (1 + upTo(10)), worth) : 0,
      campaign: chance.next() < 0.3 ? chance.pick(campaigns) : null,
      createdAt,
      paidAt,
      sentAt,
      completedAt,
      cancelledAt: isCancelled ? createdAt + (3 + upTo(60)) * HOUR : null,
      returned: isReturned ? { at: completedAt + 20 * HOUR, quantity: 1 + upTo(lines[0]!.quantity) } : null,
    };
  };

  const orders = Array.from({ length: count }, (_, number) => order(number));
  return {
    shop: { ...shop, demo: false },
    offset,
    minorDigits,
    firstDay,
    days,
    products,
    people,
    orders,
    spend: campaigns.flatMap((campaign) =>
      Array.from({ length: days }, (_, at) => ({ campaign, day: firstDay + at, spendMinor: 137 * (1 + upTo(3000)) })),
    ),
    traffic: Array.from({ length: days }, (_, at) => {
      const claims = 1 + upTo(2500);
      return {
        day: firstDay + at,
        newVisitors: 1 + upTo(3000),
        oldVisitors: upTo(1500),
        views: 6000 + upTo(9000),
        claims,
        redeemed: upTo(claims),
      };
    }),
    contacts: people.map((person) => ({ campaign: campaigns[0]!, person, isTreated: chance.next() < 0.6 })),
    reviews: orders
      .filter(({ completedAt }) => completedAt !== null)
      .map(({ number, lines, completedAt }) => ({
        order: number,
        product: lines[0]!.product,
        score: 1 + upTo(5),
        day: Math.floor(completedAt! / DAY_MS) + 1,
      })),
  };
}

/** Price less what the seller takes off it, times pieces. What the platform pays is the seller's revenue. */
export function soldMinor({ product, quantity, discountMinor }: Line): number {
  return (product.priceMinor - discountMinor) * quantity;
}

/** The orders made on some days, as they stood at a moment: what one export shows. */
export type Window = { readonly from: EpochDay; readonly to: EpochDay; readonly on: Local };

/** All of a ledger, seen when everything was over. */
export function all({ firstDay, days }: Ledger): Window {
  return { from: firstDay, to: firstDay + days - 1, on: (firstDay + days + 20) * DAY_MS };
}

/** What a window shows of a ledger. */
export function ordersIn({ orders }: Ledger, { from, to, on }: Window): readonly Order[] {
  return orders.filter(
    ({ createdAt }) => createdAt >= from * DAY_MS && createdAt < (to + 1) * DAY_MS && createdAt <= on,
  );
}

/** How an order stood at a moment: what had not happened yet is not told. */
export function asOf(order: Order, on: Local): Order {
  const told = (at: Local | null) => (at !== null && at <= on ? at : null);
  return {
    ...order,
    paidAt: told(order.paidAt),
    sentAt: told(order.sentAt),
    completedAt: told(order.completedAt),
    cancelledAt: told(order.cancelledAt),
    returned: order.returned && order.returned.at <= on ? order.returned : null,
  };
}
