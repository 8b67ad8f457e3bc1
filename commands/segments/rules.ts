import type { Shop } from '../../data/types.ts';
import type { Condition, Rule } from '../../models/forest/rules.ts';
import { vocabulary } from '../../models/segments/vocabulary.ts';
import { formatValue } from '../../words/quantity.ts';

/** "last order within 50 days, at least 5 orders": what a rule asks for. */
export function ruleWords({ conditions }: Rule, features: readonly string[], shop: Shop): string {
  return conditions.length === 0
    ? 'everyone'
    : conditions.map((condition) => conditionWords(condition, features[condition.feature]!, shop)).join(', ');
}

/** How a figure is spoken of. */
export function calledOf(feature: string): string {
  return vocabulary.find((axis) => axis.feature === feature)?.called ?? feature;
}

/** Days and orders are whole: below 5 is at most 4. */
function conditionWords({ from, below }: Condition, feature: string, shop: Shop): string {
  const count = (value: number) => formatValue(value, 'count', shop);
  const money = (value: number) => formatValue(value, 'money', shop);
  const number = (value: number) => formatValue(value, 'number', shop);
  switch (feature) {
    case 'recency':
      if (from === null) return `last order within ${formatValue(below! - 1, 'days', shop)}`;
      if (below === null) return `last order ${formatValue(from, 'days', shop)} ago or more`;
      return `last order ${count(from)} to ${formatValue(below - 1, 'days', shop)} ago`;
    case 'frequency':
      if (from === null) return below === 2 ? '1 order' : `at most ${count(below! - 1)} orders`;
      if (below === null) return `at least ${count(from)} orders`;
      return from === below - 1 ? `${count(from)} orders` : `${count(from)} to ${count(below - 1)} orders`;
    case 'money':
      return `spent ${span(from, below, money)}`;
    default:
      return `${calledOf(feature)} ${span(from, below, number)}`;
  }
}

function span(from: number | null, below: number | null, write: (value: number) => string): string {
  if (from === null) return `under ${write(below!)}`;
  return below === null ? `at least ${write(from)}` : `${write(from)} to ${write(below)}`;
}
