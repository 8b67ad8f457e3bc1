import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';
import type { Compute } from '../../commands/compute.ts';
import * as factsErrors from '../../data/facts/errors.ts';
import type { Facts, ImportProgress } from '../../data/types.ts';
import * as modelErrors from '../../models/errors.ts';
import type { Order, Outcome, Setting, Task } from './messages.ts';

export type Pool = {
  readonly facts: Facts;
  /** The same facts, which say how far they have come with a file. */
  factsTelling(tell: (progress: ImportProgress) => void): Facts;
  readonly compute: Compute;
  close(): Promise<void>;
};

/** One thread can load a file while the other answers; more would only fight over the shop's one disk. */
const THREADS = 2;

/** Everything heavy happens here: questions to the facts and the models, off the loop that answers chat. */
export function openPool(file: string): Pool {
  const piscina = new Piscina<Order, Outcome>({
    filename: new URL('./worker.ts', import.meta.url).href,
    name: 'answer',
    minThreads: 1,
    maxThreads: THREADS,
    idleTimeout: 60_000,
    execArgv: ['--import', import.meta.resolve('tsx')],
    workerData: { file } satisfies Setting,
  });
  const send = async (task: Task): Promise<unknown> => answered(await piscina.run({ task, port: null }));
  return {
    facts: remote([], send) as unknown as Facts,
    factsTelling(tell) {
      const sendAndHear = async (task: Task): Promise<unknown> => {
        const { port1: ours, port2: port } = new MessageChannel();
        ours.on('message', tell);
        try {
          return answered(await piscina.run({ task, port }, { transferList: [port] }));
        } finally {
          ours.close();
        }
      };
      return remote([], sendAndHear) as unknown as Facts;
    },
    compute: ((name: string, input: unknown) => send({ kind: 'model', name, input })) as Compute,
    close: () => piscina.destroy(),
  };
}

function answered(outcome: Outcome): unknown {
  if (outcome.ok) return outcome.value;
  throw revive(outcome.error);
}

/** Stands for the facts of another thread: `facts.revenue.daily(range)` becomes a message. */
function remote(path: readonly string[], send: (task: Task) => Promise<unknown>): unknown {
  return new Proxy(() => {}, {
    get: (_, member) => (typeof member === 'symbol' || member === 'then' ? undefined : remote([...path, member], send)),
    apply: (_, __, args) => send({ kind: 'question', path, args }),
  });
}

const knownErrors: Readonly<Record<string, { readonly prototype: Error }>> = { ...factsErrors, ...modelErrors };

/** An error as it was thrown, so that `instanceof` holds on this side too. */
function revive(error: { readonly name: string; readonly message: string }): Error {
  const prototype = knownErrors[error.name]?.prototype ?? Error.prototype;
  return Object.assign(Object.create(prototype) as Error, error);
}
