import { describe, expect, it } from 'vitest';
import { funnel } from '../../../models/campaigns/funnel.ts';
import { named } from '../../../words/say.ts';

describe('funnel', () => {
  it('gives each step of the one before, and names the narrowest', () => {
    const { steps, conversion, narrowest } = funnel([
      { name: named('Visits'), count: 1000 },
      { name: named('To cart'), count: 200 },
      { name: named('Orders'), count: 150 },
    ]);
    expect(steps.map(({ share }) => share)).toEqual([null, 0.2, 0.75]);
    // Wilson's interval of 200 in 1000, as R's prop.test(200, 1000, correct = FALSE) gives it.
    expect(steps[1]!.low95).toBeCloseTo(0.1764, 3);
    expect(steps[1]!.high95).toBeCloseTo(0.2259, 3);
    expect(conversion!.share).toBe(0.15);
    expect(narrowest).toBe('To cart');
  });

  it('has no share where more came out than went in, or nothing did', () => {
    const more = funnel([
      { name: named('Orders'), count: 10 },
      { name: named('Units'), count: 30 },
    ]);
    expect(more).toMatchObject({ conversion: null, narrowest: null });
    expect(more.steps[1]!.share).toBeNull();
    expect(
      funnel([
        { name: named('Visits'), count: 0 },
        { name: named('Orders'), count: 0 },
      ]).conversion,
    ).toBeNull();
  });
});
