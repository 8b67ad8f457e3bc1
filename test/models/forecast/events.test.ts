import { describe, expect, it } from 'vitest';
import { addDays, epochDay } from '../../../models/days.ts';
import { learnCalendar } from '../../../models/forecast/calendar.ts';
import { readEvents } from '../../../models/forecast/events.ts';
import { forecast as saidForecast } from '../../../models/forecast/forecast.ts';
import { learnLifts } from '../../../models/forecast/lifts.ts';
import type { ForecastRequest, ForecastResult } from '../../../models/forecast/types.ts';
import { seeded } from '../../../models/random.ts';
import { telling } from '../../support/told.ts';
import { MONDAY, shopDays } from '../support/series.ts';

const forecast = telling(saidForecast);

const first = epochDay(MONDAY);
const day = (i: number) => addDays(MONDAY, i);

function ask(values: ArrayLike<number>, request: Partial<ForecastRequest> = {}): Promise<ForecastResult> {
  return forecast({
    firstDay: MONDAY,
    values: Float64Array.from(values),
    horizon: 60,
    method: 'auto',
    seed: 1,
    prophet: 'left out',
    ...request,
  });
}

/** Every 30 days from day 24 on. */
const paydayAt = Array.from({ length: 20 }, (_, i) => 24 + 30 * i);
const paydays = { name: 'payday', days: paydayAt.map(day) };
const lifted = (values: Float64Array, at: readonly number[], by: number) =>
  values.map((value, i) => (at.includes(i) ? Math.round(by * value) : value));

const plain = shopDays(520, { random: seeded(6), noise: 0.1 });

describe('an event that sells', () => {
  it('is shown with size and interval, and counted with', async () => {
    const { events, daily } = await ask(lifted(plain, paydayAt, 2), { events: [paydays] });

    const [payday] = events;
    expect(payday).toMatchObject({ name: 'payday', seen: 17, occurrences: 17, ahead: 2, admitted: true });
    expect(payday!.share!.low95).toBeLessThan(1);
    expect(payday!.share!.high95).toBeGreaterThan(1);
    expect(payday!.share!.expected).toBeCloseTo(1, 0);
    expect(payday!.counted).toBeGreaterThan(0.85);
    expect(payday!.added!.low95).toBeLessThan(payday!.added!.expected);
    expect(payday!.added!.expected).toBeGreaterThan(60_000);
    expect(payday!.says).toMatch(/^It came 17 times; \+9\d% is counted for the next\.$/);
    // Day 534 is a payday and a Wednesday, as is day 541.
    expect(daily.typical[14]! / daily.typical[21]!).toBeGreaterThan(1.7);
    expect(daily.typical[14]! / daily.typical[21]!).toBeLessThan(2.2);
  });

  it('counts in the total of its week, and leaves the other weeks alone', async () => {
    const values = lifted(plain, paydayAt, 3);
    const without = await ask(values, { events: [{ ...paydays, days: paydays.days.slice(0, 17) }] });

    const withIt = await ask(values, { events: [paydays] });

    // Days 534 and 564 are ahead.
    const paydayWeeks = [day(532), day(560)];
    withIt.weekly.forEach((week, w) => {
      const ratio = week.expected / without.weekly[w]!.expected;
      if (paydayWeeks.includes(week.firstDay)) expect(ratio).toBeGreaterThan(1.15);
      else expect(ratio).toBeCloseTo(1, 9);
    });
    expect(withIt.total.expected).toBeGreaterThan(1.04 * without.total.expected);
  });

  it('is a component of Prophet too, the same each time', async () => {
    // Day 324 is a payday and a Wednesday, as is day 331.
    const values = lifted(plain.subarray(0, 310), paydayAt, 2);
    const given = { horizon: 30, method: 'prophet', events: [paydays] } as const;
    const { daily, events } = await ask(values, given);
    expect(events[0]!.admitted).toBe(true);
    expect(daily.typical[14]! / daily.typical[21]!).toBeGreaterThan(1.5);
    expect((await ask(values, given)).daily).toEqual(daily);
  });

  it('is found where a shop sells on every second day only', async () => {
    const random = seeded(3);
    const seldom = shopDays(520, { random, noise: 0.3 }).map((value) => (random() < 0.5 ? 0 : value));
    const { events } = await ask(lifted(seldom, paydayAt, 8), { events: [paydays] });
    expect(events[0]!.admitted).toBe(true);
    expect(events[0]!.share!.high95).toBeGreaterThan(3);
  });
});

describe('each event is judged by itself', () => {
  const moonAt = Array.from({ length: 19 }, (_, i) => 11 + 29 * i);
  const moon = { name: 'full moon', days: moonAt.map(day) };

  it('so that one that sells does not carry in one that does not', async () => {
    const { events } = await ask(lifted(plain, paydayAt, 2), { events: [paydays, moon] });
    expect(events.map(({ name, admitted }) => [name, admitted])).toEqual([
      ['payday', true],
      ['full moon', false],
    ]);
    expect(events[1]!.counted).toBe(0);
    expect(events[1]!.says).toContain('no more than ordinary days do by chance');
  });

  it('says why one whose range is clear of zero is still not counted', async () => {
    const { events } = await ask(lifted(plain, paydayAt, 1.08), { events: [paydays] });
    const [payday] = events;
    expect(payday!.share!.low95).toBeGreaterThan(0);
    expect(payday!.admitted).toBe(false);
    expect(payday!.says).toMatch(
      /^It came 17 times and did \+\d%\. Its range is clear of zero, but .* 1 time in 200\.$/,
    );
  });

  it('and one that is not admitted changes nothing', async () => {
    const values = lifted(plain, paydayAt, 2);
    const both = await ask(values, { events: [paydays, moon] });
    const only = await ask(values, { events: [paydays] });
    both.daily.expected.forEach((value, i) => {
      expect(value / only.daily.expected[i]!).toBeCloseTo(1, 1);
    });
  });

  it('and two on neighbouring days each get their own', () => {
    const eveAt = paydayAt.map((i) => i - 1);
    const values = lifted(lifted(plain, paydayAt, 3), eveAt, 0.5);
    const series = { first, values };
    const lifts = learnLifts(series, {
      calendar: learnCalendar(series),
      events: readEvents([paydays, { name: 'eve', days: eveAt.map(day) }]),
    });
    expect(Math.exp(lifts[0]!.mean)).toBeCloseTo(3, 0);
    expect(Math.exp(lifts[1]!.mean)).toBeCloseTo(0.5, 1);
  });

  it('against chance: of 400 invented calendars hardly any gets in', () => {
    const random = seeded(20_261_122);
    let admitted = 0;
    for (let shop = 0; shop < 40; shop++) {
      const series = { first, values: shopDays(400, { random, noise: 0.3 }) };
      const events = Array.from({ length: 10 }, (_, e) => ({
        name: `${e}`,
        days: Array.from({ length: 1 + (e % 5) }, () => day(Math.floor(400 * random()))),
      }));
      const lifts = learnLifts(series, { calendar: learnCalendar(series), events: readEvents(events) });
      admitted += lifts.filter(({ verdict }) => verdict === 'admitted').length;
    }
    expect(admitted).toBeLessThanOrEqual(8);
  });
});

describe('an event seen once', () => {
  const at = [400, 401, 402, 530, 531, 532];
  const opening = { name: 'opening', days: at.map(day) };
  const values = lifted(plain, at, 2.5);

  it('counts half, and its band is at least as wide as the event itself', async () => {
    const without = await ask(values, { events: [] });

    const { events, daily } = await ask(values, { events: [opening] });

    expect(events[0]).toMatchObject({ seen: 3, occurrences: 1, ahead: 3, admitted: true });
    expect(events[0]!.counted).toBeCloseTo(Math.sqrt(1 + events[0]!.share!.expected) - 1, 1);
    expect(events[0]!.share!.low95).toBeLessThan(0);
    expect(events[0]!.says).toContain('the range holds all of it and none');
    for (const i of [10, 11, 12]) {
      const ordinary = without.daily.typical[i]!;
      expect(daily.typical[i]!).toBeGreaterThan(1.4 * ordinary);
      expect(daily.high80[i]! - daily.low80[i]!).toBeGreaterThan(1.5 * ordinary);
      expect(daily.low80[i]!).toBeLessThan(ordinary);
      expect(daily.high80[i]!).toBeGreaterThan(2.5 * ordinary);
    }
  });

  it('does not count when it did no more than any day does', async () => {
    const { events, daily } = await ask(plain, { events: [opening] });
    expect(events[0]).toMatchObject({ admitted: false, counted: 0 });
    expect(daily.expected).toEqual((await ask(plain)).daily.expected);
  });
});

describe('an event never seen', () => {
  it('gets no effect, and is named', async () => {
    const { events, daily, checks } = await ask(plain, { events: [{ name: 'Lebaran', days: [day(530)] }] });
    expect(events).toEqual([
      {
        name: 'Lebaran',
        seen: 0,
        occurrences: 0,
        ahead: 1,
        share: null,
        added: null,
        counted: 0,
        admitted: false,
        says: 'It is not in the history yet, so no effect is counted.',
      },
    ]);
    expect(checks.find(({ name }) => name === 'events')).toEqual({
      name: 'events',
      passed: false,
      says: 'Never seen in this history, so no effect is counted: Lebaran.',
    });
    expect(daily).toEqual((await ask(plain)).daily);
  });
});
