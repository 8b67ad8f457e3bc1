import type { MessagePort } from 'node:worker_threads';

/** What goes to the worker and comes back. Errors travel as data: structured cloning forgets what kind they were. */
export type Task =
  | {
      readonly kind: 'question';
      readonly path: readonly string[];
      readonly args: readonly unknown[];
      /** Answered as if these were all that had ever come; left out: from everything. */
      readonly imports?: readonly string[];
    }
  | { readonly kind: 'model'; readonly name: string; readonly input: unknown }
  /** Writes a verified copy of the database. */
  | { readonly kind: 'copy'; readonly to: string }
  | { readonly kind: 'roll call' };

/** A task, and where to tell how far it has come, if somebody listens. */
export type Order = { readonly task: Task; readonly port: MessagePort | null };

export type Outcome =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false;
      readonly error: Record<string, unknown> & { readonly name: string; readonly message: string };
    };

/** What a worker must know before its first task. */
export type Setting = { readonly file: string };
