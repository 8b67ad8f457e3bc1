import { Worker } from 'node:worker_threads';
import type { TopLevelSpec } from 'vega-lite';

/** What a painter is told, and what it answers. */
export type Order = {
  readonly id: number;
  readonly spec: TopLevelSpec;
  /** Told in the picture if its font lacks letters. */
  readonly lacking: string;
};
export type Painted =
  | { readonly id: number; readonly png: Uint8Array }
  | { readonly id: number; readonly error: string };

/** A chart takes a tenth of a second; a painter that has finished none for so long will finish none. */
const PATIENCE_MS = 20_000;

export type Painter = {
  paint(order: Omit<Order, 'id'>): Promise<Buffer>;
  /** Ends the worker once what it was given is done. */
  retire(): void;
  stop(): Promise<void>;
};

/** Starts a worker thread that paints. It does not keep the process alive while it has nothing to do. */
export function startPainter(): Painter {
  const worker = new Worker(bootstrap(), { eval: true, execArgv: [] });
  const waiting = new Map<
    number,
    { readonly resolve: (png: Buffer) => void; readonly reject: (error: Error) => void }
  >();
  let orders = 0;
  let retired = false;
  let patience: NodeJS.Timeout | undefined;
  /** Orders wait in line: each one that is done gives the next its time. */
  const watch = () => {
    clearTimeout(patience);
    if (waiting.size > 0) patience = setTimeout(() => void worker.terminate(), PATIENCE_MS);
  };

  const settle = (id: number) => {
    const order = waiting.get(id);
    waiting.delete(id);
    watch();
    if (waiting.size === 0) {
      worker.unref();
      if (retired) void worker.terminate();
    }
    return order;
  };
  const failAll = (error: Error) => {
    for (const id of [...waiting.keys()]) settle(id)?.reject(error);
  };

  worker.unref();
  worker.on('message', (painted: Painted) => {
    const order = settle(painted.id);
    if ('png' in painted) order?.resolve(Buffer.from(painted.png));
    else order?.reject(new Error(`a chart could not be drawn: ${painted.error}`));
  });
  worker.on('error', (error) => failAll(error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', (code) => failAll(new Error(`the chart worker ended with code ${code}`)));

  return {
    paint(order) {
      const id = ++orders;
      worker.ref();
      return new Promise<Buffer>((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        if (waiting.size === 1) watch();
        worker.postMessage({ id, ...order } satisfies Order);
      });
    },
    retire() {
      retired = true;
      if (waiting.size === 0) void worker.terminate();
    },
    async stop() {
      await worker.terminate();
    },
  };
}

/** Teaches the thread to read TypeScript first: Node 20 does not hand `--import tsx` on, and tsx ignores it in a thread. */
function bootstrap(): string {
  const tsx = JSON.stringify(import.meta.resolve('tsx/esm/api'));
  const worker = JSON.stringify(new URL('./worker.ts', import.meta.url).href);
  return `import(${tsx}).then(({ register }) => { register(); return import(${worker}); })`;
}
