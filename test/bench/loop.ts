import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { ms, type Row, seconds } from './print.ts';
import { houseInFolder, inFolder } from './shops.ts';

const RESOLUTION_MS = 5;

/** The delay of the loop that answers chat while all models are computed anew, beside the same loop at rest. */
export function measure(): Promise<readonly Row[]> {
  return inFolder(async (folder) => {
    const { house, pool, close } = await houseInFolder(folder);
    // The first question starts the worker; that is measured in `start`.
    await pool.facts.coverage();
    const atRest = await delayDuring(() => pause(3000));
    const started = performance.now();
    const busy = await delayDuring(() => house.ask({ name: 'refresh', input: {} }, { door: 'clock', user: 'bench' }));
    const took = performance.now() - started;
    await close();
    return [
      {
        what: `Event loop while all models are refreshed (${seconds(took)})`,
        measured: `p99 ${ms(busy.p99)}, worst ${ms(busy.worst)}`,
        beside: `at rest: p99 ${ms(atRest.p99)}, worst ${ms(atRest.worst)}`,
        goal: 'p99 under 50 ms',
      },
    ];
  });
}

async function delayDuring(work: () => Promise<unknown>): Promise<{ readonly p99: number; readonly worst: number }> {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  await work();
  delay.disable();
  return { p99: delay.percentile(99) / 1e6, worst: delay.max / 1e6 };
}
