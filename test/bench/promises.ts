import { makePromise } from '../../models/promises/promise.ts';
import { stopRule } from '../../models/promises/stop-rule.ts';
import type { Promised, Standing } from '../../models/promises/types.ts';
import { standingOf, weekValues } from '../../models/promises/watch.ts';
import { type Luck, losing, shiftDay, shiftedShop, shiftRequest, trueGain, WEEKS } from '../models/support/promises.ts';
import type { Row } from './print.ts';

const RUNS = 1000;
const LOSSES = [0.1, 0.2];

const settings: readonly Omit<Luck, 'seed'>[] = [
  { noise: 0.08, correlation: 0.3, history: 26 },
  { noise: 0.15, correlation: 0.3, history: 26 },
  { noise: 0.25, correlation: 0.3, history: 26 },
  { noise: 0.15, correlation: 0.3, history: 12 },
  { noise: 0.15, correlation: 0.5, history: 26 },
  { noise: 0.15, correlation: 0, history: 26 },
];

const rules = new Map<string, ReturnType<typeof stopRule>>();
/** Simulated once for each length of the history and correlation, to one decimal. */
const calibrateOnce: typeof stopRule = (setting) => {
  const key = `${setting.baselineWeeks} ${setting.correlation.toFixed(1)}`;
  const rule = rules.get(key) ?? stopRule({ ...setting, correlation: Number(setting.correlation.toFixed(1)) });
  rules.set(key, rule);
  return rule;
};

/** How often true promises are rolled back and harm is caught, over seeded histories the rule was not tuned on. */
export async function measure(): Promise<Row[]> {
  return settings.flatMap((setting) => {
    const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
    const counted = { stopped: 0, singly: 0, held: 0, caught: LOSSES.map(() => 0), said: LOSSES.map(() => 0) };
    for (let seed = 0; seed < RUNS; seed++) {
      const luck = { ...setting, seed };
      const kept = shiftedShop(luck);
      const promised = makePromise(shiftRequest(kept, luck), calibrateOnce) as Promised;
      const standing = watch(promised, kept, luck);
      if (standing.crossedAt !== null) counted.stopped++;
      if (anyWeekBelow(promised, standing)) counted.singly++;
      const { low80, high80 } = standing.gain!;
      if (low80 <= trueGain && trueGain <= high80) counted.held++;
      LOSSES.forEach((loss, i) => {
        const harmed = shiftedShop(luck, losing(loss));
        if (watch(promised, harmed, luck).crossedAt !== null) counted.caught[i]!++;
        counted.said[i]! += promised.catches.find((each) => each.loss === loss)!.caught;
      });
    }
    const { noise, correlation, history } = setting;
    const name = `noise ${percent(noise)}, correlation ${correlation}, ${history} weeks before`;
    return [
      {
        what: `${name}: true promises rolled back`,
        measured: percent(counted.stopped / RUNS),
        beside: `${percent(counted.singly / RUNS)} by a bound on each week`,
        goal: '5 %',
      },
      ...LOSSES.map((loss, i) => ({
        what: `${name}: ${percent(loss)} lost, caught`,
        measured: percent(counted.caught[i]! / RUNS),
        beside: '',
        goal: `${percent(counted.said[i]! / RUNS)} as said`,
      })),
      {
        what: `${name}: 80 % interval holds the truth`,
        measured: percent(counted.held / RUNS),
        beside: '',
        goal: '80 %',
      },
    ];
  });
}

function watch(promised: Promised, days: ReturnType<typeof shiftedShop>, luck: Luck): Standing {
  return standingOf(promised, weekValues(promised, days, { first: shiftDay(luck), count: WEEKS }));
}

/** What tools do that roll back when one week leaves its 95 % band. */
function anyWeekBelow({ history, baselineMinor, gain }: Promised, { weeks }: Standing): boolean {
  return weeks.some((week) => week.gain < gain.expected - 1.645 * history.noise * baselineMinor);
}
