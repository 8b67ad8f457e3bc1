import { z } from 'zod';
import { say } from '../../words/say.ts';
import { actorOf } from '../actor.ts';
import { defineCommand } from '../command.ts';
import { text } from '../inputs.ts';
import { Refusal } from '../refusal.ts';
import type { Reply } from '../reply.ts';
import { askAbout, heldFiles } from './reading.ts';

export const dataAsk = defineCommand({
  name: 'data ask',
  summary: say`Ask those who may import to look at a file`,
  examples: ['data ask from:U-7'],
  needs: 'viewer',
  changes: true,
  personal: true,
  hidden: true,
  bare: 'from',
  input: z.strictObject({ from: text(say`the file, such as U-7`, { names: 'file' }).meta({ kind: 'held' }) }),

  async run({ from }, context): Promise<Reply> {
    const { state, caller, now } = context;
    const held = heldFiles(from, context);
    const names = held.map(({ name }) => name).join(', ');
    const channels = state.channels.of('approvals');
    if (channels.length === 0)
      throw new Refusal(say`There is nowhere to ask`, say`An admin can run /channel set first.`);
    const actor = actorOf(caller);
    const content: Reply = {
      title: say`${actor.name} asks to import ${names}`,
      tone: 'plain',
      parts: [{ kind: 'text', text: say`Whoever may import can look at it for a day. Nothing is stored yet.` }],
      actions: [
        {
          label: say`Look at it`,
          style: 'primary',
          ask: askAbout('data add', held.map(({ id }) => id).join(','), { columns: {}, answers: {} }),
        },
      ],
    };
    state.atomically(() => {
      for (const { door, channel } of channels) {
        state.outbox.enqueue({ key: `${door}:${channel}:import ${from}`, door, channel, content }, now);
      }
      state.audit.append({
        at: now,
        actor: actor.id,
        actorName: actor.name,
        act: 'import asked for',
        subject: from,
        version: null,
        detail: { files: names },
      });
    });
    return {
      title: say`I have asked`,
      tone: 'good',
      parts: [{ kind: 'text', text: say`The file is kept for a day.` }],
    };
  },
});
