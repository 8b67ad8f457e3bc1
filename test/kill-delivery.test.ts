import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { begun, databaseFile } from './support/beginning.ts';
import { bundled } from './support/bundle.ts';
import { killSenders } from './support/kill-senders.ts';

let script: string;
beforeAll(async () => {
  script = await bundled(join(import.meta.dirname, 'support/deliver-until-killed.ts'));
});

/** The short form of `npm run prove:delivery`, which kills five hundred. */
it('20 senders killed at random, over lines that fail, leave no message missing, twice or wrong', async () => {
  const { slack, discord, kills, lookedFor } = await killSenders({
    file: databaseFile(begun('empty')),
    script,
    seed: 20_261_122,
    kills: 20,
    senders: 2,
    channels: 20,
    calls: 24,
  });

  const untouched = { duplicated: [], missing: [], wrong: [] };
  expect({ slack, discord }).toMatchObject({ slack: untouched, discord: untouched });
  expect(kills).toBeGreaterThanOrEqual(20);
  expect(lookedFor).toBeGreaterThan(5);
  for (const { messages, inThreads, edits } of [slack, discord]) {
    expect(messages).toBeGreaterThan(10);
    expect(inThreads).toBeGreaterThan(0);
    expect(edits).toBeGreaterThan(0);
  }
}, 120_000);
