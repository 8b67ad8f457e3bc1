import { expect, test } from 'vitest';
import { openTurns } from '../../../data/facts/import/turns.ts';

test('after a long transaction the lock is free for longer than a waiting writer sleeps', () => {
  const takeTurn = openTurns();
  let endedAt = 0;
  takeTurn(() => {
    busy(30);
    endedAt = performance.now();
  });

  let startedAt = 0;
  takeTurn(() => {
    startedAt = performance.now();
  });

  expect(startedAt - endedAt).toBeGreaterThan(38);
});

test('short transactions, and those with other work between them, follow each other at once', () => {
  let at = 0;
  const slept: number[] = [];
  const takeTurn = openTurns({
    now: () => at,
    sleep(ms) {
      slept.push(ms);
      at += ms;
    },
  });
  const busy = (ms: number) => {
    at += ms;
  };

  for (let turn = 0; turn < 1000; turn++) takeTurn(() => busy(0.01));
  takeTurn(() => busy(10));
  busy(25);
  takeTurn(() => {});
  expect(slept).toEqual([]);

  takeTurn(() => busy(10));
  busy(5);
  takeTurn(() => busy(30));
  takeTurn(() => {});
  expect(slept).toEqual([15, 40]);
});

function busy(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}
