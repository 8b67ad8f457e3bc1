import { z } from 'zod';
import { addDays } from '../../../models/days.ts';
import { defineCommand } from '../../command.ts';
import { receiptId } from '../../inputs.ts';
import { Refusal } from '../../refusal.ts';
import type { Part } from '../../reply.ts';
import { seenWords } from '../execution/execution-words.ts';
import { planOf } from '../proposal/card.ts';
import { requireProposal } from '../proposal/find.ts';
import { findingWords, promisedBy, watchBasis, watchTerms } from './promise-words.ts';

export const budgetPromise = defineCommand({
  name: 'budget promise',
  summary: 'What a shift promised, what came since, and when it would be rolled back',
  examples: ['budget promise P-31'],
  needs: 'viewer',
  bare: 'proposal',
  input: z.strictObject({ proposal: receiptId('the shift, such as P-31') }),
  run({ proposal: id }, context) {
    const { state, shop } = context;
    const proposal = requireProposal(id, context);
    const plan = planOf(proposal, context);
    const key = state.executions.of(id)?.key;
    const promise = key === undefined ? null : state.promises.find(key);
    const terms = watchTerms(plan, shop) || 'It was proposed before promises were watched.';
    if (!promise) throw new Refusal(`${id} is not watched${proposal.state === 'executed' ? '' : ' yet'}`, terms);
    const promised = promisedBy(promise, context);
    const findings = state.promises.findings(promise.key);
    const seen = seenWords(state.executions.byKey(promise.key)!);
    const parts: Part[] = [
      { kind: 'text', text: [findingWords(promise, promised, findings.at(-1), shop), seen].join('\n').trim() },
      {
        kind: 'table',
        columns: [
          { title: 'Found', unit: 'instant' },
          { title: 'Weeks to', unit: 'day' },
          { title: 'Gain a week', unit: 'money' },
          { title: 'Low (80%)', unit: 'money' },
          { title: 'High (80%)', unit: 'money' },
          { title: 'Short in all', unit: 'money' },
          { title: 'Says', unit: 'text' },
        ],
        rows: findings.map(({ at, weeks, gain, low80, high80, shortfall, verdict }) => [
          at,
          addDays(promise.firstWeek, 7 * weeks - 1),
          gain,
          low80,
          high80,
          Math.max(0, shortfall),
          verdict,
        ]),
      },
      { kind: 'note', text: `${terms} ${watchBasis(promised, shop)}` },
    ];
    return {
      title: `${id}: what it promised, and what came`,
      tone: 'plain',
      parts: parts.filter((part) => part.kind !== 'table' || part.rows.length > 0),
      actions: [{ label: 'Open the shift', style: 'plain', ask: { name: 'budget show', input: { proposal: id } } }],
    };
  },
});
