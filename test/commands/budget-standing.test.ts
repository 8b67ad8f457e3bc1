import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { KeptBudget } from '../../commands/runs/budget.ts';
import { DAY_MS } from '../support/clock.ts';
import { executing, shiftThatIs } from '../support/executing.ts';
import { ana, clock, demoHouse, dina, raka, rina, table, vina, words } from '../support/house.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** P-1 was carried out, a week ago. */
async function aWeekAfter(before: (say: ReturnType<typeof demoHouse>['say']) => Promise<unknown> = async () => {}) {
  const house = demoHouse();
  const { say, state, time } = house;
  await say('/budget propose', rina);
  await before(say);
  await say('/budget approve P-1', dina);
  await say('/budget done P-1', rina);
  time.at += 7 * DAY_MS;
  const linesOf = (id: string) =>
    (state.runs.byId(state.proposals.find(id)!.run)!.result as KeptBudget).allocation.lines;
  return { ...house, linesOf };
}

describe('budgets that a shift has set', () => {
  it('are where the next plan starts, before four weeks of spend show it', async () => {
    const { say, linesOf } = await aWeekAfter();

    const plan = await say('/budget plan', rina);

    expect(
      table(plan)
        .rows.slice(0, -1)
        .map(([, now]) => now),
    ).toEqual(linesOf('P-1').map((each) => each.proposedMinor));
    expect(words(plan)).toContain('"Now" is the mean of the last four weeks, and what P-1 has set since.');
  });

  it('make a plan and an open proposal stale that do not know them', async () => {
    const { say, state } = await aWeekAfter(async (say) => {
      await say('/budget policy hours:400', ana);
      await say('/budget propose max-step:10', rina);
    });
    const stale = await say('/budget approve P-2', raka);
    expect(stale.title).toBe('P-2 is stale');
    expect(words(stale)).toContain('P-1 was carried out since it was proposed.');
    expect(words(await say('/budget propose plan:B-2', rina))).toMatch(/B-2 was built on older numbers/);
    await say('/budget propose revises:P-2', rina);
    expect((await say('/budget approve P-2', raka)).outcome).toBe('answered');
    expect(state.proposals.find('P-2')).toMatchObject({ version: 2, state: 'approved' });
  });

  it('are left alone when a later shift has moved them', async () => {
    const { say, linesOf } = await aWeekAfter();
    await say('/budget undo P-1', rina);
    await say('/budget propose', rina);
    expect(linesOf('P-3').map((each) => each.currentMinor)).toEqual(linesOf('P-1').map((each) => each.proposedMinor));
    await say('/budget approve P-3', dina);
    await say('/budget done P-3', rina);

    expect((await say('/budget approve P-2', raka)).title).toBe('P-3 has moved the same budgets since P-1');
    await say('/budget reject P-2 reason:late', raka);
    expect((await say('/budget undo P-1', rina)).title).toBe('P-3 has moved the same budgets since P-1');
    expect((await say('/budget undo P-3', rina)).title).toBe('P-4 is proposed');
  });

  it('are told as restored on the card that takes them back', async () => {
    const { say } = await aWeekAfter();
    await say('/budget undo P-1', rina);
    const card = words(await say('/budget show P-2', vina));
    expect(card).toContain('and what P-1 has set since');
    expect(card).not.toMatch(/no curve|set by hand/);
    expect(card).toContain('as before P-1');
    expect((await say('/budget watch', clock)).outcome).toBe('answered');
  });
});

describe('an import', () => {
  /** A day of spend that the shop's own file brings. */
  async function imported({ say }: Pick<ReturnType<typeof demoHouse>, 'say'>) {
    const path = join(temporaryFolder(), 'spend.csv');
    writeFileSync(path, 'date,campaign,cost\n2026-04-20,Meta Ads Prospek,640000\n');
    expect((await say('/import', ana, [{ name: 'spend.csv', path }])).outcome).toBe('answered');
  }

  it('between the card and the click is why the click is refused', async () => {
    const setting = await executing({ begins: await shiftThatIs('proposed') });
    await imported(setting);

    const answer = await setting.say('/budget approve P-1 version:1', dina);

    expect(answer).toMatchObject({ outcome: 'refused', title: 'P-1 is stale' });
    expect(words(answer)).toMatch(/Data has come in since[\s\S]*promise is IDR .* a week, and was IDR/);
    await setting.settle(0.1);
    expect(setting.receiver.seen).toEqual([]);
    expect(setting.state.proposals.find('P-1')!.state).toBe('proposed');
  });

  it('between the approval and its execution changes nothing of what was approved', async () => {
    const setting = await executing({ begins: await shiftThatIs('approved') });
    const { change } = setting.state.executions.of('P-1')!;
    await imported(setting);

    await setting.settle(0.1);

    expect(setting.receiver.changes).toEqual(['P-1.v1']);
    expect(setting.receiver.applied.get('P-1.v1')!.lines).toEqual(
      change.lines.map(({ name, toMinor }) => ({ campaign: name, minor: toMinor })),
    );
    expect(setting.state.proposals.find('P-1')!.state).toBe('executed');
  });
});
