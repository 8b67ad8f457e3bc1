import { expect, it } from 'vitest';
import { type Organs, readiness } from '../../src/ops/readiness.ts';

const MINUTE_MS = 60_000;
const well: Organs = {
  database: () => {},
  worker: async () => 'answers',
  senderSeen: () => 0,
  doors: () => [{ door: 'slack', connected: true }],
  stopping: () => false,
  now: () => MINUTE_MS,
};
const fail = () => {
  throw new Error('disk I/O error');
};

it('is given when everything works that is needed, be it busy', async () => {
  const checks = { database: 'open', worker: 'busy', outbox: 'sending', slack: 'connected' };
  expect(await readiness({ ...well, worker: async () => 'busy' })).toEqual({ ready: true, checks });
});

it.each<[string, Partial<Organs>, Record<string, string>]>([
  ['the database cannot be read', { database: fail }, { database: 'closed' }],
  ['no worker answers', { worker: async () => 'silent' }, { worker: 'silent' }],
  ['the sender hangs', { now: () => 3 * MINUTE_MS }, { outbox: 'silent' }],
  ['a chat is cut off', { doors: () => [{ door: 'slack', connected: false }] }, { slack: 'not connected' }],
  ['the process is stopping', { stopping: () => true }, { process: 'stopping' }],
])('is not when %s', async (_, organs, says) => {
  const { ready, checks } = await readiness({ ...well, ...organs });
  expect(ready).toBe(false);
  expect(checks).toMatchObject(says);
});
