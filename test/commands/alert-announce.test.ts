import { describe, expect, it } from 'vitest';
import { announce } from '../../commands/alerts/announce.ts';
import { heldBack, setAlertBudget } from '../../commands/alerts/budget.ts';
import type { Found } from '../../commands/alerts/finding.ts';
import type { Context } from '../../commands/command.ts';
import { openState } from '../../data/state/open.ts';
import { addDays } from '../../models/days.ts';
import { DAY_MS, NOON } from '../support/clock.ts';
import { emptyDatabase } from '../support/database.ts';

const C1 = { door: 'slack', channel: 'C1' };

/** A house with one channel, whose nights are made by hand. */
function nights() {
  const db = emptyDatabase();
  const state = openState(db);
  state.channels.add('digest', C1.door, C1.channel);
  const shop = { name: 'Shop', currency: 'IDR', zone: 'Asia/Jakarta', locale: 'en-SG', demo: false };
  let now = NOON;
  const night = (...found: Found[]) => {
    const caller = { door: 'clock', user: 'sextant', role: 'admin' };
    const context = { state, shop, caller, now } as unknown as Context;
    const open = announce(context, { found, judged: () => true });
    now += DAY_MS;
    return open.map(({ id }) => id);
  };
  const rows = () =>
    db.prepare<[], { key: string; thread: number | null }>('SELECT key, thread FROM outbox ORDER BY id').all();
  return { state, night, rows, at: () => now };
}

/** A departure that is about so much money, as it stands after so many days. */
function about(cause: string, millions: number, days = 1): Found {
  const from = '2026-04-13';
  const until = addDays(from, days - 1);
  const finding = {
    rule: 'days',
    side: 'below',
    run: 'F-1',
    from,
    until,
    dataUntil: until,
    days,
    actual: 0,
    expected: millions * 1e6,
    gap: -millions * 1e6,
    quiet: 1,
    drivers: [],
  } as const;
  return { rule: 'days', side: 'below', cause, impact: millions * 1e6, finding };
}

describe('the alert budget of a channel', () => {
  it('goes to the most money of a night, and what is held back is known', () => {
    const { state, night, rows, at } = nights();
    night(about('a', 1), about('b', 9), about('c', 5), about('d', 7));
    expect(rows().map(({ key }) => key)).toEqual(['slack:C1:alert:A-1:first', 'slack:C1:alert:A-2:first']);
    expect(state.alerts.list(9).map(({ id, cause }) => [id, cause])).toContainEqual(['A-1', 'b']);
    expect(heldBack(state, C1, at() - 7 * DAY_MS).map(({ cause }) => cause)).toEqual(['c', 'a']);
  });

  it('keeps its last post for what is about as much money as any before', () => {
    const { night, rows } = nights();
    night(about('a', 1), about('b', 2));
    night(about('a', 1), about('b', 2), about('c', 1));
    expect(rows().filter(({ thread }) => thread === null)).toHaveLength(2);
    night(about('d', 31));
    expect(rows().map(({ key }) => key)).toContain('slack:C1:alert:A-4:first');
    night(about('e', 90));
    expect(rows().map(({ key }) => key)).not.toContain('slack:C1:alert:A-5:first');
  });

  it('is set by the team, and is new after a week', () => {
    const { state, night, rows } = nights();
    setAlertBudget(state, C1, 1, NOON);
    night(about('a', 1));
    night(about('b', 9));
    expect(rows().filter(({ key }) => key.endsWith('first'))).toHaveLength(1);
    for (let i = 0; i < 6; i++) night(about('b', 9));
    expect(rows().filter(({ key }) => key.endsWith('first'))).toHaveLength(2);
  });
});

describe('one ongoing cause', () => {
  it('is one message that changes, with a day each in its thread, and the end of it', () => {
    const { state, night, rows } = nights();
    expect([night(about('a', 5, 1)), night(about('a', 8, 2)), night(about('a', 8, 2)), night()]).toEqual([
      ['A-1'],
      ['A-1'],
      ['A-1'],
      [],
    ]);
    const [first, ...others] = rows();
    expect(first).toEqual({ key: 'slack:C1:alert:A-1:first', thread: null });
    expect(others.map(({ key }) => key)).toEqual(['slack:C1:alert:A-1:until 2026-04-14', 'slack:C1:alert:A-1:over']);
    expect(others.every(({ thread }) => thread === 1)).toBe(true);
    expect(state.alerts.find('A-1')).toMatchObject({ impact: 8e6, closedAt: expect.any(Number) });
  });

  it('is quiet while somebody wants it so, and in no thread of a channel that never had it', () => {
    const { state, night, rows, at } = nights();
    setAlertBudget(state, C1, 1, NOON);
    night(about('a', 5, 1), about('b', 1, 1));
    state.alerts.snooze('A-1', at() + 2 * DAY_MS);
    night(about('a', 5, 2), about('b', 1, 2));
    expect(rows()).toHaveLength(1);
  });
});
