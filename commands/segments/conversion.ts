import { z } from 'zod';
import type { Conversion, Correlation } from '../../models/segments/conversion.ts';
import type { Unit } from '../../words/quantity.ts';
import { formatValue } from '../../words/quantity.ts';
import { type Context, defineCommand } from '../command.ts';
import { isFew, mayTellOfFew } from '../few-people.ts';
import { choice, text } from '../inputs.ts';
import { capital } from './capital.ts';
import { type Feature, featureOf, type Outcome, outcomeOf } from './conversion-traits.ts';

export const segmentConversion = defineCommand({
  name: 'segment conversion',
  summary: 'Who answers a campaign, by income, spend, age or anything known of customers',
  examples: [
    'segment conversion by:income',
    'segment conversion by:age of:"accepted campaign 3"',
    'segment conversion by:spend of:response per:visit',
  ],
  needs: 'viewer',
  bare: 'by',
  input: z.strictObject({
    by: text('income, spend, purchases, age, or what a file of customers told').default('income'),
    of: text('response, accepted campaign 3; or purchases').default('response'),
    per: choice(['customer', 'visit'], 'for each customer, or for each of their visits a month').default('customer'),
  }),

  async run({ by, of, per }, context) {
    const { facts, shop, compute } = context;
    const names = await facts.customers.traitNames();
    const outcome = outcomeOf(of, per, names);
    const feature = featureOf(by, names);
    const traits = await facts.customers.traits([...new Set([...outcome.traits, ...feature.traits])]);
    const values = feature.of(traits);
    const result = await compute('conversion', { values, outcome: outcome.of(traits), bounds: feature.bounds });
    const written = (value: number | null) => formatValue(value, result.isShare ? 'share' : 'number', shop);
    // A headline names the figures of groups: not of a few people, where all can read it.
    const told = result.groups.filter(({ customers }) => mayTellOfFew(context) || !isFew(customers));
    const isTold = told.length === result.groups.length;
    const title = isTold ? titleOf(result, by, outcome.says, written) : `Conversion by ${by}`;
    const unit = result.isShare ? ('share' as const) : ('number' as const);
    const label = result.isShare ? 'Answered' : capital(outcome.says);
    const bars = result.groups.map((each) => ({
      label: span(each, feature.unit, shop),
      value: each.mean,
      ...(each.low95 !== null && each.high95 !== null && { low: each.low95, high: each.high95 }),
      people: each.customers,
    }));
    return {
      title,
      tone: 'plain',
      parts: [
        {
          kind: 'facts',
          facts: [
            { label: result.isShare ? `Answered (${of})` : label, value: result.mean, unit },
            { label: 'Customers counted', value: result.customers, unit: 'count', people: true },
            { label: `Left out: ${by} or answer not known`, value: result.unknown, unit: 'count', people: true },
            ...(result.correlation
              ? [{ label: `Correlation with ${by}`, value: result.correlation.value, unit: 'number' as const }]
              : []),
          ],
        },
        {
          kind: 'chart',
          title,
          subtitle: `${capital(outcome.definition)}, by ${by}`,
          alt: told.map((each) => `${span(each, feature.unit, shop)}: ${written(each.mean)}`).join('; '),
          chart: { type: 'bars', unit, level: 0.95, bars },
        },
        {
          kind: 'table',
          columns: [
            { title: capital(by), unit: 'text' },
            { title: 'Customers', unit: 'count', people: true },
            ...(result.isShare ? [{ title: 'Answered', unit: 'count' as const }] : []),
            { title: result.isShare ? 'Share' : label, unit },
            { title: 'Low 95%', unit },
            { title: 'High 95%', unit },
          ],
          rows: result.groups.map((each) => [
            span(each, feature.unit, shop),
            each.customers,
            ...(result.isShare ? [each.sum] : []),
            each.mean,
            each.low95,
            each.high95,
          ]),
        },
        { kind: 'note', text: notes(result, { by, feature, outcome, never: outcome.never(traits), shop }).join('\n') },
      ],
    };
  },
});

type About = {
  readonly by: string;
  readonly feature: Feature;
  readonly outcome: Outcome;
  readonly never: number;
  readonly shop: Context['shop'];
};

/** What was counted, what was left out, how sure it is, and what it does not say. */
function notes(result: Conversion, { by, feature, outcome, never, shop }: About): string[] {
  const count = (value: number) => formatValue(value, 'count', shop);
  const { mean, customers, far, correlation, rankCorrelation, pValue, shape } = result;
  return [
    `Conversion here: ${outcome.definition}, ${feature.bounds ? 'by fixed bounds' : 'by fifths of the customers'}.${feature.says}`,
    ...(never > 0
      ? [
          `${count(never)} customers never came: nothing can be divided by no visit, so they are left out. Counted as 0 they would make it ${formatValue((mean * customers) / (customers + never), 'number', shop)}.`,
        ]
      : []),
    ...(far
      ? [
          `${count(far.customers)} far out in ${by}: ${span({ from: far.least, to: far.most }, feature.unit, shop)}. They are counted where they stand; see /data check.`,
        ]
      : []),
    ...(correlation ? [`Correlation ${withLimits(correlation)}: of a straight line.`] : []),
    ...(rankCorrelation && !result.isShare ? [`By ranks ${withLimits(rankCorrelation)}.`] : []),
    ...(shape === 'step' ? [`The straight line is a poor picture: it is one step.`] : []),
    pValue === null
      ? 'There is nothing to compare.'
      : `Differences as large come by chance with ${pValue < 0.001 ? 'p below 0.001' : `p = ${pValue.toFixed(3)}`}${
          shape !== 'flat' && correlation && correlation.low95 < 0 && correlation.high95 > 0
            ? `: ${by} matters, although no straight line shows it`
            : ''
        }.`,
    'Nobody was held out: this says who answered, not who answered because of it.',
  ];
}

function withLimits({ value, low95, high95 }: Correlation): string {
  return `${value.toFixed(2)} (95%: ${low95.toFixed(2)} to ${high95.toFixed(2)})`;
}

function span(
  { from, to }: Pick<Conversion['groups'][number], 'from' | 'to'>,
  unit: Unit,
  shop: Context['shop'],
): string {
  const [low, high] = [from, to].map((value) => formatValue(value, unit, shop));
  return low === high ? low! : `${low} to ${high}`;
}

function titleOf(
  { shape, stepAt, groups, isShare }: Conversion,
  by: string,
  says: string,
  written: (value: number | null) => string,
): string {
  const mean = (at: number) => written(groups.at(at)?.mean ?? null);
  const more = isShare ? 'answers' : says;
  switch (shape) {
    case 'flat':
      return `No clear difference by ${by}`;
    case 'step': {
      const up = groups[stepAt!]!.mean > groups[stepAt! - 1]!.mean;
      return `A step, not a line: ${mean(stepAt!)} ${up ? 'above' : 'below'} ${mean(stepAt! - 1)} from group ${stepAt! + 1} of ${groups.length} by ${by}`;
    }
    case 'rises':
      return `More ${more} with more ${by}: ${mean(0)} to ${mean(-1)}`;
    case 'falls':
      return `Fewer ${more} with more ${by}: ${mean(0)} to ${mean(-1)}`;
    case 'differs':
      return `Different by ${by}, without a direction`;
  }
}
