import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';
import type { Compute } from '../../commands/compute.ts';
import * as factsErrors from '../../data/facts/errors.ts';
import type { Facts } from '../../data/types/facts.ts';
import type { ImportProgress } from '../../data/types/imports.ts';
import * as modelErrors from '../../models/errors.ts';
import type { Order, Outcome, Setting, Task } from './messages.ts';

export type Pool = {
  readonly facts: Facts;
  /** The same facts, which say how far they have come with a file. */
  factsTelling(tell: (progress: ImportProgress) => void): Facts;
  readonly compute: Compute;
  /** Writes a verified copy of the database to a file that does not exist yet. */
  copy(to: string): Promise<void>;
  /** Whether the threads do their work: "silent" when one that is free does not answer, or a task never ends. */
  state(): Promise<'answers' | 'busy' | 'silent'>;
  close(): Promise<void>;
};

/** One thread can load a file while the other answers; more would only fight over the shop's one disk. */
const THREADS = 2;
/** A thread that is free answers at once; one that starts needs a second. Whoever asks waits for five at most. */
const ROLL_CALL_MS = 3000;
/** The longest honest work is the import of millions of lines. */
const STUCK_MS = 30 * 60_000;

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
  const begun = new Map<symbol, number>();
  const run: typeof piscina.run = async (order, options) => {
    const id = Symbol();
    begun.set(id, performance.now());
    try {
      return await piscina.run(order, options);
    } finally {
      begun.delete(id);
    }
  };
  const send = async (task: Task): Promise<unknown> => answered(await run({ task, port: null }));
  return {
    facts: remoteFacts(send),
    factsTelling(tell) {
      const sendAndHear = async (task: Task): Promise<unknown> => {
        const { port1: ours, port2: port } = new MessageChannel();
        ours.on('message', tell);
        try {
          return answered(await run({ task, port }, { transferList: [port] }));
        } finally {
          ours.close();
        }
      };
      return remoteFacts(sendAndHear);
    },
    compute: ((name: string, input: unknown) => send({ kind: 'model', name, input })) as Compute,
    async copy(to) {
      await send({ kind: 'copy', to });
    },
    async state() {
      if (begun.size >= THREADS) {
        const [oldest = Number.POSITIVE_INFINITY] = begun.values();
        return performance.now() - oldest < STUCK_MS ? 'busy' : 'silent';
      }
      const signal = AbortSignal.timeout(ROLL_CALL_MS);
      return piscina.run({ task: { kind: 'roll call' }, port: null }, { signal }).then(
        () => 'answers',
        () => 'silent',
      );
    },
    close: () => piscina.destroy(),
  };
}

function answered(outcome: Outcome): unknown {
  if (outcome.ok) return outcome.value;
  throw revive(outcome.error);
}

type Send = (task: Task) => Promise<unknown>;

/** `asKnown` is no question: what is asked of the facts it gives carries its imports along. */
function remoteFacts(send: Send): Facts {
  const asKnown: Facts['asKnown'] = (imports) =>
    remoteFacts((task) => send(task.kind === 'question' ? { imports, ...task } : task));
  const facts = remote([], send) as Facts;
  return new Proxy(facts, { get: (_, member) => (member === 'asKnown' ? asKnown : Reflect.get(facts, member)) });
}

/** Stands for the facts of another thread: `facts.revenue.daily(range)` becomes a message. */
function remote(path: readonly string[], send: Send): unknown {
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
