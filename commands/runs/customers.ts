import type { CustomerTraits } from '../../data/types/customers.ts';
import type { Day } from '../../data/types/shop.ts';
import { addDays, fromEpochDay } from '../../models/days.ts';
import { type FeatureSet, featureColumns, featureSets } from '../../models/segments/feature-sets.ts';
import type { SegmentView } from '../../models/segments/types.ts';
import { currencyDigits } from '../../words/currency.ts';
import { count, day as onDay, type Said, say, type Words } from '../../words/say.ts';
import type { Context } from '../command.ts';
import { Refusal } from '../refusal.ts';
import { type Cut, readCut } from './cut.ts';

/** What customers are told apart by, in words. */
export const setWords: Readonly<Record<FeatureSet, Said>> = {
  rfm: say`days since the last order, number of orders, money spent`,
  behaviour: say`days since the last order, orders, money, days per order, order size, units per order, products, promo use`,
  thirteen: say`the thirteen features of a distributor: money, units, visits, sizes, discount, places, price bands, members`,
  profile: say`a table of customers: days since the last purchase, purchases, spend`,
};

export const setNames = Object.keys(featureSets) as readonly FeatureSet[] as readonly [FeatureSet, ...FeatureSet[]];

/** The set that somebody chose for this shop; else recency, orders and money, of whoever is known. */
export async function standingSet({ state, facts }: Context): Promise<FeatureSet> {
  const chosen = state.memory.get('segments', 'features');
  if (chosen !== null) return chosen as FeatureSet;
  const { firstDay } = await facts.coverage();
  return firstDay === null && (await facts.customers.traitNames()).some(isSpend) ? 'profile' : 'rfm';
}

/** The data that segments may stand on: orders, or a table of customers. @throws {Refusal} where there is neither */
export async function readSegmentsCut(context: Context, set: FeatureSet, asOf?: Day): Promise<Cut> {
  if (set !== 'profile') return readCut(context, asOf);
  const { facts, shop, today } = context;
  if (asOf !== undefined) {
    throw new Refusal(
      say`A table of customers has no past`,
      say`as-of: needs orders with dates: /segment features:rfm.`,
    );
  }
  await requireTable(context);
  const coverage = await facts.coverage();
  const { joined } = (await facts.customers.traits(['joined'])).numbers;
  const days = (joined ?? new Float64Array(0)).filter((day) => !Number.isNaN(day)).sort();
  const lastDay = days.length > 0 ? fromEpochDay(days.at(-1)!) : today;
  const firstDay = days.length > 0 ? fromEpochDay(days[0]!) : today;
  return { shop: shop!, before: addDays(lastDay, 1), lastDay, firstDay, coverage, held: null };
}

export type Customers = {
  readonly view: SegmentView;
  /** For the receipt: how many rows of what, and what was left out. */
  readonly used: readonly Words[];
};

/**
 * Customers as of a day, with all that these sets need.
 *
 * @throws {Refusal} where the table of customers does not tell enough
 */
export async function customersBy(context: Context, sets: readonly FeatureSet[], before: Day): Promise<Customers> {
  const { facts, shop } = context;
  if (sets.includes('profile')) return describedCustomers(context);
  const { cleaning, ...view } = await facts.customers.view({ before });
  const used = [
    say`${count(cleaning.rowsUsed)} order lines of ${count(view.id.length)} customers, data until ${onDay(addDays(before, -1))}.`,
    say`Left out: ${count(cleaning.rowsAnonymous)} lines without a customer, ${count(cleaning.rowsCancelledOrFree)} cancelled or free.`,
  ];
  const { id, recencyDays, orders, revenueMinor, spanDays } = view;
  const plain = { id, recencyDays, orders, revenueMinor, spanDays };
  if (sets.every((set) => set === 'rfm')) return { view: plain, used };
  const features = await facts.customers.features({ before });
  const minorPerUnit = 10 ** currencyDigits(shop!.currency);
  return { view: { ...plain, features: featureColumns(features, minorPerUnit) }, used };
}

const LAST_SEEN = 'days since last purchase';
const isSpend = ({ name }: { readonly name: string }) => name.startsWith('spent on ');
const isPurchases = ({ name }: { readonly name: string }) => name.startsWith('purchases ');

async function requireTable({ facts, shop }: Context) {
  const names = await facts.customers.traitNames();
  const known = { spends: names.filter(isSpend), purchases: names.filter(isPurchases) };
  if (shop && known.spends.length > 0 && known.purchases.length > 0 && names.some(({ name }) => name === LAST_SEEN)) {
    return known;
  }
  throw new Refusal(
    say`I have no table of customers to find groups in`,
    say`Bring one with /data add: days since the last purchase, purchases and spend of each customer.`,
  );
}

async function describedCustomers(context: Context): Promise<Customers> {
  const { spends, purchases } = await requireTable(context);
  const named = (of: readonly { readonly name: string }[]) => of.map(({ name }) => name);
  const traits = await context.facts.customers.traits([LAST_SEEN, ...named(spends), ...named(purchases)]);
  const money = sumOf(traits, named(spends));
  const recency = traits.numbers[LAST_SEEN]!;
  const rows = Int32Array.from(traits.id.keys()).filter((row) => money[row]! > 0 && !Number.isNaN(recency[row]!));
  const orders = sumOf(traits, named(purchases));
  const column = (values: Float64Array) => Float64Array.from(rows, (row) => values[row]!);
  return {
    view: {
      id: rows.map((row) => traits.id[row]!),
      recencyDays: column(recency),
      orders: column(orders),
      revenueMinor: column(money),
    },
    used: [
      say`${count(rows.length)} customers of a table; ${count(traits.id.length - rows.length)} left out: no spend, or last purchase not known.`,
    ],
  };
}

function sumOf({ id, numbers }: CustomerTraits, names: readonly string[]): Float64Array {
  return Float64Array.from(id, (_, row) => names.reduce((sum, name) => sum + (numbers[name]![row] || 0), 0));
}
