import { z } from 'zod';
import type { Drivers } from '../../models/drivers/drivers.ts';
import { pointsOtherWay } from '../../models/drivers/drivers.ts';
import type { Logistic, NoLogistic } from '../../models/drivers/logistic.ts';
import type { ResponseDrivers } from '../../models/drivers/response.ts';
import { formatValue } from '../../words/quantity.ts';
import { type Context, defineCommand } from '../command.ts';
import { choice } from '../inputs.ts';
import { Refusal } from '../refusal.ts';
import type { Part, Reply, Row } from '../reply.ts';
import { SEED } from '../runs/forecast.ts';
import { capital } from './capital.ts';
import { driverTable } from './driver-table.ts';
import { revenueCuts, revenueDrivers } from './revenue-drivers.ts';

/** Variance inflation above this: the driver says much the same as the others. */
const SAYS_THE_SAME = 5;
/** Above this an effect may be none. */
const CLEARLY = 0.05;

export const keyDrivers = defineCommand({
  name: 'drivers',
  summary: 'What spend, revenue, or the answer to a campaign goes with',
  examples: ['drivers', 'drivers metric:response', 'drivers metric:revenue by:weekday'],
  needs: 'viewer',
  bare: 'metric',
  input: z.strictObject({
    metric: choice(['spend', 'response', 'revenue'], 'what is to be explained').optional(),
    by: choice(revenueCuts, 'of revenue: what to look at').optional(),
  }),

  async run({ metric = undefined, by }, context) {
    if (metric === 'revenue' || (metric === undefined && by !== undefined)) {
      return revenueDrivers(by ?? 'product', context);
    }
    if (by !== undefined) {
      throw new Refusal(`by: cuts revenue, not ${metric}`, `Say /drivers metric:revenue by:${by}`);
    }
    return metric === 'response' ? responseAnswer(context) : spendAnswer(context);
  },
});

async function spendAnswer(context: Context): Promise<Reply> {
  const { outcome, given, says } = await driverTable('spend', context);
  const result = await context.compute('drivers', { outcome, drivers: given, seed: SEED });
  return {
    title: titleOf(result, 'spend'),
    tone: 'plain',
    parts: [
      {
        kind: 'facts',
        facts: [
          { label: 'Differences in spend that all of these go with', value: result.r2, unit: 'share' },
          { label: 'Customers', value: result.rows, unit: 'count', people: true },
        ],
      },
      sharesChart(result, 'spend'),
      {
        kind: 'table',
        columns: [
          { title: 'Goes with it', unit: 'text' },
          ...shareColumns,
          { title: 'Beside the others (beta)', unit: 'number' },
          { title: 'Says the same (VIF)', unit: 'number' },
        ],
        rows: result.drivers.map((each) => [capital(each.name), ...shareCells(each), each.beta, finite(each.vif)]),
      },
      { kind: 'note', text: [...warnings(result, 'spend'), says].join('\n') },
    ],
  };
}

async function responseAnswer(context: Context): Promise<Reply> {
  const { outcome, given, says } = await driverTable('response', context);
  const result = await context.compute('responseDrivers', { outcome, drivers: given, seed: SEED });
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
            : [{ label: 'Told apart, of customers not seen (AUC)', value: auc, unit: 'number' as const }]),
          {
            label: 'Answered',
            value: outcome.reduce((sum, answer) => sum + answer, 0) / outcome.length,
            unit: 'share',
          },
          { label: 'Customers', value: shares.rows, unit: 'count', people: true },
        ],
      },
      ...(odds.kind === 'fitted' ? [{ kind: 'text' as const, text: oddsWords(odds) }] : []),
      sharesChart(shares, 'response'),
      {
        kind: 'table',
        columns: [
          { title: 'Goes with it', unit: 'text' },
          { title: 'Odds, one step up', unit: 'number' },
          { title: 'Low 95%', unit: 'number' },
          { title: 'High 95%', unit: 'number' },
          { title: 'Log odds', unit: 'number' },
          { title: 'By chance (p)', unit: 'text' },
          ...shareColumns,
          { title: 'Says the same (VIF)', unit: 'number' },
        ],
        rows: shares.drivers.map((each) => [
          capital(each.name),
          ...oddsCells(odds, each.name),
          ...shareCells(each),
          finite(each.vif),
        ]),
      },
      { kind: 'note', text: [...oddsNotes(odds, auc, context), ...warnings(shares, 'response'), says].join('\n') },
    ],
  };
}

const percent = (value: number) => `${Math.round(100 * value)}%`;

function titleOf({ drivers: [first] }: Drivers, metric: string): string {
  return `${capital(first!.name)} goes with ${metric} most: ${percent(first!.share)} of its differences`;
}

function sharesChart({ drivers }: Drivers, metric: string): Part {
  const [first] = drivers;
  return {
    kind: 'chart',
    title: `${capital(first!.name)}: ${percent(first!.share)} of the differences in ${metric}`,
    subtitle: 'Part of R² by Shapley (LMG); the parts add up to R²',
    alt: drivers.map(({ name, share }) => `${name}: ${percent(share)}`).join('; '),
    chart: {
      type: 'bars',
      unit: 'share',
      bars: drivers.map(({ name, share }) => ({ label: capital(name), value: share })),
    },
  };
}

const shareColumns = [
  { title: 'Part of R²', unit: 'share' },
  { title: 'Place', unit: 'count' },
  { title: 'Place in resamples', unit: 'text' },
  { title: 'Alone (correlation)', unit: 'number' },
] as const;

function shareCells({ share, rank, rankLow, rankHigh, correlation }: Drivers['drivers'][number]): Row {
  return [share, rank, rankLow === rankHigh ? String(rankLow) : `${rankLow} to ${rankHigh}`, correlation];
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
function oddsWords({ effects }: Logistic): string {
  const clear = effects.filter(({ pValue }) => pValue < CLEARLY);
  const unclear = effects.filter(({ pValue }) => pValue >= CLEARLY);
  const [first] = [...clear].sort((a, b) => Math.abs(b.coefficient) - Math.abs(a.coefficient));
  return [
    ...(first
      ? [
          `With one step more of "${first.name}" the odds of an answer are ${Math.exp(first.coefficient).toFixed(1)} times as high, all else the same.`,
        ]
      : []),
    ...(unclear.length > 0
      ? [`No effect of their own can be told for: ${unclear.map(({ name }) => name).join(', ')}.`]
      : []),
  ].join('\n');
}

const Z95 = 1.959_963_984_540_054;

function oddsCells(odds: Logistic | NoLogistic, name: string): Row {
  const effect = odds.kind === 'fitted' ? odds.effects.find((each) => each.name === name) : undefined;
  if (!effect) return [null, null, null, null, null];
  const { coefficient, standardError, pValue } = effect;
  const at = (z: number) => Math.exp(coefficient + z * standardError);
  return [at(0), at(-Z95), at(Z95), coefficient, pValue < 0.001 ? 'below 0.001' : pValue.toFixed(3)];
}

function oddsNotes(odds: Logistic | NoLogistic, auc: number | null, { shop }: Context): string[] {
  switch (odds.kind) {
    case 'fitted':
      return [
        'One step is one standard deviation. Odds by logistic regression, all drivers at once.',
        `Log-likelihood ${odds.logLikelihood.toFixed(1)}, McFadden's R² ${odds.mcFadden.toFixed(2)}.${
          auc === null
            ? ''
            : ` Of a customer who answered and one who did not, the right one is scored higher ${formatValue(auc, 'share', shop)} of the time (ten folds; a coin: 50%).`
        }`,
      ];
    case 'separated':
      return [
        `No odds: "${odds.by}" splits who answered from who did not without a rest. What tells the answer itself is no driver of it, or there are too few answers.`,
      ];
    case 'singular':
      return [`No odds: "${odds.by}" says the same as the others together. Leave it out of the file, or one of those.`];
    case 'one-sided':
      return ['No odds: all answers are the same.'];
  }
}

function warnings({ drivers }: Drivers, metric: string): string[] {
  const turned = drivers.filter(({ isTurned }) => isTurned).map(({ name }) => name);
  const same = drivers.filter(({ vif }) => vif > SAYS_THE_SAME).map(({ name }) => name);
  return [
    `This says what ${metric} goes with, never what causes it.`,
    ...(turned.length > 0
      ? [
          `Turned: ${turned.join(', ')} point one way alone and the other way beside the others; they speak for something else.`,
        ]
      : []),
    ...(same.length > 0
      ? [`Much of ${same.join(', ')} is told by the others too: the parts could be shared otherwise.`]
      : []),
  ];
}
