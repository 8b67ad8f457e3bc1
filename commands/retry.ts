import { z } from 'zod';
import { defineCommand } from './command.ts';

export const retry = defineCommand({
  name: 'retry',
  summary: 'Send again what could not be delivered',
  examples: ['retry'],
  needs: 'admin',
  input: z.strictObject({}),
  run(_, { state, now }) {
    const count = state.outbox.revive({}, now);
    return {
      title:
        count === 0 ? 'Nothing was given up' : `${count} ${count === 1 ? 'message is' : 'messages are'} sent again`,
      tone: 'good',
      parts: [{ kind: 'text', text: '/status shows what became of them.' }],
    };
  },
});
