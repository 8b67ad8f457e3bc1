import { z } from 'zod';
import { count, plural, say } from '../words/say.ts';
import { defineCommand } from './command.ts';
import { choice, text } from './inputs.ts';

export const retry = defineCommand({
  name: 'retry',
  summary: say`Send again what could not be delivered`,
  examples: ['retry'],
  needs: 'admin',
  input: z.strictObject({
    door: choice(['slack', 'discord', 'web'], say`only what goes there`).optional(),
    channel: text(say`only what goes into this channel, by its id`).optional(),
  }),
  run({ door, channel }, { state, now }) {
    const messages = state.outbox.revive({ ...(door && { door }), ...(channel && { channel }) }, now);
    return {
      title:
        messages === 0
          ? say`No message waits to be sent again`
          : plural(
              messages,
              say`${count(messages)} message is sent again`,
              say`${count(messages)} messages are sent again`,
            ),
      tone: 'good',
      parts: [{ kind: 'text', text: say`/status shows what became of them.` }],
    };
  },
});
