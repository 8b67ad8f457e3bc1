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
<<<<<<< HEAD
    const revived = state.outbox.revive({ ...(door && { door }), ...(channel && { channel }) }, now);
    return {
      title:
        revived === 0
          ? say`Nothing was given up`
          : plural(revived, say`1 message is sent again`, say`${count(revived)} messages are sent again`),
=======
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
>>>>>>> 4dac7dde1ca331e53520bb15cd1e678c8e8028ce
      tone: 'good',
      parts: [{ kind: 'text', text: say`/status shows what became of them.` }],
    };
  },
});
