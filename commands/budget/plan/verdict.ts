import { count, money, number, type Said, say, sentences } from '../../../words/say.ts';
import type { KeptBudget } from '../../runs/budget.ts';

type Allocation = KeptBudget['allocation'];

/** Whether to do it, in a sentence or two. */
export function verdictWords({ allocation }: KeptBudget): Said {
  switch (allocation.verdict) {
    case 'shift':
      return sentences(shiftWords(allocation), tightestWords(allocation));
    case 'hold':
      return sentences(holdWords(allocation), lessonWords(allocation));
    case 'unknown':
      if (isHeld(allocation)) return say`Within these limits no two lines may move, so there is nothing to rank.`;
      return sentences(
        say`I cannot rank these lines: spend hardly varied, or not for long enough, so no week shows what another budget would do.`,
        lessonWords(allocation),
      );
    case 'explore':
      return exploreWords(allocation);
  }
}

function shiftWords({ overShares, objective }: Allocation): Said {
  const [low, high] = [money(overShares?.low80 ?? null), money(overShares?.high80 ?? null)];
  return objective === 'margin'
    ? say`I would shift it: against today's shares it brings ${low} to ${high} a week more profit after goods (80%).`
    : say`I would shift it: against today's shares it brings ${low} to ${high} a week more sales (80%).`;
}

function tightestWords({ tightest }: Allocation): Said | null {
  if (tightest === null) return null;
  const { name, next, elsewhere } = tightest;
  return say`${name} is at its limit: each 1 more spent there brings ${number(next)}, elsewhere ${number(elsewhere)}, so raising that limit is worth most.`;
}

function holdWords({ overShares, objective }: Allocation): Said {
  const [low, high] = [money(overShares?.low80 ?? null), money(overShares?.high80 ?? null)];
  return objective === 'margin'
    ? say`I would leave the shares as they are: shifting could bring ${low} to ${high} a week of profit after goods (80%), so the data cannot tell gain from loss.`
    : say`I would leave the shares as they are: shifting could bring ${low} to ${high} a week of sales (80%), so the data cannot tell gain from loss.`;
}

/** The step that would teach what is not known, where there is one. */
function lessonWords({ explore }: Allocation): Said | null {
  if (explore === null) return null;
  const { name, stepMinor, weeks, unknownMinor } = explore;
  return say`To learn more: ${name} ${money(stepMinor)} up one week and down the next, for ${count(weeks)} weeks, the others as they are. Two weeks then spend as much as ever, and this is where the money at stake is least known (${money(unknownMinor)} a week).`;
}

function exploreWords({ explore }: Allocation): Said {
  if (explore === null) return say`No line may move both ways within these limits, so there is no step to learn from.`;
  const { name, stepMinor, weeks } = explore;
  return say`A step to learn from, not to earn from: ${name} ${money(stepMinor)} up this week and down by as much the next, ${count(weeks)} weeks in turn; the others stay, so that what changes is its doing. Two weeks spend as much as ever.`;
}

/** For whoever decides: why this split was not advised. Null where it was. */
export function caution({ allocation }: KeptBudget): Said | null {
  switch (allocation.verdict) {
    case 'shift':
      return null;
    case 'hold':
      return say`⚠ Not advised: the data cannot tell its gain from a loss.`;
    case 'unknown':
      return isHeld(allocation)
        ? say`⚠ Not advised: no two lines may move, so there was nothing to compare.`
        : say`⚠ Not advised: spend hardly varied, so the lines cannot be ranked.`;
    case 'explore':
      return say`A step to learn from: up in one week, down by the same in the next.`;
  }
}

/** Whether it is for the limits, and not for the data, that lines cannot be ranked. */
function isHeld({ lines }: Allocation): boolean {
  return lines.filter(({ bound }) => bound !== 'kept').length < 2;
}
