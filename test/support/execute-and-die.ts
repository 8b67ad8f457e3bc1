import { budgetApprove } from '../../commands/budget/approval/decide.ts';
import { byHand } from '../../commands/command.ts';
import { openDatabase } from '../../data/database.ts';
import { openFacts } from '../../data/facts/open.ts';
import { openState } from '../../data/state/open.ts';
import type { State } from '../../data/state/types/state.ts';
import { webhookExecutor } from '../../src/connectors/webhook.ts';
import { openExecution } from '../../src/execution.ts';
import { executionSteps } from '../../src/execution-steps.ts';
import { openHouse } from '../../src/house.ts';
import { NOON } from './clock.ts';

/**
 * A process to be killed: it approves P-1 and carries it out, and dies by its own SIGKILL after a step: the n-th, or the
 * first of a name. Steps are every write to the database and every word to the receiver. Says how many there were
 * when it lives to the end. Run by `test/execution-crash.test.ts`.
 */
const [file = '', url = '', readBack = '', secret = '', dieAt = ''] = process.argv.slice(2);
let steps = 0;
const step = (name: string) => {
  if (++steps === Number(dieAt) || name === dieAt) process.kill(process.pid, 'SIGKILL');
};

/** The same object, with a step after each call of its functions. Before one is after the one before. */
function stepping<T extends object>(whole: T, names: readonly string[]): T {
  return new Proxy(whole, {
    get(target, name) {
      const member = Reflect.get(target, name);
      if (typeof member !== 'function' || !names.includes(String(name))) return member;
      return (...args: unknown[]) => {
        const result = member.apply(target, args);
        if (result instanceof Promise) return result.finally(() => step(String(name)));
        step(String(name));
        return result;
      };
    },
  });
}

const now = () => NOON;
const plain = openState(openDatabase(file));
const state: State = {
  ...plain,
  atomically: stepping(plain, ['atomically']).atomically,
  executions: stepping(plain.executions, ['open', 'claim', 'settle']),
  proposals: stepping(plain.proposals, ['approve', 'move']),
  promises: stepping(plain.promises, ['make']),
};
const terms = { ...byHand, by: 'webhook' } as const;
const house = openHouse({
  commands: [budgetApprove],
  state,
  facts: openFacts(openDatabase(file)),
  files: {} as never,
  compute: () => Promise.reject(new Error('nothing is to be computed')),
  now,
  reportFault: (error) => {
    throw error;
  },
  doors: () => [],
  passes: { signInLink: () => '', apiToken: () => '' },
  execution: terms,
});
const executor = webhookExecutor({ url, readBack, secret, now });
const execution = openExecution({
  state,
  executors: [stepping(executor, ['send', 'lookUp'])],
  steps: executionSteps({ state, terms, now, report: () => {} }),
  now,
});
const dina = { door: 'web', user: 'dina', name: 'Dina' } as const;
const { outcome, title } = await house.ask({ name: 'budget approve', input: { proposal: 'P-1' } }, dina);
if (outcome !== 'answered') throw new Error(title);
await execution.flush();
process.stdout.write(`${steps}\n`);
