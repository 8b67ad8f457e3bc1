import { z } from 'zod';
import type { ScheduleRule } from '../../data/state/types/schedules.ts';
import { type Said, say } from '../../words/say.ts';
import { actorOf } from '../actor.ts';
import { type Context, defineCommand } from '../command.ts';
import { text } from '../inputs.ts';
import { Refusal } from '../refusal.ts';
import type { Reply } from '../reply.ts';
import type { Standing } from './built-in.ts';
import { daysOf, mine, minuteOf, whenWords } from './words.ts';

const which = { name: text(say`the schedule, such as digest or Q-1`, { names: 'schedule' }) };
const toList = { label: say`Schedules`, style: 'plain', ask: { name: 'schedule list', input: {} } } as const;

export const schedulePause = defineCommand({
  name: 'schedule pause',
  summary: say`Stop a schedule until it is resumed`,
  examples: ['schedule pause digest'],
  needs: 'analyst',
  bare: 'name',
  input: z.strictObject(which),
  run({ name }, context) {
    const schedule = mine(name, context);
    if (schedule.paused) throw new Refusal(say`${schedule.name} is paused already`, say`Resume it: /schedule resume.`);
    return changed(schedule, { paused: true }, context, say`${schedule.name} is paused`);
  },
});

export const scheduleResume = defineCommand({
  name: 'schedule resume',
  summary: say`Let a paused schedule go on`,
  examples: ['schedule resume digest'],
  needs: 'analyst',
  bare: 'name',
  input: z.strictObject(which),
  run({ name }, context) {
    const schedule = mine(name, context);
    if (!schedule.paused) throw new Refusal(say`${schedule.name} is not paused`, say`It runs ${whenWords(schedule)}.`);
    return changed(schedule, { paused: false }, context, say`${schedule.name} runs again, ${whenWords(schedule)}`);
  },
});

export const scheduleMove = defineCommand({
  name: 'schedule move',
  summary: say`Another day or time for a schedule`,
  examples: ['schedule move digest every:tuesday at:9:00'],
  needs: 'analyst',
  bare: 'name',
  input: z.strictObject({
    ...which,
    every: text(say`day, a weekday such as monday, or 1 to 28 for a day of the month`).optional(),
    at: text(say`the time of day in the shop, such as 8:30`).optional(),
  }),
  run({ name, every, at }, context) {
    const schedule = mine(name, context);
    if (schedule.name === 'refresh' && every !== undefined && daysOf(every).weekday !== null) {
      throw new Refusal(say`The models are computed every day`, say`Only their time of day can be moved.`);
    }
    const time = {
      minute: at === undefined ? schedule.minute : minuteOf(at),
      ...(every === undefined ? { weekday: schedule.weekday, monthDay: schedule.monthDay } : daysOf(every)),
    };
    return changed(schedule, time, context, say`${schedule.name} runs ${whenWords(time)} from now on`);
  },
});

export const scheduleRemove = defineCommand({
  name: 'schedule remove',
  summary: say`End a schedule that somebody made`,
  examples: ['schedule remove Q-1'],
  needs: 'analyst',
  bare: 'name',
  input: z.strictObject(which),
  run({ name }, context) {
    const schedule = mine(name, context);
    if (!schedule.rule?.post) {
      throw new Refusal(say`${schedule.name} is Sextant's own`, say`It can be paused or moved: /schedule pause.`);
    }
    context.state.atomically(() => {
      context.state.scheduleRules.remove(schedule.name);
      record(context, 'schedule removed', schedule.name, { line: schedule.rule!.post!.line });
    });
    return { title: say`${schedule.name} is removed`, tone: 'good', parts: [], actions: [toList] };
  },
});

export const scheduleRun = defineCommand({
  name: 'schedule run',
  summary: say`Do now what a schedule does`,
  examples: ['schedule run digest'],
  needs: 'analyst',
  bare: 'name',
  input: z.strictObject(which),
  run({ name }, context) {
    const schedule = mine(name, context);
    const { state, now } = context;
    state.atomically(() => {
      state.schedules.add(schedule.name, `by hand ${now}`, now);
      record(context, 'schedule run', schedule.name, {});
    });
    return {
      title: say`${schedule.name} is next`,
      tone: 'good',
      parts: [
        {
          kind: 'text',
          text: schedule.rule?.post
            ? say`It is posted in its channel within a minute.`
            : say`It is done within a minute. What is posted already is not posted twice.`,
        },
      ],
      actions: [toList],
    };
  },
});

function changed(
  schedule: Standing,
  change: Partial<Pick<ScheduleRule, 'paused' | 'minute' | 'weekday' | 'monthDay'>>,
  context: Context,
  title: Said,
): Reply {
  const { state, caller, now } = context;
  const actor = actorOf(caller);
  const { name, minute, weekday, monthDay, paused, rule } = schedule;
  const kept = rule ?? { name, post: null, madeBy: actor.id, madeByName: actor.name, madeAt: now };
  const next = { ...kept, minute, weekday, monthDay, paused, ...change };
  state.atomically(() => {
    state.scheduleRules.put(next);
    record(context, 'schedule changed', name, { when: whenWords(next), paused: next.paused });
  });
  return {
    title,
    tone: 'good',
    parts: [{ kind: 'text', text: say`What it missed until now is not made up for.` }],
    actions: [toList],
  };
}

function record(
  { state, caller, now }: Context,
  act: string,
  subject: string,
  detail: Readonly<Record<string, unknown>>,
) {
  const actor = actorOf(caller);
  state.audit.append({ at: now, actor: actor.id, actorName: actor.name, act, subject, version: null, detail });
}
