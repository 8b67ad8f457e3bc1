import { z } from 'zod';
import { defineCommand } from '../command.ts';
import type { Action, Row } from '../reply.ts';
import { schedules } from './built-in.ts';
import { whenWords } from './words.ts';

export const scheduleList = defineCommand({
  name: 'schedule list',
  summary: 'What is done when: the digest, the models, and what people asked for',
  examples: ['schedule list'],
  needs: 'viewer',
  input: z.strictObject({}),

  run(_, { state, shop }) {
    const due = new Map(state.schedules.due().map(({ name, nextDueAt }) => [name, nextDueAt]));
    const last = new Map(state.schedules.lastFinished().map((each) => [each.schedule, each]));
    const all = schedules(state.scheduleRules);
    return {
      title: `${all.length} schedules`,
      tone: 'plain',
      parts: [
        {
          kind: 'table',
          columns: [
            { title: 'Name', unit: 'text' },
            { title: 'Does', unit: 'text' },
            { title: 'When', unit: 'text' },
            { title: 'Next', unit: 'instant' },
            { title: 'Last done', unit: 'instant' },
            { title: 'Trouble', unit: 'text' },
          ],
          rows: all.map((each): Row => {
            const { name, says, paused } = each;
            return [
              name,
              says,
              whenWords(each),
              paused ? 'paused' : (due.get(name) ?? null),
              last.get(name)?.finishedAt ?? null,
              last.get(name)?.error ?? null,
            ];
          }),
        },
        {
          kind: 'note',
          text: `Times are those of the shop${shop ? ` (${shop.zone})` : ''}, also when clocks change. What was missed is done once, late, and says so. /schedule add line:"/forecast weeks:8" every:monday at:8:30 posts an answer here.`,
        },
      ],
      actions: all
        .filter(({ name }) => name === 'digest' || name === 'lookback')
        .map(
          ({ name, paused }): Action => ({
            label: paused ? `Resume ${name}` : `Pause ${name}`,
            style: 'plain',
            ask: { name: paused ? 'schedule resume' : 'schedule pause', input: { name } },
          }),
        ),
    };
  },
});
