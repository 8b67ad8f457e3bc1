import { z } from 'zod';
import { say } from '../../words/say.ts';
import { defineCommand } from '../command.ts';
import { Refusal } from '../refusal.ts';
import { asQuestion } from './questions.ts';
import { heldFiles, readingInput, readingOf, requestFor } from './reading.ts';

/** What chats take as one file. */
const MAX_BYTES = 8 * 1024 * 1024;

export const dataFix = defineCommand({
  name: 'data fix',
  summary: say`The rows of a file that do not fit, as a file to mend and send again`,
  examples: ['data fix from:U-7'],
  needs: 'analyst',
  personal: true,
  hidden: true,
  bare: 'from',
  input: z.strictObject(readingInput),

  async run(input, context) {
    const reading = readingOf(input);
    const [held, ...beside] = heldFiles(input.from ?? '', context);
    if (!held)
      throw new Refusal(say`Which file?`, say`Say from: with the id of a file that came earlier, such as U-7.`);
    const { facts, files } = context;
    const request = requestFor([held, ...beside], reading, context);
    const made = await files
      .textOf((path) => facts.imports.fixFile(request, path), MAX_BYTES)
      .catch((error: unknown) => {
        throw asQuestion(error, request.name, input.from ?? '', reading);
      });
    if (made === null) throw new Refusal(say`Every row fits`, say`There is nothing to mend in this file.`);
    const { text: content } = made;
    if (content === null) {
      throw new Refusal(
        say`The file to fix is too large for chat`,
        say`Too many rows of ${held.name} do not fit: that is more likely one column than many rows. Export it again.`,
      );
    }
    return {
      title: say`The rows of ${held.name} to mend`,
      tone: 'plain',
      parts: [
        {
          kind: 'file',
          name: fixName(held.name),
          mime: 'text/csv',
          content,
        },
        {
          kind: 'note',
          text: say`Mend what the last column names and send the file back: line and problem are passed over, and the orders are completed.`,
        },
      ],
    };
  },
});

/** What the rows of a file that do not fit are called when they are given back. */
export function fixName(name: string): string {
  return `fix-${name.replace(/\.(?:gz|xlsx|tsv|txt)$/i, '')}.csv`.replace('.csv.csv', '.csv');
}
