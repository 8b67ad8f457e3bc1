import { describe, expect, it } from 'vitest';
import type { Reply } from '../../commands/reply.ts';
import { begun } from '../support/beginning.ts';
import { DAY_MS, HOUR_MS, MONDAY_EIGHT } from '../support/clock.ts';
import { ana, clock, demoHouse, fact, houseOn, rina, table, words } from '../support/house.ts';

/**
 * A shop of one's own at eight on the Monday after 13–19 April, with so many days of that week known and its digest let
 * go to #marketing.
 */
function morning({ missing = 0, at = MONDAY_EIGHT } = {}) {
  const setting = demoHouse({ at });
  const { state, db, time } = setting;
  state.shop.set({ ...state.shop.read()!, demo: false });
  // What was not learned yet when the week was over counts for no complete day.
  if (missing > 0) db.prepare('UPDATE import SET learned_at = ?').run(Date.UTC(2026, 3, 20 - missing, 5));
  // Each section costs a model of its own on these days.
  if (missing > 0) state.digests.set(MARKETING, { persona: 'team', include: ['sales', 'moved', 'record'] });
  for (const { version } of state.digests.list()) state.digests.approve(MARKETING, version);
  const keys = () => db.prepare('SELECT key FROM outbox ORDER BY id').pluck().all();
  const posted = (key: string) =>
    JSON.parse(db.prepare('SELECT content FROM outbox WHERE key = ?').pluck().get(key) as string) as Reply;
  return { ...setting, time, keys, posted };
}
const MARKETING = { door: 'web', channel: 'marketing' };
const DIGEST = 'web:marketing:digest:2026-04-13';

describe('a week of which days are missing', () => {
  it('is waited for, and offers to go on without them', async () => {
    const { say, keys, state, time } = morning({ missing: 1 });
    const waits = await say('/digest post:yes', clock);
    expect(waits.title).toBe('The digest waits: Sunday, 19 Apr 2026, is missing');
    expect(words(waits)).toContain(
      'I post it when the week is complete, at the latest 21 Apr 2026, 12:00, or without the missing days if an admin says so.',
    );
    expect(waits.actions!.map(({ label, ask }) => [label, ask])).toEqual([
      ['Post now, 6 days', { name: 'digest', input: { post: 'yes', partial: 'yes' } }],
    ]);
    await say('/digest post:yes', clock);
    expect(keys()).toEqual(['web:marketing:digest-waits:2026-04-13']);
    // The job for the latest moment is there, and not due before.
    expect(state.schedules.claim(time.at, 1)).toBeNull();
    expect(state.schedules.claim(time.at + 28 * HOUR_MS, 1)).toMatchObject({ schedule: 'digest' });
  });

  it('is told without them on Tuesday noon: six days beside six, and no verdict', async () => {
    const { say, keys, posted, time } = morning({ missing: 1 });
    expect((await say('/digest post:yes partial:yes', rina)).outcome).toBe('refused');
    time.at += 28 * HOUR_MS - 1;
    await say('/digest post:yes', clock);
    expect(keys()).not.toContain(DIGEST);
    time.at += 1;
    await say('/digest post:yes', clock);
    const { title, parts } = posted(DIGEST);
    expect(title).toMatchObject({ said: 'Week {0}, until {1} only: {2}' });
    const facts = parts.flatMap((part) => (part.kind === 'facts' ? part.facts : []));
    const labels = facts.map(({ label }) => (typeof label === 'string' ? label : label.said));
    expect(labels).toEqual([
      'Sales',
      'Forecast of all 7 days',
      'Against the same days of the week before',
      'Expected {0}',
    ]);
    expect(JSON.stringify(parts)).not.toContain('Moved most');
  }, 90_000);

  it('is shown to an admin as it would be posted then, and is named as newer than the last whole week', async () => {
    const { say, time } = morning({ missing: 1 });
    expect(words(await say('/digest', rina))).toContain(
      'Data ends on 18 Apr 2026: this is the last week that is complete.',
    );
    const shown = async () => (await say('/digest preview channel:web:marketing', ana)).title;
    expect(await shown()).toContain('Week 6–12 Apr 2026');
    time.at += 28 * HOUR_MS;
    expect(await shown()).toContain('Week 13–19 Apr 2026, until 18 Apr 2026 only');
    expect((await say('/digest preview channel:web:marketing', ana)).actions!.map(({ label }) => label)).not.toContain(
      'Not now',
    );
  }, 90_000);

  it('of which no day is known is not told at all', async () => {
    const { say, time, keys } = morning({ at: MONDAY_EIGHT + 7 * DAY_MS });
    const waits = await say('/digest post:yes', clock);
    expect(waits.title).toBe('The digest waits: 20–26 Apr 2026 are missing');
    expect(waits.actions).toEqual([]);
    time.at += 28 * HOUR_MS;
    expect(await say('/digest post:yes', clock)).toMatchObject({
      outcome: 'refused',
      title: 'No day of 20–26 Apr 2026 is in: there is no digest of it',
    });
    expect(keys()).toEqual(['web:marketing:digest-waits:2026-04-20']);
  });
});

describe('the digest', () => {
  it('says when it is late, and is one message however often it is asked for', async () => {
    const { say, posted, keys } = morning({ at: MONDAY_EIGHT + 72 * 60_000 });
    await say(`/digest post:yes planned:${MONDAY_EIGHT}`, clock);
    await say(`/digest post:yes planned:${MONDAY_EIGHT}`, clock);
    expect(posted(DIGEST).parts[0]).toMatchObject({
      text: {
        said: 'Late: planned {0}, sent {1}.',
        with: [{ quantity: MONDAY_EIGHT }, { quantity: MONDAY_EIGHT + 72 * 60_000 }],
      },
    });
    expect(keys().filter((key) => key === DIGEST)).toHaveLength(1);
  });

  it('is not written from data that ended long ago', async () => {
    const { say, time } = morning();
    time.at += 40 * DAY_MS;
    expect((await say('/digest', rina)).title).toMatch(
      /^My last complete day is .*: I do not write a digest from that$/,
    );
  });

  it('is not written from nothing', async () => {
    expect(await houseOn(begun('empty')).say('/digest post:yes', clock)).toMatchObject({
      outcome: 'refused',
      title: 'I have no orders yet',
    });
  });

  it('speaks Indonesian through and through to whoever reads it', async () => {
    const { say, state } = demoHouse();
    await say('/budget propose', rina);
    const budi = { ...ana, language: 'id' } as const;
    for (const line of [
      '/digest persona:campaigns details:yes',
      '/digest persona:analyst',
      '/lookback',
      '/schedule list',
      '/digest preview',
      '/channel list',
    ]) {
      const answer = await say(line, budi);
      const labels = answer.actions?.map(({ label }) => label) ?? [];
      const all = `${line}\n${words(answer)}\n${labels.join('\n')}`;
      expect(all.split('\n').filter((each) => english.test(each))).toEqual([]);
    }
    state.digests.set({ door: 'web', channel: 'marketing' }, { persona: 'executive', include: null });
    expect(words(await say('/digest preview', budi))).not.toMatch(english);
    expect((await say('/digest', budi)).title).toMatch(/^Minggu 13–19 Apr 2026: IDR .*, di dalam rentang$/);
    expect(fact(await say('/digest', budi), 'Penjualan').receipt).toBe('W-1');
    expect(table(await say('/schedule list', budi)).rows[1]![2]).toBe('setiap Senin 08:00');
  });
});

const english = /\b(?:the|of|is|are|and|with|for|not|this|week|was|were|it|no)\b/i;
