import { byHand } from '../../commands/command.ts';
import { commands } from '../../commands/index.ts';
import { openDatabase } from '../../data/database.ts';
import { openFacts } from '../../data/facts/open.ts';
import { openState } from '../../data/state/open.ts';
import { tasks } from '../../models/tasks.ts';
import { heldFolder, openHeldFiles } from '../../src/held-files.ts';
import { openHouse } from '../../src/house.ts';
import { NOON } from './clock.ts';

/**
 * A process whose managers, named after the file, all click on every open proposal at once: most approve, some reject. It
 * says `ready`, begins when it is told anything, and ends with what each was answered. Run by `test/race.test.ts`.
 */
const [file, ...managers] = process.argv.slice(2) as [string, ...string[]];
const db = openDatabase(file);
const state = openState(db);
const house = openHouse({
  commands,
  state,
  facts: openFacts(db),
  files: openHeldFiles({ state, folder: heldFolder(file), now: () => NOON }),
  compute: async (name, input) => tasks[name](input as never) as never,
  now: () => NOON,
  reportFault: (error) => {
    throw error;
  },
  doors: () => [],
  passes: { signInLink: () => '', apiToken: () => '' },
  execution: byHand,
});
const proposals = state.proposals.list({ states: ['proposed'], limit: 100 });

process.stdout.write('ready\n');
process.stdin.once('data', async () => {
  const clicks = managers.flatMap((user, m) =>
    proposals.map(async ({ id, version }, i) => {
      const rejects = (m + i) % 5 === 4;
      const input = { proposal: id, version, ...(rejects && { reason: 'no' }) };
      const { title, parts } = await house.ask(
        { name: rejects ? 'budget reject' : 'budget approve', input },
        { door: 'web', user },
      );
      return {
        id,
        user,
        said: [title, ...parts.flatMap((part) => (part.kind === 'text' ? part.text : []))].join('\n'),
      };
    }),
  );
  process.stdout.write(`${JSON.stringify(await Promise.all(clicks))}\n`, () => process.exit());
});
