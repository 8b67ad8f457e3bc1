import type { Freeze } from '../../../data/state/types/executions.ts';
import { instant, type Said, say } from '../../../words/say.ts';
import type { Context } from '../../command.ts';
import type { Part } from '../../reply.ts';

/** "Frozen by Dina, 21 Apr 2026, 12:00: the ad account is under review". */
export function frozenWords({ name, at, reason }: Freeze): Said {
  return say`Frozen by ${name}, ${instant(at)}: ${reason}`;
}

/** The same as a part of a list, where budgets are frozen. */
export function frozenPart({ state }: Pick<Context, 'state'>): Part[] {
  const frozen = state.executions.frozen();
  return frozen ? [{ kind: 'text', text: say`⚠ No budget is changed. ${frozenWords(frozen)}.` }] : [];
}
