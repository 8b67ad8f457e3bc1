import { z } from 'zod';
import { eventName } from '../../words/event-names.ts';
import { period, say } from '../../words/say.ts';
import { actorOf } from '../actor.ts';
import { defineCommand } from '../command.ts';
import { wholeNumber } from '../inputs.ts';
import { Refusal } from '../refusal.ts';

export const calendarRemove = defineCommand({
  name: 'calendar remove',
  summary: say`Take days out of the calendar`,
  examples: ['calendar remove id:22'],
  needs: 'analyst',
  bare: 'id',
  input: z.strictObject({
    id: wholeNumber({ from: 1, to: Number.MAX_SAFE_INTEGER, says: say`the number in /calendar list` }),
  }),

  run({ id }, { state, caller, now }) {
    const actor = actorOf(caller);
    const removed = state.atomically(() => {
      const entry = state.calendar.remove(id, now);
      if (entry === null) return null;
      const { name, kind, from, to, source } = entry;
      state.audit.append({
        at: now,
        actor: actor.id,
        actorName: actor.name,
        act: 'calendar entry removed',
        subject: `calendar:${id}`,
        version: null,
        detail: { name, kind, from, to, source },
      });
      state.schedules.add('refresh', `calendar ${state.calendar.version()}`, now);
      return entry;
    });
    if (!removed)
      throw new Refusal(say`There is no entry ${String(id)} in the calendar`, say`See /calendar list for the numbers.`);
    const { name, kind, from, to } = removed;
    return {
      title: say`${eventName(name)}, ${period(from, to)}, is out of the calendar`,
      tone: 'good',
      parts: [
        {
          kind: 'text',
          text: say`Forecasts are computed anew without it. What was said before keeps what it was built on.`,
        },
      ],
      actions: [
        { label: say`Put it back`, style: 'plain', ask: { name: 'calendar add', input: { name, kind, from, to } } },
      ],
    };
  },
});
