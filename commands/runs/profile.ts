import type { CustomerTraits } from '../../data/types/customers.ts';
import type { Day } from '../../data/types/shop.ts';
import { addDays, daysBetween } from '../../models/days.ts';
import type { FeatureSet } from '../../models/segments/feature-sets.ts';
import type { Profile, ProfileColumn } from '../../models/segments/profile.ts';
import type { SegmentView } from '../../models/segments/types.ts';
import type { Unit } from '../../words/quantity.ts';
import { count, days, day as onDay, say } from '../../words/say.ts';
import type { Context } from '../command.ts';
import { customersBy } from './customers.ts';
import type { Cut } from './cut.ts';
import { keepRun, type RunOf } from './keep.ts';
import type { KeptClusters } from './segments.ts';

/** In how many days an order counts as "again": the window that lists are judged by unless told otherwise. */
export const AGAIN_DAYS = 28;
/** A thing told of fewer customers than this share is told of too few. */
const LEAST_KNOWN = 0.3;
/** What shops are known to keep of a customer fits; a table of hundreds of columns does not. */
const MOST_TRAITS = 30;
/** What a group is asked about first, however few columns fit. */
const FIRST = 'response';

export type KeptProfile = Profile & {
  readonly placeNames: readonly string[];
  readonly units: Readonly<Record<string, Unit>>;
};

type Described = ProfileColumn & { readonly unit: Unit };

/** What is known of the customers of each group: what they do, what files tell of them, where they are. */
export function profileRun(
  context: Context,
  { cut, run, clusters, set }: { cut: Cut; run: RunOf<unknown>; clusters: KeptClusters; set: FeatureSet },
): Promise<RunOf<KeptProfile>> {
  const { facts } = context;
  return keepRun<KeptProfile>(context, {
    kind: 'profile',
    version: 3,
    parameters: { model: run.id },
    cut,
    async compute() {
      const { view } = await customersBy(context, [set], cut.before);
      const [columns, traits] = [
        set === 'profile' ? ordersOf(view) : await behaviour(context, cut.before),
        await traitColumns(context, cut, view),
      ];
      const { names: placeNames, id, place } = await facts.customers.places({ before: cut.before });
      const placeOf = new Map(Array.from(id, (customer, at) => [customer, place[at]!]));
      const past = set === 'profile' ? null : await viewThen(context, cut, set);
      const all = [...columns, ...traits];
      const profile = await context.compute('segmentProfile', {
        model: { scaling: clusters.scaling, centroids: clusters.centroids },
        view,
        columns: all.map(({ name, values, transform }) => ({ name, values, transform })),
        places:
          placeNames.length < 2
            ? null
            : { count: placeNames.length, of: view.id.map((customer) => placeOf.get(customer) ?? -1) },
        earlier: past && { view: past, days: AGAIN_DAYS },
      });
      return {
        result: { ...profile, placeNames, units: Object.fromEntries(all.map(({ name, unit }) => [name, unit])) },
        receipt: {
          method: say`Medians and standardised means of the groups of ${run.id}.`,
          seed: null,
          used: [say`${count(view.id.length)} customers, data until ${onDay(cut.lastDay)}.`],
          checks: [],
          record: [],
          assumptions: [
            say`A difference is the mean of the group less that of all customers, over their standard deviation; money, counts and days on their logarithm.`,
            say`Ordered again: of who was in the group ${days(AGAIN_DAYS)} before, who has ordered since (Wilson, 95%).`,
            say`The place of a customer is where they order most often. Past sales say what was, not what will be.`,
          ],
        },
      };
    },
  });
}

async function behaviour({ facts }: Context, before: Day): Promise<Described[]> {
  const of = await facts.customers.features({ before });
  const column = (
    name: string,
    values: Float64Array,
    unit: Unit,
    transform: 'log1p' | 'none' = 'log1p',
  ): Described => ({
    name,
    values,
    unit,
    transform,
  });
  const share = (part: Float64Array, whole: Float64Array) => part.map((value, i) => value / whole[i]!);
  return [
    column('last order', of.recencyDays, 'days'),
    column('orders', of.orders, 'count'),
    column('past sales', of.revenueMinor, 'money'),
    column('order size', of.orderMinor, 'money'),
    column('units per order', of.orderQuantity, 'number'),
    column('products', of.products, 'count'),
    column('days between orders', of.meanDaysBetween, 'days'),
    column(
      'first order',
      of.recencyDays.map((days, i) => days + of.spanDays[i]!),
      'days',
    ),
    column('promo use', of.promoShare, 'share', 'none'),
    column('discount', of.discountShare, 'share', 'none'),
    column('sent back', share(of.returnedMinor, of.revenueMinor), 'share', 'none'),
    column('lowest prices', of.priceShare1, 'share', 'none'),
    column('highest prices', of.priceShare4, 'share', 'none'),
    column('members brought', of.referred, 'count'),
  ];
}

function ordersOf({ recencyDays, orders, revenueMinor }: SegmentView): Described[] {
  return [
    { name: 'last purchase', values: recencyDays, unit: 'days', transform: 'log1p' },
    { name: 'purchases', values: orders, unit: 'count', transform: 'log1p' },
    { name: 'past sales', values: revenueMinor, unit: 'money', transform: 'log1p' },
  ];
}

/** What files tell of enough of these customers, the best known first. */
async function traitColumns({ facts }: Context, { lastDay }: Cut, view: SegmentView): Promise<Described[]> {
  const names = (await facts.customers.traitNames())
    .filter(({ unit, name }) => unit !== 'word' && unit !== 'day' && name !== 'consent')
    .filter(({ customers }) => customers >= LEAST_KNOWN * view.id.length)
    .sort((a, b) => Number(b.name === FIRST) - Number(a.name === FIRST) || b.customers - a.customers)
    .slice(0, MOST_TRAITS);
  if (names.length === 0) return [];
  const traits = await facts.customers.traits(names.map(({ name }) => name));
  const rowOf = new Map(Array.from(traits.id, (customer, row) => [customer, row]));
  const columnOf = (name: string) => aligned(traits, name, rowOf, view.id);
  const described = names.map(({ name, unit }): Described => {
    const values = columnOf(name);
    if (name === 'birth year') {
      const year = Number(lastDay.slice(0, 4));
      return { name: 'age', values: values.map((born) => year - born), unit: 'number', transform: 'none' };
    }
    return {
      name,
      values,
      unit: unit === 'money' ? 'money' : unit === 'yes' ? 'share' : 'number',
      transform: unit === 'money' ? 'log1p' : 'none',
    };
  });
  const deals = names.find(({ name }) => name === DEALS);
  return deals ? [promoUse(columnOf(DEALS), view.orders), ...described] : described;
}

const DEALS = 'purchases with a discount';

/** Of a table's purchases, those with a discount; not known of who bought nothing. */
function promoUse(deals: Float64Array, purchases: Float64Array): Described {
  const values = deals.map((count, row) => (purchases[row]! > 0 ? count / purchases[row]! : Number.NaN));
  return { name: 'promo use', values, unit: 'share', transform: 'none' };
}

function aligned({ numbers }: CustomerTraits, name: string, rowOf: ReadonlyMap<number, number>, ids: Int32Array) {
  return Float64Array.from(ids, (customer) => numbers[name]![rowOf.get(customer) ?? -1] ?? Number.NaN);
}

async function viewThen(context: Context, { before, firstDay }: Cut, set: FeatureSet): Promise<SegmentView | null> {
  const then = addDays(before, -AGAIN_DAYS);
  if (daysBetween(firstDay, then) < AGAIN_DAYS) return null;
  return (await customersBy(context, [set], then)).view;
}
