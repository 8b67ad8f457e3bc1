import { describe, expect, it, onTestFinished } from 'vitest';
import { setLanguage } from '../../../commands/language.ts';
import { addDays } from '../../../models/days.ts';
import type { Language } from '../../../words/tell.ts';
import { type Beginning, keptBeginning } from '../../support/beginning.ts';
import { DAY_MS } from '../../support/clock.ts';
import { clock, houseOn } from '../../support/house.ts';
import { frozenWeek } from '../../support/ledger.ts';
import { bring, dailyOrders, fileOf, noon, shopWith, takings } from '../../support/orders.ts';
import { englishIn } from '../../words/english.ts';
import { openChat, type Platform, platforms } from './chat.ts';
import { people, rooms } from './team.ts';

/** product.md, job 1: the alert between two Mondays, and what people do with it, on both platforms. */

const FIRST_DAY = '2025-12-29';
const LAST_WEEK = '2026-04-13';
const MONDAY = '2026-04-20';

/** A shop that sold twice last week what was posted for it; the night's look has been, and nothing is posted yet. */
function alerted(platform: Platform): Promise<Beginning> {
  return keptBeginning(`${platform} alerted`, async () => {
    const usual = dailyOrders(FIRST_DAY, takings(112));
    const more = dailyOrders(LAST_WEEK, takings(7)).map((row) => `T${row.replace('Shopee', 'Tokopedia')}`);
    const { db, state, house, say, time } = await shopWith([{ rows: [...usual, ...more], learnedOn: MONDAY }], MONDAY);
    state.channels.add('digest', platform, rooms[platform].marketing);
    await say('/forecast days:7 method:naive');
    const band = { low80: 650_000, high80: 750_000, low95: 600_000, high95: 800_000 };
    const said = frozenWeek({ run: 'F-1', week: LAST_WEEK, expected: 700_000, ...band });
    state.ledger.freeze([said], time.at - 9 * DAY_MS);
    await house.ask({ name: 'refresh', input: {} }, clock);
    return db;
  });
}

/** The same with its alert posted, and the team before it. */
async function alertOn<At extends Platform>(
  platform: At,
  { isShared = false, language = 'en' }: { isShared?: boolean; language?: Language } = {},
) {
  const whole = houseOn(await alerted(platform), { at: noon(MONDAY) });
  const chat = await openChat(platform, whole);
  onTestFinished(async () => {
    await chat.close();
    expect(whole.faults).toEqual([]);
    expect(chat.reports).toEqual([]);
  });
  setLanguage(whole.state.memory, 'shop', language, 0);
  setLanguage(whole.state.memory, { door: platform, user: people[platform].vina }, language, 0);
  if (isShared && 'slack' in chat) chat.slack.workspace.shared.add(rooms.slack.marketing);
  await chat.flush();
  const card = () => chat.posted('marketing')[0]!;
  const acts = () => whole.state.audit.about('A-1').map(({ act, actorName }) => `${actorName}: ${act}`);
  return { ...whole, ...chat, card, acts };
}

describe.each(platforms)('an alert in %s', (platform) => {
  it('says what left its band, by how much and against what, and what to do with it', async () => {
    const { card, posted } = await alertOn(platform);

    expect(posted('marketing')).toHaveLength(1);
    expect(card().words).toMatch(
      /A-1 Sales of the week 13–19 Apr 2026 were above their band: \+IDR 7\d\d.\d+ against F-1.*Came:? IDR.*Expected:? IDR 700.000 · F-1.*by channel, Tokopedia \+IDR.*Data complete to 19 Apr 2026/,
    );
    expect(card().buttons).toEqual(['Mine', 'Snooze 3 days', 'Useful', 'Not useful', 'Why?']);
  });

  it('is taken, snoozed, voted on and explained by whoever presses; the card says so to all', async () => {
    const { card, posted, presses, reads, types, flush, acts, state } = await alertOn(platform);

    await presses('vina', 'Mine');
    await reads('vina', /A-1 is yours/);
    await presses('raka', 'Snooze 3 days');
    await reads('raka', /A-1 is quiet for 3 days.*If it still holds on 23 Apr 2026/);
    await presses('dina', 'Useful');
    await reads('dina', /Noted I go on telling you of this kind/);
    await presses('rina', 'Not useful');
    await reads('rina', /Noted Others found one of this kind useful: I go on telling you of it/);
    await presses('sari', 'Why?');
    await reads('sari', /A-1: Sales of the week 13–19 Apr 2026.*Vina has it.*happens by chance once in ten years/);
    await flush();

    expect(posted('marketing')).toHaveLength(1);
    expect(card().words).toMatch(/Vina has it\. Quiet until 23 Apr 2026/);
    expect(state.alerts.votes('A-1')).toEqual({ useful: 1, not: 1 });
    expect(acts()).toEqual([
      'Vina: alert taken',
      'Raka: alert snoozed',
      'Dina: alert voted on',
      'Rina: alert voted on',
    ]);
    await types('vina', '/alerts');
    await reads('vina', /Open alerts: 1.*A-1.*open, Vina has it/);
  });

  it('counts a press once that the platform tells twice, and a vote once that somebody changes', async () => {
    const { holds, presses, reads, told, acts, state } = await alertOn(platform);

    const mine = holds('vina', 'Mine');
    await mine.now();
    await reads('vina', /A-1 is yours/);
    await mine.again();
    await presses('dina', 'Useful');
    await presses('dina', 'Not useful');

    await expect.poll(() => state.alerts.votes('A-1')).toEqual({ useful: 0, not: 1 });
    expect(acts().filter((act) => act === 'Vina: alert taken')).toHaveLength(1);
    expect(told('vina')).toHaveLength(1);
  });

  it('of a kind that was voted down three times is kept quiet, said so, and brought back by a press', async () => {
    const { presses, reads, types, state, time } = await alertOn(platform);
    const { finding, impact } = state.alerts.find('A-1')!;
    for (const cause of ['earlier', 'later']) {
      const { alert } = state.alerts.raise({ rule: 'week', side: 'above', cause, impact, finding }, time.at);
      state.alerts.vote(alert.id, `${platform}:${people[platform].dina}`, false, time.at);
      state.alerts.close(alert.id, time.at);
    }

    await presses('rina', 'Not useful');

    await reads('rina', /Three alerts of .* were not useful: I keep that kind to myself from now on/);
    await types('rina', '/alerts');
    await reads('rina', /Open alerts: 1/);
    await presses('rina', 'Alert again');
    await reads('rina', /I alert again.*Earlier votes no longer count/);
  });

  it('is not for somebody without a role: they are told who they are and whom to ask', async () => {
    const { card, presses, reads, told, flush, acts } = await alertOn(platform);
    const before = card();

    for (const label of ['Mine', 'Why?']) await presses('guest', label);

    await reads('guest', new RegExp(`needs the viewer role.*${platform}:${people[platform].guest}`));
    await flush();
    expect(card()).toEqual(before);
    expect(acts()).toEqual([]);
    for (const { words } of told('guest')) expect(words).not.toMatch(/IDR|A-1/);
  });

  it('ends in its thread when its cause does, and can only be explained from then on', async () => {
    const whole = await alertOn(platform);
    const { posted, ticks, flush, time } = whole;
    time.at += 7 * DAY_MS;
    await bring({ rows: dailyOrders(MONDAY, takings(7)), learnedOn: addDays(MONDAY, 7) }, whole);

    await ticks('refresh');
    await flush();

    const [alert, ...thread] = posted('marketing');
    expect(alert!.words).toMatch(/A-1 is over/);
    expect(alert!.buttons).toEqual(['Why?']);
    expect(thread.map(({ words }) => words)).toEqual([expect.stringMatching(/A-1 is over/)]);
  });
});

it.each(platforms)('an alert in %s is Indonesian through and through to a room that is', async (platform) => {
  const { presses, reads, told, card, posted, flush } = await alertOn(platform, { language: 'id' });

  await presses('vina', 'Saya tangani');
  await reads('vina', /A-1/);
  for (const label of ['Tunda 3 hari', 'Berguna', 'Tidak berguna', 'Mengapa?']) await presses('vina', label);
  await expect.poll(() => told('vina').length).toBe(5);
  await flush();

  const all = [...posted('marketing'), ...told('vina')];
  expect(card().words).toMatch(/Vina/);
  expect(all.flatMap(({ words }) => englishIn(words))).toEqual([]);
});

it('an alert is kept out of a room in Slack that people of another company read, and the admin is told', async () => {
  const { posted, direct } = await alertOn('slack', { isShared: true });

  expect(posted('marketing')).toEqual([]);
  expect(direct('ana').map(({ words }) => words)).toEqual([
    expect.stringMatching(/Not delivered: A-1 .*People of other companies read that channel/),
  ]);
});

describe.each(platforms)('costs that came every Monday, in %s', (platform) => {
  /** A shop to which orders and costs of the week before came for five Mondays, and orders alone for some more. */
  async function without(mondays: number) {
    const monday = (week: number) => addDays(FIRST_DAY, 7 * week);
    const whole = await shopWith([], monday(0));
    const ordersOf = (week: number) =>
      bring({ rows: dailyOrders(monday(week - 1), takings(7)), learnedOn: monday(week) }, whole);
    const costsOf = (week: number, learnedOn = monday(week)) => {
      const rows = Array.from({ length: 7 }, (_, i) => `${addDays(monday(week - 1), i)},Ads,5000`);
      const path = fileOf(`date,campaign,spend\n${rows.join('\n')}\n`);
      const shop = whole.state.shop.read();
      return whole.facts.imports.load({ path, name: `costs-${week}.csv`, learnedAt: noon(learnedOn), shop });
    };
    const chat = await openChat(platform, whole);
    onTestFinished(chat.close);
    const on = async (day: string) => {
      whole.time.at = noon(day);
      await chat.ticks('alerts house');
      await chat.flush();
    };
    for (let week = 1; week <= 5; week++) {
      await ordersOf(week);
      await costsOf(week);
    }
    for (let week = 6; week <= 5 + mondays; week++) {
      await ordersOf(week);
      await on(monday(week));
    }
    return { ...whole, ...chat, monday, ordersOf, costsOf, on };
  }

  it('are missed once two Mondays brought orders alone: the admin is told once, and when they come again', async () => {
    const { direct, posted, types, reads, costsOf, ordersOf, on, monday } = await without(1);
    expect(direct('ana')).toEqual([]);

    await ordersOf(7);
    await on(monday(7));
    await on(addDays(monday(7), 1));

    const told = /A-1 No newer daily spend since 1 Feb 2026 .*used to come every 7 days; other files still come/;
    expect(direct('ana').map(({ words }) => words)).toEqual([expect.stringMatching(told)]);
    expect(posted('marketing')).toEqual([]);
    await types('vina', '/status');
    await reads('vina', /No newer daily spend since 1 Feb 2026/);

    await costsOf(7, addDays(monday(7), 2));
    await on(addDays(monday(7), 2));
    expect(direct('ana').map(({ words }) => words)).toEqual([
      expect.stringMatching(/A-1 is over: No newer daily spend/),
    ]);
  });

  it('are not missed while nothing comes at all: that is told as a whole', async () => {
    const { direct, on, monday } = await without(0);

    await on(addDays(monday(5), 30));

    expect(direct('ana').map(({ words }) => words)).toEqual([
      expect.stringMatching(/A-1 No newer data since 1 Feb 2026/),
    ]);
  });
});
