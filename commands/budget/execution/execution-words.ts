import type { Execution, ExecutionState } from '../../../data/state/types/executions.ts';
import type { SeenLine } from '../../../models/promises/seen-spend.ts';
import { instant, listed, named, type Said, say, sentences, type Words } from '../../../words/say.ts';
import type { Context } from '../../command.ts';
import type { Action } from '../../reply.ts';

/** How far an approved shift is, in a sentence or two. */
export function executionWords(execution: Execution, { state }: Pick<Context, 'state'>): Said {
  const { state: at, executor, id, nextAt, endedAt, startedAt } = execution;
  const why = execution.says === null ? null : sentence(execution.says);
  switch (at) {
    case 'approved': {
      const frozen = state.executions.frozen();
      if (frozen) return say`Not carried out: budgets are frozen by ${frozen.name} (${frozen.reason}).`;
      return executor === 'manual' ? say`Not carried out yet.` : sentences(say`Not sent yet.`, why);
    }
    case 'executing':
      return say`Executing…`;
    case 'sent':
      if (executor === 'manual') return say`Set by hand, ${instant(startedAt)}, receipt ${id}.`;
      return nextAt === null
        ? sentences(say`Taken, but it is not said to be applied.`, why, say`Please look, and say which.`)
        : sentences(say`Sent, not confirmed yet. Checking…`, why);
    case 'unknown':
      return nextAt === null
        ? sentences(say`Applied? I could not find out.`, why, say`Please look, and say which.`)
        : sentences(say`Applied? I could not confirm.`, why, say`Checking…`);
    case 'confirmed':
      return say`Done ${instant(endedAt)}, receipt ${id}.`;
    case 'failed':
      return sentences(say`Approved, not applied.`, why, say`Nothing changed.`);
    case 'cancelled':
      return say`Never sent.`;
  }
}

/** What a library says of its own failure has no full stop. */
function sentence(words: Words): Words {
  return typeof words === 'string' && !words.endsWith('.') ? named(`${words}.`) : words;
}

/** The same in a table, in a word. */
export const executionStates: Readonly<Record<ExecutionState, Said>> = {
  approved: say`not sent`,
  executing: say`executing`,
  sent: say`sent`,
  unknown: say`unknown`,
  confirmed: say`confirmed`,
  failed: say`failed`,
  cancelled: say`cancelled`,
};

/** Asked before it is withdrawn. */
export function withdrawQuestion(proposal: string): Said {
  return say`${proposal} is not carried out. Nothing changes.`;
}

/** Asked before it is recorded as done. */
export const doneQuestion = say`You have set these budgets where the campaigns run.`;

/** What a person can do about it, where it is up to one. */
export function executionActions({ state: at, executor, nextAt, proposal, version }: Execution): Action[] {
  if (executor === 'manual') return [];
  const input = { proposal, version };
  const again: Action = { label: say`Try again`, style: 'primary', ask: { name: 'budget execute', input } };
  const withdraw: Action = {
    label: say`Withdraw`,
    style: 'plain',
    ask: { name: 'budget withdraw', input },
    confirm: withdrawQuestion(proposal),
  };
  if (at === 'failed') return [again, withdraw];
  if (at === 'approved') return [withdraw];
  if ((at !== 'unknown' && at !== 'sent') || nextAt !== null) return [];
  const word = (was: 'yes' | 'no', label: Said, confirm: Said): Action => ({
    label,
    style: 'plain',
    ask: { name: 'budget applied', input: { ...input, was } },
    confirm,
  });
  return [
    { ...again, label: say`Look again` },
    word('yes', say`It is applied`, say`You have seen these budgets where the campaigns run.`),
    word('no', say`It is not applied`, say`You have looked: the old budgets still stand where the campaigns run.`),
  ];
}

/** What imported spend tells of the budgets of a shift, in a sentence; null before it tells anything. */
export function seenWords({ seen, change }: Execution): Said | null {
  if (seen === null) return null;
  const { lines } = seen as { readonly lines: readonly { readonly id: number; readonly says: SeenLine['says'] }[] };
  if (lines.every(({ says }) => says === 'matches')) return say`The spend of its first week matches.`;
  const told = lines.map(({ id, says }) => {
    const { name } = change.lines.find((line) => line.id === id)!;
    return seenLine(name, says);
  });
  return say`By the spend of its first week: ${listed(told)}.`;
}

function seenLine(name: string, says: SeenLine['says']): Said {
  switch (says) {
    case 'matches':
      return say`${name} matches`;
    case 'does not match':
      return say`${name} does not match`;
    case 'not visible yet':
      return say`${name} is not visible yet`;
  }
}
