import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import type { KeptBudget } from '../commands/runs/budget.ts';
import { addDays } from '../models/days.ts';
import { begun, databaseFile } from './support/beginning.ts';
import { bundled } from './support/bundle.ts';
import { HOUR_MS } from './support/clock.ts';
import { houseOn, rina } from './support/house.ts';

const PROPOSALS = 20;
const managers = Array.from({ length: 10 }, (_, i) => `manager${i}`);

let script: string;
beforeAll(async () => {
  script = await bundled(join(import.meta.dirname, 'support/decide-many.ts'));
});

type Told = { readonly id: string; readonly user: string; readonly said: string };

/** A process of its own over the same file: `click` lets it begin, and gives what its managers were told. */
async function processOf(file: string, team: readonly string[]) {
  const child = spawn(process.execPath, [script, file, ...team], { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill());
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  expect((await lines.next()).value).toBe('ready');
  return {
    async click(): Promise<Told[]> {
      child.stdin.write('go\n');
      return JSON.parse((await lines.next()).value);
    },
  };
}

it('200 clicks of 10 managers in two processes decide each of 20 proposals once, and tell all others', async () => {
  const file = databaseFile(begun('demo'));
  const { state, say, db, time } = houseOn(file);
  for (const user of managers)
    state.people.set({ door: 'web', user, name: user, role: 'approver' }, 'web:ana', time.at);
  await say('/budget plan', rina);
  await say('/budget plan max-step:40', rina);
  const plans = ['B-1', 'B-2'].map((id) => state.runs.byId(id)!);
  for (let i = 0; i < PROPOSALS; i++) {
    // One week each, since only one shift of a week can hold; every second one needs two approvals.
    const plan = plans[i % 2]!;
    const result = plan.result as KeptBudget;
    const run = state.runs.keep(
      { ...plan, key: `race ${i}`, result: { ...result, week: addDays(result.week, 7 * i) } },
      time.at,
    );
    const ends = time.at + 48 * HOUR_MS;
    const by = { id: 'web:rina', name: 'Rina' } as const;
    state.proposals.propose(
      { run: run.id, basis: result.basis, by, remindAt: ends, deadlineAt: ends, expiresAt: ends },
      time.at,
    );
  }

  const processes = await Promise.all([managers.slice(0, 5), managers.slice(5)].map((team) => processOf(file, team)));
  const told = (await Promise.all(processes.map(({ click }) => click()))).flat();

  expect(told).toHaveLength(managers.length * PROPOSALS);
  const instructions = db
    .prepare<[], string>("SELECT subject FROM outbox WHERE subject LIKE '% instruction'")
    .pluck()
    .all();
  for (const { id, state: at, decidedByName } of state.proposals.list({ limit: 100 })) {
    const answers = told.filter((each) => each.id === id).map(({ said }) => said);
    const needed = (Number(id.slice(2)) - 1) % 2 === 0 ? 1 : 2;
    const agreed = state.proposals.approvals(id).length;
    expect(at, id).toMatch(/^(approved|rejected)$/);
    if (at === 'approved') expect(agreed, id).toBe(needed);
    else expect(agreed, id).toBeLessThan(needed);
    expect(
      state.audit.about(id).filter(({ act }) => act === 'approved' || act === 'rejected'),
      id,
    ).toHaveLength(1);
    expect(
      instructions.filter((subject) => subject === `${id} instruction`),
      id,
    ).toHaveLength(at === 'approved' ? 1 : 0);
    expect(
      answers.filter((said) => said.startsWith(`You ${at} ${id}`)),
      id,
    ).toHaveLength(1);
    const votes = at === 'approved' ? agreed - 1 : agreed;
    expect(
      answers.filter((said) => said.startsWith(`Your approval of ${id} counts`)),
      id,
    ).toHaveLength(votes);
    const beaten = answers.filter((said) => said.startsWith(`${id} is already ${at}`));
    expect(beaten, id).toHaveLength(managers.length - 1 - votes);
    for (const said of beaten) expect(said).toContain(`${decidedByName} decided`);
  }
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
}, 60_000);
