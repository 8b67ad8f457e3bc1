import { expect, it } from 'vitest';
import { stopInOrder } from '../../src/ops/stop.ts';

it('stops one thing after the other, and leaves behind what fails or takes too long', async () => {
  const said: string[] = [];
  const done: string[] = [];
  const step = (name: string, run: () => unknown) => ({
    name,
    patienceMs: 20,
    async run() {
      await run();
      done.push(name);
    },
  });
  const log = (level: string, text: string) => void said.push(`${level} ${text}`);

  const clean = await stopInOrder(
    [
      step('the job', () => new Promise(() => {})),
      step('the outbox', () => Promise.reject(new Error('cut'))),
      step('a door', () => Promise.resolve()),
      step('the database', () => {}),
    ],
    log,
  );

  expect(clean).toBe(false);
  expect(done).toEqual(['a door', 'the database']);
  expect(said).toEqual([
    'warn stopping: the job was not finished: took too long',
    'warn stopping: the outbox was not finished: cut',
  ]);
  expect(await stopInOrder([step('a door', () => {})], log)).toBe(true);
});
