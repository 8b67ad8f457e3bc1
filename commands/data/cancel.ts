import { z } from 'zod';
import { say } from '../../words/say.ts';
import { defineCommand } from '../command.ts';
import { text } from '../inputs.ts';
import { heldFiles } from './reading.ts';

export const dataCancel = defineCommand({
  name: 'data cancel',
  summary: say`Forget a file that was sent and not imported`,
  examples: ['data cancel from:U-7'],
  needs: 'viewer',
  changes: true,
  personal: true,
  hidden: true,
  bare: 'from',
  input: z.strictObject({ from: text(say`the file, such as U-7`, { names: 'file' }).meta({ kind: 'held' }) }),

  async run({ from }, context) {
    const held = heldFiles(from, context);
    for (const { id } of held) await context.files.forget(id);
    return {
      title: say`${held.map(({ name }) => name).join(', ')}: forgotten`,
      tone: 'plain',
      parts: [{ kind: 'text', text: say`Nothing was stored.` }],
    };
  },
});
