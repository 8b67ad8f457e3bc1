import { describe, expect, it } from 'vitest';
import { announce } from '../../commands/alerts/announce.ts';
import { checkSales } from '../../commands/alerts/check.ts';
import type { Context } from '../../commands/command.ts';
import type { Cut } from '../../commands/runs/cut.ts';
import { freeze } from '../../commands/runs/freeze.ts';
import { openDatabase } from '../../data/database.ts';
import { openState } from '../../data/state/open.ts';
import type { DailyRevenue } from '../../data/types/series.ts';
import { addDays, startOfWeek } from '../../models/days.ts';
import { forecast } from '../../models/forecast/forecast.ts';
import { seeded } from '../../models/random.ts';
import { DAY_MS } from '../support/clock.ts';

const FIRST = '2024-01-01';
/** What a forecast learns from here: enough, and quick. */
const MEMORY = 180;

/** A shop with a weekly rhythm, a slow yearly wave, paydays, and days that err by a fifth and a little alike. */
function normalShop(days: number, seed: number): Float64Array {
  const random = seeded(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const weekday = [1, 0.9, 0.9, 0.95, 1.1, 1.3, 1.2];
  let mood = 0;
  return Float64Array.from({ length: days }, (_, i) => {
    mood = 0.3 * mood + 0.18 * normal();
    const payday = Number(addDays(FIRST, i).slice(8)) === 25 ? 1.3 : 1;
    return 1e6 * weekday[i % 7]! * (1 + 0.1 * Math.sin((2 * Math.PI * i) / 365)) * payday * Math.exp(mood);
  });
}

/** Posts a forecast every Monday and checks every night, from `from` on. Returns the alerts that were opened. */
async function replay(values: Float64Array, from: number) {
  const state = openState(openDatabase(':memory:'));
  const history = (end: number): DailyRevenue => ({
    firstDay: FIRST,
    revenueMinor: values.subarray(0, end),
    orders: new Float64Array(end).fill(10),
  });
  for (let end = from; end <= values.length; end++) {
    const before = addDays(FIRST, end);
    const slices = [{ name: '', values: values.slice(0, end) }];
    const facts = { series: async () => ({ firstDay: FIRST, slices, holes: [] }), drivers: { cuts: async () => [] } };
    const now = end * DAY_MS;
    const caller = { door: 'clock', user: 'sextant', role: 'admin' };
    const context = { facts, state, now, today: before, shop: null, caller } as unknown as Context;
    const cut = { firstDay: FIRST, before, lastDay: addDays(before, -1), held: null } as unknown as Cut;
    announce(context, await checkSales(context, cut));
    if (startOfWeek(before) !== before) continue;
    const firstDay = addDays(before, -MEMORY);
    const learned = values.slice(end - MEMORY, end);
    const result = await forecast({
      firstDay,
      values: learned,
      horizon: 14,
      method: 'auto',
      seed: 1,
      prophet: 'left out',
    });
    const receipt = { parameters: {}, dataUntil: addDays(before, -1) } as never;
    const run = state.runs.keep({ kind: 'forecast', key: before, tookMs: 0, receipt, result }, now);
    freeze(context, run as never, history(end));
  }
  return { alerts: state.alerts.list(100) };
}

describe('a year of nights', () => {
  const year = 200 + 365;

  it.each([1, 2])(
    'of a shop where nothing happens wakes nobody more than twice (seed %i)',
    async (seed) => {
      const { alerts } = await replay(normalShop(year, seed), 200);
      expect(alerts.length).toBeLessThanOrEqual(2);
    },
    180_000,
  );

  it('in which sales more than halve for four days wakes somebody, once, and says when it is over', async () => {
    const values = normalShop(300, 3);
    const start = 262;
    for (let i = start; i < start + 4; i++) values[i]! *= 0.4;
    const below = (await replay(values, 240)).alerts.filter(({ side }) => side === 'below');
    expect(below).toHaveLength(1);
    expect(below[0]).toMatchObject({ rule: 'days', openedAt: (start + 2) * DAY_MS });
    expect(below[0]!.closedAt).not.toBeNull();
  }, 60_000);
});
