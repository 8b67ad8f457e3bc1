import { formatValue } from '../../../words/quantity.ts';
import type { Context } from '../../command.ts';
import type { Part } from '../../reply.ts';

/** "Frozen by Dina, 21 Apr 2026, 12:00: the ad account is under review"; empty when it is not. */
export function frozenWords({ state, shop }: Pick<Context, 'state' | 'shop'>): string {
  const frozen = state.executions.frozen();
  if (!frozen) return '';
  return `Frozen by ${frozen.name}, ${formatValue(frozen.at, 'instant', shop)}: ${frozen.reason}`;
}

/** The same as a part of a list, where there is something to say. */
export function frozenPart(context: Pick<Context, 'state' | 'shop'>): Part[] {
  const words = frozenWords(context);
  return words === '' ? [] : [{ kind: 'text', text: `⚠ No budget is changed. ${words}.` }];
}
