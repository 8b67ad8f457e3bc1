import type { Change, Execution } from '../../../data/state/types/executions.ts';
import { minorOf } from '../../../words/currency.ts';
import { money, type Quantity, type Said, say, share } from '../../../words/say.ts';
import type { Context } from '../../command.ts';

const DAY_MS = 24 * 3_600_000;
const MONTH_MS = 30 * DAY_MS;
/** A rounded rupiah does not make 50 % more than 50 %. */
const ROUNDING = 1e-6;

export type GuardContext = Pick<Context, 'state' | 'shop' | 'now' | 'execution'>;

/**
 * Why a shift must not be carried out, whoever approved it; null where nothing stands against it. What takes a shift
 * back is let through: it only restores.
 */
export function guardAgainst(
  { key, change, movedMinor }: Pick<Execution, 'key' | 'change' | 'movedMinor'>,
  { state, shop, now, execution }: GuardContext,
): Said | null {
  if (change.restores !== null) return null;
  const { mostStep, mostADay, mostAMonth, voucherWorstCase, mostVoucherCost } = execution;
  const minor = (major: number) => minorOf(major, shop);
  const jump = change.lines.find(
    ({ fromMinor, toMinor }) => fromMinor > 0 && Math.abs(toMinor / fromMinor - 1) > mostStep + ROUNDING,
  );
  if (jump) return say`${jump.name} would change by more than ${share(mostStep)}.`;

  const movedTooMuch = (most: number | null, sinceMs: number, words: (terms: MovedTerms) => Said): Said | null => {
    if (most === null) return null;
    const before = state.executions.movedSince(now - sinceMs, { besides: key });
    return before + movedMinor <= minor(most)
      ? null
      : words({ moves: money(movedMinor), most: money(minor(most)), before: before > 0 ? money(before) : null });
  };
  const moved = movedTooMuch(mostADay, DAY_MS, movedInADay) ?? movedTooMuch(mostAMonth, MONTH_MS, movedInAMonth);
  if (moved) return moved;
  if (mostVoucherCost === null) return null;
  const worst = worstCase(change, voucherWorstCase);
  return worst <= minor(mostVoucherCost)
    ? null
    : say`At worst its vouchers could cost ${money(worst)} a week, more than ${money(minor(mostVoucherCost))}.`;
}

type MovedTerms = { readonly moves: Quantity; readonly most: Quantity; readonly before: Quantity | null };

function movedInADay({ moves, most, before }: MovedTerms): Said {
  return before
    ? say`It moves ${moves}, and ${before} was moved before: more than the ${most} that may move in 24 hours.`
    : say`It moves ${moves}: more than the ${most} that may move in 24 hours.`;
}

function movedInAMonth({ moves, most, before }: MovedTerms): Said {
  return before
    ? say`It moves ${moves}, and ${before} was moved before: more than the ${most} that may move in 30 days.`
    : say`It moves ${moves}: more than the ${most} that may move in 30 days.`;
}

/** What the lines with a worst case could cost a week if every code were used. Minor units. */
function worstCase({ lines }: Change, multiples: Readonly<Record<string, number>>): number {
  const known = Object.entries(multiples).map(([name, multiple]) => [name.toLowerCase(), multiple] as const);
  return Math.round(
    lines.reduce((sum, { name, toMinor }) => {
      const found = known.find(([each]) => each === name.toLowerCase());
      return sum + (found ? found[1] * toMinor : 0);
    }, 0),
  );
}
