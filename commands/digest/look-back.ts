import { z } from 'zod';
import type { Day } from '../../data/types.ts';
import { addDays, startOfWeek } from '../../models/days.ts';
import { formatDays, formatValue } from '../../words/quantity.ts';
import { lines as onePerLine, say, type Words } from '../../words/say.ts';
import { inEnglish } from '../../words/tell.ts';
import { headline } from '../alerts/card.ts';
import { findingWords, promisedBy } from '../budget/promise/promise-words.ts';
import { finishedPromises } from '../budget/promise/record.ts';
import { type Context, defineCommand, mayActAs } from '../command.ts';
import { choice } from '../inputs.ts';
import { RECORD_WEEKS, recordLine } from '../ledger/record.ts';
import { rivals } from '../models/learn.ts';
import { buttons } from '../models/models.ts';
import { isRecipe, recipes } from '../models/recipes.ts';
import { post, targets } from '../post.ts';
import { Refusal } from '../refusal.ts';
import type { Action, Part, Reply } from '../reply.ts';
import { readCut } from '../runs/cut.ts';
import { orNothing } from '../runs/or-nothing.ts';
import { lateness } from './digest.ts';

const WEEK_MS = 7 * 86_400_000;

export const lookBack = defineCommand({
  name: 'lookback',
  summary: 'Were we right? What closed this week, and how forecasts and models did',
  examples: ['lookback'],
  needs: 'analyst',
  input: z.strictObject({
    post: choice(['yes', 'no'], 'post it to the digest channels; without, only you see it').default('no'),
    planned: z.coerce.number().optional().meta({ hidden: true, description: 'when it was due' }),
  }),
  async run({ post: posting, planned }, context) {
    const week = startOfWeek(context.today);
    const reply = await lookBackReply(context, { week, late: lateness(planned, context) });
    if (posting === 'no') return reply;

    const { caller, state } = context;
    if (caller.role === null || !mayActAs(caller.role, 'admin')) {
      throw new Refusal('Posting the look back needs an admin', 'Without post:yes you see it yourself.');
    }
    const posted = state.atomically(() =>
      post(context, { purpose: 'digest', report: 'lookback', period: week, reply }),
    );
    const channels = targets(context, 'digest').length;
    return {
      title: posted > 0 ? 'The look back goes out' : 'The look back of this week is already posted',
      tone: channels === 0 ? 'careful' : 'good',
      parts:
        channels === 0
          ? [{ kind: 'text', text: 'No channel is set for it: run /channel set purpose:digest where it should be.' }]
          : [],
    };
  },
});

type Closed = { readonly lines: readonly Words[]; readonly actions?: readonly Action[] };

async function lookBackReply(
  context: Context,
  { week, late }: { readonly week: Day; readonly late: string | null },
): Promise<Reply> {
  const { state, shop } = context;
  const closed = [
    forecasts(context),
    decisions(context),
    promises(context),
    alerts(context),
    await models(context),
    house(context),
  ];
  const lines = closed.flatMap((each) => each.lines);
  const weeks = state.ledger.scored(RECORD_WEEKS);
  const record = weeks.length > 0 ? recordLine(weeks) : 'No posted forecast has been scored yet.';
  const parts: Part[] = [
    ...(late ? [{ kind: 'text' as const, text: late }] : []),
    {
      kind: 'text',
      text:
        lines.length > 0
          ? onePerLine(lines.map((line) => say`• ${line}`))
          : 'Nothing closed this week, nothing failed.',
    },
    { kind: 'note', text: record },
  ];
  return {
    title: `Were we right? Week ${formatDays(week, addDays(week, 6), shop)}`,
    tone: 'plain',
    parts,
    actions: [
      ...closed.flatMap((each) => each.actions ?? []),
      { label: 'Ledger', style: 'plain', ask: { name: 'ledger forecasts', input: {} } },
    ],
  };
}

/** The forecasts of weeks that ended last Sunday. */
function forecasts({ state, today, shop }: Context): Closed {
  const over = addDays(startOfWeek(today), -7);
  const money = (minor: number) => formatValue(minor, 'money', shop);
  return {
    lines: state.ledger
      .scored(1)
      .filter(({ week }) => week === over)
      .map(({ week, run, actual, expected, low80, high80 }) => {
        const held =
          low80 <= actual! && actual! <= high80
            ? 'inside the band'
            : actual! < low80
              ? 'below the band'
              : 'above the band';
        return `Forecast ${run} for ${formatDays(week, addDays(week, 6), shop)}: ${money(expected)} said, ${money(actual!)} came: ${held}.`;
      }),
  };
}

function decisions({ state, now }: Context): Closed {
  const closed = state.proposals
    .list({ states: ['approved', 'executed', 'rejected', 'expired'], limit: 50 })
    .filter(({ decidedAt }) => decidedAt !== null && decidedAt > now - WEEK_MS);
  return {
    lines: closed.map(
      ({ id, state: how, decidedByName }) => `${id} ${how}${decidedByName ? ` by ${decidedByName}` : ''}.`,
    ),
  };
}

/** Shifts whose promise was judged since the last look back. */
function promises({ state, now }: Context): Closed {
  const closed = finishedPromises(state).filter(({ finding }) => finding.at > now - WEEK_MS);
  return {
    lines: closed.map(({ promise, finding }) => findingWords(promise, promisedBy(promise, { state }), finding)),
    ...(closed.length > 0 && {
      actions: [{ label: 'Shifts', style: 'plain', ask: { name: 'budget record', input: {} } }],
    }),
  };
}

function alerts({ state, now }: Context): Closed {
  const raised = state.alerts.list(20).filter(({ openedAt }) => openedAt > now - WEEK_MS);
  return {
    lines: raised.map(
      (alert) => `${alert.id}${alert.closedAt === null ? '' : ' (over)'}: ${inEnglish(headline(alert))}.`,
    ),
  };
}

/** What was decided about models, and the first of the challengers that wait for a word. */
async function models(context: Context): Promise<Closed> {
  const { state, now } = context;
  const title = (recipe: string) => (isRecipe(recipe) ? inEnglish(recipes[recipe].title) : recipe);
  const taken = state.learning
    .decisions()
    .filter(({ at }) => at > now - WEEK_MS)
    .map(
      ({ act, recipe, name, reason }) =>
        `Model ${act === 'use' ? 'changed to' : 'kept'}: ${title(recipe)} (${name}). ${inEnglish(reason)}`,
    );
  const held = state.learning.held();
  const lines = held ? [...taken, `Data from ${held.before} on is held: ${inEnglish(held.says)}`] : taken;
  const all = await orNothing(async () => rivals(context, await readCut(context)));
  const waits = all?.find(({ verdict }) => verdict?.act === 'wait' && verdict.weeks > 0);
  if (!waits?.verdict) return { lines };
  const line = `Model "${title(waits.recipe)}" waits: ${inEnglish(waits.verdict.says)}`;
  return { lines: [...lines, line], actions: buttons(waits) };
}

/** What Sextant itself failed to do. */
function house({ state }: Context): Closed {
  const { dead } = state.outbox.counts();
  const failed = state.schedules.lastFinished().filter(({ error }) => error !== null);
  return {
    lines: [
      ...(dead > 0 ? [`Messages not delivered: ${dead}. /status says why.`] : []),
      ...failed.map(({ schedule, error }) => `The ${schedule} was not done: ${error}`),
    ],
  };
}
