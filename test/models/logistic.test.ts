import { describe, expect, it } from 'vitest';
import { auc, crossValidatedAuc } from '../../models/drivers/auc.ts';
import { type Logistic, logistic } from '../../models/drivers/logistic.ts';
import { seeded } from '../../models/random.ts';
import { filledIncome, hasPersonality, readPersonality } from './support/personality.ts';
import { normal } from './support/series.ts';

function fitted(request: Parameters<typeof logistic>[0]): Logistic {
  const found = logistic(request);
  if (found.kind !== 'fitted') throw new Error(found.kind);
  return found;
}

describe('logistic', () => {
  it('gives the log odds of a table of four, and their error', () => {
    // 30 of 100 and 60 of 100: log odds ratio log(3.5), standard error sqrt(1/30 + 1/70 + 1/60 + 1/40).
    const group = Float64Array.from({ length: 200 }, (_, at) => Number(at >= 100));
    const outcome = Float64Array.from({ length: 200 }, (_, at) => Number(at < 100 ? at < 30 : at < 160));
    const [effect] = fitted({ outcome, drivers: [{ name: 'group', values: group }] }).effects;
    // One standard deviation of half and half is 0.5.
    expect(effect!.coefficient / 0.5).toBeCloseTo(Math.log(3.5), 10);
    expect(effect!.standardError / 0.5).toBeCloseTo(Math.sqrt(1 / 30 + 1 / 70 + 1 / 60 + 1 / 40), 10);
  });

  it('finds what was planted, and nothing where nothing was', () => {
    const random = seeded(7);
    const [a, b] = [0, 0].map(() => Float64Array.from({ length: 20_000 }, () => 10 + 3 * normal(random)));
    const outcome = a!.map((value) => Number(random() < 1 / (1 + Math.exp(2 - 0.8 * ((value - 10) / 3)))));
    const drivers = [
      { name: 'a', values: a! },
      { name: 'b', values: b! },
    ];
    const { intercept, effects } = fitted({ outcome, drivers });
    expect(intercept).toBeCloseTo(-2, 1);
    expect(effects[0]!.coefficient).toBeCloseTo(0.8, 1);
    expect(effects[0]!.pValue).toBeLessThan(1e-9);
    expect(Math.abs(effects[1]!.coefficient)).toBeLessThan(3 * effects[1]!.standardError);
  });

  const places = Float64Array.from({ length: 100 }, (_, at) => at);
  it.each([
    [
      'a driver that splits the answers',
      { kind: 'separated', by: 'place' },
      places.map((at) => Number(at >= 50)),
      places,
    ],
    ['a driver that does not vary', { kind: 'singular', by: 'place' }, places.map((at) => at % 2), places.map(() => 4)],
    ['answers that are all the same', { kind: 'one-sided' }, places.map(() => 1), places],
  ] as const)('says so of %s', (_, why, outcome, values) => {
    expect(logistic({ outcome, drivers: [{ name: 'place', values }] })).toEqual(why);
  });

  it('names the driver that says the same as those before it', () => {
    const drivers = [
      { name: 'euros', values: places.map((at) => Math.sin(at)) },
      { name: 'cents', values: places.map((at) => 100 * Math.sin(at)) },
    ];
    expect(logistic({ outcome: places.map((at) => (at % 3 === 0 ? 1 : 0)), drivers })).toEqual({
      kind: 'singular',
      by: 'cents',
    });
  });
});

describe('auc', () => {
  it.each([
    [[1, 2, 3, 4], [0, 0, 1, 1], 1],
    [[4, 3, 2, 1], [0, 0, 1, 1], 0],
    [[1, 1, 1, 1], [0, 1, 0, 1], 0.5],
    [[1, 2, 2, 3], [0, 1, 0, 1], 0.875],
    [[1, 2], [1, 1], null],
  ])('of scores %j and answers %j is %d', (scores, answers, expected) => {
    expect(auc(Float64Array.from(scores), Float64Array.from(answers))).toBe(expected);
  });
});

describe.skipIf(!hasPersonality)('on the personality table (skipped without ../shared/data)', () => {
  const {
    income,
    accepted,
    recency,
    tenure,
    store,
    single,
    spend,
    kids,
    age,
    web,
    catalogue,
    deals,
    visits,
    response,
  } = hasPersonality ? readPersonality() : ({} as ReturnType<typeof readPersonality>);
  const request = () => ({
    outcome: response,
    drivers: Object.entries({
      accepted,
      recency,
      tenure,
      store,
      single,
      spend,
      kids,
      income: filledIncome(income),
      age,
      web,
      catalogue,
      deals,
      visits,
    }).map(([name, values]) => ({ name, values })),
  });

  // reference/models.md section 21, by statsmodels.
  it('is statsmodels to its last printed digit', () => {
    const found = fitted(request());
    expect(response.length).toBe(2240);
    expect(found.logLikelihood).toBeCloseTo(-603.249314, 6);
    expect(found.mcFadden).toBeCloseTo(0.360553, 6);
    const rounded = Object.fromEntries(
      found.effects.map(({ name, coefficient }) => [name, Number(coefficient.toFixed(4))]),
    );
    expect(rounded).toMatchObject({
      accepted: 0.9935,
      recency: -0.8648,
      tenure: 0.7689,
      store: -0.6962,
      single: 0.5975,
      spend: 0.3537,
      kids: -0.3451,
      income: 0.1123,
      age: -0.012,
    });
    const p = (name: string) => found.effects.find((each) => each.name === name)!.pValue;
    expect(p('spend')).toBeCloseTo(0.021, 3);
    expect(p('income')).toBeCloseTo(0.47, 2);
    expect(p('age')).toBeCloseTo(0.87, 2);
  });

  it('tells answers apart among customers it has not seen', () => {
    expect(crossValidatedAuc(request(), 1)).toBeCloseTo(0.883, 2);
  });
});
