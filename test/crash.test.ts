import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { begun, databaseFile } from './support/beginning.ts';
import { bundled } from './support/bundle.ts';
import { houseOn } from './support/house.ts';

const ROUNDS = 4;

let script: string;
beforeAll(async () => {
  script = await bundled(join(import.meta.dirname, 'support/approve-forever.ts'));
});

/** Lets the process work, kills it without warning after some approvals, and returns those it had been told of. */
async function workThenDie(file: string, approvals: number): Promise<string[]> {
  const child = spawn(process.execPath, [script, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const told: string[] = [];
  onTestFinished(() => void child.kill('SIGKILL'));
  for await (const chunk of child.stdout) {
    told.push(...String(chunk).split('\n').filter(Boolean));
    if (told.length >= approvals) child.kill('SIGKILL');
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  expect(child.signalCode).toBe('SIGKILL');
  return told;
}

describe('a process killed between two steps', () => {
  it('leaves no approval half-done and loses none that was told', { timeout: 120_000 }, async () => {
    const file = databaseFile(begun('demo'));
    const told: string[] = [];
    for (let round = 0; round < ROUNDS; round++) told.push(...(await workThenDie(file, 1 + round * 3)));

    const { db, state } = houseOn(file);
    const cards = db.prepare<[], { subject: string; content: string }>('SELECT subject, content FROM outbox').all();
    const proposals = state.proposals.list({ limit: 10_000 });
    expect(proposals.length).toBeGreaterThanOrEqual(told.length);
    for (const { id, state: at } of proposals) {
      const card = cards.find(({ subject }) => subject === id);
      expect(card?.content, id).toContain(
        { proposed: 'Needs 1 approval', approved: 'Approved by', withdrawn: 'Withdrawn by' }[at as string],
      );
      const steps = ['proposed', 'approved', 'withdrawn'];
      expect(
        state.audit.about(id).map(({ act }) => act),
        id,
      ).toEqual(steps.slice(0, steps.indexOf(at) + 1));
    }
    for (const id of told) expect(state.proposals.find(id)?.state, id).toMatch(/^(approved|withdrawn)$/);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  });
});
