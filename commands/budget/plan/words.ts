import { count, type Listed, listed, money, plural, type Said, say } from '../../../words/say.ts';
import type { KeptBudget } from '../../runs/budget.ts';

type Lines = KeptBudget['allocation']['lines'];

/** A confirmation in Slack holds 300 characters; this much of it is for the changes. */
const ROOM = 200;
/** The most that a change takes beside the name of its campaign, in any language. */
const BESIDE_NAME = 55;

/** The lines that move, from and to, largest change first, to the last minor unit: somebody has to type them. */
export function changesInWords(lines: Lines): Said[] {
  const exactly = (minor: number) => money(minor, { exact: true });
  return movedLines(lines).map(
    ({ name, currentMinor, proposedMinor }) =>
      say`${name} from ${exactly(currentMinor)} to ${exactly(proposedMinor)} a week.`,
  );
}

/** As many of them as fit a confirmation; the rest is counted, with its money. */
export function shortChanges(lines: Lines): Said[] {
  const moved = movedLines(lines);
  const room = moved.map((_, i) => moved.slice(0, i + 1).reduce((sum, { name }) => sum + name.length + BESIDE_NAME, 0));
  const kept = Math.max(1, room.filter((each) => each <= ROOM).length);
  const left = moved.slice(kept);
  const sum = money(left.reduce((all, line) => all + changeOf(line), 0));
  const rest = plural(
    left.length,
    say`And 1 smaller line, by ${sum}.`,
    say`And ${count(left.length)} smaller lines, by ${sum} in all.`,
  );
  return [...changesInWords(moved.slice(0, kept)), ...(left.length > 0 ? [rest] : [])];
}

function changeOf({ currentMinor, proposedMinor }: Lines[number]): number {
  return Math.abs(proposedMinor - currentMinor);
}

function movedLines(lines: Lines): Lines {
  return lines.filter((line) => changeOf(line) > 0).toSorted((a, b) => changeOf(b) - changeOf(a));
}

/** "Total IDR 100M a week, unchanged.", "Total IDR 110M a week instead of IDR 100M." */
export function totalInWords({ allocation }: Pick<KeptBudget, 'allocation'>): Said {
  const now = allocation.lines.reduce((sum, { currentMinor }) => sum + currentMinor, 0);
  const total = allocation.totalMinor;
  return total === now
    ? say`Total ${money(total)} a week, unchanged.`
    : say`Total ${money(total)} a week instead of ${money(now)}.`;
}

/** What the column of today's budgets holds. */
export function nowWords({ setBy = [] }: KeptBudget): Said {
  return setBy.length > 0
    ? say`"Now" is the mean of the last four weeks, and what ${oneOf(setBy, 'and')} has set since.`
    : say`"Now" is the mean of the last four weeks.`;
}

/** "Dina", "Dina or Raka", "Dina, Raka or Sari"; each name once. */
export function oneOf(names: readonly string[], word: 'or' | 'and' = 'or'): Listed {
  return listed([...new Set(names)], word);
}
