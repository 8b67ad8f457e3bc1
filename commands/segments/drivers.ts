import { z } from 'zod';
import type { Drivers } from '../../models/drivers/drivers.ts';
import { pointsOtherWay } from '../../models/drivers/drivers.ts';
import type { Logistic, NoLogistic } from '../../models/drivers/logistic.ts';
import type { ResponseDrivers } from '../../models/drivers/response.ts';
import { hundredths } from '../../models/rounding.ts';
import { Z95 } from '../../models/student.ts';
import { count, lines, listed, named, number, type Said, say, sentences, share as shareOf } from '../../words/say.ts';
import { type Context, defineCommand } from '../command.ts';
import { choice } from '../inputs.ts';
import { Refusal } from '../refusal.ts';
import type { Part, Reply, Row } from '../reply.ts';
import { responseDriversRun, spendDriversRun } from '../runs/drivers.ts';
import { revenueCuts, revenueDrivers } from './revenue-drivers.ts';
import { titleOfTrait } from './trait-titles.ts';

/** Variance inflation above this: the driver says much the same as the others. */
const SAYS_THE_SAME = 5;
/** Above this an effect may be none. */
const CLEARLY = 0.05;

export const keyDrivers = defineCommand({
  name: 'drivers',
  summary: say`What spend, revenue, or the answer to a campaign goes with`,
  examples: ['drivers', 'drivers metric:response', 'drivers metric:revenue by:weekday'],
  needs: 'viewer',
  bare: 'metric',
  input: z.strictObject({
    metric: choice(['spend', 'response', 'revenue'], say`what is to be explained`).optional(),
    by: choice(revenueCuts, say`of revenue: what to look at`).optional(),
  }),

  async run({ metric = undefined, by }, context) {
    if (metric === 'revenue' || (metric === undefined && by !== undefined)) {
      return revenueDrivers(by ?? 'product', context);
    }
    if (by !== undefined) {
      throw new Refusal(
        say`by: cuts revenue, not ${named(metric ?? 'spend')}`,
        say`Say /drivers metric:revenue by:${named(by)}`,
      );
    }
    return metric === 'response' ? responseAnswer(context) : spendAnswer(context);
  },
});

async function spendAnswer(context: Context): Promise<Reply> {
  const { id, result: kept } = await spendDriversRun(context);
  const { found: result, says } = kept;
  return {
    title: titleOf(result, 'spend'),
    tone: 'plain',
    parts: [
      {
        kind: 'facts',
        facts: [
          { label: say`Differences in spend that all of these go with`, value: result.r2, unit: 'share', receipt: id },
          { label: say`Customers`, value: result.rows, unit: 'count', people: true },
        ],
      },
      sharesChart(result, 'spend'),
      {
        kind: 'table',
        columns: [
          { title: say`Goes with it`, unit: 'text' },
          ...shareColumns,
          { title: say`Beside the others (beta)`, unit: 'number' },
          { title: say`Says the same (VIF)`, unit: 'number' },
        ],
        rows: result.drivers.map((each) => [titleOfTrait(each.name), ...shareCells(each), each.beta, finite(each.vif)]),
      },
      { kind: 'note', text: lines([...warnings(result, 'spend'), says]) },
    ],
  };
}

async function responseAnswer(context: Context): Promise<Reply> {
  const { id, result: kept } = await responseDriversRun(context);
  const { found: result, says, mean } = kept;
  const { odds, auc } = result;
  const shares = turnedByOdds(result);
  return {
    title: titleOf(shares, 'response'),
    tone: 'plain',
    parts: [
      {
        kind: 'facts',
        facts: [
          ...(auc === null
            ? []
            : [
                {
                  label: say`Told apart, of customers not seen (AUC)`,
                  value: auc,
                  unit: 'number' as const,
                  receipt: id,
                },
              ]),
          {
            label: say`Answered`,
            value: mean,
            unit: 'share',
            receipt: id,
          },
          { label: say`Customers`, value: shares.rows, unit: 'count', people: true },
        ],
      },
      ...(odds.kind === 'fitted' ? [{ kind: 'text' as const, text: oddsWords(odds) }] : []),
      sharesChart(shares, 'response'),
      {
        kind: 'table',
        columns: [
          { title: say`Goes with it`, unit: 'text' },
          { title: say`Odds, one step up`, unit: 'number' },
          { title: say`Low 95%`, unit: 'number' },
          { title: say`High 95%`, unit: 'number' },
          { title: say`Log odds`, unit: 'number' },
          { title: say`By chance (p)`, unit: 'text' },
          ...shareColumns,
          { title: say`Says the same (VIF)`, unit: 'number' },
        ],
        rows: shares.drivers.map((each) => [
          titleOfTrait(each.name),
          ...oddsCells(odds, each.name),
          ...shareCells(each),
          finite(each.vif),
        ]),
      },
      { kind: 'note', text: lines([...oddsNotes(odds, auc), ...warnings(shares, 'response'), says]) },
    ],
  };
}

type Metric = 'spend' | 'response';

function titleOf({ drivers: [first] }: Drivers, metric: Metric): Said {
  const [what, part] = [titleOfTrait(first!.name), shareOf(first!.share)];
  return metric === 'spend'
    ? say`${what} goes with spend most: ${part} of its differences`
    : say`${what} goes with response most: ${part} of its differences`;
}

function sharesChart({ drivers }: Drivers, metric: Metric): Part {
  const [first] = drivers;
  const [what, part] = [titleOfTrait(first!.name), shareOf(first!.share)];
  return {
    kind: 'chart',
    title:
      metric === 'spend'
        ? say`${what}: ${part} of the differences in spend`
        : say`${what}: ${part} of the differences in response`,
    subtitle: say`Part of R² by Shapley (LMG); the parts add up to R²`,
    alt: sentences(...drivers.map(({ name, share }) => say`${titleOfTrait(name)}: ${shareOf(share)}.`)),
    chart: {
      type: 'bars',
      unit: 'share',
      bars: drivers.map(({ name, share }) => ({ label: titleOfTrait(name), value: share })),
    },
  };
}

const shareColumns = [
  { title: say`Part of R²`, unit: 'share' },
  { title: say`Rank`, unit: 'count' },
  { title: say`Rank in resamples`, unit: 'text' },
  { title: say`Alone (correlation)`, unit: 'number' },
] as const;

function shareCells({ share, rank, rankLow, rankHigh, correlation }: Drivers['drivers'][number]): Row {
  return [
    share,
    rank,
    rankLow === rankHigh ? say`${count(rankLow)}` : say`${count(rankLow)} to ${count(rankHigh)}`,
    correlation,
  ];
}

const finite = (value: number) => (Number.isFinite(value) ? value : null);

/** A driver is turned when its odds point the other way than it does alone. */
function turnedByOdds({ shares, odds }: ResponseDrivers): Drivers {
  if (odds.kind !== 'fitted') return shares;
  const of = (name: string) => odds.effects.find((each) => each.name === name)!.coefficient;
  return {
    ...shares,
    drivers: shares.drivers.map((each) => ({ ...each, isTurned: pointsOtherWay(of(each.name), each.correlation) })),
  };
}

/** What the clearest of them does, in a sentence a marketer can repeat. */
function oddsWords({ effects }: Logistic): Said {
  const clear = effects.filter(({ pValue }) => pValue < CLEARLY);
  const unclear = effects.filter(({ pValue }) => pValue >= CLEARLY);
  const [first] = [...clear].sort((a, b) => Math.abs(b.coefficient) - Math.abs(a.coefficient));
  return lines([
    first
      ? say`With one step more of "${titleOfTrait(first.name)}" the odds of an answer are ${number(Math.round(10 * Math.exp(first.coefficient)) / 10)} times as high, all else the same.`
      : null,
    unclear.length > 0
      ? say`No effect of their own can be told for: ${listed(unclear.map(({ name }) => titleOfTrait(name)))}.`
      : null,
  ]);
}

function oddsCells(odds: Logistic | NoLogistic, name: string): Row {
  const effect = odds.kind === 'fitted' ? odds.effects.find((each) => each.name === name) : undefined;
  if (!effect) return [null, null, null, null, null];
  const { coefficient, standardError, pValue } = effect;
  const at = (z: number) => Math.exp(coefficient + z * standardError);
  return [
    at(0),
    at(-Z95),
    at(Z95),
    coefficient,
    pValue < 0.001 ? say`below 0.001` : say`${number(Math.round(1000 * pValue) / 1000)}`,
  ];
}

function oddsNotes(odds: Logistic | NoLogistic, auc: number | null): (Said | null)[] {
  switch (odds.kind) {
    case 'fitted':
      return [
        say`One step is one standard deviation. Odds by logistic regression, all drivers at once.`,
        say`How well they fit: log-likelihood ${number(odds.logLikelihood)}, McFadden's R² ${number(hundredths(odds.mcFadden))} (0 is no better than guessing, 0.2 to 0.4 is very good).`,
        auc === null
          ? null
          : say`Of a customer who answered and one who did not, the right one is scored higher ${shareOf(auc)} of the time (ten folds; a coin: 50%).`,
      ];
    case 'separated':
      return [
        say`No odds: "${titleOfTrait(odds.by)}" splits who answered from who did not without a rest. What tells the answer itself is no driver of it, or there are too few answers.`,
      ];
    case 'singular':
      return [
        say`No odds: "${titleOfTrait(odds.by)}" says the same as the others together. Leave it out of the file, or one of those.`,
      ];
    case 'one-sided':
      return [say`No odds: all answers are the same.`];
  }
}

function warnings({ drivers }: Drivers, metric: Metric): (Said | null)[] {
  const turned = drivers.filter(({ isTurned }) => isTurned).map(({ name }) => titleOfTrait(name));
  const same = drivers.filter(({ vif }) => vif > SAYS_THE_SAME).map(({ name }) => titleOfTrait(name));
  return [
    metric === 'spend'
      ? say`This says what spend goes with, never what causes it.`
      : say`This says what response goes with, never what causes it.`,
    turned.length > 0
      ? say`Turned, as they point one way alone and the other way beside the others, and speak for something else: ${listed(turned)}.`
      : null,
    same.length > 0
      ? say`Told by the others too for the most part (VIF above 5: how much of it the others already say): ${listed(same)}. The parts could be shared otherwise.`
      : null,
  ];
}
