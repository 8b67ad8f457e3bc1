import { z } from 'zod';
import { defineCommand } from '../command.ts';
import { formatValue } from '../quantity.ts';
import type { Part } from '../reply.ts';
import { budgetRun, type KeptBudget } from '../runs/budget.ts';
import { readCut, requireFresh } from '../runs/cut.ts';
import { boundsInput, readBounds } from './bounds.ts';
import { limitWords } from './change.ts';
import { promiseFacts, shiftNotes, shiftTable } from './table.ts';

export const budgetPlan = defineCommand({
  name: 'budget plan',
  summary: 'The best split of a weekly budget within your limits; changes nothing',
  examples: ['budget plan', 'budget plan total:10M max-step:20'],
  needs: 'analyst',
  input: z.strictObject(boundsInput),

  async run(typed, context) {
    const cut = await readCut(context);
    requireFresh(cut, context, '/campaign roi', 'plan a budget');
    const { id, result } = await budgetRun(context, cut, await readBounds(typed, context));
    return {
      title: `Budget for the week of ${formatValue(result.week, 'day', cut.shop)}`,
      tone: 'plain',
      parts: [
        { kind: 'facts', facts: promiseFacts(result, id) },
        shiftTable(result),
        ...shiftNotes(result),
        ...limitNote(limitWords(result, null, context)),
        ...splitNote(result, (share) => formatValue(share, 'share', cut.shop)),
      ],
      actions: [
        {
          label: 'Propose this',
          style: 'primary',
          ask: { name: 'budget propose', input: { plan: id } },
          confirm: 'This posts the split to the approvals channel, where someone else decides.',
        },
        { label: 'Why?', style: 'plain', ask: { name: 'why', input: { id } } },
      ],
    };
  },
});

function limitNote(text: string): Part[] {
  return text === '' ? [] : [{ kind: 'text', text }];
}

/** The split that many teams make by hand, and why it is not the one above; and what stood in the way. */
function splitNote({ allocation, proportional }: KeptBudget, share: (value: number) => string): Part[] {
  const lines = allocation.checks.filter(({ passed }) => !passed).map(({ says }) => says);
  if (proportional) {
    const split = allocation.lines.map(({ name }, i) => `${name} ${share(proportional[i]!)}`).join(', ');
    lines.push(
      `Splitting in proportion to average ROI would give ${split}. Average return is not what the next unit brings, so I do not use it.`,
    );
  }
  return lines.length > 0 ? [{ kind: 'note', text: lines.join('\n') }] : [];
}
