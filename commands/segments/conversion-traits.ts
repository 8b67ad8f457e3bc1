import type { CustomerTraits, TraitName } from '../../data/types/customers.ts';
import { fromEpochDay } from '../../models/days.ts';
import type { Unit } from '../../words/quantity.ts';
import { count, listed, type Said, say, sentences, type Words } from '../../words/say.ts';
import { inEveryLanguage } from '../../words/tell.ts';
import { nearest } from '../nearest.ts';
import { Refusal } from '../refusal.ts';
import { calledTrait, titleOfTrait } from './trait-titles.ts';

/** Lower bounds of the second age group and the third. */
const AGES = [35, 60];
/** All columns of purchases together, as an answer and as a feature. */
const PURCHASES = 'purchases';

function traitOf(names: readonly TraitName[], typed: string): TraitName {
  const wanted = typed.toLowerCase();
  const spellings = ({ name }: TraitName) => [name, ...inEveryLanguage(titleOfTrait(name))];
  const found = names.find((each) => spellings(each).some((spelling) => spelling.toLowerCase() === wanted));
  if (found) return found;
  if (names.length === 0) {
    throw new Refusal(
      say`I know nothing of customers but their orders`,
      say`Bring a file of customers with /data add: income, birth year, answers to campaigns.`,
    );
  }
  const near = nearest(typed, names.flatMap(spellings));
  throw new Refusal(
    say`I know no "${typed}" of customers`,
    sentences(
      near && say`Did you mean "${near}"?`,
      say`Known: ${listed(names.map(({ name }) => titleOfTrait(name)))}.`,
    ),
  );
}

/** What customers are grouped by. */
export type Feature = {
  readonly traits: readonly string[];
  readonly of: (traits: CustomerTraits) => Float64Array;
  readonly unit: Unit;
  readonly bounds: readonly number[] | null;
  /** Inside a sentence, and as a label. What a file told keeps its name. */
  readonly called: Words;
  readonly title: Words;
  /** How it was made, where it is not as the file told it. */
  readonly says: Said | null;
};

export function featureOf(by: string, names: readonly TraitName[]): Feature {
  if (by === 'age') {
    const born = traitOf(names, 'birth year').name;
    return {
      traits: [born, 'joined'],
      of: (traits) => {
        const year = lastYear(traits);
        return traits.numbers[born]!.map((birth) => year - birth);
      },
      unit: 'count',
      bounds: AGES,
      called: say`age`,
      title: say`Age`,
      says: say`Age in the last year that the file tells of.`,
    };
  }
  if (by === 'spend') {
    return { ...sumFeature('spent on ', 'money', names), called: say`spend`, title: say`Spend` };
  }
  if (by === PURCHASES) {
    return { ...sumFeature('purchases ', 'count', names), called: say`purchases`, title: say`Purchases` };
  }
  const { name, unit } = traitOf(names, by);
  if (unit === 'word') {
    throw new Refusal(
      say`"${calledTrait(name)}" is told in words`,
      say`Groups are made of numbers: income, spend, age, visits.`,
    );
  }
  return {
    traits: [name],
    of: ({ numbers }) => numbers[name]!,
    unit: unit === 'money' ? 'money' : 'number',
    bounds: null,
    called: calledTrait(name),
    title: titleOfTrait(name),
    says: null,
  };
}

/** Several traits together: all that begin alike. */
function sumFeature(beginning: string, unit: Unit, names: readonly TraitName[]): Omit<Feature, 'called' | 'title'> {
  const parts = partsOf(beginning, names);
  return {
    traits: parts,
    of: (traits) => sumOf(traits, parts),
    unit,
    bounds: null,
    says: say`It is the sum of ${count(parts.length)} columns: ${listed(parts.map(calledTrait))}.`,
  };
}

function partsOf(beginning: string, names: readonly TraitName[]): readonly string[] {
  const parts = names.map(({ name }) => name).filter((name) => name.startsWith(beginning));
  if (parts.length === 0) traitOf(names, beginning.trim());
  return parts;
}

/** What each customer brought. */
export type Outcome = {
  readonly traits: readonly string[];
  readonly of: (traits: CustomerTraits) => Float64Array;
  /** Inside a sentence, and as a label. */
  readonly called: Said;
  readonly title: Said;
  /** In a sentence, after "conversion here". */
  readonly definition: Said;
  /** Customers who made no visit, where it is by visits: nothing can be divided by none. */
  readonly never: (traits: CustomerTraits) => number;
};

export function outcomeOf(of: string, per: 'customer' | 'visit', names: readonly TraitName[]): Outcome {
  const isPurchases = of === PURCHASES;
  const parts = isPurchases ? partsOf('purchases ', names) : [traitOf(names, of).name];
  const [what = of] = parts;
  const called = calledTrait(what);
  if (!isPurchases && traitOf(names, of).unit === 'word') {
    throw new Refusal(
      say`"${called}" is told in words`,
      say`Conversion counts answers: response, accepted campaign 3; or purchases.`,
    );
  }
  const countOf = (traits: CustomerTraits) => (isPurchases ? sumOf(traits, parts) : traits.numbers[what]!);
  if (per === 'customer') {
    return {
      traits: parts,
      of: countOf,
      called: isPurchases ? say`purchases a customer` : say`"${called}" a customer`,
      title: isPurchases ? say`Purchases a customer` : say`"${called}" a customer`,
      definition: isPurchases ? say`purchases by customers` : say`customers with "${called}" over customers`,
      never: () => 0,
    };
  }
  const visits = traitOf(names, 'visits').name;
  return {
    traits: [...parts, visits],
    of: (traits) =>
      countOf(traits).map((value, at) =>
        traits.numbers[visits]![at]! > 0 ? value / traits.numbers[visits]![at]! : Number.NaN,
      ),
    called: isPurchases ? say`purchases a visit` : say`answers a visit`,
    title: isPurchases ? say`Purchases a visit` : say`Answers a visit`,
    definition: isPurchases
      ? say`purchases over visits a month, of each customer, and the mean of that`
      : say`"${called}" over visits a month, of each customer, and the mean of that`,
    never: ({ numbers }) => numbers[visits]!.filter((made) => made === 0).length,
  };
}

/** Several traits of each customer added; not known where one is not. */
function sumOf({ id, numbers }: CustomerTraits, names: readonly string[]): Float64Array {
  return Float64Array.from(id, (_, at) => names.reduce((sum, name) => sum + numbers[name]![at]!, 0));
}

function lastYear({ numbers }: CustomerTraits): number {
  const days = (numbers.joined ?? new Float64Array(0)).filter((day) => !Number.isNaN(day));
  if (days.length === 0) {
    throw new Refusal(
      say`I do not know when these customers joined`,
      say`Age needs a year: bring the day they joined too.`,
    );
  }
  return Number(fromEpochDay(days.reduce((a, b) => Math.max(a, b))).slice(0, 4));
}
