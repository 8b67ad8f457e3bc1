import { describe, expect, it } from 'vitest';
import { addDays } from '../../../models/days.ts';
import { NotEnoughData } from '../../../models/errors.ts';
import { forecast as saidForecast } from '../../../models/forecast/forecast.ts';
import type { ForecastRequest, ForecastResult } from '../../../models/forecast/types.ts';
import { useByOf } from '../../../models/forecast/use-by.ts';
import { seeded } from '../../../models/random.ts';
import { day as saidDay, say } from '../../../words/say.ts';
import { inEnglish } from '../../../words/tell.ts';
import { telling } from '../../support/told.ts';
import { MONDAY, shopDays } from '../support/series.ts';

const day = (of: string) => inEnglish(say`${saidDay(of)}`);

const forecast = telling(saidForecast);

function ask(values: ArrayLike<number>, request: Partial<ForecastRequest> = {}): Promise<ForecastResult> {
  return forecast({
    firstDay: MONDAY,
    values: Float64Array.from(values),
    horizon: 14,
    method: 'auto',
    seed: 1,
    prophet: 'left out',
    ...request,
  });
}

const saysOf = ({ checks }: ForecastResult, name: string) =>
  checks.filter((check) => check.name === name && !check.passed).map(({ says }) => says);

describe('how far was tried', () => {
  it('is said where it is less far than asked', async () => {
    const result = await ask(shopDays(400, { random: seeded(1) }), { horizon: 182 });
    expect(result.backtest.reach).toBe(100);
    expect(saysOf(result, 'horizon')).toEqual([
      'Tried on 8 past cut-offs up to 14 weeks ahead; the rest of the 26 weeks is carried on from there, its range widened by rule and not by measurement.',
    ]);
  });

  it('is said where it is as far', async () => {
    const { checks } = await ask(shopDays(400, { random: seeded(1) }), { horizon: 56 });
    expect(checks[0]).toEqual({
      name: 'horizon',
      passed: true,
      says: '400 days of history are enough to look 8 weeks ahead; tried on 8 past cut-offs that far.',
    });
  });
});

describe('use by', () => {
  function folds(error: (week: number, fold: number) => number, weeks = 8) {
    return Array.from({ length: 8 }, (_, f) => ({
      origin: 200 + 21 * f,
      forecast: new Float64Array(7 * weeks).fill(100),
      actual: Float64Array.from({ length: 7 * weeks }, (_, i) => 100 * (1 + error(Math.floor(i / 7), f))),
      open: new Uint8Array(7 * weeks).fill(1),
      floor: 10,
    }));
  }
  const labels = (of: ReturnType<typeof useByOf>) => of.map(({ label, untilDays }) => [label, untilDays]);

  it('is what the measured error of week totals allows, by distance', () => {
    const growing = useByOf(
      folds((w, f) => (f % 2 === 0 ? 1 : -1) * 0.1 * (1 + w / 2)),
      { horizon: 100, historyDays: 300 },
    );
    expect(labels(growing)).toEqual([
      ['operational', 21],
      ['tactical', 35],
      ['strategic', 56],
      ['indicative only', 100],
    ]);
    expect(growing[0]!.weekError).toBeCloseTo(0.2, 1);
    expect(growing.at(-1)).toMatchObject({ weekError: null, cover80: null });
  });

  it('is one label less where nothing was tried, and none beyond half the history', () => {
    const sure = useByOf(
      folds((_, f) => (f % 2 === 0 ? 0.02 : -0.02)),
      { horizon: 365, historyDays: 300 },
    );
    expect(labels(sure)).toEqual([
      ['operational', 56],
      ['tactical', 150],
      ['indicative only', 365],
    ]);
  });

  it('is one label less where the band has not held', () => {
    const calm = useByOf(
      folds((_, f) => 0.05 * (f % 2 === 0 ? 1 : -1)),
      { horizon: 56, historyDays: 300 },
    );
    expect(calm).toMatchObject([{ label: 'operational', cover80: 1 }]);

    // Each fold errs by twice what the one before it did: the bands of the past never hold.
    const wild = useByOf(
      folds((_, f) => 0.001 * 2.5 ** f * (f % 2 === 0 ? 1 : -1)),
      { horizon: 56, historyDays: 300 },
    );
    expect(wild[0]!.weekError).toBeLessThan(0.2);
    expect(wild).toMatchObject([{ label: 'tactical', cover80: 0 }]);
  });

  it('of 30 days asked for 26 weeks ends after two weeks (fixture A2)', async () => {
    const { useBy } = await ask(shopDays(30, { random: seeded(1) }), { horizon: 182 });
    expect(useBy.at(-1)).toEqual({ label: 'indicative only', untilDays: 182, weekError: null, cover80: null });
    expect(useBy.at(-2)!.untilDays).toBe(15);
  });

  it('is kept with every forecast, up to its horizon', async () => {
    const { useBy } = await ask(shopDays(300, { random: seeded(2) }), { horizon: 40 });
    expect(useBy).toEqual([
      { label: 'operational', untilDays: 40, weekError: expect.any(Number), cover80: expect.any(Number) },
    ]);
  });
});

describe('a hole of months', () => {
  const values = shopDays(900, { random: seeded(3) }).map((value, i) => (i < 300 ? 3 * value : i < 514 ? 0 : value));

  it('ends the history: only what follows teaches, and that is said', async () => {
    const result = await ask(values);

    expect(result.historyDays).toBe(386);
    expect(saysOf(result, 'gap')).toEqual([
      `Nothing is known of the 214 days from ${day(addDays(MONDAY, 300))}: I learn only from what follows, ${day(addDays(MONDAY, 514))} on. Import them if they exist.`,
    ]);
    expect(result.daily).toEqual((await ask(values.slice(514), { firstDay: addDays(MONDAY, 514) })).daily);
  });

  it('does not, where a person says so, or too little follows', async () => {
    expect((await ask(values, { beforeHole: 'used' })).historyDays).toBe(900);
    expect((await ask(values.slice(0, 560))).historyDays).toBe(560);
  });
});

describe('data that looks damaged', () => {
  const shop = shopDays(200, { random: seeded(4) });

  it.each([
    ['a placeholder', new Float64Array(100).fill(700), /^Every day with sales has exactly the same value/],
    [
      'next to nothing',
      new Float64Array(100).fill(0).fill(5, 0, 3).fill(9, 60, 62),
      /^Only 5 of 100 days have any sales/,
    ],
    [
      'one day that is most of everything',
      shop.map((value, i) => (i === 150 ? 300 * value : value)),
      /^30 May 2024 alone makes up 49% of all sales/,
    ],
    [
      'a change of unit',
      shop.map((value, i) => (i >= 172 ? 100 * value : value)),
      /^The last 4 weeks sold 1?\d\d times what the 4 weeks before them did: has the unit/,
    ],
    [
      'a change of unit downwards',
      shop.map((value, i) => (i >= 172 ? value / 100 : value)),
      /^The last 4 weeks sold 1\/1?\d\d of what the 4 weeks before them did/,
    ],
  ])('%s: said, and answered with finite numbers', async (_, values, says) => {
    const result = await ask(values);
    expect(saysOf(result, 'data')).toEqual([expect.stringMatching(says)]);
    expect([...result.daily.low95, ...result.daily.high95, result.total.expected].every(Number.isFinite)).toBe(true);
  });

  it('is not seen in an honest shop', async () => {
    expect(saysOf(await ask(shop), 'data')).toEqual([]);
    const growing = shopDays(200, { random: seeded(5), noise: 0.5, growth: 0.01 });
    expect(saysOf(await ask(growing), 'data')).toEqual([]);
  });

  it('and a forecast seven times what was usual is flagged (fixture A5)', async () => {
    const values = shop.map((value, i) => (i >= 160 ? 7 * value : value));
    const [says] = saysOf(await ask(values), 'level');
    expect(says).toMatch(/^The forecast is [67](\.\d)? times what the shop usually sold .* check the units/);
  });
});

describe('no history is too bad for an answer or a refusal by name', () => {
  const random = seeded(7);
  const shop = shopDays(300, { random });
  it.each([
    ['3 points', [5, 6, 7]],
    ['all unknown', new Float64Array(90).fill(Number.NaN)],
    ['all zeros', new Float64Array(90)],
    ['one sale long ago', new Float64Array(300).fill(0).fill(50, 10, 11)],
    ['only refunds', new Float64Array(90).fill(-5)],
    ['refunds and sales by turns', Float64Array.from({ length: 90 }, (_, i) => (i % 2 === 0 ? 100 : -100))],
    ['a refund day larger than a month', shop.map((value, i) => (i === 250 ? -40 * value : value))],
    ['every second day unknown', shop.map((value, i) => (i % 2 === 0 ? value : Number.NaN))],
    ['unknown but for the ends', shop.map((value, i) => (i < 30 || i > 270 ? value : Number.NaN))],
    ['smallest and largest numbers', shop.map((value, i) => (i % 3 === 0 ? 1e-300 : i % 3 === 1 ? 1e15 : value))],
    ['noise round nothing', shop.map(() => Math.round(200 * (random() - 0.5)))],
    ['one weekday a month', shop.map((value, i) => (i % 28 === 4 ? value : 0))],
  ])('%s', async (_, values) => {
    for (const horizon of [1, 90]) {
      try {
        const { daily, weekly, total, useBy } = await ask(values, { horizon });
        const numbers = [...daily.typical, ...daily.expected, ...daily.low95, ...daily.high95];
        for (const { low95, expected, high95 } of [...weekly, total]) numbers.push(low95, expected, high95);
        expect(numbers.every(Number.isFinite)).toBe(true);
        expect(useBy.at(-1)!.untilDays).toBe(horizon);
      } catch (error) {
        expect(error).toBeInstanceOf(NotEnoughData);
      }
    }
  });
});
