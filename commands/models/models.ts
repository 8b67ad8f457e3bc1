import { z } from 'zod';
import type { LedgerWeek } from '../../data/state/types/ledger.ts';
import type { Run } from '../../data/state/types/runs.ts';
import { trackRecord } from '../../models/ledger/record.ts';
import { day, instant, lines, named, number, type Said, say, sentences, type Words } from '../../words/say.ts';
import { actorOf } from '../actor.ts';
import { type Context, defineCommand, mayActAs, type Role } from '../command.ts';
import { choice, text } from '../inputs.ts';
import { scored } from '../ledger/record.ts';
import { Refusal } from '../refusal.ts';
import type { Part, Reply, Row } from '../reply.ts';
import { readCut } from '../runs/cut.ts';
import { championOf } from './champion.ts';
import { backtestError, lastWords } from './evidence.ts';
import { acceptData } from './hold.ts';
import { type Rival, rivals, waiting } from './learn.ts';
import { closeOffers, offer, requireUndecided } from './offer.ts';
import { isRecipe, type RecipeName, recipeNames, recipes } from './recipes.ts';

/** Scored weeks that the table looks back on. */
const WEEKS = 12;
const DECISIONS_SHOWN = 5;

export const models = defineCommand({
  name: 'models',
  summary: say`The models: data, past error, coverage, which is used and which waits`,
  examples: ['models', say`models use:naive reason:"simpler to explain"`, 'models data:accept'],
  needs: 'viewer',
  input: z.strictObject({
    use: choice(recipeNames, say`use this model for the forecast from now on`).optional(),
    keep: choice(recipeNames, say`decline this model for eight weeks`).optional(),
    reason: text(say`why, for the record`).optional(),
    data: choice(['accept'], say`say that data which is held is right`).optional(),
    after: z.coerce.number().optional().meta({ hidden: true, description: 'how many decisions a button knew of' }),
  }),

  async run({ use, keep, reason, data, after }, context) {
    if ([use, keep, data].filter((each) => each !== undefined).length > 1) {
      throw new Refusal(
        say`One thing at a time`,
        say`Give one of use:, keep: and data:, for example: /models use:naive`,
      );
    }
    if (data) {
      if (!mayDo(context, 'analyst')) throw notAllowed(say`Saying that data is right needs the analyst role`);
      return acceptData(context);
    }
    if (use) return decide(context, { act: 'use', about: use, reason, after });
    if (keep) return decide(context, { act: 'keep', about: keep, reason, after });
    return overview(context);
  },
});

function mayDo({ caller }: Context, needs: Role): boolean {
  return caller.role !== null && mayActAs(caller.role, needs);
}

function mayChoose(context: Context): boolean {
  return mayDo(context, 'approver');
}

function notAllowed(fact: Said): Refusal {
  return new Refusal(fact, say`You can see all models with /models.`);
}

type Choice = {
  readonly act: 'use' | 'keep';
  readonly about: RecipeName;
  readonly reason: string | undefined;
  /** How many decisions the button knew of; left out where it was typed. */
  readonly after: number | undefined;
};

function decide(context: Context, { act, about, reason, after }: Choice): Reply {
  if (!mayChoose(context)) throw notAllowed(say`Choosing a model needs the approver role`);
  const { state, now, caller } = context;
  requireUndecided(after, context);
  const { recipe: used } = championOf(state);
  if (about === used) {
    throw new Refusal(say`${recipes[about].title} is in use already`, say`See /models for the others.`);
  }
  const { id: person, name } = actorOf(caller);
  const [recipe, challenger] = act === 'use' ? [about, used] : [used, about];
  const why = reason === undefined ? say`no reason given` : named(reason);
  const decision = { act, recipe, challenger, person, name, reason: why } as const;
  state.atomically(() => {
    state.learning.decide(decision, now);
    closeOffers(decision, context);
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
    title: act === 'use' ? say`Used from now on: ${recipes[recipe].title}` : say`Kept: ${recipes[recipe].title}`,
    tone: 'good',
    parts: [
      {
        kind: 'text',
        text:
          act === 'use'
            ? say`All forecasts are made by it from now on; the others go on being scored beside it. For eight weeks I do not change this by myself.`
            : say`${recipes[challenger].title} goes on being scored, and is not offered for eight weeks.`,
      },
    ],
    actions: [{ label: say`Models`, style: 'plain', ask: { name: 'models', input: {} } }],
  };
}

async function overview(context: Context): Promise<Reply> {
  const { state } = context;
  const cut = await readCut(context);
  const all = await rivals(context, cut);
  const history = state.ledger.history(WEEKS);
  const [used] = all;
  const parts: Part[] = [
    ...(cut.held ? [{ kind: 'text' as const, text: say`Held from ${day(cut.held.before)}: ${cut.held.says}` }] : []),
    {
      kind: 'table',
      title: say`Forecast of net revenue`,
      columns: [
        { title: say`Model`, unit: 'text' },
        { title: say`State`, unit: 'text' },
        { title: say`Backtest error`, unit: 'share' },
        { title: say`Weeks scored`, unit: 'count' },
        { title: say`Error on the ledger`, unit: 'share' },
        { title: say`80% band held`, unit: 'share' },
        { title: say`Receipt`, unit: 'receipt' },
        { title: say`Finding`, unit: 'text' },
      ],
      rows: all.map((rival) => forecastRow(rival, history)),
    },
    {
      kind: 'table',
      title: say`All models`,
      columns: [
        { title: say`Model`, unit: 'text' },
        { title: say`Version`, unit: 'count' },
        { title: say`Data until`, unit: 'day' },
        { title: say`Trained`, unit: 'instant' },
        { title: say`Took`, unit: 'text' },
        { title: say`Method`, unit: 'text' },
        { title: say`Receipt`, unit: 'receipt' },
      ],
      rows: [
        registryRow(kindWords.forecast, used!.run),
        ...(['segments', 'returns'] as const).flatMap((kind) => {
          const run = state.runs.latest(kind);
          return run ? [registryRow(kindWords[kind], run)] : [];
        }),
      ],
    },
    ...decisionsTaken(context),
    { kind: 'note', text: rule },
  ];
  return {
    title: say`In use: ${recipes[used!.recipe].title}`,
    tone: cut.held ? 'careful' : 'plain',
    parts,
    actions: waiting(context, all)
      .slice(0, 1)
      .flatMap((rival) => offer(rival, context))
      .filter(({ ask }) => ask.name !== 'models' || context.shared || mayChoose(context)),
  };
}

const kindWords = { forecast: say`forecast`, segments: say`segments`, returns: say`returns` } as const;

const rule = sentences(
  say`A challenger takes over when it errs less on the backtest and, over 8 to 12 scored weeks, on the ledger, the last four among them.`,
  say`A model that loses to last week, repeated, over eight scored weeks gives way to it.`,
  say`What a person decides stands for eight weeks.`,
);

function forecastRow({ recipe, run, verdict }: Rival, history: readonly LedgerWeek[]): Row {
  const words = lastWords(history, { recipe });
  const record = trackRecord(words.map(scored));
  const { weeks, of } = record.held80;
  const state = verdict === null ? say`in use` : verdict.act === 'no' ? say`challenger` : say`waits`;
  return [
    say`${recipes[recipe].title} (${named(recipe)})`,
    state,
    backtestError(run.result),
    record.weeks,
    record.error,
    of > 0 ? weeks / of : null,
    run.id,
    verdict?.says ?? '',
  ];
}

function registryRow(name: Said, { id, madeAt, tookMs, receipt }: Omit<Run, 'result'>): Row {
  const took = say`${number(Math.round(tookMs / 100) / 10)} s`;
  return [name, receipt.version ?? null, day(receipt.dataUntil), madeAt, took, receipt.method, id];
}

function decisionsTaken({ state }: Context): Part[] {
  const taken = state.learning
    .decisions()
    .slice(0, DECISIONS_SHOWN)
    .map(({ at, act, recipe, challenger, name, reason }) => {
      const title = (each: string): Words => (isRecipe(each) ? recipes[each].title : named(each));
      return sentences(
        act === 'use'
          ? say`• ${instant(at)}, ${name}: use ${title(recipe)}.`
          : say`• ${instant(at)}, ${name}: keep ${title(recipe)}, not ${title(challenger)}.`,
        reason,
      );
    });
  return taken.length > 0 ? [{ kind: 'text', text: lines([say`Decisions:`, ...taken]) }] : [];
}
