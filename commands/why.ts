import { z } from 'zod';
import { say, type Words } from '../words/say.ts';
import { aboutAlert } from './alerts/about.ts';
import { type Context, defineCommand, mayActAs } from './command.ts';
import { importReply } from './data/report.ts';
import { choice, receiptId } from './inputs.ts';
import { testCard } from './lists/card.ts';
import { againReply } from './receipts/again.ts';
import { aboutProposal } from './receipts/proposal.ts';
import { aboutRun } from './receipts/run.ts';
import { Refusal } from './refusal.ts';

export const why = defineCommand({
  name: 'why',
  summary: say`Where a number came from: method, data, past error, assumptions, and who has quoted it`,
  examples: ['why F-1', 'why P-1', 'why F-1 again:yes'],
  needs: 'viewer',
  bare: 'id',
  input: z.strictObject({
    id: receiptId(say`the receipt beside the number, such as F-1042`),
    again: choice(['yes', 'no'], say`compute it again on the data it was made on`).default('no'),
  }),

  async run({ id, again }, context) {
    const run = context.state.runs.byId(id);
    if (run) return again === 'yes' ? againReply(run, context) : aboutRun(run, context);
    if (again === 'yes') {
      throw new Refusal(say`${id} is nothing that is computed`, notComputed(id));
    }
    if (id.startsWith('I-')) {
      const report = await context.facts.imports.find(id);
      if (report) return importReply(report, await rejectsFor(context, id));
    }
    if (context.state.proposals.find(id)) return aboutProposal(id, context);
    const execution = context.state.executions.byReceipt(id);
    if (execution) return aboutProposal(execution.proposal, context);
    const test = context.state.tests.find(id);
    if (test) return testCard(context, test);
    const alert = context.state.alerts.find(id);
    if (alert) return aboutAlert(alert, context);
    throw new Refusal(
      say`I know of no ${id}`,
      say`Receipts stand beside the numbers: W for the sales of a week, F for forecasts, L for their record, D for what moved and what brings revenue, S for segments, M for moves between them, N for referrals, E for where customers are expected and the rules of groups, R for campaign returns, B for budget plans, P for proposals, X for what was carried out, T for lists, V for what lists and shifts brought, I for imports, A for alerts.`,
    );
  },
});

/** What is read, decided or said by people is not computed: what can be asked instead. */
function notComputed(id: string): Words {
  switch (id[0]) {
    case 'I':
      return say`It is a file: its numbers were counted when it was read. /why ${id} tells them.`;
    case 'P':
    case 'X':
      return say`It is a decision of people. /why ${id} tells the plan it was built on, which can be computed again.`;
    case 'T':
      return say`It is a list: who is on it was drawn once and stays. /list result list:${id} is computed, with a receipt of its own.`;
    case 'A':
      return say`It is an alert: it stays as it was raised. /why ${id} tells the forecast it was held against, which can be computed again.`;
    default:
      return say`Sales of a week, forecasts, segments, returns and plans are.`;
  }
}

/** Rejected cells may hold anything, people's addresses too: they are for those who import, in private. */
async function rejectsFor({ facts, caller, shared }: Context, id: string) {
  const mayRead = !shared && caller.role !== null && mayActAs(caller.role, 'analyst');
  return mayRead ? facts.imports.rejects(id, 20) : [];
}
