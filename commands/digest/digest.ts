import { z } from 'zod';
import type { Day } from '../../data/types.ts';
import { addDays, startOfWeek } from '../../models/days.ts';
import { formatDays, formatValue } from '../../words/quantity.ts';
import { inEnglish } from '../../words/tell.ts';
import { type Context, defineCommand, mayActAs } from '../command.ts';
import { choice } from '../inputs.ts';
import { AHEAD_WEEKS, shadowForecasts, standingForecast } from '../models/champion.ts';
import { post, targets } from '../post.ts';
import { Refusal } from '../refusal.ts';
import type { Reply } from '../reply.ts';
import { type Cut, readCut, requireFresh } from '../runs/cut.ts';
import { throughWeeks } from '../runs/forecast.ts';
import { freeze } from '../runs/freeze.ts';
import { digestReply } from './week.ts';

const WEEK = 7;
/** A digest later than this says so. */
const LATE_AFTER_MS = 10 * 60 * 1000;

export const digest = defineCommand({
  name: 'digest',
  summary: 'The weekly digest: last week against what was said, and what comes',
  examples: ['digest', 'digest details:yes'],
  needs: 'analyst',
  input: z.strictObject({
    post: choice(['yes', 'no'], 'post it to the digest channels; without, only you see it').default('no'),
    details: choice(['yes', 'no'], 'the whole of it, also when nothing happened').default('no'),
    planned: z.coerce.number().optional().meta({ hidden: true, description: 'when it was due' }),
  }),

  async run({ post: posting, details, planned }, context) {
    const cut = await readCut(context);
    requireFresh(cut, context, '/forecast', 'write a digest');
    const week = lastCompleteWeek(cut);
    if (posting === 'yes' && !cut.shop.demo && week < expectedWeek(context))
      return waitFor(expectedWeek(context), cut, context);
    const horizon = throughWeeks(cut, AHEAD_WEEKS);
    const ahead = await standingForecast(context, cut, horizon);
    const late = lateness(planned, context);
    const reply = await digestReply(context, { cut, week, ahead, late, whole: details === 'yes' });
    if (posting === 'no') return reply;

    const { caller, state } = context;
    if (caller.role === null || !mayActAs(caller.role, 'admin')) {
      throw new Refusal('Posting the digest needs an admin', 'Without post:yes you see it yourself.');
    }
    const shadows = await shadowForecasts(context, cut, horizon);
    const posted = state.atomically(() => {
      const count = post(context, { purpose: 'digest', report: 'digest', period: week, reply });
      if (count > 0) freeze(context, ahead.run, ahead.history, shadows);
      return count;
    });
    const channels = targets(context, 'digest').length;
    return {
      title:
        posted > 0
          ? `The digest goes to ${posted} ${posted === 1 ? 'channel' : 'channels'}`
          : `The digest of ${formatDays(week, addDays(week, WEEK - 1), cut.shop)} is already posted`,
      tone: channels === 0 ? 'careful' : 'good',
      parts: [
        {
          kind: 'text',
          text:
            channels === 0
              ? 'No channel is set for it: run /channel set purpose:digest where it should be.'
              : `Week ${formatDays(week, addDays(week, WEEK - 1), cut.shop)}.`,
        },
      ],
    };
  },
});

/** The Monday of the last week that the data holds whole. */
function lastCompleteWeek({ before, firstDay }: Cut): Day {
  const monday = addDays(startOfWeek(before), -WEEK);
  if (monday >= firstDay) return monday;
  throw new Refusal('There is no complete week yet', 'The digest compares whole weeks, Monday to Sunday.');
}

/** The Monday of the week that was over at the last turn of a week. */
function expectedWeek({ today }: Context): Day {
  return addDays(startOfWeek(today), -WEEK);
}

/** Part of the week is not here yet: say so once, and leave a note for the refresh that brings it. */
function waitFor(week: Day, cut: Cut, context: Context): Reply {
  const missing = formatDays(cut.before, addDays(week, WEEK - 1), cut.shop);
  const reply: Reply = {
    title: `The digest waits: ${missing} is missing`,
    tone: 'careful',
    parts: [
      {
        kind: 'text',
        text: `I post the digest of ${formatDays(week, addDays(week, WEEK - 1), cut.shop)} as soon as those days are in. ${cut.held ? inEnglish(cut.held.says) : 'Bring them with /import.'}`,
      },
    ],
  };
  context.state.atomically(() => {
    post(context, { purpose: 'digest', report: 'digest-waits', period: week, reply });
    context.state.memory.set('digest', 'waits for', week, context.now);
  });
  return reply;
}

/** Null when it is on time. */
export function lateness(planned: number | undefined, { now, shop }: Context): string | null {
  if (planned === undefined || now - planned < LATE_AFTER_MS) return null;
  return `Late: planned ${formatValue(planned, 'instant', shop)}, sent ${formatValue(now, 'instant', shop)}.`;
}
