import { z } from 'zod';
import { count, say } from '../../words/say.ts';
import { actorOf } from '../actor.ts';
import { type Context, defineCommand, mayActAs } from '../command.ts';
import { text } from '../inputs.ts';
import { Refusal } from '../refusal.ts';
import { daysOf, minuteOf, whenWords } from './words.ts';

/** More would be noise, and every one of them is computed. */
const MOST_PER_PERSON = 10;

export const scheduleAdd = defineCommand({
  name: 'schedule add',
  summary: say`Post the answer to a question in this channel, again and again`,
  examples: ['schedule add line:"/forecast weeks:8" every:monday at:8:30', 'schedule add line:"/segment" every:1 at:9'],
  needs: 'analyst',
  input: z.strictObject({
    line: text(say`what is asked, such as "/forecast weeks:8"`),
    every: text(say`day, a weekday such as monday, or 1 to 28 for a day of the month`).default('monday'),
    at: text(say`the time of day in the shop, such as 8:30`).default('8:00'),
  }),

  run({ line, every, at }, context) {
    const { state, caller, now, shop } = context;
    const door = caller.seat ?? caller.door;
    if (door === 'terminal' || door === 'clock' || !caller.channel) {
      throw new Refusal(say`There is no channel here`, say`Ask this in the channel that should get the answers.`);
    }
    if (caller.outsiders) {
      throw new Refusal(say`People of other companies read this channel`, say`Figures stay out of it.`);
    }
    if (shop?.demo && door !== 'web') {
      throw new Refusal(say`Demo data is not posted to real channels`, say`Connect a shop of your own first.`);
    }
    requireShareable(line, context);
    const actor = actorOf(caller);
    if (state.scheduleRules.list().filter(({ madeBy }) => madeBy === actor.id).length >= MOST_PER_PERSON) {
      throw new Refusal(say`You have ${count(MOST_PER_PERSON)} schedules`, say`Remove one first: /schedule list.`);
    }
    const time = { minute: minuteOf(at), ...daysOf(every) };
    const name = state.atomically(() => {
      const made = state.scheduleRules.add({
        ...time,
        paused: false,
        post: { line, door, channel: caller.channel! },
        madeBy: actor.id,
        madeByName: actor.name,
        madeAt: now,
      });
      state.audit.append({
        at: now,
        actor: actor.id,
        actorName: actor.name,
        act: 'schedule added',
        subject: made,
        version: null,
        detail: { line, when: whenWords(time) },
      });
      return made;
    });
    return {
      title: say`${name}: ${line}, ${whenWords(time)}`,
      tone: 'good',
      parts: [
        {
          kind: 'text',
          text: say`The answer is posted here, with your rights. What is missed while I am down is posted once, late, and says so.`,
        },
      ],
      actions: [
        { label: say`Post it now`, style: 'plain', ask: { name: 'schedule run', input: { name } } },
        { label: say`Remove`, style: 'danger', ask: { name: 'schedule remove', input: { name } } },
      ],
    };
  },
});

/** @throws {Refusal} on a line that cannot be asked, and on one whose answer is not for all */
function requireShareable(line: string, { read }: Context): void {
  const { command, problem } = read(line);
  if (!command || command.hidden)
    throw new Refusal(say`I do not know "${line}"`, say`Write it as you would ask it: "/forecast weeks:8".`);
  if (command.personal || command.changes || (command.needs !== null && !mayActAs('viewer', command.needs))) {
    throw new Refusal(
      say`/${command.name} is not for a channel`,
      say`Only what every viewer may ask, and changes nothing, can be posted again and again.`,
    );
  }
  if (problem) throw new Refusal(say`I did not understand that /${command.name}`, problem);
}
