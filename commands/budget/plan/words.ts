import type { Shop } from '../../../data/types.ts';
import { currencyDigits, formatValue, NO_CURRENCY } from '../../../words/quantity.ts';
import type { KeptBudget } from '../../runs/budget.ts';

type Lines = KeptBudget['allocation']['lines'];

/** A confirmation in Slack holds 300 characters; this much of it is for the changes. */
const ROOM = 200;

/**
 * Only the lines that move, from and to, to the last minor unit: somebody has to type them. In short, as many as fit a
 * confirmation, largest change first, and the rest counted.
 */
export function changesInWords(lines: Lines, shop: Shop | null, { short = false } = {}): string {
  const money = (minor: number) => formatValue(minor, 'money', shop, true);
  const moved = movedLines(lines);
  if (moved.length === 0) return 'no line changes';
  const said = moved.map(
    ({ name, currentMinor, proposedMinor }) => `${name} from ${money(currentMinor)} to ${money(proposedMinor)} a week`,
  );
  if (!short || said.join('; ').length <= ROOM) return said.join('; ');
  let kept = 1;
  while (said.slice(0, kept + 1).join('; ').length <= ROOM) kept++;
  const left = moved.length - kept;
  return `${said.slice(0, kept).join('; ')}; and ${left} ${left === 1 ? 'line' : 'lines'} that ${left === 1 ? 'changes' : 'change'} less`;
}

/** Largest change first. */
function movedLines(lines: Lines): Lines {
  const change = ({ currentMinor, proposedMinor }: Lines[number]) => Math.abs(proposedMinor - currentMinor);
  return lines.filter((line) => change(line) > 0).toSorted((a, b) => change(b) - change(a));
}

/** "Total IDR 100M a week, unchanged", "Total IDR 110M a week instead of IDR 100M". */
export function totalInWords({ allocation }: Pick<KeptBudget, 'allocation'>, shop: Shop | null): string {
  const money = (minor: number) => formatValue(minor, 'money', shop);
  const now = allocation.lines.reduce((sum, { currentMinor }) => sum + currentMinor, 0);
  const total = allocation.totalMinor;
  return total === now
    ? `Total ${money(total)} a week, unchanged`
    : `Total ${money(total)} a week instead of ${money(now)}`;
}

/** What the column of today's budgets holds. */
export function nowWords({ setBy = [] }: KeptBudget): string {
  const since = setBy.length > 0 ? `, and what ${oneOf(setBy, 'and')} has set since` : '';
  return `"Now" is the mean of the last four weeks${since}.`;
}

/** "Dina", "Dina or Raka", "Dina, Raka or Sari"; each name once. */
export function oneOf(names: readonly string[], word: 'or' | 'and' = 'or'): string {
  const once = [...new Set(names)];
  return once.length < 2 ? (once[0] ?? '') : `${once.slice(0, -1).join(', ')} ${word} ${once.at(-1)}`;
}

/** Minor units of the shop's currency in an amount as people write it. */
export function minorOf(major: number, shop: Shop | null): number {
  return Math.round(major * 10 ** currencyDigits(shop?.currency ?? NO_CURRENCY));
}

/** As people write it, without grouping: for a field that is to be changed. */
export function majorOf(minor: number, shop: Shop | null): string {
  const digits = currencyDigits(shop?.currency ?? NO_CURRENCY);
  return (minor / 10 ** digits).toFixed(digits);
}
