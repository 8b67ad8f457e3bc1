import { z } from 'zod';
import type { Day } from '../../data/types/shop.ts';
import { recurringDays } from '../../models/calendar/recurring.ts';
import { addDays } from '../../models/days.ts';
import { eventName, sourceWords } from '../../words/event-names.ts';
import { lines, named, day as onDay, period, say, sentences } from '../../words/say.ts';
import { defineCommand } from '../command.ts';
import { wholeNumber } from '../inputs.ts';
import { Refusal } from '../refusal.ts';
import type { Row } from '../reply.ts';
import { addButton } from './add.ts';
import { kindNames } from './kinds.ts';
import { lebaranButton, nextLebaran } from './lebaran.ts';

const MOST_DAYS = 1100;
const USUAL_DAYS = 182;

export const calendarList = defineCommand({
  name: 'calendar list',
  summary: say`The days that forecasts count with: holidays, seasons, paydays, promotions, closed days`,
  examples: ['calendar list', 'calendar list days:365', 'calendar list back:365'],
  needs: 'viewer',
  input: z.strictObject({
    days: wholeNumber({ from: 1, to: MOST_DAYS, says: say`how many days ahead` }).default(USUAL_DAYS),
    back: wholeNumber({ from: 0, to: MOST_DAYS, says: say`how many days back` }).default(0),
  }),

  async run({ days, back }, context) {
    const { facts, state, shop, today } = context;
    if (!shop)
      throw new Refusal(
        say`There is no shop yet`,
        say`Its calendar goes by its country. Bring a file of orders with /import.`,
      );
    const from = addDays(today, -back);
    const before = addDays(today, days);
    const national = await facts.holidays({ zone: shop.zone, currency: shop.currency, from, before });
    const entries = state.calendar
      .list(national?.country ?? null)
      .filter(({ from: first, to }) => to >= from && first < before);
    const told = entries.map(({ id, name, kind, from: first, to, source }) => ({
      day: first,
      row: [
        named(String(id)),
        eventName(name),
        kindNames[kind],
        say`${period(first, to)}`,
        sourceWords(source),
      ] satisfies Row,
    }));
    const computed = (national?.days ?? []).map(({ day, name }) => ({
      day,
      row: [
        '',
        eventName(name),
        kindNames.holiday,
        say`${onDay(day)}`,
        say`computed for ${national!.country}`,
      ] satisfies Row,
    }));
    const lebaran = await nextLebaran(context);
    const next = recurringDays(today, addDays(today, 366)).flatMap(({ name, days: [first] }) =>
      first === undefined ? [] : [say`• ${eventName(name)}: next on ${onDay(first)}`],
    );
    return {
      title: say`Calendar, ${period(from, addDays(before, -1))}`,
      tone: 'plain',
      parts: [
        {
          kind: 'table',
          columns: [
            { title: say`Id`, unit: 'text' },
            { title: say`Name`, unit: 'text' },
            { title: say`Kind`, unit: 'text' },
            { title: say`Days`, unit: 'text' },
            { title: say`Source`, unit: 'text' },
          ],
          rows: [...told, ...computed].sort((a, b) => compare(a.day, b.day)).map(({ row }) => row),
        },
        { kind: 'text', text: lines([say`By rule:`, ...next]) },
        {
          kind: 'note',
          text: sentences(
            say`A forecast counts with an event only where the history bears it out; /forecast says which.`,
            national && say`National holidays are computed for every year: nobody has to add them.`,
            lebaran &&
              say`Lebaran is announced each year. I expect it on ${onDay(lebaran)}, a day earlier or later: the button adds it with Ramadan.`,
            say`School holidays differ by place: add your own.`,
            national
              ? null
              : say`I do not know your country from the zone and currency of the shop, so no national holidays are in.`,
          ),
        },
      ],
      actions: [...(lebaran ? [lebaranButton(lebaran)] : []), addButton],
    };
  },
});

function compare(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
