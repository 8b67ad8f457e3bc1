import { expect, it } from 'vitest';
import { keepOpening } from '../src/chats.ts';
import type { OpenDoor } from '../src/doors.ts';
import { named } from '../words/say.ts';
import { inEnglish } from '../words/tell.ts';

it('tries a chat that is down again, ever later, until it opens', async () => {
  const door: OpenDoor = {
    name: 'discord',
    state: () => named('connected'),
    isConnected: () => true,
    close: async () => {},
    outlet: {
      paceMs: 0,
      pages: (message) => [message],
      post: async () => ({ ref: '', isWhole: true }),
      update: async () => ({ isWhole: true }),
      find: async () => null,
      nameOf: async () => '',
    },
  };
  const waits: number[] = [];
  const said: string[] = [];
  const opened: OpenDoor[] = [];
  let left = 10;

  await keepOpening(
    async () => {
      if (left-- > 0) throw new Error('ENOTFOUND');
      return door;
    },
    {
      opened: (each) => opened.push(each),
      failed: (why) => said.push(inEnglish(why)),
      pause: async (ms) => waits.push(ms),
    },
  );

  expect(opened).toEqual([door]);
  expect(waits.slice(0, 3)).toEqual([5000, 10_000, 20_000]);
  expect(Math.max(...waits)).toBe(600_000);
  expect(said[0]).toBe('not connected: ENOTFOUND; next try in 5 s');
});
