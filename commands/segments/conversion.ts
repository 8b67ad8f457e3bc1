import { z } from 'zod';
import type { CustomerTraits, TraitName } from '../../data/types.ts';
import { fromEpochDay } from '../../models/days.ts';
import { type Conversion, conversion } from '../../models/segments/conversion.ts';
import { type Context, defineCommand } from '../command.ts';
import { text } from '../inputs.ts';
import { nearest } from '../nearest.ts';
import { formatValue } from '../quantity.ts';
import { Refusal } from '../refusal.ts';
import type { Unit } from '../reply.ts';
import { capital } from './capital.ts';

const AGES = [35, 60];

export const segmentConversion = defineCommand({
  name: 'segment conversion',
  summary: 'Who answers a campaign, by income, spend, age or anything known of customers',
  examples: ['segment conversion by:income', 'segment conversion by:age of:"accepted campaign 3"'],
  needs: 'viewer',
  bare: 'by',
  input: z.strictObject({
    by: text('income, spend, age, or what a file of customers told').default('income'),
    of: text('which answer: response, accepted campaign 3').default('response'),
  }),

  async run({ by, of }, context) {
    const { facts, shop } = context;
    const names = await facts.customers.traitNames();
    const answer = traitOf(names, of);
    const { values, unit, bounds, says } = await featureOf(by, names, context, answer.name);
    const { answered, traits } = values;
    const result = conversion({ values: traits, answered, bounds });
    const label = capital(by);
    return {
      title: titleOf(result, by, shop),
      tone: 'plain',
      parts: [
        {
          kind: 'facts',
          facts: [
            { label: `Answered (${answer.name})`, value: result.share, unit: 'share' },
            { label: 'Customers counted', value: result.customers, unit: 'count' },
            { label: `Left out: ${by} or answer not known`, value: result.unknown, unit: 'count' },
            ...(result.correlation
              ? [{ label: `Correlation with ${by}`, value: result.correlation.value, unit: 'number' as const }]
              : []),
          ],
        },
        {
          kind: 'chart',
          title: titleOf(result, by, shop),
          subtitle: `Share of customers who answered (${answer.name}), by ${by}`,
          alt: result.groups
            .map((each) => `${span(each, unit, shop)}: ${formatValue(each.share, 'share', shop)}`)
            .join('; '),
          chart: {
            type: 'bars',
            unit: 'share',
            level: 0.95,
            bars: result.groups.map((each) => ({
              label: span(each, unit, shop),
              value: each.share,
              low: each.low95,
              high: each.high95,
            })),
          },
        },
        {
          kind: 'table',
          columns: [
            { title: label, unit: 'text' },
            { title: 'Customers', unit: 'count' },
            { title: 'Answered', unit: 'count' },
            { title: 'Share', unit: 'share' },
            { title: 'Low 95%', unit: 'share' },
            { title: 'High 95%', unit: 'share' },
          ],
          rows: result.groups.map((each) => [
            span(each, unit, shop),
            each.customers,
            each.answered,
            each.share,
            each.low95,
            each.high95,
          ]),
        },
        {
          kind: 'note',
          text: [
            `Conversion here: customers with "${answer.name}" over customers, ${bounds ? 'by fixed bounds' : 'by fifths of the customers'}.${says}`,
            ...(result.correlation
              ? [
                  `Correlation ${result.correlation.value.toFixed(2)} (95%: ${result.correlation.low95.toFixed(2)} to ${result.correlation.high95.toFixed(2)}); a straight line, which a step is not.`,
                ]
              : []),
            `Shares so different come by chance with ${result.pValue === null ? 'no' : result.pValue < 0.001 ? 'p below 0.001' : `p = ${result.pValue.toFixed(3)}`}. Nobody was held out: this says who answered, not who answered because of it.`,
          ].join('\n'),
        },
      ],
    };
  },
});

function traitOf(names: readonly TraitName[], typed: string): TraitName {
  const found = names.find(({ name }) => name === typed.toLowerCase());
  if (found) return found;
  if (names.length === 0) {
    throw new Refusal(
      'I know nothing of customers but their orders',
      'Bring a file of customers with /data add: income, birth year, answers to campaigns.',
    );
  }
  const near = nearest(
    typed,
    names.map(({ name }) => name),
  );
  throw new Refusal(
    `I know no "${typed}" of customers`,
    `${near ? `Did you mean "${near}"? ` : ''}Known: ${names.map(({ name }) => name).join(', ')}.`,
  );
}

type Feature = {
  readonly values: { readonly traits: Float64Array; readonly answered: Float64Array };
  readonly unit: Unit;
  readonly bounds: readonly number[] | null;
  readonly says: string;
};

async function featureOf(
  by: string,
  names: readonly TraitName[],
  { facts }: Context,
  answer: string,
): Promise<Feature> {
  if (by === 'age') {
    const traits = await facts.customers.traits([answer, traitOf(names, 'birth year').name, 'joined']);
    const year = lastYear(traits);
    return {
      values: both(traits, answer, (at) => year - traits.numbers['birth year']![at]!),
      unit: 'count',
      bounds: AGES,
      says: ` Age in ${year}, the last year that the file tells of.`,
    };
  }
  if (by === 'spend') {
    const parts = names.map(({ name }) => name).filter((name) => name.startsWith('spent on '));
    if (parts.length === 0) traitOf(names, 'spent on');
    const traits = await facts.customers.traits([answer, ...parts]);
    return {
      values: both(traits, answer, (at) => parts.reduce((sum, name) => sum + traits.numbers[name]![at]!, 0)),
      unit: 'money',
      bounds: null,
      says: ` Spend is the sum of ${parts.length} categories.`,
    };
  }
  const trait = traitOf(names, by);
  const traits = await facts.customers.traits([answer, trait.name]);
  const column = traits.numbers[trait.name]!;
  if (column.every((value) => Number.isNaN(value))) {
    throw new Refusal(`"${trait.name}" is told in words`, 'Groups are made of numbers: income, spend, age, visits.');
  }
  return {
    values: both(traits, answer, (at) => column[at]!),
    unit: trait.unit === 'money' ? 'money' : 'number',
    bounds: null,
    says: '',
  };
}

function both(traits: CustomerTraits, answer: string, value: (at: number) => number): Feature['values'] {
  return { traits: Float64Array.from(traits.id, (_, at) => value(at)), answered: traits.numbers[answer]! };
}

function lastYear({ numbers }: CustomerTraits): number {
  const days = (numbers.joined ?? new Float64Array(0)).filter((day) => !Number.isNaN(day));
  if (days.length === 0) {
    throw new Refusal('I do not know when these customers joined', 'Age needs a year: bring the day they joined too.');
  }
  return Number(fromEpochDay(days.reduce((a, b) => Math.max(a, b))).slice(0, 4));
}

function span({ from, to }: Conversion['groups'][number], unit: Unit, shop: Context['shop']): string {
  const [low, high] = [from, to].map((value) => formatValue(value, unit, shop));
  return low === high ? low! : `${low} to ${high}`;
}

function titleOf({ shape, stepAt, groups }: Conversion, by: string, shop: Context['shop']): string {
  const share = (at: number) => formatValue(groups.at(at)?.share ?? null, 'share', shop);
  switch (shape) {
    case 'flat':
      return `No clear difference by ${by}`;
    case 'step': {
      const up = groups[stepAt!]!.share > groups[stepAt! - 1]!.share;
      return `A step, not a line: ${share(stepAt!)} ${up ? 'above' : 'below'} ${share(stepAt! - 1)} from group ${stepAt! + 1} of ${groups.length} by ${by}`;
    }
    case 'rises':
      return `More answers with more ${by}: ${share(0)} to ${share(-1)}`;
    case 'falls':
      return `Fewer answers with more ${by}: ${share(0)} to ${share(-1)}`;
    case 'differs':
      return `Different by ${by}, without a direction`;
  }
}
