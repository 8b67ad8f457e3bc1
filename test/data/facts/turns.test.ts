import { expect, test } from 'vitest';
import { openTurns } from '../../../data/facts/import/turns.ts';

test('after a long transaction the lock is free for longer than a waiting writer sleeps', () => {
  const takeTurn = openTurns();
  takeTurn(() => busy(30));
  const endedAt = performance.now();

  let startedAt = 0;
  takeTurn(() => {
    startedAt = performance.now();
  });

  expect(startedAt - endedAt).toBeGreaterThan(38);
});

test('short transactions, and those with other work between them, follow each other at once', () => {
  const takeTurn = openTurns();
  const startedAt = performance.now();

  for (let turn = 0; turn < 1000; turn++) takeTurn(() => {});
  takeTurn(() => busy(10));
  busy(25);
  const readyAt = performance.now();
  takeTurn(() => {});

  expect(performance.now() - readyAt).toBeLessThan(5);
  expect(readyAt - startedAt).toBeLessThan(1000);
});

function busy(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}
