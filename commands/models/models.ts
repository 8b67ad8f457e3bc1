import { z } from 'zod';
import type { LedgerWeek, Run } from '../../data/state/types.ts';
import { trackRecord } from '../../models/ledger/record.ts';
import { formatValue } from '../../words/quantity.ts';
import { inEnglish } from '../../words/tell.ts';
import { actorOf } from '../actor.ts';
import { type Context, defineCommand, mayActAs, type Role } from '../command.ts';
import { choice, text } from '../inputs.ts';
import { scored } from '../ledger/record.ts';
import { Refusal } from '../refusal.ts';
import type { Action, Part, Reply, Row } from '../reply.ts';
import { readCut } from '../runs/cut.ts';
import { championOf } from './champion.ts';
import { backtestError, lastWords } from './evidence.ts';
import { acceptData } from './hold.ts';
import { type Rival, rivals } from './learn.ts';
import { isRecipe, type RecipeName, recipeNames, recipes } from './recipes.ts';

/** Scored weeks that the table looks back on. */
const WEEKS = 12;
const DECISIONS_SHOWN = 5;

export const models = defineCommand({
  name: 'models',
  summary: 'The models: data, past error, coverage, which is used and which waits',
  examples: ['models', 'models use:naive reason:"simpler to explain"', 'models data:accept'],
  needs: 'viewer',
  input: z.strictObject({
    use: choice(recipeNames, 'use this model for the forecast from now on').optional(),
    keep: choice(recipeNames, 'decline this model for eight weeks').optional(),
    reason: text('why, for the record').optional(),
    data: choice(['accept'], 'say that data which is held is right').optional(),
  }),

  async run({ use, keep, reason, data }, context) {
    if ([use, keep, data].filter((each) => each !== undefined).length > 1) {
      throw new Refusal('One thing at a time', 'Give one of use:, keep: and data:, for example: /models use:naive');
    }
    if (data) {
      requireRole(context, 'analyst', 'Saying that data is right');
      return acceptData(context);
    }
    if (use) return decide(context, { act: 'use', about: use, reason });
    if (keep) return decide(context, { act: 'keep', about: keep, reason });
    return overview(context);
  },
});

function requireRole({ caller }: Context, needs: Role, what: string): void {
  if (caller.role !== null && mayActAs(caller.role, needs)) return;
  throw new Refusal(`${what} needs the ${needs} role`, 'You can see all models with /models.');
}

function decide(
  context: Context,
  { act, about, reason }: { readonly act: 'use' | 'keep'; readonly about: RecipeName; readonly reason?: string },
): Reply {
  requireRole(context, 'approver', 'Choosing a model');
  const { state, now, caller } = context;
  const { recipe: used } = championOf(state);
  if (about === used) {
    throw new Refusal(`${recipes[about].title} is in use already`, 'See /models for the others.');
  }
  const { id: person, name } = actorOf(caller);
  const [recipe, challenger] = act === 'use' ? [about, used] : [used, about];
  const why = reason ?? (act === 'use' ? 'chosen by hand' : 'declined by hand');
  state.atomically(() => {
    state.learning.decide({ act, recipe, challenger, person, name, reason: why }, now);
    const detail = { recipe, challenger, reason: why };
    const done = act === 'use' ? 'model used' : 'model kept';
    state.audit.append({
      at: now,
      actor: person,
      actorName: name,
      act: done,
      subject: 'forecast',
      version: null,
      detail,
    });
  });
  return {
    title: act === 'use' ? `Used from now on: ${recipes[recipe].title}` : `Kept: ${recipes[recipe].title}`,
    tone: 'good',
    parts: [
      {
        kind: 'text',
        text:
          act === 'use'
            ? 'All forecasts are made by it from now on; the others go on being scored beside it. For eight weeks I do not change this by myself.'
            : `${recipes[challenger].title} goes on being scored, and is not offered for eight weeks.`,
      },
    ],
    actions: [{ label: 'Models', style: 'plain', ask: { name: 'models', input: {} } }],
  };
}

async function overview(context: Context): Promise<Reply> {
  const { state } = context;
  const cut = await readCut(context);
  const all = await rivals(context, cut);
  const history = state.ledger.history(WEEKS);
  const [used] = all;
  const waiting = all.filter(({ verdict }) => verdict !== null && verdict.act !== 'no');
  const parts: Part[] = [
    ...(cut.held ? [{ kind: 'text' as const, text: `Held from ${cut.held.before}: ${inEnglish(cut.held.says)}` }] : []),
    {
      kind: 'table',
      title: 'Forecast of net revenue',
      columns: [
        { title: 'Model', unit: 'text' },
        { title: 'State', unit: 'text' },
        { title: 'Backtest error', unit: 'share' },
        { title: 'Weeks scored', unit: 'count' },
        { title: 'Error on the ledger', unit: 'share' },
        { title: '80% band held', unit: 'share' },
        { title: 'Receipt', unit: 'receipt' },
        { title: 'Finding', unit: 'text' },
      ],
      rows: all.map((rival) => forecastRow(rival, history)),
    },
    {
      kind: 'table',
      title: 'All models',
      columns: [
        { title: 'Model', unit: 'text' },
        { title: 'Version', unit: 'count' },
        { title: 'Data until', unit: 'day' },
        { title: 'Trained', unit: 'instant' },
        { title: 'Took', unit: 'text' },
        { title: 'Method', unit: 'text' },
        { title: 'Receipt', unit: 'receipt' },
      ],
      rows: [
        registryRow('forecast', used!.run),
        ...(['segments', 'returns'] as const).flatMap((kind) => {
          const run = state.runs.latest(kind);
          return run ? [registryRow(kind, run)] : [];
        }),
      ],
    },
    ...decisionsTaken(context),
    { kind: 'note', text: rule },
  ];
  return {
    title: `In use: ${recipes[used!.recipe].title}`,
    tone: cut.held ? 'careful' : 'plain',
    parts,
    actions: waiting.slice(0, 1).flatMap(buttons),
  };
}

const rule =
  'A challenger takes over when it errs less on the backtest and, over 8 to 12 scored weeks, on the ledger, the last ' +
  'four among them. A model that loses to last week, repeated, over eight scored weeks gives way to it. What a person ' +
  'decides stands for eight weeks.';

function forecastRow({ recipe, run, verdict }: Rival, history: readonly LedgerWeek[]): Row {
  const words = lastWords(history, { recipe });
  const record = trackRecord(words.map(scored));
  const { weeks, of } = record.held80;
  const state = verdict === null ? 'in use' : verdict.act === 'no' ? 'challenger' : 'waits';
  return [
    `${recipes[recipe].title} (${recipe})`,
    state,
    backtestError(run.result),
    record.weeks,
    record.error,
    of > 0 ? weeks / of : null,
    run.id,
    verdict?.says ?? '',
  ];
}

function registryRow(name: string, { id, madeAt, tookMs, receipt }: Omit<Run, 'result'>): Row {
  const took = `${(tookMs / 1000).toFixed(1)} s`;
  return [name, receipt.version ?? null, receipt.dataUntil, madeAt, took, receipt.method, id];
}

function decisionsTaken({ state, shop }: Context): Part[] {
  const lines = state.learning
    .decisions()
    .slice(0, DECISIONS_SHOWN)
    .map(({ at, act, recipe, challenger, name, reason }) => {
      const title = (each: string) => (isRecipe(each) ? recipes[each].title : each);
      const what = act === 'use' ? `use ${title(recipe)}` : `keep ${title(recipe)}, not ${title(challenger)}`;
      return `• ${formatValue(at, 'instant', shop)}, ${name}: ${what}. ${reason}`;
    });
  return lines.length > 0 ? [{ kind: 'text', text: ['Decisions:', ...lines].join('\n') }] : [];
}

/** What a person can do about a challenger that waits. */
export function buttons({ recipe, run }: Pick<Rival, 'recipe' | 'run'>): Action[] {
  return [
    {
      label: 'Use it',
      style: 'primary',
      ask: { name: 'models', input: { use: recipe } },
      confirm: `Make all forecasts by this model from now on: ${recipes[recipe].title}?`,
    },
    { label: 'Keep', style: 'plain', ask: { name: 'models', input: { keep: recipe } } },
    { label: 'Why?', style: 'plain', ask: { name: 'why', input: { id: run.id } } },
  ];
}
