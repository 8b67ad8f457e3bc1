import { z } from 'zod';
import { eventName } from '../../words/event-names.ts';
import { day as onDay, period, say } from '../../words/say.ts';
import { actorOf } from '../actor.ts';
import { defineCommand } from '../command.ts';
import { choice, day, text } from '../inputs.ts';
import { Refusal } from '../refusal.ts';
import type { Action } from '../reply.ts';
import { enter } from './enter.ts';
import { kindNames } from './kinds.ts';

const kinds = ['promotion', 'holiday', 'season', 'school', 'price', 'closed'] as const;

export const addButton: Action = {
  label: say`Add days`,
  style: 'plain',
  ask: { name: 'calendar add', input: {} },
  form: {
    title: say`Days that sell differently`,
    submit: say`Add`,
    fields: [
      { name: 'name', label: say`Name`, kind: 'text', required: true },
      {
        name: 'kind',
        label: say`Kind`,
        kind: 'choice',
        required: true,
        choices: kinds.map((value) => ({ value, label: kindNames[value] })),
      },
      { name: 'from', label: say`First day, as 2026-05-25`, kind: 'text', required: true },
      { name: 'to', label: say`Last day`, kind: 'text', required: false },
    ],
  },
};

export const calendarAdd = defineCommand({
  name: 'calendar add',
  summary: say`Tell forecasts of days that sell differently, past or coming, or not at all`,
  examples: [
    'calendar add name:Lebaran kind:season from:2027-03-10 to:2027-03-16',
    'calendar add name:"Voucher Gajian" kind:promotion from:2026-05-25 to:2026-05-28',
    say`calendar add name:Stocktaking kind:closed from:2026-06-30`,
  ],
  needs: 'analyst',
  bare: 'name',
  input: z.strictObject({
    name: text(say`what it is called; the same name each time it comes`, { most: 60 }),
    kind: choice(
      kinds,
      say`closed: no trade; price: other prices than usual; promotion: a campaign, or days of your own`,
    ),
    from: day(say`its first day`),
    to: day(say`its last day, when there are several`).optional(),
  }),

  run({ name, kind, from, to = from }, context) {
    if (to < from)
      throw new Refusal(say`${onDay(to)} is before ${onDay(from)}`, say`from: is the first day, to: the last one.`);
    const [added] = enter([{ name, kind, from, to }], say`added by ${actorOf(context.caller).name}`, context);
    if (!added)
      throw new Refusal(say`"${name}" from ${onDay(from)} is in the calendar already`, say`See /calendar list.`);
    return {
      title: say`${eventName(name)}, ${period(from, to)}, is in the calendar`,
      tone: 'good',
      parts: [
        {
          kind: 'text',
          text:
            kind === 'closed'
              ? say`Forecasts expect nothing on those days, and do not learn from them.`
              : say`Forecasts count with it where the history bears it out: past days of the same name teach what it does.`,
        },
      ],
      actions: [
        { label: say`Calendar`, style: 'plain', ask: { name: 'calendar list', input: {} } },
        { label: say`Forecast`, style: 'plain', ask: { name: 'forecast', input: {} } },
        { label: say`Take it out`, style: 'plain', ask: { name: 'calendar remove', input: { id: added.id } } },
      ],
    };
  },
});
