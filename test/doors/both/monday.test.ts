import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { setLanguage } from '../../../commands/language.ts';
import { openDatabase } from '../../../data/database.ts';
import { openState } from '../../../data/state/open.ts';
import { addDays } from '../../../models/days.ts';
import { openDelivery } from '../../../src/delivery.ts';
import { openSchedule } from '../../../src/schedule.ts';
import { DAY_MS, HOUR_MS, MONDAY_EIGHT, pauseOn } from '../../support/clock.ts';
import type { houseOn } from '../../support/house.ts';
import { frozenWeek } from '../../support/ledger.ts';
import { bring, dailyOrders, type OrderFile, shopWith, takings } from '../../support/orders.ts';
import { englishIn } from '../../words/english.ts';
import { type Chat, openChat } from './chat.ts';
import { people, platforms, rooms } from './team.ts';

/** product.md, job 1: what goes wrong on Monday, row by row, on both platforms. */

type Whole = ReturnType<typeof houseOn>;

const MINUTE_MS = 60_000;
const THIS_MONDAY = '2026-04-20';
/** Sixteen weeks, the last of them the one that Monday is about. */
const FIRST_DAY = '2025-12-29';
const WHOLE_DAYS = 112;

const file = (from: string, takes: readonly number[]): OrderFile => ({
  rows: dailyOrders(from, takes),
  learnedOn: addDays(from, takes.length),
});
const untilSunday = () => [file(FIRST_DAY, takings(WHOLE_DAYS))];
const withoutSunday = () => [file(FIRST_DAY, takings(WHOLE_DAYS - 1))];
/** Nothing is known of seven months, and the shop is smaller after them. */
const withGap = () => [file('2021-01-01', [...takings(151, 300_000), ...new Array(214).fill(0), ...takings(120)])];

describe.each(platforms)('Monday in %s', (platform) => {
  let chat: Chat;
  let whole: Whole;

  /** The team of a shop with these files, on that day at noon. */
  async function shop(files: readonly OrderFile[], today: string): Promise<void> {
    whole = await shopWith(files, today);
    chat = await openChat(platform, whole);
  }

  /** The same at eight on Monday, its digest meant for the team's room: let go there, unless no admin has seen it yet. */
  async function monday(files: readonly OrderFile[], { isSeen = true } = {}): Promise<void> {
    await shop(files, THIS_MONDAY);
    whole.time.at = MONDAY_EIGHT;
    chat.serves('digest', 'marketing');
    const place = { door: platform, channel: rooms[platform].marketing };
    whole.state.digests.set(place, { persona: 'team', include: ['sales', 'moved', 'record'] });
    if (isSeen) whole.state.digests.approve(place, whole.state.digests.find(place)!.version);
  }

  afterEach(async () => {
    await chat.close();
    expect(whole.faults).toEqual([]);
    expect(chat.reports).toEqual([]);
  });

  /** A process: what is due is done by its own connection to the one database. */
  function process({ state, house, time } = whole) {
    const delivery = openDelivery({
      state,
      doors: () => [chat.door],
      now: () => time.at,
      pause: pauseOn(time),
      random: () => 1,
      report: (letter) => expect.fail(letter.error.message),
    });
    return openSchedule({
      state,
      house,
      now: () => time.at,
      afterwards: delivery.flush,
      report: (text) => expect.fail(text),
    });
  }

  const posted = () => chat.posted('marketing').map(({ words }) => words);
  const digests = () => posted().filter((words) => /Week 13–19 Apr 2026/.test(words));

  describe('the digest', () => {
    /** The week sold twice what it did before, in another channel: something to tell, and details. */
    const more = () => {
      const extra = dailyOrders('2026-04-13', takings(7)).map((row) => `T${row.replace('Shopee', 'Tokopedia')}`);
      return [{ rows: [...dailyOrders(FIRST_DAY, takings(WHOLE_DAYS)), ...extra], learnedOn: THIS_MONDAY }];
    };

    it('is shown to the admin, goes to the room when they press, its details in a thread, and once', async () => {
      await monday(more(), { isSeen: false });

      await chat.ticks('digest', { post: 'yes' });
      await chat.flush();
      expect(posted()).toEqual([]);
      const [preview, ...others] = chat.direct('ana');
      expect(others).toEqual([]);
      expect(preview!.words).toMatch(/Preview for .*: Week 13–19 Apr 2026.*before you press/);
      await chat.presses('ana', 'Post it');
      await chat.reads('ana', /The digest goes to 1 channel/);
      await chat.flush();
      await chat.ticks('digest', { post: 'yes' });
      await chat.flush();

      const [digest, details, ...rest] = chat.posted('marketing');
      expect(rest).toEqual([]);
      expect(digest!.words).toMatch(
        /Week 13–19 Apr 2026: IDR 1[.,]\d+M, above the band.*Moved most: by channel, Tokopedia \+IDR/,
      );
      expect(digest!.words).toContain('Complete week · data up to 19 Apr 2026 · Asia/Jakarta');
      expect(details!.words).toMatch(/Details of the week 13–19 Apr 2026.*What moved most/);
      expect(chat.direct('ana')[0]!.words).toMatch(/The digest goes to .*: Ana has looked at it/);
    });

    it('is asked about, and made shorter, by those who read it, each for themselves', async () => {
      await monday(more());
      await chat.ticks('digest', { post: 'yes' });
      await chat.flush();
      expect(chat.posted('marketing')[0]!.buttons).toEqual(['Why?', 'Details', 'Mute this line']);

      await chat.presses('vina', 'Why?');
      await chat.reads('vina', /F-\d+: forecast/);
      await chat.presses('rina', 'Details');
      await chat.reads('rina', /Week 13–19 Apr 2026.*What moved most/);
      await chat.presses('vina', 'Mute this line');
      await chat.submits('vina', { section: 'moved' });
      await chat.reads('vina', /needs the analyst role/);
      await chat.presses('rina', 'Mute this line');
      await chat.submits('rina', { section: 'moved' });
      await chat.reads('rina', /Muted in .*: What moved most/);
      expect(posted()).toHaveLength(2);
    });

    it('ends with how many of its rooms have it', async () => {
      await monday(untilSunday());
      await chat.ticks('digest', { post: 'yes' });
      await chat.flush();
      await chat.ticks('digest delivered');
      await chat.flush();

      expect(digests()).toEqual([expect.stringMatching(/Delivered 1 of 1 channel\./)]);
    });
  });

  describe('a question that the data cannot answer', () => {
    it('without any data: how to bring some, and no empty picture', async () => {
      await shop([], '2026-04-01');

      await chat.types('rina', '/forecast');

      const told = await chat.reads('rina', /I have no orders yet.*Drop a file of orders here.*try \/demo/);
      expect(told.pictures).toBe(0);
      expect(chat.told('vina')).toEqual([]);
      await chat.ticks('digest', { post: 'yes' });
      await chat.flush();
      expect(posted()).toEqual([]);
    });

    it('of the demo: marked in every message, and out of reach of real rooms', async () => {
      await monday(untilSunday());
      whole.state.shop.set({ ...whole.state.shop.read()!, demo: true });

      await chat.types('rina', '/status');
      await chat.types('rina', '/status share:yes');
      await chat.ticks('digest', { post: 'yes' });
      await chat.flush();

      await chat.reads('rina', /Demo data is not posted to real channels/);
      expect(chat.told('rina').map(({ words }) => words)).toEqual([
        expect.stringMatching(/^DEMO/),
        expect.stringMatching(/^DEMO/),
      ]);
      // Discord has shown where an answer would stand before it is known that there is none.
      expect(posted().join()).not.toMatch(/IDR|Toko/);
    });

    it('30 days, asked for 26 weeks: what they reach to, what for, what is missing, and a button', async () => {
      await shop([file('2026-03-01', takings(30))], '2026-04-01');

      await chat.types('rina', '/forecast weeks:26');

      const told = await chat.reads(
        'rina',
        /30 days of sales let me look 2 weeks ahead.*80% range IDR .* to IDR .*Good for: operational.*For 26 weeks I need about 5\d weeks/,
      );
      expect(told.pictures).toBe(0);
      await chat.presses('rina', 'Forecast 2 weeks');
      await chat.reads('rina', /Forecast for the next 14 days/);
      expect(chat.told('vina')).toEqual([]);
    });

    it('a gap of months: only what follows it teaches, on record, or all of it, on record too', async () => {
      await shop(withGap(), '2022-05-01');

      await chat.types('rina', '/forecast days:7');
      await chat.reads('rina', /214 days are missing, 1 Jun – 31 Dec 2021\. I learn from 1 Jan 2022 on only\./);
      await chat.types('rina', '/data assumptions');
      await chat.reads('rina', /What came before 214 days without data.*is taken to say nothing of the shop/);

      await chat.presses('rina', 'Use anyway');
      await chat.reads('rina', /No file tells of the 214 days .*: missing, and not days without sales/);
      await chat.types('rina', '/data assumptions');
      await chat.reads('rina', /What came before a gap of months is used too, because somebody asked for it/);
    });

    it('data that stopped long ago: nothing of the weeks to come, and what could be said then', async () => {
      await shop([file('2011-01-01', takings(343))], '2025-11-20');

      await chat.types('rina', '/forecast days:7');

      const told = await chat.reads('rina', /My last complete day is 9 Dec 2011: I do not look ahead from that/);
      expect(told.words).toContain('It is 20 Nov 2025 now.');
      await chat.presses('rina', 'As of 10 Dec 2011');
      await chat.reads('rina', /Forecast for the next 8 weeks.*As of 10 Dec 2011/);
    });
  });

  describe('a week of which Sunday is missing', () => {
    it('is waited for, and told without it when an admin says so: six days beside six', async () => {
      await monday(withoutSunday());

      for (let i = 0; i < 2; i++) await chat.ticks('digest', { post: 'yes', planned: MONDAY_EIGHT });
      await chat.flush();
      expect(posted()).toEqual([
        expect.stringMatching(
          /Sunday, 19 Apr 2026, is missing.*when the week is complete, at the latest 21 Apr 2026, 12/,
        ),
      ]);

      await chat.presses('rina', 'Post now, 6 days');
      await chat.reads('rina', /Posting the digest needs an admin/);
      await chat.presses('ana', 'Post now, 6 days');
      await chat.reads('ana', /The digest goes to 1 channel/);
      await chat.flush();

      const [, digest, ...more] = posted();
      expect(more).toEqual([]);
      expect(digest).toMatch(/Week 13–19 Apr 2026, until 18 Apr 2026 only: IDR/);
      expect(digest).toContain('Against the same days of the week before');
      expect(digest).not.toMatch(/the band|Moved most|Late/);
    });

    it('is waited for until Tuesday noon, and not longer', async () => {
      await monday(withoutSunday());
      const { time } = whole;
      time.at -= HOUR_MS;
      const schedule = process();
      await schedule.tick();
      for (const at of [MONDAY_EIGHT, MONDAY_EIGHT + 28 * HOUR_MS - MINUTE_MS]) {
        time.at = at;
        await schedule.tick();
      }
      expect(digests()).toEqual([]);

      time.at += MINUTE_MS;
      await schedule.tick();
      await schedule.tick();

      expect(digests()).toEqual([
        expect.stringMatching(/until 18 Apr 2026 only.*waited for the last days of the week/),
      ]);
    });

    it('is told as soon as Sunday has come in, late and once', async () => {
      await monday(withoutSunday());
      await process().tick();
      await chat.ticks('digest', { post: 'yes', planned: MONDAY_EIGHT });
      whole.time.at += 2 * HOUR_MS;
      await bring({ rows: dailyOrders(addDays(THIS_MONDAY, -1), [90_000]), learnedOn: THIS_MONDAY }, whole);

      await chat.ticks('refresh');
      for (let i = 0; i < 2; i++) await process().tick();

      expect(digests()).toEqual([expect.stringMatching(/(inside|below|above) the band.*waited for the last days/)]);
    });
  });

  describe('what is late, lost or refused', () => {
    it('is late after a Sextant that was down at eight, says so, and is there once', async () => {
      await monday(untilSunday());
      const { time } = whole;
      time.at -= HOUR_MS;
      await process().tick();

      time.at = MONDAY_EIGHT + 72 * MINUTE_MS;
      for (let i = 0; i < 2; i++) await process().tick();

      expect(digests()).toEqual([expect.stringMatching(/Late: planned 08.00, sent 09.12\./)]);
    });

    it('is one message from two processes at once', async () => {
      await monday(untilSunday());
      const { house, time, db } = whole;
      const other = openDatabase(db.name);
      onTestFinished(() => void other.close());
      time.at -= HOUR_MS;
      await process().tick();

      time.at = MONDAY_EIGHT;
      await Promise.all([process().tick(), process({ ...whole, state: openState(other), house, time }).tick()]);

      expect(digests()).toHaveLength(1);
    });

    it('is found by the process after one that died before it wrote down what it had posted, and brought in line', async () => {
      await monday(untilSunday());
      const { state, time } = whole;
      await chat.ticks('digest', { post: 'yes' });
      const { channel, key } = state.outbox.claim([platform], time.at, MINUTE_MS)!;
      const half = {
        title: 'Week 13–19 Apr 2026',
        tone: 'plain',
        parts: [],
        shop: state.shop.read(),
        language: 'en',
      } as const;
      await chat.door.outlet.post(channel, half, key);

      time.at += 2 * MINUTE_MS;
      await chat.flush();

      expect(digests()).toEqual([expect.stringMatching(/Sales:? IDR.*Forecast, as it would have been/)]);
      expect(state.outbox.dead()).toEqual([]);
    });

    it.each([
      ['down', 1],
      ['down', 3],
      ['lost', 1],
      ['limited', 1],
    ] as const)('is there once when the platform is %s, %i times, and nobody is called', async (trouble, times) => {
      await monday(untilSunday());
      const { state, time } = whole;
      await chat.ticks('digest', { post: 'yes' });

      chat.breaks('post', trouble, times);
      await chat.flush();
      expect(state.outbox.dead()).toEqual([]);
      if (trouble === 'limited') {
        expect(posted()).toEqual([]);
        expect(state.outbox.next([platform])! - time.at).toBeGreaterThanOrEqual(30_000);
      }
      for (let i = 0; i < times; i++) {
        time.at += 10 * MINUTE_MS;
        await chat.flush();
      }

      expect(digests()).toHaveLength(1);
      expect(chat.direct('ana')).toEqual([]);
    });

    it('is given up where Sextant may not write: an admin is told in private, mends it, and sends it again', async () => {
      await monday(untilSunday());
      const { state } = whole;
      const opens = chat.closes('marketing');
      await chat.ticks('digest', { post: 'yes' });

      const letters = () => chat.direct('ana').filter(({ words }) => /Not delivered/.test(words));
      await chat.flush();
      expect(letters().map(({ words }) => words)).toEqual([
        expect.stringMatching(
          platform === 'slack'
            ? /Not delivered: Week 13–19 Apr 2026.*not_in_channel\. Invite me: type \/invite @sextant/
            : /Not delivered: Week 13–19 Apr 2026.*Missing Permissions \(50013\)\. .*the rights Send Messages/,
        ),
      ]);
      whole.time.at += MINUTE_MS;
      await chat.presses('ana', 'Retry');
      await expect.poll(state.outbox.dead).toEqual([]);
      await chat.flush();
      expect(letters()).toHaveLength(2);
      expect(posted()).toEqual([]);

      opens();
      await chat.presses('ana', 'Retry');
      await expect.poll(state.outbox.dead).toEqual([]);
      await chat.flush();

      await chat.reads('ana', /messages? (is|are) sent again/);
      expect(digests()).toHaveLength(1);
      expect(state.outbox.dead()).toEqual([]);
      for (const who of ['rina', 'dina', 'vina'] as const) expect(chat.told(who)).toEqual([]);
    });
  });

  describe('a model that is worse than repeating last week', () => {
    it('gives way to it in an answer, which says by how much', async () => {
      await shop(withGap(), '2022-05-01');

      await chat.types('rina', '/forecast days:7 before-gap:used');

      await chat.reads(
        'rina',
        /Method:? repeating last week.*repeating last week wins by [\d.,]+ points, so I use that/,
      );
    });

    it('gives way to it for all after eight such weeks: the room is told, it is on record, and can be taken back', async () => {
      await monday([file('2025-10-20', takings(182))]);
      const { state, time } = whole;
      await chat.says('rina', '/forecast days:7 method:naive');
      for (let i = 0; i < 8; i++) {
        const week = addDays('2026-04-06', -7 * i);
        state.ledger.freeze(
          [frozenWeek({ run: 'F-1', week, expected: 130, naive: 105 })],
          time.at - (i + 1) * 7 * DAY_MS,
        );
        state.ledger.score(week, 100, time.at);
      }

      for (let i = 0; i < 2; i++) await chat.ticks('refresh');
      await chat.flush();

      expect(posted()).toEqual([
        expect.stringMatching(
          /Another model is used for the forecast: Last week, repeated.*wins by 25 points: over the last 8 scored weeks it missed by 5.*%, the model in use by 30%\./,
        ),
      ]);
      await chat.types('vina', '/models');
      await chat.reads('vina', /Decisions:.*Sextant: use Last week, repeated\..*wins by 25 points/);
      await chat.presses('vina', 'Take it back');
      await chat.reads('vina', /needs the approver role/);
      await chat.presses('dina', 'Take it back');
      await chat.reads('dina', /Used from now on: All methods/);
    });
  });

  describe('in Indonesian', () => {
    function speakIndonesian(): void {
      const { memory } = whole.state;
      setLanguage(memory, 'shop', 'id', 0);
      // Their chat is set to English.
      for (const who of ['rina', 'ana'] as const)
        setLanguage(memory, { door: platform, user: people[platform][who] }, 'id', 0);
    }

    /** What stands on anybody's screen, and is English still. */
    const english = () => [
      ...(['rina', 'ana'] as const).flatMap((who) => chat.told(who).flatMap(({ words }) => englishIn(words))),
      ...posted().flatMap(englishIn),
    ];

    it.each<[string, () => OrderFile[], string, string, RegExp]>([
      ['no data', () => [], '2026-04-01', '/forecast', /Saya belum punya pesanan/],
      [
        '30 days',
        () => [file('2026-03-01', takings(30))],
        '2026-04-01',
        '/forecast weeks:26',
        /melihat 2 minggu ke depan/,
      ],
      ['a gap', withGap, '2022-05-01', '/forecast days:7', /Data 214 hari tidak ada/],
      ['all of it', withGap, '2022-05-01', '/forecast days:7 before-gap:used', /unggul .* poin/],
      ['long ago', () => [file('2011-01-01', takings(343))], '2025-11-20', '/forecast days:7', /9 Des 2011/],
    ])('%s', async (_, files, today, line, says) => {
      await shop(files(), today);
      speakIndonesian();

      await chat.types('rina', line);

      await chat.reads('rina', says);
      expect(english()).toEqual([]);
    });

    it('a Monday that waits, is refused, and goes on without Sunday', async () => {
      await monday(withoutSunday());
      speakIndonesian();
      const opens = chat.closes('marketing');
      await chat.ticks('digest', { post: 'yes' });
      await chat.flush();
      await chat.reads('ana', /Tidak terkirim: Ringkasan menunggu: hari Minggu, 19 Apr 2026, belum ada/);
      opens();
      await chat.presses('ana', 'Kirim ulang');
      await expect.poll(whole.state.outbox.dead).toEqual([]);
      await chat.flush();
      await chat.presses('ana', 'Kirim sekarang, 6 hari');
      await chat.reads('ana', /Ringkasan dikirim ke 1 kanal/);
      await chat.flush();

      expect(posted()).toHaveLength(2);
      expect(english()).toEqual([]);
    });
  });
});
