import { describe, expect, it } from 'vitest';
import type { Ask } from '../commands/call.ts';
import { openState } from '../data/state/open.ts';
import type { House } from '../src/doors.ts';
import { openSchedule } from '../src/schedule.ts';
import type { Answer } from '../src/told.ts';
import { DAY_MS, HOUR_MS } from './support/clock.ts';
import { emptyDatabase } from './support/database.ts';

const shop = { name: 'Toko', currency: 'IDR', zone: 'Asia/Jakarta', locale: 'en', demo: false };
/** Monday 08:00 in Jakarta. */
const MONDAY_EIGHT = Date.UTC(2026, 3, 20, 1);

function setting(at: number, outcome: Answer['outcome'] = 'answered') {
  const state = openState(emptyDatabase());
  state.shop.set(shop);
  const time = { at };
  const asked: Ask[] = [];
  const lines: (readonly [string, string, string])[] = [];
  const reports: string[] = [];
  const house: House = {
    commands: [],
    async ask(ask) {
      if (!['budget deadlines', 'digest delivered'].includes(ask.name)) asked.push(ask);
      return { title: 'T', tone: 'plain', parts: [], outcome, audience: 'caller', shop, language: 'en' };
    },
    async askLine(line, caller) {
      lines.push([line, caller.door, caller.user]);
      return { title: 'A', tone: 'plain', parts: [], outcome, audience: 'channel', shop, language: 'en' };
    },
    keep: () => Promise.reject(new Error('not asked')),
    suggest: () => Promise.reject(new Error('not asked')),
  };
  const start = () =>
    openSchedule({
      state,
      house,
      now: () => time.at,
      afterwards: async () => {},
      report: (text) => reports.push(text),
    });
  return { state, time, asked, lines, reports, start };
}

const rina = { madeBy: 'slack:U1', madeByName: 'Rina', madeAt: 0 } as const;
const digests = (asked: readonly Ask[]) => asked.filter(({ name }) => name === 'digest').map(({ input }) => input);

describe('the schedule', () => {
  it('posts the digest on Monday at eight, once', async () => {
    const { time, asked, start } = setting(MONDAY_EIGHT - HOUR_MS);
    const schedule = start();

    await schedule.tick();
    expect(digests(asked)).toEqual([]);
    time.at = MONDAY_EIGHT;
    await schedule.tick();
    await schedule.tick();

    expect(digests(asked)).toEqual([{ post: 'yes', planned: MONDAY_EIGHT }]);
  });

  it('catches up once after a restart, for the period that was missed', async () => {
    const { time, asked, start } = setting(MONDAY_EIGHT - HOUR_MS);
    await start().tick();

    time.at = MONDAY_EIGHT + 72 * 60_000;
    await start().tick();
    await start().tick();

    expect(digests(asked)).toEqual([{ post: 'yes', planned: MONDAY_EIGHT }]);
  });

  it('does only the newest of several that were missed', async () => {
    const { time, asked, start } = setting(MONDAY_EIGHT - HOUR_MS);
    await start().tick();

    time.at = MONDAY_EIGHT + 15 * DAY_MS;
    await start().tick();

    expect(digests(asked)).toEqual([{ post: 'yes', planned: MONDAY_EIGHT + 14 * DAY_MS }]);
  });

  it('looks back on Friday at four, once, and not after the week is over', async () => {
    const { time, asked, start } = setting(MONDAY_EIGHT);
    const friday = MONDAY_EIGHT + 4 * DAY_MS + 8 * HOUR_MS;
    const lookBacks = () => asked.filter(({ name }) => name === 'lookback').map(({ input }) => input);
    await start().tick();
    time.at = friday - 60_000;
    await start().tick();
    expect(lookBacks()).toEqual([]);
    time.at = friday;
    await start().tick();
    await start().tick();
    expect(lookBacks()).toEqual([{ post: 'yes', planned: friday }]);
    time.at = friday + 10 * DAY_MS;
    await start().tick();
    expect(lookBacks()).toHaveLength(1);
  });

  it('refreshes every night', async () => {
    const { time, asked, start } = setting(MONDAY_EIGHT);
    const schedule = start();
    await schedule.tick();
    for (let day = 0; day < 5; day++) {
      time.at += DAY_MS;
      await schedule.tick();
    }
    expect(asked.filter(({ name }) => name === 'refresh')).toHaveLength(5);
  });

  it('tries again what broke on our side, ever later, and tells a person in the end', async () => {
    const { state, time, asked, reports, start } = setting(MONDAY_EIGHT + HOUR_MS, 'fault');
    const schedule = start();
    state.schedules.add('refresh', 'I-1', time.at);
    await schedule.tick();
    await schedule.tick();
    expect(asked).toHaveLength(1);
    time.at += 60_000;
    await schedule.tick();
    expect(asked).toHaveLength(2);
    for (let hours = 0; hours < 14; hours++) {
      time.at += HOUR_MS;
      await schedule.tick();
    }
    expect(asked).toHaveLength(5);
    expect(reports).toEqual(['The refresh of I-1 was not done: T']);
  });

  it('does at once what the process was doing when it died', async () => {
    const { state, time, asked, start } = setting(MONDAY_EIGHT);
    state.schedules.add('refresh', 'I-1', time.at);
    state.schedules.claim(time.at, HOUR_MS);
    await start().tick();
    expect(asked).toHaveLength(1);
  });

  it('does not repeat what was refused', async () => {
    const { state, time, asked, start } = setting(MONDAY_EIGHT, 'refused');
    state.schedules.add('refresh', 'I-1', time.at);
    const schedule = start();
    await schedule.tick();
    await schedule.tick();
    expect(asked).toHaveLength(1);
  });

  it('follows a schedule that was moved, and not one that is paused', async () => {
    const { state, time, asked, start } = setting(MONDAY_EIGHT - HOUR_MS);
    const schedule = start();
    await schedule.tick();
    const rule = { name: 'digest', minute: 555, weekday: 2, monthDay: null, paused: false, post: null, ...rina };
    state.atomically(() => state.scheduleRules.put(rule));
    for (const at of [MONDAY_EIGHT, MONDAY_EIGHT + DAY_MS]) {
      time.at = at;
      await schedule.tick();
    }
    expect(digests(asked)).toEqual([]);
    time.at = MONDAY_EIGHT + DAY_MS + 75 * 60_000;
    await schedule.tick();
    expect(digests(asked)).toEqual([{ post: 'yes', planned: time.at }]);

    state.atomically(() => state.scheduleRules.put({ ...rule, paused: true }));
    time.at += 7 * DAY_MS;
    await schedule.tick();
    // Resumed after it was due: what it missed is not made up for.
    state.atomically(() => state.scheduleRules.put(rule));
    await schedule.tick();
    expect(digests(asked)).toHaveLength(1);
  });

  it('makes up for a weekly question days later, and for a daily one the same day only', async () => {
    const { state, time, lines, start } = setting(MONDAY_EIGHT - HOUR_MS);
    const every = (line: string, weekday: number | null) => {
      const post = { line, door: 'slack', channel: 'C1' };
      state.scheduleRules.add({ minute: 480, weekday, monthDay: null, paused: false, post, ...rina });
    };
    state.atomically(() => {
      every('/forecast', 1);
      every('/status', null);
    });
    await start().tick();
    time.at = MONDAY_EIGHT + 2 * DAY_MS + 13 * HOUR_MS;
    await start().tick();
    expect(lines.map(([line]) => line)).toEqual(['/forecast share:yes']);
  });

  it('posts an answer where it was asked for, with the rights of who asked, once, and late if it must', async () => {
    const { state, time, lines, start } = setting(MONDAY_EIGHT - HOUR_MS);
    await start().tick();
    const post = { line: '/forecast weeks:8', door: 'slack', channel: 'C1' };
    state.atomically(() =>
      state.scheduleRules.add({ minute: 480, weekday: 1, monthDay: null, paused: false, post, ...rina }),
    );
    await start().tick();
    time.at = MONDAY_EIGHT + HOUR_MS;
    await start().tick();
    await start().tick();
    expect(lines).toEqual([['/forecast weeks:8 share:yes', 'slack', 'U1']]);
    const message = state.outbox.claim(['slack'], time.at, HOUR_MS)!;
    expect(message).toMatchObject({ door: 'slack', channel: 'C1' });
    expect(message.content).toMatchObject({
      parts: [{ text: { said: 'Late. {0}, asked for by {1}: {2}', with: ['Q-1', 'Rina', '/forecast weeks:8'] } }],
    });
    expect(state.outbox.claim(['slack'], time.at, HOUR_MS)).toBeNull();
  });
});
