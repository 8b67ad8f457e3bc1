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
 * A process to be killed: it proposes, approves and withdraws budget shifts until it dies, saying each approval that it was
 * told of. Run by `test/crash.test.ts`.
 */
const db = openDatabase(process.argv[2]!);
const state = openState(db);
const house = openHouse({
  commands,
  state,
  facts: openFacts(db),
  files: openHeldFiles({ state, folder: heldFolder(process.argv[2]!), now: () => NOON }),
  compute: async (name, input) => tasks[name](input as never) as never,
  now: () => NOON,
  reportFault: (error) => {
    throw error;
  },
  doors: () => [],
  passes: { signInLink: () => '', apiToken: () => '' },
  execution: byHand,
});

for (;;) {
  // One shift a week: the next one needs the last out of the way, also that of a process that was killed.
  for (const { id } of state.proposals.list({ states: ['approved'], limit: 10 })) {
    await house.ask({ name: 'budget withdraw', input: { proposal: id } }, { door: 'terminal', user: 'asker' });
  }
  const proposed = await house.ask({ name: 'budget propose', input: {} }, { door: 'terminal', user: 'asker' });
  const [id] = /P-\d+/.exec(proposed.title)!;
  const approved = await house.ask(
    { name: 'budget approve', input: { proposal: id } },
    { door: 'clock', user: 'other' },
  );
  if (approved.outcome === 'answered') process.stdout.write(`${id}\n`);
}
