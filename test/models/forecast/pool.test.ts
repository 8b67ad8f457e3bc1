import { describe, expect, it } from 'vitest';
import { epochDay } from '../../../models/days.ts';
import { analogues } from '../../../models/forecast/analogues.ts';
import { ar } from '../../../models/forecast/ar.ts';
import { calendarEffects } from '../../../models/forecast/calendar-ridge.ts';
import { ces } from '../../../models/forecast/ces.ts';
import { clipSpikes } from '../../../models/forecast/clip.ts';
import { type Candidate, weigh } from '../../../models/forecast/combine.ts';
import { dynamicTheta } from '../../../models/forecast/dynamic-theta.ts';
import { dampedTrend, ets } from '../../../models/forecast/ets.ts';
import { levelMedian } from '../../../models/forecast/level-median.ts';
import { minimise } from '../../../models/forecast/minimise.ts';
import { ses } from '../../../models/forecast/ses.ts';
import { theta } from '../../../models/forecast/theta.ts';
import { forecastWeeks } from '../../../models/forecast/weekly.ts';
import { yearlySeason } from '../../../models/forecast/yearly-stl.ts';
import { seeded } from '../../../models/random.ts';
import { MONDAY, normal } from '../support/series.ts';

const first = epochDay(MONDAY);
const line = (t: number, slope: number) => Float64Array.from({ length: t }, (_, i) => 10 + slope * i);
function walk(t: number, seed: number, step = 0.1): Float64Array {
  const random = seeded(seed);
  let level = 8;
  return Float64Array.from({ length: t }, () => {
    level += step * normal(random);
    return level;
  });
}

describe('minimise', () => {
  it("finds the bottom of Rosenbrock's valley", () => {
    const [x, y] = minimise(([a, b]) => (1 - a!) ** 2 + 100 * (b! - a! ** 2) ** 2, {
      start: [-1.2, 1],
      spread: [0.5, 0.5],
      limit: 400,
    });
    expect(x).toBeCloseTo(1, 2);
    expect(y).toBeCloseTo(1, 2);
  });

  it('stops at its limit where there is no bottom', () => {
    let asked = 0;
    const falling = ([a]: Float64Array) => {
      asked++;
      return -a!;
    };
    minimise(falling, { start: [0], spread: [1], limit: 50 });
    expect(asked).toBeLessThanOrEqual(53);
  });
});

describe('level methods', () => {
  const methods = {
    ses,
    ets,
    dampedTrend,
    theta,
    dynamicTheta,
    ces,
    median: levelMedian(14),
    ar: ar({ most: 8, memory: 104, differenced: false }),
    ari: ar({ most: 8, memory: 104, differenced: true }),
  };

  it.each(Object.entries(methods))('%s continues a constant by itself', (_, method) => {
    for (const value of method(new Float64Array(60).fill(7.5), 10)) expect(value).toBeCloseTo(7.5, 3);
  });

  it.each(Object.entries(methods))(
    '%s answers 3 points, and 2000, with finite numbers, and keeps its input',
    (_, method) => {
      for (const t of [3, 13, 2000]) {
        const given = walk(t, t);
        const before = [...given];
        const ahead = method(given, 30);
        expect(ahead).toHaveLength(30);
        expect(ahead.every(Number.isFinite)).toBe(true);
        expect([...given]).toEqual(before);
      }
    },
  );

  it.each(Object.entries(methods))('%s moves with the series: y + 5 is forecast 5 higher', (name, method) => {
    const given = walk(150, 3);
    const higher = method(
      given.map((value) => value + 5),
      5,
    );
    // Complex smoothing leans on the level itself, so that it holds only nearly.
    const digits = name === 'ces' ? 0 : 2;
    method(given, 5).forEach((value, h) => {
      expect(higher[h]).toBeCloseTo(value + 5, digits);
    });
  });

  it('ETS continues a clean line, theta half of it', () => {
    const given = line(100, 0.5);
    ets(given, 4).forEach((value, h) => {
      expect(value).toBeCloseTo(10 + 0.5 * (100 + h), 1);
    });
    const [one, two] = theta(given, 2);
    expect(two! - one!).toBeCloseTo(0.25, 6);
  });

  it('ETS prefers no trend on noise round a level, by AICc', () => {
    const random = seeded(5);
    const given = Float64Array.from({ length: 120 }, () => 50 + normal(random));
    const ahead = ets(given, 30);
    expect(Math.abs(ahead[29]! - ahead[0]!)).toBeLessThan(0.2);
    expect(ahead[0]).toBeCloseTo(50, 0);
  });

  it('a damped trend bends', () => {
    const ahead = dampedTrend(line(100, 0.5), 40);
    expect(ahead[39]! - ahead[38]!).toBeLessThan(ahead[1]! - ahead[0]!);
  });

  it('AR finds the coefficient of a first-order process', () => {
    const random = seeded(6);
    let x = 0;
    const given = Float64Array.from({ length: 4000 }, () => {
      x = 0.8 * x + normal(random);
      return x;
    });
    const ahead = ar({ most: 1, memory: 4000, differenced: false })(given, 2);
    const mean = given.reduce((a, b) => a + b) / 4000;
    expect((ahead[1]! - mean) / (ahead[0]! - mean)).toBeCloseTo(0.8, 1);
  });

  it('SES agrees with the sum done by hand where alpha is forced to its end', () => {
    // A step up and nothing else: following at once is best, so that the level is the last value.
    const given = Float64Array.from({ length: 40 }, (_, i) => (i < 20 ? 0 : 100));
    expect(ses(given, 1)[0]).toBeCloseTo(100, 1);
  });
});

describe('clipSpikes', () => {
  it('pulls a spike back and leaves a new level alone', () => {
    const random = seeded(7);
    const given = Float64Array.from({ length: 100 }, (_, i) => (i < 50 ? 0 : 5) + 0.1 * normal(random));
    given[20] = 40;
    const clipped = clipSpikes(given);
    expect(clipped[20]).toBeLessThan(1);
    expect(clipped[60]).toBeGreaterThan(4.5);
  });
});

describe('calendarEffects', () => {
  const week = [0.1, -0.05, 0, 0.05, 0.2, 0.3, -0.6];
  const days = Int32Array.from({ length: 400 }, (_, i) => first + i);
  const ahead = Int32Array.from({ length: 7 }, (_, i) => first + 400 + i);

  it('finds the week, holidays and growth or not', () => {
    const values = Float64Array.from(days, (_, i) => (i % 31 === 0 ? Number.NaN : 9 + 0.001 * i + week[i % 7]!));
    const effects = calendarEffects({ unit: 'day', days, values, ahead }, { yearly: 0 });
    effects.ahead.forEach((effect, h) => {
      expect(effect).toBeCloseTo(week[(400 + h) % 7]!, 1);
    });
  });

  it('finds the year', () => {
    const year = (day: number) => 0.4 * Math.sin((2 * Math.PI * day) / 365.25);
    const long = Int32Array.from({ length: 800 }, (_, i) => first + i);
    const next = Int32Array.from({ length: 60 }, (_, i) => first + 800 + i);
    const values = Float64Array.from(long, (day) => 9 + year(day));
    const effects = calendarEffects({ unit: 'day', days: long, values, ahead: next }, { yearly: 6 });
    const change = effects.ahead[59]! - effects.ahead[0]!;
    expect(change).toBeCloseTo(year(next[59]!) - year(next[0]!), 1);
  });
});

describe('what repeats by the year', () => {
  const days = Int32Array.from({ length: 156 }, (_, w) => first + 7 * w);
  const ahead = Int32Array.from({ length: 60 }, (_, w) => first + 7 * (156 + w));
  const season = (day: number) => Math.cos((2 * Math.PI * day) / 364);
  const values = Float64Array.from(days, season);

  it('is found by analogues, further than a year ahead too', () => {
    const { plain } = analogues({ unit: 'week', days, values, ahead });
    plain.forEach((value, h) => {
      expect(value).toBeCloseTo(season(ahead[h]!), 9);
    });
  });

  it('is found by analogues with the level of today', () => {
    const grown = values.map((value, i) => value + (i >= 120 ? 1 : 0));
    const { moved, plain } = analogues({ unit: 'week', days, values: grown, ahead: ahead.subarray(0, 10) });
    expect(plain[0]).toBeCloseTo(season(ahead[0]!), 6);
    expect(moved[0]).toBeCloseTo(season(ahead[0]!) + 1, 1);
  });

  it('is found week by week', () => {
    const { ahead: found } = yearlySeason({ unit: 'week', days, values, ahead });
    found.forEach((value, h) => {
      expect(Math.abs(value - season(ahead[h]!))).toBeLessThan(0.12);
    });
  });
});

describe('weigh', () => {
  const of = (group: Candidate['group'], ...errors: number[]): Candidate => ({
    name: `${group}${errors}`,
    group,
    errors: Float64Array.from(errors),
  });

  it('gives half the error sixteen times the weight, within a group', () => {
    const [good, poor] = weigh([of('level', 1, 1), of('level', 2, 2)]);
    expect(good! / poor!).toBeCloseTo(16, 9);
    expect(good! + poor!).toBeCloseTo(1, 12);
  });

  it('does not let many members of one view outvote another', () => {
    const weights = weigh([of('analogue', 1), ...Array.from({ length: 20 }, () => of('yearly', 1))]);
    expect(weights[0]).toBeCloseTo(0.25 / 0.65, 9);
  });

  it('holds Prophet to 15 % however well it did', () => {
    const weights = weigh([of('prophet', 0.1, 0.1), of('level', 1, 1), of('level', 1, 1)]);
    expect(weights[0]).toBeCloseTo(0.15, 12);
    expect(weights.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
  });

  it('judges without the fold that is left out', () => {
    const candidates = [of('level', 1, 9), of('level', 2, 1)];
    expect(weigh(candidates, { leaveOut: 1 })[0]).toBeGreaterThan(0.9);
    expect(weigh(candidates, { leaveOut: 0 })[0]).toBeLessThan(0.1);
  });

  it('answers where nothing erred, and where nothing was tried', () => {
    for (const errors of [0, Number.NaN]) {
      const weights = weigh([of('level', errors, errors), of('level', errors, errors)]);
      expect([...weights]).toEqual([0.5, 0.5]);
    }
  });
});

describe('forecastWeeks', () => {
  it('holds what comes in its bands and knows the year', () => {
    const random = seeded(9);
    const sales = (w: number) => 1000 * Math.exp(0.4 * Math.sin((2 * Math.PI * w) / 52.18) + 0.05 * normal(random));
    const values = Float64Array.from({ length: 173 }, (_, w) => sales(w));

    const ahead = forecastWeeks(values.slice(0, 160), { firstDay: first, horizon: 13 });

    const held = ahead.filter(({ low95, high95 }, h) => low95 <= values[160 + h]! && values[160 + h]! <= high95);
    expect(held.length).toBeGreaterThanOrEqual(11);
    ahead.forEach(({ expected }, h) => {
      expect(Math.abs(expected / values[160 + h]! - 1)).toBeLessThan(0.25);
    });
  });

  it('refuses what it cannot try', () => {
    expect(() => forecastWeeks(new Float64Array(20).fill(1), { firstDay: first, horizon: 4 })).toThrow(RangeError);
    expect(() => forecastWeeks(new Float64Array(40).fill(1), { firstDay: first, horizon: 30 })).toThrow(RangeError);
  });
});
