import type { Change, Execution } from '../../../data/state/types.ts';
import { currencyDigits, formatValue, NO_CURRENCY } from '../../../words/quantity.ts';
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
): string | null {
  if (change.restores !== null) return null;
  const { mostStep, mostADay, mostAMonth, voucherWorstCase, mostVoucherCost } = execution;
  const money = (minor: number) => formatValue(minor, 'money', shop);
  const minor = (major: number) => Math.round(major * 10 ** currencyDigits(shop?.currency ?? NO_CURRENCY));
  const jump = change.lines.find(
    ({ fromMinor, toMinor }) => fromMinor > 0 && Math.abs(toMinor / fromMinor - 1) > mostStep + ROUNDING,
  );
  if (jump) return `${jump.name} would change by more than ${formatValue(mostStep, 'share', shop)}.`;

  const limits = [
    { most: mostADay, since: now - DAY_MS, span: '24 hours' },
    { most: mostAMonth, since: now - MONTH_MS, span: '30 days' },
  ];
  for (const { most, since, span } of limits) {
    if (most === null) continue;
    const moved = state.executions.movedSince(since, { besides: key });
    if (moved + movedMinor <= minor(most)) continue;
    const before = moved > 0 ? `, and ${money(moved)} was moved before` : '';
    return `It moves ${money(movedMinor)}${before}: more than the ${money(minor(most))} that may move in ${span}.`;
  }
  if (mostVoucherCost === null) return null;
  const worst = worstCase(change, voucherWorstCase);
  return worst <= minor(mostVoucherCost)
    ? null
    : `At worst its vouchers could cost ${money(worst)} a week, more than ${money(minor(mostVoucherCost))}.`;
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
