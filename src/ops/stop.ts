import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from './log.ts';

export type Step = {
  /** For the log: "doors". */
  readonly name: string;
  readonly patienceMs: number;
  run(): unknown;
};

/**
 * Stops the process step by step: each is given its time and then left behind, since whatever was not finished is
 * taken up again at the next start. Never rejects.
 *
 * @returns whether every step was finished
 */
export async function stopInOrder(steps: readonly Step[], log: Log): Promise<boolean> {
  let clean = true;
  for (const { name, patienceMs, run } of steps) {
    const began = performance.now();
    const ended = await Promise.race([attempt(run), pause(patienceMs, 'took too long', { ref: false })]);
    if (ended === null) continue;
    clean = false;
    log('warn', `stopping: ${name} was not finished: ${ended}`, { ms: Math.round(performance.now() - began) });
  }
  return clean;
}

/** Null, or why not. */
async function attempt(run: Step['run']): Promise<string | null> {
  try {
    await run();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
