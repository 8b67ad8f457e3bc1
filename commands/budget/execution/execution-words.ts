import type { Execution } from '../../../data/state/types.ts';
import { formatValue } from '../../../words/quantity.ts';
import type { Context } from '../../command.ts';
import type { Action } from '../../reply.ts';

type WordContext = Pick<Context, 'state' | 'shop'>;

/** How far an approved shift is, in a sentence or two. */
export function executionWords(execution: Execution, { state, shop }: WordContext): string {
  const { state: at, executor, id, says, nextAt, endedAt, startedAt } = execution;
  const time = (instant: number | null) => formatValue(instant, 'instant', shop);
  const why = says === null ? '' : ` ${says.replace(/([^.])$/, '$1.')}`;
  switch (at) {
    case 'approved': {
      const frozen = state.executions.frozen();
      if (frozen) return `Not carried out: budgets are frozen by ${frozen.name} (${frozen.reason}).`;
      return executor === 'manual' ? 'Not carried out yet.' : `Not sent yet.${why}`;
    }
    case 'executing':
      return 'Executing…';
    case 'sent':
      if (executor === 'manual') return `Set by hand, ${time(startedAt)}, receipt ${id}.`;
      return nextAt === null
        ? `Taken, but it is not said to be applied.${why} Please look, and say which.`
        : `Sent, not confirmed yet. Checking…${why}`;
    case 'unknown':
      return nextAt === null
        ? `Applied? I could not find out.${why} Please look, and say which.`
        : `Applied? I could not confirm.${why} Checking…`;
    case 'confirmed':
      return `Done ${time(endedAt)}, receipt ${id}.`;
    case 'failed':
      return `Approved, not applied.${why} Nothing changed.`;
    case 'cancelled':
      return 'Never sent.';
  }
}

/** What a person can do about it, where it is up to one. */
export function executionActions({ state: at, executor, nextAt, proposal, version }: Execution): Action[] {
  if (executor === 'manual') return [];
  const input = { proposal, version };
  const again: Action = { label: 'Try again', style: 'primary', ask: { name: 'budget execute', input } };
  const withdraw: Action = {
    label: 'Withdraw',
    style: 'plain',
    ask: { name: 'budget withdraw', input },
    confirm: `${proposal} is not carried out. Nothing changes.`,
  };
  if (at === 'failed') return [again, withdraw];
  if (at === 'approved') return [withdraw];
  if ((at !== 'unknown' && at !== 'sent') || nextAt !== null) return [];
  const word = (was: 'yes' | 'no', label: string, confirm: string): Action => ({
    label,
    style: 'plain',
    ask: { name: 'budget applied', input: { ...input, was } },
    confirm,
  });
  return [
    { ...again, label: 'Look again' },
    word('yes', 'It is applied', 'You have seen these budgets where the campaigns run.'),
    word('no', 'It is not applied', 'You have looked: the old budgets still stand where the campaigns run.'),
  ];
}

/** What imported spend tells of the budgets of a shift, in a sentence; empty before it tells anything. */
export function seenWords({ seen, change }: Execution): string {
  if (seen === null) return '';
  const { lines } = seen as { readonly lines: readonly { readonly id: number; readonly says: string }[] };
  const said = lines.map(({ id, says }) => `${change.lines.find((line) => line.id === id)!.name} ${says}`);
  return lines.every(({ says }) => says === 'matches')
    ? 'The spend of its first week matches.'
    : `By the spend of its first week: ${said.join(', ')}.`;
}
