import { describe, expect, it } from 'vitest';
import { DAY_MS, NOON } from '../support/clock.ts';
import { clock, demoHouse, dina, fact, raka, rina, table, vina, words } from '../support/house.ts';
import { frozenWeek } from '../support/ledger.ts';
import { told } from '../support/told.ts';

const LAST_WEEK = '2026-04-13';

/** A house in which last week came far above what had been posted for it, and the night's check has been. */
async function alerted() {
  const house = demoHouse();
  const run = fact(await house.say('/forecast weeks:1 method:naive'), 'Net revenue').receipt!;
  const expected = 100e6;
  const band = { low80: 90e6, high80: 110e6, low95: 85e6, high95: 115e6 };
  house.state.ledger.freeze([frozenWeek({ run, week: LAST_WEEK, expected, ...band })], NOON - 9 * DAY_MS);
  await house.say('/refresh', clock);
  const posts = () =>
    house.db
      .prepare<[], { key: string; content: string }>(
        "SELECT key, content FROM outbox WHERE key LIKE '%alert:A-1:%' ORDER BY id",
      )
      .all()
      .map(({ content }) => ({
        content: told(JSON.parse(content)) as { title: string; actions: { label: string }[] },
      }));
  return { ...house, run, posts };
}

/** A week that was hardly above its band. */
const quietWeek = {
  rule: 'week',
  run: 'F-1',
  from: LAST_WEEK,
  until: LAST_WEEK,
  dataUntil: LAST_WEEK,
  actual: 2,
  expected: 1,
  gap: 1,
  quiet: 1,
  days: 7,
  drivers: [],
};

describe('an alert', () => {
  it('is posted once for a cause that goes on, says what moved, and is explained by /why', async () => {
    const { say, run, posts, time } = await alerted();
    time.at += DAY_MS;
    await say('/refresh', clock);
    expect(posts()).toHaveLength(1);
    const { content } = posts()[0]!;
    expect(content.title).toBe(`A-1 Sales of the week 13–19 Apr 2026 were above their band: +IDR 95.4M against ${run}`);
    expect(JSON.stringify(content)).toMatch(
      /Moved most, the same difference looked at in several ways: .*\+IDR .*They overlap: do not add them up/,
    );
    expect(content.actions.map(({ label }) => label)).toEqual([
      'Mine',
      'Snooze 3 days',
      'Useful',
      'Not useful',
      'Why?',
    ]);

    // In the workspace the copy is brought in line with what the night found anew, on the same files: the same run.
    expect(JSON.stringify(content)).toContain('D-1');
    const why = await say('/why A-1', vina);
    expect(why.actions!.map(({ label }) => label)).toContain('Why D-1?');
    expect(fact(why, 'Difference').value).toBeCloseTo(95_443_500, 0);
    expect(words(why)).toContain('happens by chance once in ten years');
    const { rows } = table(why, 'What moved most (D-1). Every split is of the same difference: do not add splits up');
    const cuts = rows.map(([what]) => /^(?:orders without a )?(\w+)/.exec(String(what))![1]);
    expect(new Set(cuts)).toEqual(new Set(['campaign', 'channel', 'product', 'place']));
    expect(words(await say('/why D-1', vina))).toContain(`expected by ${run}`);
    expect((await say('/why D-1 again:yes', vina)).title).toBe('D-1 computed again: the same to the last digit');
    expect((await say('/alerts')).title).toBe('Open alerts: 1');
  }, 90_000);

  it('can be taken, snoozed and voted on, and every copy says so', async () => {
    const { say, state, posts, time } = await alerted();
    await say('/alerts take A-1', rina);
    expect(JSON.stringify(posts()[0]!.content)).toContain('Rina has it.');
    await say('/alerts snooze A-1', rina);
    expect(state.alerts.find('A-1')).toMatchObject({ owner: 'web:rina', snoozedUntil: NOON + 3 * DAY_MS });
    time.at += 2 * DAY_MS;
    await say('/refresh', clock);
    expect(posts()).toHaveLength(1);
    time.at += 2 * DAY_MS;
    await say('/refresh', clock);
    expect(posts()).toHaveLength(2);
    await say('/refresh', clock);
    expect(posts()).toHaveLength(2);
    await say('/alerts vote A-1 useful:yes', vina);
    expect(state.alerts.votes('A-1')).toEqual({ useful: 1, not: 0 });
    expect(state.audit.about('A-1').map(({ act, actor }) => [act, actor])).toEqual([
      ['alert taken', 'web:rina'],
      ['alert snoozed', 'web:rina'],
      ['alert voted on', 'web:vina'],
    ]);
    expect((await say('/alerts take A-9', rina)).title).toBe('I know of no A-9');
  }, 90_000);

  it('of a kind that was not useful three times is kept quiet, until somebody wants it back', async () => {
    const { say, state, db } = demoHouse();
    for (let i = 0; i < 3; i++) {
      const { alert } = state.alerts.raise(
        {
          rule: 'week',
          side: 'above',
          cause: `sales above ${i}`,
          impact: 1,
          finding: quietWeek,
        },
        NOON + i,
      );
      const said = words(await say(`/alerts vote ${alert.id} useful:no`, [rina, dina, raka][i]!));
      expect(said).toContain(
        [
          '1 alert of this kind was not useful so far. After 3 I keep the kind to myself.',
          '2 alerts of this kind were not useful so far.',
          'I keep that kind to myself from now on',
        ][i]!,
      );
      state.alerts.close(alert.id, NOON + i);
    }
    const run = fact(await say('/forecast weeks:1 method:naive'), 'Net revenue').receipt!;
    state.ledger.freeze([frozenWeek({ run, week: LAST_WEEK })], NOON - 9 * DAY_MS);
    await say('/refresh', clock);
    expect(state.alerts.ongoing()).toHaveLength(1);
    expect(db.prepare("SELECT count(*) FROM outbox WHERE subject = 'A-4'").pluck().get()).toBe(0);
    expect(words(await say('/digest', rina))).toContain('are not posted: three were not useful');
    const list = await say('/alerts', rina);
    expect(list.actions![0]!.ask).toEqual({ name: 'alerts restore', input: { rule: 'week' } });
    expect((await say('/alerts restore rule:week', vina)).outcome).toBe('refused');
    await say('/alerts restore rule:week', rina);
    expect(words(await say('/alerts', rina))).not.toContain('to myself');
  }, 90_000);

  it('is not raised without a posted forecast, nor while a day is missing: then the channel is told', async () => {
    const { say, state, db } = demoHouse();
    await say('/refresh', clock);
    expect(state.alerts.list(9)).toEqual([]);
    const run = fact(await say('/forecast weeks:1 method:naive'), 'Net revenue').receipt!;
    state.ledger.freeze([frozenWeek({ run, week: LAST_WEEK, expected: 1e9, low95: 9e8 })], NOON - 9 * DAY_MS);
    db.exec(`UPDATE day_total SET orders = 0, revenue_minor = 0 WHERE day = unixepoch('2026-04-16') / 86400`);
    await say('/refresh', clock);
    expect(state.alerts.list(9)).toEqual([]);
    expect(state.ledger.scored(9)).toEqual([]);
    const notices = db.prepare<[], string>("SELECT content FROM outbox WHERE key LIKE '%:hold:%'").pluck().all();
    expect(notices).toHaveLength(1);
    expect(JSON.stringify(told(JSON.parse(notices[0]!)))).toContain('There is not one order on 16 Apr 2026');
  }, 90_000);
});
