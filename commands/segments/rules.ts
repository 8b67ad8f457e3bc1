import type { Condition, Rule } from '../../models/forest/rules.ts';
import { calledOf } from '../../models/segments/feature-words.ts';
import { count, days, listed, money, number, plural, type Said, say, type Words } from '../../words/say.ts';

/** "last order within 50 days and at least 5 orders": what a rule asks for. */
export function ruleWords({ conditions }: Rule, features: readonly string[]): Said {
  if (conditions.length === 0) return say`everyone`;
  const asked = conditions.map((condition) => conditionWords(condition, features[condition.feature]!));
  return say`${listed(asked)}`;
}

/** Days and orders are whole: below 5 is at most 4. */
function conditionWords({ from, below }: Condition, feature: string): Said {
  switch (feature) {
    case 'recency':
      if (from === null) return say`last order within ${days(below! - 1)}`;
      if (below === null) return say`last order ${days(from)} ago or more`;
      return say`last order ${count(from)} to ${days(below - 1)} ago`;
    case 'frequency':
      if (from === null) {
        return plural(below! - 1, say`at most ${count(below! - 1)} order`, say`at most ${count(below! - 1)} orders`);
      }
      if (below === null) return plural(from, say`at least ${count(from)} order`, say`at least ${count(from)} orders`);
      if (from === below - 1) return plural(from, say`${count(from)} order`, say`${count(from)} orders`);
      return say`${count(from)} to ${count(below - 1)} orders`;
    case 'money':
      if (from === null) return say`spent under ${money(below)}`;
      return below === null ? say`spent at least ${money(from)}` : say`spent ${money(from)} to ${money(below)}`;
    default:
      return figureWords(calledOf(feature), from, below);
  }
}

function figureWords(called: Words, from: number | null, below: number | null): Said {
  if (from === null) return say`${called} under ${number(below)}`;
  return below === null ? say`${called} at least ${number(from)}` : say`${called} ${number(from)} to ${number(below)}`;
}
