import { describe, expect, it, onTestFinished } from 'vitest';
import type { SeriesFinding } from '../../commands/alerts/finding.ts';
import { generateShop } from '../../data/sample/shop.ts';
import type { Day } from '../../data/types/shop.ts';
import { addDays, daysBetween, startOfWeek } from '../../models/days.ts';
import { breaks, bySeries, openedOn, type Post, quick, replay, smaller } from '../support/alert-replay.ts';
import { LAST_DAY } from '../support/clock.ts';

const whole = generateShop({ seed: 5, lastDay: LAST_DAY });
/** Whole weeks are judged on Mondays, days and spend on Thursdays too: a night of the year costs 40 ms. */
const isNight = (day: Day) => [0, 3].includes(daysBetween(startOfWeek(day), day));
/** From so many days a forecast learns: enough, and quick. */
const MEMORY = 140;
/** All that is known: of less, the bands are wider. */
const ALL = Number.POSITIVE_INFINITY;
const part = (by: string, everyWeeks: number): Post => ({
  line: `/forecast by:${by} top:3 weeks:${everyWeeks}`,
  everyWeeks,
});

type Nights = { readonly isNight: (day: Day) => boolean; readonly memory?: number };

function shopWith(sample: typeof whole, posts: readonly Post[], { isNight, memory = MEMORY }: Nights) {
  const house = replay(sample, { posts, compute: quick(memory), isNight });
  onTestFinished(house.close);
  return house;
}

// Every night, more seeds, more parts, larger shops and other breaks, beside fixed rules on the same days: `npm run bench alerts`.
describe('a year with every rule that stands by itself', () => {
  it('wakes nobody more than twice on anything, in a shop of sparse products where nothing happens', async () => {
    const posts = [{ line: '/forecast weeks:4', everyWeeks: 4 }, part('product', 8), part('campaign', 8)];
    const house = shopWith(smaller(whole, 0.06), posts, { isNight });
    const from = addDays(LAST_DAY, 1 - 364);
    await house.mornings(addDays(from, -28), from);
    const counts = bySeries(await house.mornings(from, addDays(LAST_DAY, 1)));
    // Everything was judged: the quiet is none of rules that slept.
    const judged = house.state.ledger.series.history(60);
    expect(judged.filter(({ actual }) => actual !== null).length).toBeGreaterThan(5 * 48);
    expect(house.state.ledger.scored(60).length).toBeGreaterThan(50);
    expect([...counts].filter(([, alerts]) => alerts > 2)).toEqual([]);
  }, 180_000);
});

describe('a break', () => {
  /** A Wednesday: five weeks after the parts were posted last but one. */
  const onset = '2026-02-18';
  const before = addDays(onset, -30);
  const isNear = (day: Day) => day >= addDays(onset, -9);

  it('of half of all sales is told of once, after the next whole week', async () => {
    const posts = [{ line: '/forecast weeks:8', everyWeeks: 1 }];
    const house = shopWith(breaks.drop(0.5)(smaller(whole, 0.4), onset), posts, { isNight: isNear, memory: ALL });
    expect(await house.mornings(addDays(onset, -9), onset)).toEqual([]);
    const told = await house.mornings(onset, addDays(onset, 14));
    expect(told.map(({ rule, side }) => [rule, side])).toEqual([['week', 'below']]);
    expect(openedOn(told[0]!)).toBe('2026-03-02');
  }, 120_000);

  it('of a campaign that stops is told of by its name, after the first week without an order', async () => {
    const name = 'Google Search Merek';
    const house = shopWith(breaks.campaignStops(name)(smaller(whole, 0.5), onset), [part('campaign', 4)], {
      isNight: isNear,
    });
    expect(await house.mornings(before, onset)).toEqual([]);
    const [told] = await house.mornings(onset, addDays(onset, 14));
    expect(told).toMatchObject({ rule: 'series', side: 'below', impact: expect.any(Number) });
    expect((told!.finding as SeriesFinding).series).toMatchObject({ by: 'campaign', slice: name });
    expect(openedOn(told!)).toBe('2026-03-02');
  }, 120_000);
});
