import type { Chance } from './random.ts';

/** What kind of customer someone is: the demo's truth, which no file of orders tells. */
export type SampleSegment = 'loyal' | 'regular' | 'bargain' | 'one-time';

export type SampleCustomer = {
  readonly ref: string;
  readonly segment: SampleSegment;
  readonly city: string;
  /** Days from the first day of the shop; below zero for those who were there before. */
  readonly joined: number;
  readonly left: number;
  /** Orders a day on an ordinary day. */
  readonly rate: number;
  /** Whoever referred them. Null: came alone. */
  readonly sponsor: string | null;
};

/** How a segment buys. `demandPower`: 2 means that lively days count double. `tilt`: above 0 prefers dear products. */
export type SegmentHabit = {
  readonly share: number;
  readonly ordersADay: number;
  readonly meanStay: number;
  readonly demandPower: number;
  readonly lines: readonly [number, number];
  readonly quantity: readonly [number, number];
  readonly tilt: number;
  /** How likely to be asked for a name when someone new is referred. */
  readonly sponsors: number;
};

/** The four segments, far enough apart in recency, frequency and money to be found again. */
export const segmentHabits: Readonly<Record<SampleSegment, SegmentHabit>> = {
  loyal: {
    share: 0.12,
    ordersADay: 1 / 14,
    meanStay: 2400,
    demandPower: 0.8,
    lines: [2, 3],
    quantity: [1, 1.3],
    tilt: 0.5,
    sponsors: 6,
  },
  regular: {
    share: 0.31,
    ordersADay: 1 / 50,
    meanStay: 1100,
    demandPower: 1,
    lines: [1, 3],
    quantity: [1, 1.2],
    tilt: 0.1,
    sponsors: 2,
  },
  bargain: {
    share: 0.22,
    ordersADay: 1 / 130,
    meanStay: 900,
    demandPower: 2.2,
    lines: [1, 2],
    quantity: [1, 1.5],
    tilt: -0.9,
    sponsors: 1,
  },
  'one-time': {
    share: 0.35,
    ordersADay: 0,
    meanStay: 0,
    demandPower: 1,
    lines: [1, 2],
    quantity: [1, 1],
    tilt: 0,
    sponsors: 0.2,
  },
};

const SHARE_FROM_BEFORE = 0.72;
const SHARE_REFERRED = 0.4;
/** One-timers who come through an ad and not by themselves: when, the campaigns decide. */
const SHARE_THROUGH_ADS = 0.5;
const cities = ['Jakarta', 'Bandung', 'Surabaya', 'Medan', 'Semarang', 'Makassar', 'Denpasar', 'Yogyakarta'] as const;

/** Someone whose first day is not decided yet. */
export const NOT_YET = Number.POSITIVE_INFINITY;

/** Makes the customers, by the day they joined. Those of an ad come last. */
export function sampleCustomers({
  count,
  days,
  chance,
}: {
  readonly count: number;
  readonly days: number;
  readonly chance: Chance;
}): readonly SampleCustomer[] {
  const people = (Object.keys(segmentHabits) as SampleSegment[]).flatMap((segment) =>
    Array.from({ length: Math.round(segmentHabits[segment].share * count) }, () => newcomer(segment, days, chance)),
  );
  people.sort((a, b) => (a.joined === b.joined ? 0 : a.joined - b.joined));
  const named = people.map((person, at) => ({ ...person, ref: `C${String(at + 1).padStart(5, '0')}` }));
  return named.map((person, at) => ({ ...person, sponsor: sponsorOf(person.joined, named.slice(0, at), chance) }));
}

function newcomer(segment: SampleSegment, days: number, chance: Chance) {
  const { ordersADay, meanStay } = segmentHabits[segment];
  const joined = joinedOn(segment, days, chance);
  return {
    segment,
    city: chance.pick(cities),
    joined,
    left: joined - meanStay * Math.log(1 - chance.next()),
    rate: ordersADay * Math.exp(0.3 * chance.normal()),
  };
}

function joinedOn(segment: SampleSegment, days: number, chance: Chance): number {
  if (segment === 'one-time') return chance.next() < SHARE_THROUGH_ADS ? NOT_YET : Math.floor(chance.between(0, days));
  return chance.next() < SHARE_FROM_BEFORE ? -1 : Math.floor(chance.between(0, days - 60));
}

/** The tree of referrals: whoever refers was there first. */
function sponsorOf(joined: number, earlier: readonly { ref: string; segment: SampleSegment }[], chance: Chance) {
  if (joined < 0 || earlier.length === 0 || chance.next() > SHARE_REFERRED) return null;
  for (;;) {
    const person = chance.pick(earlier);
    if (chance.next() * segmentHabits.loyal.sponsors < segmentHabits[person.segment].sponsors) return person.ref;
  }
}
