import { z } from 'zod';
import { addDays } from '../../../models/days.ts';
import { day, lines, say, sentences } from '../../../words/say.ts';
import { defineCommand } from '../../command.ts';
import { receiptId } from '../../inputs.ts';
import { Refusal } from '../../refusal.ts';
import type { Part } from '../../reply.ts';
import { seenWords } from '../execution/execution-words.ts';
import { planOf } from '../proposal/card.ts';
import { chooseShift } from '../proposal/choose.ts';
import { requireProposal } from '../proposal/find.ts';
import { findingWords, promisedBy, verdictLabels, watchBasis, watchTerms } from './promise-words.ts';

export const budgetPromise = defineCommand({
  name: 'budget promise',
  summary: say`What a shift promised, what came since, and when I would propose to take it back`,
  examples: ['budget promise P-31'],
  needs: 'viewer',
  bare: 'proposal',
  input: z.strictObject({ proposal: receiptId(say`the shift, such as P-31`, 'proposal').optional() }),
  run({ proposal: id }, context) {
    if (id === undefined) return chooseShift({ command: 'budget promise', states: ['executed'] }, context);
    const { state } = context;
    const proposal = requireProposal(id, context);
    const plan = planOf(proposal, context);
    const key = state.executions.of(id)?.key;
    const promise = key === undefined ? null : state.promises.find(key);
    const terms = watchTerms(plan) ?? say`It was proposed before promises were watched.`;
    if (!promise)
      throw new Refusal(
        proposal.state === 'executed' ? say`${id} is not watched` : say`${id} is not watched yet`,
        terms,
      );
    const promised = promisedBy(promise, context);
    const findings = state.promises.findings(promise.key);
    const seen = seenWords(state.executions.byKey(promise.key)!);
    const parts: Part[] = [
      { kind: 'text', text: lines([findingWords(promise, promised, findings.at(-1)), seen]) },
      {
        kind: 'table',
        columns: [
          { title: say`Found`, unit: 'instant' },
          { title: say`Weeks to`, unit: 'day' },
          { title: say`Came a week`, unit: 'money' },
          { title: say`Low (80%)`, unit: 'money' },
          { title: say`High (80%)`, unit: 'money' },
          { title: say`Behind in all`, unit: 'money' },
          { title: say`Says`, unit: 'text' },
        ],
        rows: findings.map(({ at, weeks, gain, low80, high80, shortfall, verdict }) => [
          at,
          day(addDays(promise.firstWeek, 7 * weeks - 1)),
          gain,
          low80,
          high80,
          Math.max(0, shortfall),
          verdictLabels[verdict],
        ]),
      },
      { kind: 'note', text: sentences(terms, watchBasis(promised)) },
    ];
    return {
      title: say`${id}: what it promised, and what came`,
      tone: 'plain',
      parts: parts.filter((part) => part.kind !== 'table' || part.rows.length > 0),
      actions: [{ label: say`Open the shift`, style: 'plain', ask: { name: 'budget show', input: { proposal: id } } }],
    };
  },
});
