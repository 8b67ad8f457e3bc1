import { isMainThread, type MessagePort, workerData } from 'node:worker_threads';
import { copyDatabase } from '../../data/backup.ts';
import { connect } from '../../data/database.ts';
import { openFacts } from '../../data/facts/open.ts';
import type { Facts } from '../../data/types/facts.ts';
import { tasks } from '../../models/tasks.ts';
import type { Order, Outcome, Setting, Task } from './messages.ts';

let facts: Facts | undefined;
/** Of the task at hand: a thread has one at a time. */
let listener: MessagePort | null = null;

/** Answers one task in a worker thread. The connection is the thread's own. */
export async function answer({ task, port }: Order): Promise<Outcome> {
  listener = port;
  try {
    return { ok: true, value: await run(task) };
  } catch (error) {
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
    return { ok: false, error: { ...(error as object), name, message, stack } };
  } finally {
    listener = null;
  }
}

function run(task: Task): unknown {
  if (task.kind === 'roll call') return 'here';
  if (task.kind === 'copy') return writeCopy(task.to);
  if (task.kind === 'model')
    return (tasks as Readonly<Record<string, (input: unknown) => unknown>>)[task.name]!(task.input);
  facts ??= openFacts(connect(setting().file), (progress) => listener?.postMessage(progress));
  let member: unknown = task.imports ? facts.asKnown(task.imports) : facts;
  for (const step of task.path) member = (member as Readonly<Record<string, unknown>>)[step];
  return (member as (...args: readonly unknown[]) => unknown)(...task.args);
}

function writeCopy(to: string): void {
  const db = connect(setting().file);
  try {
    copyDatabase(db, to);
  } finally {
    db.close();
  }
}

/** Piscina hands its own note to the thread along with ours. */
function setting(): Setting {
  if (isMainThread) throw new Error('The worker was loaded in the main thread');
  return Array.isArray(workerData) ? (workerData[1] as Setting) : (workerData as Setting);
}
