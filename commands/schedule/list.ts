import { z } from 'zod';
import { count, named, plural, say, sentences } from '../../words/say.ts';
import { defineCommand } from '../command.ts';
import { placesTable } from '../digest/places.ts';
import type { Action, Row } from '../reply.ts';
import { schedules } from './built-in.ts';
import { whenWords } from './words.ts';

export const scheduleList = defineCommand({
  name: 'schedule list',
  summary: say`What is done when: the digest, the models, and what people asked for`,
  examples: ['schedule list'],
  needs: 'viewer',
  input: z.strictObject({}),

  run(_, { state, shop }) {
    const due = new Map(state.schedules.due().map(({ name, nextDueAt }) => [name, nextDueAt]));
    const last = new Map(state.schedules.lastFinished().map((each) => [each.schedule, each]));
    const all = schedules(state.scheduleRules);
    const digests = state.digests.list();
    return {
      title: plural(all.length, say`${count(all.length)} schedule`, say`${count(all.length)} schedules`),
      tone: 'plain',
      parts: [
        {
          kind: 'table',
          columns: [
            { title: say`Name`, unit: 'text' },
            { title: say`Does`, unit: 'text' },
            { title: say`When`, unit: 'text' },
            { title: say`Next`, unit: 'instant' },
            { title: say`Last done`, unit: 'instant' },
            { title: say`Trouble`, unit: 'text' },
          ],
          rows: all.map((each): Row => {
            const { name, says, paused } = each;
            const trouble = last.get(name)?.error ?? null;
            return [
              named(name),
              says,
              whenWords(each),
              paused ? say`paused` : (due.get(name) ?? say`known in a minute`),
              last.get(name)?.finishedAt ?? null,
              trouble === null ? null : named(trouble),
            ];
          }),
        },
        ...(digests.length > 0 ? [placesTable(digests)] : []),
        {
          kind: 'note',
          text: sentences(
            shop
              ? say`Times are those of the shop (${shop.zone}), also when clocks change.`
              : say`Times are those of the shop, also when clocks change.`,
            say`What was missed is done once, late, and says so.`,
            say`/schedule add line:"/forecast weeks:8" every:monday at:8:30 posts an answer here.`,
          ),
        },
      ],
      actions: all
        .filter(({ name }) => name === 'digest' || name === 'lookback')
        .map(
          ({ name, paused }): Action => ({
            label: paused ? say`Resume ${name}` : say`Pause ${name}`,
            style: 'plain',
            ask: { name: paused ? 'schedule resume' : 'schedule pause', input: { name } },
          }),
        ),
    };
  },
});
