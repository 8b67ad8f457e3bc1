import { extraOrders, type SampleCampaign, type SamplePlan } from './campaigns.ts';
import type { SampleProduct } from './catalogue.ts';
import { NOT_YET, type SampleCustomer, type SampleSegment, segmentHabits } from './customers.ts';
import { type Chance, runningSum } from './random.ts';

/** One line of an order. `day` counts from the shop's first day, `second` from local midnight. */
export type SampleLine = {
  readonly order: string;
  readonly day: number;
  readonly second: number;
  readonly customer: SampleCustomer | null;
  readonly product: SampleProduct;
  readonly quantity: number;
  readonly price: number;
  readonly channel: string;
  readonly status: string;
  readonly campaign: string | null;
};

const ANONYMOUS_ORDERS_A_DAY = 3;
const SHARE_CANCELLED = 0.025;
const SHARE_RETURNED = 0.01;
const YEARLY_PRICE_RISE = 0.04;
const channels = ['Shopee', 'Shopee', 'Shopee', 'Tokopedia', 'Tokopedia', 'Website', 'WhatsApp'] as const;
/** From midnight to eleven at night: lunch break and evening. */
const hourly = runningSum([
  1, 0.5, 0.3, 0.2, 0.3, 0.8, 1.5, 2.5, 3.5, 4, 4.5, 5, 6, 5, 4, 4, 4, 4.5, 5.5, 7, 8, 7, 5, 3,
]);
/** Of a day, in seconds. */
export const LAST_MINUTE = 86_340;

type Buyer = { readonly customer: SampleCustomer | null; readonly campaign: SampleCampaign | null };

/**
 * Lets the customers buy, day by day: by themselves, as lively as the day is; and because of campaigns, as many as each
 * one's response curve says for the day's spend, neither more nor fewer but for Poisson's luck. Only orders without a
 * campaign are cancelled or returned, so that the curves stay what the truth says.
 */
export function sampleOrders({
  demand,
  customers,
  campaigns,
  products,
  chance,
}: {
  readonly demand: Float64Array;
  readonly customers: readonly SampleCustomer[];
  readonly campaigns: readonly (SamplePlan & { readonly campaign: SampleCampaign })[];
  readonly products: readonly SampleProduct[];
  readonly chance: Chance;
}): readonly SampleLine[] {
  const fill = basketFiller(products, chance);
  const audience = audiences(customers, chance);
  const lines: SampleLine[] = [];
  let orders = 0;

  for (let day = 0; day < demand.length; day++) {
    const buyers: Buyer[] = organicBuyers(customers, day, demand[day]!, chance);
    for (const { campaign, spend, answer } of campaigns) {
      const count = chance.poisson(answer[day]! * extraOrders(campaign.response, spend[day]!));
      for (let extra = 0; extra < count; extra++) buyers.push({ customer: audience(campaign, day), campaign });
    }
    const seconds = buyers
      .map(() => chance.weighted(hourly) * 3600 + Math.floor(chance.next() * 3600))
      .sort((a, b) => a - b);
    // The last day must be seen to be over: see lastCompleteDay.
    if (day === demand.length - 1 && seconds.length > 0) seconds[seconds.length - 1] = LAST_MINUTE;
    for (const [at, second] of seconds.entries()) {
      lines.push(...fill(buyers[at]!, { order: `TSN-${String(++orders).padStart(6, '0')}`, day, second }));
    }
  }
  return withReturns(lines, demand.length, chance);
}

function organicBuyers(customers: readonly SampleCustomer[], day: number, demand: number, chance: Chance): Buyer[] {
  const buyers: Buyer[] = [];
  const lively = new Map(
    Object.entries(segmentHabits).map(([segment, { demandPower }]) => [segment, demand ** demandPower]),
  );
  for (const customer of customers) {
    if (customer.joined > day) break;
    const isFirstDay = customer.joined === day;
    if (isFirstDay || (day < customer.left && chance.next() < customer.rate * lively.get(customer.segment)!)) {
      buyers.push({ customer, campaign: null });
    }
  }
  const anonymous = chance.poisson(ANONYMOUS_ORDERS_A_DAY * demand);
  for (let at = 0; at < anonymous; at++) buyers.push({ customer: null, campaign: null });
  return shuffled(buyers, chance);
}

function shuffled<Item>(items: readonly Item[], chance: Chance): Item[] {
  const mixed = [...items];
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = Math.floor(chance.next() * (at + 1));
    [mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!];
  }
  return mixed;
}

/** Finds who answers a campaign on a day: someone of its audience who has joined, or someone new. */
function audiences(customers: readonly SampleCustomer[], chance: Chance) {
  const members = (of: SampleSegment) =>
    customers.filter(({ segment, joined }) => segment === of && joined !== NOT_YET);
  const bySegment = new Map((Object.keys(segmentHabits) as SampleSegment[]).map((of) => [of, members(of)]));
  const newcomers = customers.filter(({ joined }) => joined === NOT_YET);
  return ({ audience, newcomers: share }: SampleCampaign, day: number): SampleCustomer => {
    if (newcomers.length > 0 && chance.next() < share) return newcomers.shift()!;
    const segments = Object.keys(audience) as SampleSegment[];
    const segment = segments[chance.weighted(runningSum(Object.values(audience)))]!;
    for (;;) {
      const customer = chance.pick(bySegment.get(segment)!);
      if (customer.joined <= day && day < customer.left) return customer;
    }
  };
}

/** Fills baskets as the customer's segment does. */
function basketFiller(products: readonly SampleProduct[], chance: Chance) {
  const meanPrice = products.reduce((sum, { price }) => sum + price, 0) / products.length;
  const shelves = new Map(
    Object.entries(segmentHabits).map(([segment, { tilt }]) => [
      segment,
      runningSum(products.map(({ price, popularity }) => popularity * (price / meanPrice) ** tilt)),
    ]),
  );
  const upTo = ([low, high]: readonly [number, number]) => Math.floor(chance.between(low, high + 1));

  return ({ customer, campaign }: Buyer, when: { order: string; day: number; second: number }): SampleLine[] => {
    const segment = customer?.segment ?? 'one-time';
    const { lines, quantity } = segmentHabits[segment];
    const basket = new Set<number>();
    const wanted = upTo(lines);
    while (basket.size < wanted) basket.add(chance.weighted(shelves.get(segment)!));
    const priceLevel = (1 + YEARLY_PRICE_RISE) ** (when.day / 365.25) * (1 - (campaign?.discount ?? 0));
    const shared = {
      ...when,
      customer,
      channel: chance.pick(channels),
      status: !campaign && chance.next() < SHARE_CANCELLED ? 'cancelled' : 'completed',
      campaign: campaign?.name ?? null,
    };
    return [...basket].map((at) => {
      const product = products[at]!;
      const price = Math.round((product.price * priceLevel) / 500) * 500;
      return { ...shared, product, quantity: upTo(quantity), price };
    });
  };
}

/** Some lines come back some days later, under an order number of their own. */
function withReturns(lines: readonly SampleLine[], days: number, chance: Chance): readonly SampleLine[] {
  const returns = lines.flatMap((line): SampleLine[] => {
    if (line.campaign || line.status !== 'completed' || chance.next() >= SHARE_RETURNED) return [];
    const day = line.day + Math.floor(chance.between(3, 11));
    const order = `${line.order}-R-${line.product.sku}`;
    return day < days - 1 ? [{ ...line, order, day, quantity: -line.quantity, status: 'returned' }] : [];
  });
  return [...lines, ...returns].sort((a, b) => a.day - b.day || a.second - b.second);
}
