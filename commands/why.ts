import { z } from 'zod';
import type { Receipt, Run } from '../data/state/types.ts';
import { formatValue } from '../words/quantity.ts';
import { lines, say, type Words } from '../words/say.ts';
import { aboutAlert } from './alerts/alerts.ts';
import { type Context, defineCommand, mayActAs } from './command.ts';
import { importReply } from './data/report.ts';
import { receiptId } from './inputs.ts';
import { testCard } from './lists/card.ts';
import { Refusal } from './refusal.ts';
import type { Part, Reply } from './reply.ts';

export const why = defineCommand({
  name: 'why',
  summary: 'Where a number came from: method, data, past error, assumptions',
  examples: ['why F-1', 'why P-1'],
  needs: 'viewer',
  bare: 'id',
  input: z.strictObject({ id: receiptId('the receipt beside the number, such as F-1042') }),

  async run({ id }, context) {
    if (id.startsWith('I-')) {
      const report = await context.facts.imports.find(id);
      if (report) return importReply(report, await rejectsFor(context, id));
    }
    const run = context.state.runs.byId(id);
    if (run) return aboutRun(run, context);
    if (context.state.proposals.find(id)) return aboutProposal(id, context);
    const execution = context.state.executions.byReceipt(id);
    if (execution) return aboutProposal(execution.proposal, context);
    const test = context.state.tests.find(id);
    if (test) return testCard(context, test);
    const alert = context.state.alerts.find(id);
    if (alert) return aboutAlert(alert, context);
    throw new Refusal(
      `I know of no ${id}`,
      'Receipts stand beside the numbers: F for forecasts, S for segments, M for moves between them, N for referrals, E for where customers are expected and the rules of groups, R for campaign returns, B for budget plans, P for proposals, X for what was carried out, T for lists, I for imports, A for alerts.',
    );
  },
});

/** Rejected cells may hold anything, people's addresses too: they are for those who import, in private. */
async function rejectsFor({ facts, caller, shared }: Context, id: string) {
  const mayRead = !shared && caller.role !== null && mayActAs(caller.role, 'analyst');
  return mayRead ? facts.imports.rejects(id, 20) : [];
}

const kinds: Readonly<Record<Run['kind'], string>> = {
  forecast: 'forecast',
  slices: 'forecast of slices',
  segments: 'customer segments',
  moves: 'moves between segments',
  network: 'who brings customers in',
  rules: 'what segments come down to',
  prediction: 'where customers are expected next',
  split: 'groups inside a segment',
  profile: 'what is known of each segment',
  trial: 'a number of segments that was asked for',
  returns: 'campaign returns',
  budget: 'budget plan',
};

function aboutRun({ id, kind, madeAt, tookMs, receipt }: Run, { shop, state }: Context): Reply {
  const frozen = [...state.ledger.of(id).filter(({ posted }) => posted), ...state.ledger.series.of(id)];
  return {
    title: `${id}: ${kinds[kind]}`,
    tone: 'plain',
    parts: [
      {
        kind: 'facts',
        facts: [
          { label: 'Method', value: receipt.method, unit: 'text' },
          { label: 'Made', value: madeAt, unit: 'instant' },
          { label: 'Data until', value: receipt.dataUntil, unit: 'day' },
          { label: 'From imports', value: receipt.imports.join(', '), unit: 'text' },
          { label: 'Seed', value: receipt.seed === null ? 'none' : String(receipt.seed), unit: 'text' },
          { label: 'Took', value: `${(tookMs / 1000).toFixed(1)} s`, unit: 'text' },
          { label: 'Asked with', value: parameterWords(receipt, shop), unit: 'text' },
        ],
      },
      ...list('What it used', receipt.used),
      ...checkTable(receipt),
      ...list(
        isForecast(kind) ? 'Past error, on held-out stretches (rolling origin)' : 'How far to trust it',
        receipt.record,
      ),
      ...list('Assumptions', receipt.assumptions),
      ...(frozen.length > 0
        ? [
            {
              kind: 'text' as const,
              text: `Frozen ${formatValue(frozen[0]!.frozenAt, 'instant', shop)}: ${frozen.length} weeks stand in the ledger and cannot be changed.`,
            },
          ]
        : []),
    ],
  };
}

function isForecast(kind: Run['kind']): boolean {
  return kind === 'forecast' || kind === 'slices';
}

function parameterWords({ parameters }: Receipt, shop: Context['shop']): string {
  return Object.entries(parameters)
    .filter(([, value]) => value !== null && value !== '' && value !== '{}')
    .map(([name, value]) => `${name} ${name === 'total' ? formatValue(value as number, 'money', shop) : value}`)
    .join(', ');
}

function list(title: Words, items: readonly Words[]): Part[] {
  return items.length > 0
    ? [{ kind: 'text', text: lines([say`${title}:`, ...items.map((item) => say`• ${item}`)]) }]
    : [];
}

function checkTable({ checks }: Receipt): Part[] {
  if (checks.length === 0) return [];
  return [
    {
      kind: 'table',
      title: 'Fitness checks',
      columns: [
        { title: 'Check', unit: 'text' },
        { title: '', unit: 'text' },
        { title: 'Finding', unit: 'text' },
      ],
      rows: checks.map(({ name, passed, says }) => [name, passed ? 'passed' : 'failed', says]),
    },
  ];
}

/** Every step of a proposal, from the append-only log. */
function aboutProposal(id: string, { state }: Context): Reply {
  const proposal = state.proposals.find(id)!;
  return {
    title: `${id}: who did what, on which numbers`,
    tone: 'plain',
    parts: [
      {
        kind: 'table',
        columns: [
          { title: 'When', unit: 'instant' },
          { title: 'Who', unit: 'text' },
          { title: 'Did', unit: 'text' },
          { title: 'Version', unit: 'count' },
          { title: 'Built on', unit: 'receipt' },
          { title: 'Reason', unit: 'text' },
        ],
        rows: state.audit
          .about(id)
          .map(({ at, actor, actorName, act, version, detail }) => [
            at,
            `${actorName} (${actor})`,
            act,
            version,
            typeof detail.run === 'string' ? detail.run : null,
            (detail.reason ?? detail.why ?? '') as Words,
          ]),
      },
    ],
    actions: [{ label: `Why ${proposal.run}?`, style: 'plain', ask: { name: 'why', input: { id: proposal.run } } }],
  };
}
