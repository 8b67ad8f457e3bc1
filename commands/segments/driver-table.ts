import type { CustomerTraits, TraitName } from '../../data/types/customers.ts';
import { outerFences, quantileOf } from '../../models/fences.ts';
import { count, type Said, say, sentences } from '../../words/say.ts';
import type { Context } from '../command.ts';
import { Refusal } from '../refusal.ts';

/** Customers of whom too little is known tell nothing; fewer than these tell chance. */
const LEAST_CUSTOMERS = 200;

export type DriverTable = {
  /** Shape (n,): what is to be explained. */
  readonly outcome: Float64Array;
  readonly given: readonly { readonly name: string; readonly values: Float64Array }[];
  /** How the table was made, in sentences. */
  readonly says: Said;
};

/**
 * Customers' spend, or their answers, beside all that is known of them and is no part of it.
 *
 * @throws {Refusal} where too little is known
 */
export async function driverTable(metric: 'spend' | 'response', { facts }: Context): Promise<DriverTable> {
  const names = await facts.customers.traitNames();
  const known = names.filter(({ unit }) => unit !== 'word').map(({ name }) => name);
  const spends = known.filter((name) => name.startsWith('spent on '));
  const outcomes = metric === 'spend' ? spends : known.filter((name) => name === 'response');
  if (outcomes.length === 0) {
    throw new Refusal(
      metric === 'spend'
        ? say`I do not know the spend of customers beside their orders`
        : say`I do not know the response of customers beside their orders`,
      say`Bring a table of customers with /data add: income, birth year, spend by category, answers to campaigns.`,
    );
  }
  const traits = await facts.customers.traits(names.map(({ name }) => name));
  const total = sumOf(traits, outcomes);
  const rows = Array.from(total.keys()).filter((row) => Number.isFinite(total[row]!));
  if (rows.length < LEAST_CUSTOMERS) {
    throw new Refusal(
      say`Only ${count(rows.length)} customers are described`,
      say`${count(LEAST_CUSTOMERS)} at least are needed to tell anything.`,
    );
  }
  const outcome = Float64Array.from(rows, (row) => total[row]!);
  if (outcome.every((value) => value === outcome[0])) {
    throw new Refusal(
      metric === 'spend'
        ? say`All ${count(rows.length)} customers have the same spend`
        : say`All ${count(rows.length)} customers have the same response`,
      say`Nothing can go with what does not vary.`,
    );
  }
  const given = candidates(traits, names, metric)
    .map(({ name, values }) => ({ name, values: filled(Float64Array.from(rows, (row) => values[row]!)) }))
    .filter(({ values }) => values.some((value) => value !== values[0]));
  if (given.length === 0) {
    throw new Refusal(
      metric === 'spend'
        ? say`I know nothing that spend could go with`
        : say`I know nothing that response could go with`,
      say`Bring income, birth year, visits with /data add.`,
    );
  }
  return {
    outcome: metric === 'spend' ? logarithm(outcome) : outcome,
    given,
    says: sentences(
      metric === 'spend' ? say`Spend: the logarithm of all categories together.` : null,
      say`Gaps are filled with the middle value; values far out (beyond three times the middle half) are drawn in to there.`,
    ),
  };
}

type Candidate = { readonly name: string; readonly values: Float64Array };

/** What may explain it: no part of the outcome, and nothing that came after it. */
function candidates(traits: CustomerTraits, names: readonly TraitName[], metric: 'spend' | 'response'): Candidate[] {
  const known = (beginning: string) => names.map(({ name }) => name).filter((name) => name.startsWith(beginning));
  const one = (name: string, called = name) =>
    all(
      called,
      known(name).filter((each) => each === name),
    );
  const all = (called: string, parts: readonly string[]): Candidate[] =>
    parts.length === 0 ? [] : [{ name: called, values: sumOf(traits, parts) }];
  const less = ([from]: Candidate[], most: (values: Float64Array) => number, called: string): Candidate[] =>
    from ? [{ name: called, values: from.values.map((value) => most(from.values) - value) }] : [];
  const last = (values: Float64Array) =>
    values.reduce((most, day) => (day > most ? day : most), Number.NEGATIVE_INFINITY);
  const anybody = [
    ...one('income'),
    ...less(one('birth year'), last, 'age'),
    ...all('children', [...known('children'), ...known('teenagers')]),
    ...less(one('joined'), last, 'time as a customer'),
    ...one('visits'),
    ...all('campaigns accepted before', known('accepted campaign ')),
  ];
  if (metric === 'spend') return anybody;
  return [
    ...anybody,
    ...one('days since last purchase'),
    ...all('spend', known('spent on ')),
    ...known('purchases ').flatMap((name) => one(name)),
    ...livesAlone(traits),
  ];
}

const TOGETHER = /^(married|together|engaged|partnered|cohabiting|menikah|kawin|bertunangan)$/i;

/** 1 for who lives alone, by the word a file has for it. */
function livesAlone({ words }: CustomerTraits): Candidate[] {
  const status = words['marital status'];
  if (!status) return [];
  const values = Float64Array.from(status, (word) => (word === null ? Number.NaN : Number(!TOGETHER.test(word))));
  return [{ name: 'lives alone', values }];
}

/**
 * Spend is spread over decades. Who spent nothing counts as half of the least that anybody did, and not as one unit: the
 * same table in thousands must tell the same.
 */
function logarithm(spend: Float64Array): Float64Array {
  const least = spend.reduce((min, value) => (value > 0 && value < min ? value : min), Number.POSITIVE_INFINITY);
  return spend.map((value) => Math.log(Math.max(value, least / 2)));
}

/** Not known where one of them is not. */
function sumOf({ id, numbers }: CustomerTraits, names: readonly string[]): Float64Array {
  return Float64Array.from(id, (_, at) => names.reduce((sum, name) => sum + numbers[name]![at]!, 0));
}

function filled(values: Float64Array): Float64Array {
  const known = values.filter((value) => !Number.isNaN(value)).sort();
  if (known.length === 0) return values.map(() => 0);
  const middle = quantileOf(known, 0.5);
  const { low, high } = outerFences(known) ?? { low: known[0]!, high: known.at(-1)! };
  return values.map((value) => (Number.isNaN(value) ? middle : Math.min(high, Math.max(low, value))));
}
