import { z } from 'zod';
import type { Day } from '../../data/types/shop.ts';
import { lebaranSeason } from '../../models/calendar/lebaran.ts';
import { addDays, daysBetween } from '../../models/days.ts';
import { eventName } from '../../words/event-names.ts';
import { lines, day as onDay, period, say, sentences } from '../../words/say.ts';
import { actorOf } from '../actor.ts';
import { type Context, defineCommand } from '../command.ts';
import { choice } from '../inputs.ts';
import { Refusal } from '../refusal.ts';
import type { Action } from '../reply.ts';
import { enter } from './enter.ts';

/** Far enough to find the next one at any time of the year. */
const LOOKED_AHEAD = 400;
/** An entry so near to the computed day is that year's. */
const SAME_YEAR_DAYS = 30;

/** The next Lebaran as it is computed; null where it is in the calendar already, or no holiday of the shop's country. */
export async function nextLebaran({ facts, state, shop, today }: Context): Promise<Day | null> {
  if (!shop) return null;
  const national = await facts.holidays({ ...shop, from: today, before: addDays(today, LOOKED_AHEAD) });
  const [next] = national?.lebaran ?? [];
  if (next === undefined) return null;
  const known = state.calendar.list(national!.country).filter(({ name }) => name === 'Lebaran');
  return known.some(({ from }) => Math.abs(daysBetween(from, next)) < SAME_YEAR_DAYS) ? null : next;
}

export function lebaranButton(next: Day): Action {
  return {
    label: say`Add Lebaran ${next.slice(0, 4)}`,
    style: 'primary',
    ask: { name: 'calendar lebaran', input: { add: 'yes' } },
  };
}

export const calendarLebaran = defineCommand({
  name: 'calendar lebaran',
  summary: say`The next Ramadan and Lebaran as computed, to put into the calendar before they are announced`,
  examples: ['calendar lebaran', 'calendar lebaran add:yes'],
  needs: 'analyst',
  input: z.strictObject({ add: choice(['yes', 'no'], say`put them into the calendar`).default('no') }),
  async run({ add }, context) {
    const next = await nextLebaran(context);
    if (next === null)
      throw new Refusal(
        say`There is no Lebaran to add`,
        say`The next one is in the calendar already, or it is no holiday in your country. See /calendar list.`,
      );
    const season = lebaranSeason(next);
    if (add === 'yes')
      enter(
        season.map(({ name, from, to }) => ({ name, kind: 'season', from, to })),
        say`computed, to be confirmed; added by ${actorOf(context.caller).name}`,
        context,
      );
    const about = sentences(
      say`Lebaran on ${onDay(next)} is computed from the moon: the government confirms it, and it may be a day earlier or later.`,
      say`The leave that is decreed round it is not in.`,
      add === 'yes'
        ? say`Should another day be announced, take these out in /calendar list and add the announced ones.`
        : null,
    );
    return {
      title:
        add === 'yes'
          ? say`Lebaran ${next.slice(0, 4)} is in the calendar`
          : say`Lebaran ${next.slice(0, 4)} is not in the calendar yet`,
      tone: add === 'yes' ? 'good' : 'plain',
      parts: [
        {
          kind: 'text',
          text: lines(season.map(({ name, from, to }) => say`• ${eventName(name)}: ${period(from, to)}`)),
        },
        { kind: 'note', text: about },
      ],
      actions: [
        ...(add === 'yes' ? [] : [lebaranButton(next)]),
        { label: say`Calendar`, style: 'plain', ask: { name: 'calendar list', input: {} } },
      ],
    };
  },
});
