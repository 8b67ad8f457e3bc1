import { z } from 'zod';
import { hundredths } from '../../models/rounding.ts';
import type { Conversion, Correlation } from '../../models/segments/conversion.ts';
import type { Unit } from '../../words/quantity.ts';
import { count, lines, number, type Quantity, quantity, type Said, say, sentences } from '../../words/say.ts';
import { defineCommand } from '../command.ts';
import { isFew, mayTellOfFew } from '../few-people.ts';
import { choice, text } from '../inputs.ts';
import { type Feature, featureOf, type Outcome, outcomeOf } from './conversion-traits.ts';

export const segmentConversion = defineCommand({
  name: 'segment conversion',
  summary: say`Who answers a campaign, by income, spend, age or anything known of customers`,
  examples: [
    'segment conversion by:income',
    say`segment conversion by:age of:"accepted campaign 3"`,
    'segment conversion by:spend of:response per:visit',
  ],
  needs: 'viewer',
  bare: 'by',
  input: z.strictObject({
    by: text(say`income, spend, purchases, age, or what a file of customers told`).default('income'),
    of: text(say`response, accepted campaign 3; or purchases`).default('response'),
    per: choice(['customer', 'visit'], say`for each customer, or for each of their visits a month`).default('customer'),
  }),

  async run({ by, of, per }, context) {
    const { facts, compute } = context;
    const names = await facts.customers.traitNames();
    const outcome = outcomeOf(of, per, names);
    const feature = featureOf(by, names);
    const traits = await facts.customers.traits([...new Set([...outcome.traits, ...feature.traits])]);
    const values = feature.of(traits);
    const result = await compute('conversion', { values, outcome: outcome.of(traits), bounds: feature.bounds });
    const { called } = feature;
    const unit = result.isShare ? ('share' as const) : ('number' as const);
    // A headline names the figures of groups: not of a few people, where all can read it.
    const told = result.groups.filter(({ customers }) => mayTellOfFew(context) || !isFew(customers));
    const isTold = told.length === result.groups.length;
    const title = isTold ? titleOf(result, feature, outcome) : say`Conversion by ${called}`;
    const label = result.isShare ? say`Answered` : outcome.title;
    const bars = result.groups.map((each) => ({
      label: span(each, feature.unit),
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
            { label: result.isShare ? say`Answered (${of})` : label, value: result.mean, unit },
            { label: say`Customers counted`, value: result.customers, unit: 'count', people: true },
            { label: say`Left out: ${called} or answer not known`, value: result.unknown, unit: 'count', people: true },
            ...(result.correlation
              ? [
                  {
                    label: say`Correlation with ${called} (from −1 to 1)`,
                    value: result.correlation.value,
                    unit: 'number' as const,
                  },
                ]
              : []),
          ],
        },
        {
          kind: 'chart',
          title,
          subtitle: say`Conversion by ${called}: ${outcome.definition}`,
          alt: sentences(...told.map((each) => say`${span(each, feature.unit)}: ${quantity(each.mean, unit)}.`)),
          chart: { type: 'bars', unit, level: 0.95, bars },
        },
        {
          kind: 'table',
          columns: [
            { title: feature.title, unit: 'text' },
            { title: say`Customers`, unit: 'count', people: true },
            ...(result.isShare ? [{ title: say`Answered`, unit: 'count' as const }] : []),
            { title: result.isShare ? say`Share` : label, unit },
            { title: say`Low 95%`, unit },
            { title: say`High 95%`, unit },
          ],
          rows: result.groups.map((each) => [
            span(each, feature.unit),
            each.customers,
            ...(result.isShare ? [each.sum] : []),
            each.mean,
            each.low95,
            each.high95,
          ]),
        },
        { kind: 'note', text: lines(notes(result, { feature, outcome, never: outcome.never(traits) })) },
      ],
    };
  },
});

type About = { readonly feature: Feature; readonly outcome: Outcome; readonly never: number };

/** What was counted, what was left out, how sure it is, and what it does not say. */
function notes(result: Conversion, { feature, outcome, never }: About): (Said | null)[] {
  const { mean, customers, far, correlation, rankCorrelation, shape } = result;
  return [
    sentences(
      feature.bounds
        ? say`Conversion here: ${outcome.definition}, by fixed bounds.`
        : say`Conversion here: ${outcome.definition}, by fifths of the customers.`,
      feature.says,
    ),
    never > 0
      ? say`${count(never)} customers never came: nothing can be divided by no visit, so they are left out. Counted as 0 they would make it ${number((mean * customers) / (customers + never))}.`
      : null,
    far &&
      say`${count(far.customers)} far out in ${feature.called}: ${span({ from: far.least, to: far.most }, feature.unit)}. They are counted where they stand; see /data check.`,
    correlation && lineWords(correlation),
    rankCorrelation && !result.isShare ? rankWords(rankCorrelation) : null,
    shape === 'step' ? say`The straight line is a poor picture: it is one step.` : null,
    chanceWords(result, feature),
    say`Nobody was held out: this says who answered, not who answered because of it.`,
  ];
}

function lineWords({ value, low95, high95 }: Correlation): Said {
  const [at, low, high] = [value, low95, high95].map((each) => number(hundredths(each)));
  return say`Correlation ${at!} (95%: ${low!} to ${high!}): how near the points are to a straight line, which is 1 or −1.`;
}

function rankWords({ value, low95, high95 }: Correlation): Said {
  const [at, low, high] = [value, low95, high95].map((each) => number(hundredths(each)));
  return say`By ranks ${at!} (95%: ${low!} to ${high!}).`;
}

/** How often chance alone makes groups so different. */
function chanceWords({ pValue, shape, correlation }: Conversion, { called }: Feature): Said {
  if (pValue === null) return say`There is nothing to compare.`;
  const p = number(Math.round(1000 * pValue) / 1000);
  return sentences(
    pValue < 0.001
      ? say`Differences as large come by chance less than once in a thousand (p below 0.001).`
      : say`Differences as large come by chance with p = ${p}.`,
    shape !== 'flat' && correlation && correlation.low95 < 0 && correlation.high95 > 0
      ? say`So ${called} matters, although no straight line shows it.`
      : null,
  );
}

function span({ from, to }: Pick<Conversion['groups'][number], 'from' | 'to'>, unit: Unit): Said {
  return from === to ? say`${quantity(from, unit)}` : say`${quantity(from, unit)} to ${quantity(to, unit)}`;
}

function titleOf({ shape, stepAt, groups, isShare }: Conversion, { called }: Feature, outcome: Outcome): Said {
  const mean = (at: number): Quantity => quantity(groups.at(at)?.mean ?? null, isShare ? 'share' : 'number');
  const more = isShare ? say`answers` : outcome.called;
  switch (shape) {
    case 'flat':
      return say`No clear difference by ${called}`;
    case 'step': {
      const [after, before, from, of] = [mean(stepAt!), mean(stepAt! - 1), count(stepAt! + 1), count(groups.length)];
      return groups[stepAt!]!.mean > groups[stepAt! - 1]!.mean
        ? say`A step, not a line: ${after} above ${before} from group ${from} of ${of} by ${called}`
        : say`A step, not a line: ${after} below ${before} from group ${from} of ${of} by ${called}`;
    }
    case 'rises':
      return say`More ${more} with more ${called}: ${mean(0)} to ${mean(-1)}`;
    case 'falls':
      return say`Fewer ${more} with more ${called}: ${mean(0)} to ${mean(-1)}`;
    case 'differs':
      return say`Different by ${called}, without a direction`;
  }
}
