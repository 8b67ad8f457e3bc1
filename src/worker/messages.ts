/** What goes to the worker and comes back. Errors travel as data: structured cloning forgets what kind they were. */
export type Task =
  | { readonly kind: 'question'; readonly path: readonly string[]; readonly args: readonly unknown[] }
  | { readonly kind: 'model'; readonly name: string; readonly input: unknown };

export type Outcome =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false;
      readonly error: Record<string, unknown> & { readonly name: string; readonly message: string };
    };

/** What a worker must know before its first task. */
export type Setting = { readonly file: string };
