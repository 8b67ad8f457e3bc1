import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Fault, openReceiver, type Receiver } from './fakes/receiver/server.ts';
import { databaseFile } from './support/beginning.ts';
import { bundled } from './support/bundle.ts';
import { NOON } from './support/clock.ts';
import { executing, SECRET, shiftThatIs } from './support/executing.ts';
import { dina, words } from './support/house.ts';

let script: string;
beforeAll(async () => {
  script = await bundled(join(import.meta.dirname, 'support/execute-and-die.ts'));
});

/**
 * Approves P-1 and carries it out in a process of its own, which kills itself at a step. How many steps it took where it
 * lived to the end; null where it was killed.
 */
async function run(file: string, { url, readBack }: Receiver, dieAt: number | 'send'): Promise<number | null> {
  const child = spawn(process.execPath, [script, file, url, readBack, SECRET, String(dieAt)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += chunk;
  });
  const [code, signal] = await once(child, 'exit');
  if (signal === 'SIGKILL') return null;
  expect(code).toBe(0);
  return Number(said);
}

/** Dies at a step, and is survived by another process on the same file. Returns the steps where it did not die. */
async function dieAndSurvive(dieAt: number | 'send', posts: readonly Fault[] = []): Promise<number | null> {
  const file = databaseFile(await shiftThatIs('proposed'));
  let clock = { at: NOON };
  const receiver = await openReceiver({ secret: SECRET, now: () => clock.at });
  receiver.faults.posts.push(...posts);
  const steps = await run(file, receiver, dieAt);

  const survivor = await executing({ begins: file, receiver });
  clock = survivor.time;
  const { state, db, say, settle, card, reports } = survivor;
  // The approval itself did not happen: whoever clicked has no answer, and clicks again.
  if (state.proposals.find('P-1')!.state === 'proposed') await say('/budget approve P-1', dina);
  await settle(0.5);

  const at = `killed at step ${dieAt}`;
  expect(receiver.changes, at).toEqual(['P-1.v1']);
  expect(receiver.taken, at).toEqual(['P-1.v1']);
  expect(receiver.broken, at).toEqual([]);
  expect(reports, at).toEqual([]);
  expect(state.executions.of('P-1')!.state, at).toBe('confirmed');
  expect(state.proposals.find('P-1')!.state, at).toBe('executed');
  expect(words(card()), at).toContain('receipt X-1');
  expect(state.promises.list(), at).toHaveLength(1);
  const acts = state.audit.about('P-1').map(({ act }) => act);
  for (const once of ['approved', 'confirmed', 'executed']) {
    expect(
      acts.filter((act) => act === once),
      `${once}, ${at}`,
    ).toHaveLength(1);
  }
  expect(db.pragma('quick_check', { simple: true }), at).toBe('ok');
  return steps;
}

describe('a process killed between approval and confirmation', () => {
  it('has carried the shift out once, wherever it died', { timeout: 120_000 }, async () => {
    const steps = (await dieAndSurvive(0))!;
    expect(steps).toBeGreaterThan(15);
    const points = Array.from({ length: steps }, (_, i) => i + 1);
    const walk = async () => {
      for (let point = points.shift(); point !== undefined; point = points.shift()) {
        expect(await dieAndSurvive(point), `step ${point}`).toBeNull();
      }
    };
    await Promise.all([walk(), walk()]);
  });

  it.each<[string, Fault]>([
    ['a lost answer', 'lost'],
    ['a failure after the effect', 'applied 500'],
    ['a cut line', 'cut'],
    ['too many', { status: 429, headers: { 'retry-after': '30' } }],
  ])('has done so after %s that it did not live to see', async (_, fault) => {
    expect(await dieAndSurvive('send', [fault])).toBeNull();
  });
});
