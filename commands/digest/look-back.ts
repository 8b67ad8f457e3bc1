import { z } from 'zod';
import type { LedgerWeek } from '../../data/state/types/ledger.ts';
import type { Proposal } from '../../data/state/types/proposals.ts';
import type { Day } from '../../data/types/shop.ts';
import { addDays, startOfWeek } from '../../models/days.ts';
import { count, day, lines, money, named, period, type Said, say, sentences, type Words } from '../../words/say.ts';
import { headline } from '../alerts/card.ts';
import { type Context, defineCommand, mayActAs } from '../command.ts';
import { fixName } from '../data/fix.ts';
import { choice } from '../inputs.ts';
import { commentsOn } from '../ledger/comment.ts';
import { recordWords } from '../ledger/record.ts';
import { rivals, waiting } from '../models/learn.ts';
import { modelDecisionWords, OFFER, offer } from '../models/offer.ts';
import { recipes } from '../models/recipes.ts';
import { postIn } from '../post.ts';
import { Refusal } from '../refusal.ts';
import type { Action, Part, Reply } from '../reply.ts';
import { readCut } from '../runs/cut.ts';
import { orNothing } from '../runs/or-nothing.ts';
import { recordRun } from '../runs/record.ts';
import { schedules } from '../schedule/built-in.ts';
import { closedLists } from './closed-lists.ts';
import { closedShifts } from './closed-shifts.ts';
import { digestPlaces } from './places.ts';
import { LATE_AFTER_MS, lateness, weekOver } from './turn.ts';

const WEEK_MS = 7 * 86_400_000;

export const lookBack = defineCommand({
  name: 'lookback',
  summary: say`Were we right? What closed this week, and how forecasts and models did`,
  examples: ['lookback'],
  needs: 'analyst',
  input: z.strictObject({
    post: choice(['yes', 'no'], say`post it to the digest channels; without, only you see it`).default('no'),
    planned: z.coerce.number().optional().meta({ hidden: true, description: 'when it was due' }),
  }),
  async run({ post: posting, planned }, context) {
    const week = startOfWeek(context.today);
    const lists = await closedLists(context);
    const reply = await lookBackReply(context, { week, lists: lists.lines, late: lateness(planned, context) });
    if (posting === 'no') return reply;

    const { caller, state } = context;
    if (caller.role === null || !mayActAs(caller.role, 'admin')) {
      throw new Refusal(say`Posting the look back needs an admin`, say`Without post:yes you see it yourself.`);
    }
    const { ready, unseen } = digestPlaces(context);
    const posted = state.atomically(() => {
      const made = ready.filter((place) =>
        postIn(context, place, { report: 'lookback', period: week, subject: OFFER, reply }),
      );
      if (made.length > 0) lists.remember();
      return made.length;
    });
    const isNowhere = ready.length === 0;
    return {
      title:
        posted > 0
          ? say`The look back goes out`
          : isNowhere
            ? say`The look back goes nowhere yet`
            : say`The look back of this week is already posted`,
      tone: isNowhere ? 'careful' : 'good',
      parts: isNowhere
        ? [
            {
              kind: 'text',
              text:
                unseen.length > 0
                  ? say`An admin has to look at the digest first: /digest preview.`
                  : say`No channel is set for it: run /channel set purpose:digest where it should be.`,
            },
          ]
        : [],
    };
  },
});

type Closed = { readonly lines: readonly Words[]; readonly actions?: readonly Action[] };

async function lookBackReply(
  context: Context,
  { week, lists, late }: { readonly week: Day; readonly lists: readonly Words[]; readonly late: Said | null },
): Promise<Reply> {
  const closed: readonly Closed[] = [
    closedShifts(context),
    decisions(context),
    { lines: lists },
    await forecasts(context),
    await models(context),
    alerts(context),
  ];
  const found = closed.flatMap((each) => each.lines);
  const record = await recordWords(context);
  const own = await house(context);
  const parts: Part[] = [
    ...(late ? [{ kind: 'note' as const, text: late }] : []),
    ...(found.length > 0 ? [{ kind: 'text' as const, text: lines(found.map((line) => say`• ${line}`)) }] : []),
    {
      kind: 'note',
      text: lines([found.length > 0 ? record : sentences(say`Nothing closed this week.`, record), own]),
    },
  ];
  return {
    title: say`Were we right? Week ${period(week, addDays(week, 6))}`,
    tone: 'plain',
    parts,
    actions: [
      ...closed.flatMap((each) => each.actions ?? []),
      { label: say`Ledger`, style: 'plain', ask: { name: 'ledger forecasts', input: {} } },
    ],
  };
}

/** The forecast of the week that ended last Sunday, with what people say of it. */
async function forecasts(context: Context): Promise<Closed> {
  const over = weekOver(context);
  const [week] = context.state.ledger.scored(1).filter((each) => each.week === over);
  if (!week) return { lines: [] };
  const { id } = await recordRun(context, [week]);
  return { lines: [sentences(scoreWords(week), id, ...commentsOn(week.run, context))] };
}

function scoreWords({ week, run, actual, expected, low80, high80 }: LedgerWeek): Said {
  const [span, said, came] = [period(week, addDays(week, 6)), money(expected), money(actual)];
  if (actual! < low80) return say`Forecast ${run} for ${span}: ${said} said, ${came} came: below the band.`;
  if (actual! > high80) return say`Forecast ${run} for ${span}: ${said} said, ${came} came: above the band.`;
  return say`Forecast ${run} for ${span}: ${said} said, ${came} came: inside the band.`;
}

function decisions({ state, now }: Context): Closed {
  const closed = state.proposals
    .list({ states: ['approved', 'executed', 'rejected', 'expired'], limit: 50 })
    .filter(({ decidedAt }) => decidedAt !== null && decidedAt > now - WEEK_MS);
  return { lines: closed.flatMap(decisionWords) };
}

function decisionWords({ id, state: how, decidedByName: name }: Proposal): Said[] {
  const by = name ?? named('Sextant');
  switch (how) {
    case 'approved':
      return [say`${id} approved by ${by}.`];
    case 'executed':
      return [say`${id} carried out, says ${by}.`];
    case 'rejected':
      return [say`${id} rejected by ${by}.`];
    case 'expired':
      return [say`${id} expired: nobody decided in time.`];
    default:
      return [];
  }
}

function alerts({ state, now }: Context): Closed {
  const raised = state.alerts.list(20).filter(({ openedAt }) => openedAt > now - WEEK_MS);
  return {
    lines: raised.map((alert) =>
      alert.closedAt === null
        ? say`${alert.id}: ${headline(alert)}.`
        : say`${alert.id}, over by now: ${headline(alert)}.`,
    ),
  };
}

/** What was decided about models, and the first of the challengers that wait for a word. */
async function models(context: Context): Promise<Closed> {
  const { state, now } = context;
  const taken = state.learning
    .decisions()
    .filter(({ at }) => at > now - WEEK_MS)
    .map(modelDecisionWords);
  const held = state.learning.held();
  const known = held ? [...taken, say`Data from ${day(held.before)} on is held: ${held.says}`] : taken;
  const all = await orNothing(async () => rivals(context, await readCut(context)));
  const waits = waiting(context, all ?? []).find(({ verdict }) => verdict!.weeks > 0);
  if (!waits) return { lines: known };
  const line = sentences(say`Model "${recipes[waits.recipe].title}" waits: ${waits.verdict!.says}`, waits.run.id);
  return { lines: [...known, line], actions: offer(waits, context) };
}

/** How far Sextant itself can be relied on. */
async function house({ state, facts, now }: Context): Promise<Words> {
  const posts = schedules(state.scheduleRules)
    .filter(({ posts, rule }) => posts || rule?.post != null)
    .map(({ name }) => name);
  const late = state.schedules.late(posts, LATE_AFTER_MS, now - WEEK_MS);
  const failed = state.schedules.lastFinished().filter(({ error }) => error !== null);
  const { dead } = state.outbox.counts();
  return sentences(
    say`Sextant: failed deliveries ${count(dead)}, late ${count(late)}, rows still in fix files ${count(await toMend(facts))}.`,
    dead > 0 ? say`/status says which were not delivered.` : null,
    ...failed.map(({ schedule, error }) => say`The ${schedule} was not done: ${error!}.`),
  );
}

/** Rows that were rejected and have not come back mended. */
async function toMend({ imports }: Context['facts']): Promise<number> {
  const stored = (await imports.list()).filter(({ status }) => status === 'stored');
  const names = new Set(stored.map(({ name }) => name));
  return stored.reduce((sum, { name, rejected }) => (names.has(fixName(name)) ? sum : sum + rejected), 0);
}
