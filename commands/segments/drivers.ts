import { z } from 'zod';
import type { CustomerTraits, TraitName } from '../../data/types.ts';
import type { Drivers } from '../../models/drivers/drivers.ts';
import { type Context, defineCommand } from '../command.ts';
import { choice } from '../inputs.ts';
import { Refusal } from '../refusal.ts';
import { SEED } from '../runs/forecast.ts';
import { capital } from './capital.ts';

/** Customers of whom too little is known tell nothing; fewer than these tell chance. */
const LEAST_CUSTOMERS = 200;
const MOST_DRIVERS = 8;
/** Variance inflation above this: the driver says much the same as the others. */
const SAYS_THE_SAME = 5;

export const keyDrivers = defineCommand({
  name: 'drivers',
  summary: 'What customers’ spend, or their answer to a campaign, goes with',
  examples: ['drivers', 'drivers metric:response'],
  needs: 'viewer',
  bare: 'metric',
  input: z.strictObject({
    metric: choice(['spend', 'response'], 'what is to be explained').default('spend'),
  }),

  async run({ metric }, context) {
    const { outcome, given, says } = await tableOf(metric, context);
    const result = await context.compute('drivers', { outcome, drivers: given, seed: SEED });
    const percent = (value: number) => `${Math.round(100 * value)}%`;
    const [first] = result.drivers;
    return {
      title: `${capital(first!.name)} goes with ${metric} most: ${percent(first!.share)} of its differences`,
      tone: 'plain',
      parts: [
        {
          kind: 'facts',
          facts: [
            { label: `Differences in ${metric} that all of these go with`, value: result.r2, unit: 'share' },
            { label: 'Customers', value: result.rows, unit: 'count' },
          ],
        },
        {
          kind: 'chart',
          title: `${capital(first!.name)}: ${percent(first!.share)} of the differences in ${metric}`,
          subtitle: 'Part of R² by Shapley (LMG); the parts add up to R²',
          alt: result.drivers.map(({ name, share }) => `${name}: ${percent(share)}`).join('; '),
          chart: {
            type: 'bars',
            unit: 'share',
            bars: result.drivers.map(({ name, share }) => ({ label: capital(name), value: share })),
          },
        },
        {
          kind: 'table',
          columns: [
            { title: 'Goes with it', unit: 'text' },
            { title: 'Part of R²', unit: 'share' },
            { title: 'Place', unit: 'count' },
            { title: 'Place in resamples', unit: 'text' },
            { title: 'Alone (correlation)', unit: 'number' },
            { title: 'Beside the others (beta)', unit: 'number' },
            { title: 'Says the same (VIF)', unit: 'number' },
          ],
          rows: result.drivers.map(({ name, share, rank, rankLow, rankHigh, correlation, beta, vif }) => [
            capital(name),
            share,
            rank,
            rankLow === rankHigh ? String(rankLow) : `${rankLow} to ${rankHigh}`,
            correlation,
            beta,
            vif,
          ]),
        },
        { kind: 'note', text: [...warnings(result, metric), says].join('\n') },
      ],
    };
  },
});

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
      ? [`${same.join(', ')} say much the same as the others: their parts could be shared otherwise.`]
      : []),
  ];
}

async function tableOf(metric: 'spend' | 'response', { facts }: Context) {
  const names = await facts.customers.traitNames();
  const isNumber = ({ unit }: TraitName) => unit !== 'word';
  const wanted = names.filter(isNumber).map(({ name }) => name);
  const spends = wanted.filter((name) => name.startsWith('spent on '));
  const outcomes = metric === 'spend' ? spends : wanted.filter((name) => name === 'response');
  if (outcomes.length === 0) {
    throw new Refusal(
      `I do not know the ${metric} of customers beside their orders`,
      'Bring a table of customers with /data add: income, birth year, spend by category, answers to campaigns.',
    );
  }
  const traits = await facts.customers.traits(wanted);
  const rows = traits.id.length;
  if (rows < LEAST_CUSTOMERS) {
    throw new Refusal(
      `Only ${rows} customers are described`,
      `${LEAST_CUSTOMERS} at least are needed to tell anything.`,
    );
  }
  const total = sumOf(traits, outcomes);
  const given = driversOf(traits, wanted, metric);
  return {
    // Spend is spread over decades; one more than nothing keeps who spent nothing.
    outcome: metric === 'spend' ? total.map((value) => Math.log1p(value)) : total,
    given,
    says: `${metric === 'spend' ? 'Spend: the logarithm of all categories together.' : 'Response: 1 for who answered, 0 for who did not; a straight line through it.'} Gaps are filled with the middle value, values beyond the outermost hundredths are drawn in to them.`,
  };
}

/** What may explain it: no part of the outcome, nothing that does not vary, the fullest first. */
function driversOf(traits: CustomerTraits, names: readonly string[], metric: string) {
  const campaigns = names.filter((name) => name.startsWith('accepted campaign '));
  const kids = names.filter((name) => name === 'children' || name === 'teenagers');
  const joined = traits.numbers.joined;
  const last = joined?.reduce((most, day) => (day > most ? day : most), Number.NEGATIVE_INFINITY) ?? Number.NaN;
  const own = (name: string) => traits.numbers[name];
  const candidates: readonly (readonly [string, Float64Array | undefined])[] = [
    ['income', own('income')],
    ['age', own('birth year')?.map((year) => -year)],
    ['children', kids.length > 0 ? sumOf(traits, kids) : undefined],
    ['time as a customer', joined?.map((day) => last - day)],
    ['visits', own('visits')],
    ['campaigns accepted before', campaigns.length > 0 ? sumOf(traits, campaigns) : undefined],
    ...(metric === 'response' ? [['days since last purchase', own('days since last purchase')] as const] : []),
  ];
  return candidates
    .flatMap(([name, values]) => (values ? [{ name, values: filled(values) }] : []))
    .filter(({ values }) => values.some((value) => value !== values[0]))
    .slice(0, MOST_DRIVERS);
}

function sumOf({ id, numbers }: CustomerTraits, names: readonly string[]): Float64Array {
  return Float64Array.from(id, (_, at) => names.reduce((sum, name) => sum + (numbers[name]![at] || 0), 0));
}

function filled(values: Float64Array): Float64Array {
  const known = values.filter((value) => !Number.isNaN(value)).sort();
  const at = (share: number) => known[Math.round(share * (known.length - 1))] ?? 0;
  const [low, middle, high] = [at(0.01), at(0.5), at(0.99)];
  return values.map((value) => (Number.isNaN(value) ? middle : Math.min(high, Math.max(low, value))));
}
