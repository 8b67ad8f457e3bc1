import { foldsOf } from '../forest/folds.ts';
import { growForest, likeliest, probabilities } from '../forest/forest.ts';
import { permutationImportance } from '../forest/importance.ts';
import { type Rule, ruleFor, rulesOf } from '../forest/rules.ts';
import { accuracy, macroF1 } from '../forest/scores.ts';
import { pickRows, type Table } from '../forest/table.ts';
import { type Random, seeded, shuffled } from '../random.ts';
import { predictors } from './predict-features.ts';
import { rowsById } from './predict-transition.ts';
import { groupsBy } from './score.ts';
import type { SegmentModel, SegmentView } from './types.ts';

const FOLDS = 5;
const TREES = 100;
const DEALS = 3;
/** What a few thousand customers do not show, a million do not either; drawn. */
const MOST_LEARNED_FROM = 20_000;
/** As many as a person reads; where there are more groups, one for each. */
const MOST_RULES = 6;

export type GroupRulesRequest = { readonly model: SegmentModel; readonly view: SegmentView; readonly seed: number };

export type GroupRules = {
  /** As the conditions of rules count them. */
  readonly features: readonly string[];
  readonly rules: readonly GroupRule[];
  /** Share of customers whose rule says the group that they are in; the rules were made without them. */
  readonly accuracy: number;
  /** The forest on customers that it has not learned from. */
  readonly forest: { readonly accuracy: number; readonly macroF1: number };
  /** Of each feature, the share of customers whom the forest puts elsewhere when it is dealt out anew. */
  readonly importance: readonly number[];
  /** How many were learned from and judged by. */
  readonly customers: number;
};

export type GroupRule = Rule & {
  /** Of the customers that rules are judged by: the share that it holds for, and of these, who are in the group. */
  readonly share: number;
  readonly right: number | null;
};

/**
 * What groups come down to, in a few rules, and which figures they rest on.
 *
 * It explains and decides nothing: which group somebody is in is said by the nearest centre, which a forest can only
 * learn to imitate. How well it does, and the rules, are judged by customers that they have not learned from.
 *
 * @throws {RangeError} on an id that is there twice, or a value that is not finite
 * @throws {NotEnoughData} where all customers are in one group, or alike
 */
export function groupRules({ model, view, seed }: GroupRulesRequest): GroupRules {
  const random = seeded(seed);
  const classes = model.centroids.length;
  const everyone = pickRows(
    { columns: predictors(model, view), label: groupsBy(model, view), classes },
    rowsById(view.id),
  );
  const drawn = shuffled(view.id.length, random).subarray(0, MOST_LEARNED_FROM).sort();
  const table = pickRows(everyone, drawn);
  const folds = foldsOf(drawn.length, FOLDS, random);
  return {
    features: model.scaling.map(({ feature }) => feature),
    customers: drawn.length,
    ...judgedForest(table, folds, random),
    ...judgedRules(table, folds[0]!),
  };
}

type Folds = ReturnType<typeof foldsOf>;

function judgedForest(table: Table, folds: Folds, random: Random): Pick<GroupRules, 'forest' | 'importance'> {
  const told = new Int32Array(table.label.length);
  const importance = table.columns.map(() => 0);
  for (const { learned, judged } of folds) {
    const forest = growForest(pickRows(table, learned), { trees: TREES, minLeaf: 1, random });
    const others = pickRows(table, judged);
    likeliest(probabilities(forest, others.columns), table.classes).forEach((group, at) => {
      told[judged[at]!] = group;
    });
    permutationImportance(forest, others, { rounds: DEALS, random }).forEach((lost, feature) => {
      importance[feature]! += lost / folds.length;
    });
  }
  const { label, classes } = table;
  return { forest: { accuracy: accuracy(label, told), macroF1: macroF1(label, told, classes) }, importance };
}

function judgedRules(table: Table, { learned, judged }: Folds[number]): Pick<GroupRules, 'rules' | 'accuracy'> {
  const rules = rulesOf(pickRows(table, learned), Math.max(MOST_RULES, table.classes));
  const { columns, label } = pickRows(table, judged);
  const met = label.map((_, row) =>
    ruleFor(
      rules,
      columns.map((column) => column[row]!),
    ),
  );
  return {
    rules: rules.map((rule, own) => {
      const groups = label.filter((_, row) => met[row] === own);
      const right = groups.filter((group) => group === rule.class).length;
      return {
        ...rule,
        share: groups.length / label.length,
        right: groups.length === 0 ? null : right / groups.length,
      };
    }),
    accuracy: accuracy(
      label,
      met.map((own) => rules[own]!.class),
    ),
  };
}
