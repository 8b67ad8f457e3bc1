import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '../../../models/days.ts';
import { DAY_MS } from '../../support/clock.ts';
import type { houseOn } from '../../support/house.ts';
import { frozenWeek } from '../../support/ledger.ts';
import { bring, dailyOrders, shopWith, takings } from '../../support/orders.ts';
import { type Chat, openChat, platforms } from './chat.ts';

/** product.md, job 1: the alert between two Mondays, and what people do with it, on both platforms. */

const FIRST_DAY = '2025-12-29';
const LAST_WEEK = '2026-04-13';
const MONDAY = '2026-04-20';

describe.each(platforms)('an alert in %s', (platform) => {
  let chat: Chat;
  let whole: ReturnType<typeof houseOn>;

  /** Last week sold twice what was posted for it, and the night's look has been. */
  beforeEach(async () => {
    const usual = dailyOrders(FIRST_DAY, takings(112));
    const more = dailyOrders(LAST_WEEK, takings(7)).map((row) => `T${row.replace('Shopee', 'Tokopedia')}`);
    whole = await shopWith([{ rows: [...usual, ...more], learnedOn: MONDAY }], MONDAY);
    chat = await openChat(platform, whole);
    chat.serves('digest', 'marketing');
    await chat.says('rina', '/forecast days:7 method:naive');
    const band = { low80: 650_000, high80: 750_000, low95: 600_000, high95: 800_000 };
    whole.state.ledger.freeze(
      [frozenWeek({ run: 'F-1', week: LAST_WEEK, expected: 700_000, ...band })],
      whole.time.at - 9 * DAY_MS,
    );
  });

  /** The look of the night. */
  async function night() {
    await chat.ticks('refresh');
    await chat.flush();
  }

  afterEach(async () => {
    await chat.close();
    expect(whole.faults).toEqual([]);
    expect(chat.reports).toEqual([]);
  });

  const card = () => chat.posted('marketing')[0]!;
  const acts = () => whole.state.audit.about('A-1').map(({ act, actorName }) => `${actorName}: ${act}`);

  it('says what left its band, by how much and against what, and what to do with it', async () => {
    await night();

    expect(chat.posted('marketing')).toHaveLength(1);
    expect(card().words).toMatch(
      /A-1 The week 13–19 Apr 2026 was above its band: \+IDR 7\d\d.\d+ against F-1.*Came:? IDR.*Expected:? IDR 700.000 · F-1.*Main part: channel Tokopedia \+IDR.*Data complete to 19 Apr 2026/,
    );
    expect(card().buttons).toEqual(['Mine', 'Snooze 3 days', 'Useful', 'Not useful', 'Why?']);
  });

  it('is taken, snoozed, voted on and explained by whoever presses; the card says so to all', async () => {
    await night();
    await chat.presses('vina', 'Mine');
    await chat.reads('vina', /A-1 is yours/);
    await chat.presses('raka', 'Snooze 3 days');
    await chat.reads('raka', /A-1 is quiet for 3 days.*If it still holds on 23 Apr 2026/);
    await chat.presses('dina', 'Useful');
    await chat.reads('dina', /Noted I go on telling you of this kind/);
    await chat.presses('rina', 'Not useful');
    await chat.reads('rina', /Noted.*After 3 alerts of a kind that were not useful/);
    await chat.presses('sari', 'Why?');
    await chat.reads('sari', /A-1: The week 13–19 Apr 2026.*Vina has it.*happens by chance once in four years/);
    await chat.flush();

    expect(chat.posted('marketing')).toHaveLength(1);
    expect(card().words).toMatch(/Vina has it\. Quiet until 23 Apr 2026/);
    expect(whole.state.alerts.votes('A-1')).toEqual({ useful: 1, not: 1 });
    expect(acts()).toEqual([
      'Vina: alert taken',
      'Raka: alert snoozed',
      'Dina: alert voted on',
      'Rina: alert voted on',
    ]);
    await chat.types('vina', '/alerts');
    await chat.reads('vina', /Open alerts: 1.*A-1.*open, Vina has it/);
  });

  it('counts a press once that the platform tells twice, and a vote once that somebody changes', async () => {
    await night();
    const mine = chat.holds('vina', 'Mine');
    await mine.now();
    await chat.reads('vina', /A-1 is yours/);
    await mine.again();
    await chat.presses('dina', 'Useful');
    await chat.presses('dina', 'Not useful');

    await expect.poll(() => whole.state.alerts.votes('A-1')).toEqual({ useful: 0, not: 1 });
    expect(acts().filter((act) => act === 'Vina: alert taken')).toHaveLength(1);
    expect(chat.told('vina')).toHaveLength(1);
  });

  it('is not for somebody without a role: they are told who they are and whom to ask', async () => {
    await night();
    whole.state.people.remove(platform, chat.ids.sari);
    const before = card();

    for (const label of ['Mine', 'Why?']) await chat.presses('sari', label);

    await chat.reads('sari', new RegExp(`needs the viewer role.*${platform}:${chat.ids.sari}`));
    await chat.flush();
    expect(card()).toEqual(before);
    expect(acts()).toEqual([]);
    for (const { words } of chat.told('sari')) expect(words).not.toMatch(/IDR|A-1/);
  });

  it('goes on in its thread, and says when it is over', async () => {
    await night();
    const next = async (from: string, takes: readonly number[]) => {
      whole.time.at += takes.length * DAY_MS;
      await bring({ rows: dailyOrders(from, takes), learnedOn: addDays(from, takes.length) }, whole);
      await night();
    };

    await next(MONDAY, takings(7));

    const [alert, ...thread] = chat.posted('marketing');
    expect(alert!.words).toMatch(/A-1 is over/);
    expect(alert!.buttons).toEqual(['Why?']);
    expect(thread.map(({ words }) => words)).toEqual([expect.stringMatching(/A-1 is over/)]);
  });

  it.runIf(platform === 'slack')(
    'is kept out of a room that people of another company read, and the admin is told',
    async () => {
      chat.opensToOthers?.('marketing');

      await night();

      expect(chat.posted('marketing')).toEqual([]);
      expect(chat.direct('ana').map(({ words }) => words)).toEqual([
        expect.stringMatching(/Not delivered: A-1 .*People of other companies read that channel/),
      ]);
    },
  );
});
