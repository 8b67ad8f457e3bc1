import { z } from 'zod';
import { defineCommand } from './command.ts';
import { choice, text } from './inputs.ts';

export const retry = defineCommand({
  name: 'retry',
  summary: 'Send again what could not be delivered',
  examples: ['retry'],
  needs: 'admin',
  input: z.strictObject({
    door: choice(['slack', 'discord', 'web'], 'only what goes there').optional(),
    channel: text('only what goes into this channel, by its id').optional(),
  }),
  run({ door, channel }, { state, now }) {
    const count = state.outbox.revive({ ...(door && { door }), ...(channel && { channel }) }, now);
    return {
      title:
        count === 0 ? 'Nothing was given up' : `${count} ${count === 1 ? 'message is' : 'messages are'} sent again`,
      tone: 'good',
      parts: [{ kind: 'text', text: '/status shows what became of them.' }],
    };
  },
});
