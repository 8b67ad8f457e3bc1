import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { commands } from '../../commands/index.ts';
import { memoryOfButtons } from '../../src/button-memory.ts';
import { openDiscord } from '../../src/discord/door.ts';
import type { OpenDoor } from '../../src/doors.ts';
import { openSlack } from '../../src/slack/door.ts';
import { slackManifest } from '../../src/slack/manifest.ts';
import { FakeDiscord } from '../fakes/discord/server.ts';
import { APP_TOKEN, BOT_TOKEN, type FakeSlack, startFakeSlack, words } from '../fakes/slack/index.ts';
import { begun } from '../support/beginning.ts';
import { houseOn } from '../support/house.ts';

/** Files through the whole house: a real, empty shop behind the stand-ins of Slack and Discord. */

const picture = Buffer.from('a picture');
const budi = { id: '7002', name: 'budi' };

function realShop() {
  const whole = houseOn(begun('empty'));
  const { state } = whole;
  state.shop.set({ name: 'Toko', currency: 'IDR', zone: 'Asia/Jakarta', locale: 'en-GB', demo: false });
  state.people.set({ door: 'slack', user: 'U1', name: 'Rina', role: 'analyst' }, 'terminal:t', 0);
  state.people.set({ door: 'slack', user: 'U3', name: 'Vina', role: 'viewer' }, 'terminal:t', 0);
  state.people.set({ door: 'discord', user: budi.id, name: 'Budi', role: 'analyst' }, 'terminal:t', 0);
  return whole;
}

const header = 'order_id,order_date,customer_id,sku,quantity,unit_price';
const orders = ['1,2026-04-01 09:00:00,Ana,A,1,1000', '2,2026-04-02 09:00:00,Budi,A,2,1000', '3,soon,Cici,A,1,1000'];
const csv = `${[header, ...orders].join('\n')}\n`;
const twoWays = `${header}\n1,03/04/2026,Ana,A,1,1000\n2,02/03/2026,Budi,A,1,1000\n`;

describe('Slack', () => {
  let slack: FakeSlack;
  let door: OpenDoor;
  let whole: ReturnType<typeof realShop>;
  beforeEach(async () => {
    slack = await startFakeSlack();
    whole = realShop();
    door = await openSlack(
      {
        botToken: BOT_TOKEN,
        transport: { kind: 'socket', appToken: APP_TOKEN },
        apiUrl: slack.apiUrl,
        filesOrigin: slack.origin,
        renderChart: async () => picture,
        now: slack.clock.now,
        pause: async (ms) => slack.clock.advance(ms),
        log: () => {},
      },
      whole.house,
    );
  });
  afterEach(async () => {
    await door.close();
    await slack.close();
    expect(whole.faults).toEqual([]);
  });
  const manifest = slackManifest(commands);

  it('looks at a file of the form, imports it by a click, and takes the mended rows back', async () => {
    await slack.types('U1', 'C1', '/data add');
    const form = await slack.until(() => slack.form('U1'), 'a form');
    expect((form.view.blocks as { block_id: string }[]).map(({ block_id }) => block_id)).toEqual([
      'sextant_file',
      'kind',
    ]);
    await slack.submits('U1', {}, [slack.fileOf('orders.csv', csv)]);
    await slack.sees('U1', /orders\.csv · 3 rows · generic orders/);
    expect((await whole.facts.coverage()).orders).toBe(0);

    await slack.clicks('U1', 'Import');
    await slack.sees('U1', /Stored 2 of 3\. In fix file: 1\. Forecast and segments recompute at/);
    await slack.clicks('U1', 'Get the file to fix');
    const fix = await slack.until(
      () => [...slack.workspace.files.values()].find(({ channel }) => channel === 'DU1'),
      'the file',
    );
    const mended = fix.bytes!.toString().replace('soon', '2026-04-03 10:00:00');

    await slack.chooses('U1', 'Import this file', manifest, [slack.fileOf('fix-orders.csv', mended)]);
    await slack.sees('U1', /fix-orders\.csv · 1 row · generic orders/);
    await slack.clicks('U1', 'Import');
    await slack.sees('U1', /I-2 · fix-orders\.csv: imported/);
    expect((await whole.facts.coverage()).orders).toBe(3);
    expect(slack.visibleTo('U2').filter(({ file }) => !file)).toEqual([]);
  });

  it('asks which way round a date is, by buttons', async () => {
    await slack.chooses('U1', 'Import this file', manifest, [slack.fileOf('dates.csv', twoWays)]);

    const question = await slack.sees('U1', /can be read as day\/month or (as )?month\/day/);
    expect(words(question)).toContain('03/04/2026');
    await slack.clicks('U1', 'Day/month');

    await slack.sees('U1', /2 Mar – 3 Apr 2026/);
  });

  it('lets columns be named in a form, and shows what follows as a card', async () => {
    const strange = 'No,When,Who,How much\n1,2026-04-01,Ana,1000\n';
    await slack.chooses('U1', 'Import this file', manifest, [slack.fileOf('strange.csv', strange)]);
    await slack.sees('U1', /No kind of file fits these columns/);

    await slack.clicks('U1', 'Say which column is what');
    await slack.until(() => slack.form('U1'), 'a form');
    await slack.submits('U1', { order: 'No', date: 'When', customer: 'Who', total: 'How much' });

    await slack.sees('U1', /strange\.csv · 1 row · generic orders/);
  });

  it('looks at several files at once', async () => {
    const spend = 'date,campaign,spend\n2026-04-01,Ads,5000\n';
    const files = [slack.fileOf('orders.csv', csv), slack.fileOf('spend.csv', spend)];
    await slack.chooses('U1', 'Import this file', manifest, files);

    await slack.sees('U1', /2 files/);
    await slack.clicks('U1', 'Import all');

    await slack.sees('U1', /I-2 · spend\.csv: imported/);
  });

  it('tells a viewer whom to ask, in private', async () => {
    await slack.chooses('U3', 'Import this file', manifest, [slack.fileOf('orders.csv', csv)]);
    await slack.sees('U3', /Importing needs the analyst role/);
    await slack.sees('U3', /Ask Budi or Rina\./);
    expect(slack.visibleTo('U1')).toEqual([]);
  });

  it('says so when the message has no file', async () => {
    await slack.chooses('U1', 'Import this file', manifest, []);
    await slack.sees('U1', /That message has no file/);
  });
});

describe('Discord', () => {
  async function open() {
    const discord = await FakeDiscord.open();
    const whole = realShop();
    const door = await openDiscord(
      {
        token: discord.world.token,
        guild: discord.world.guild,
        renderChart: async () => picture,
        memory: memoryOfButtons(),
        registered: { read: () => null, write: () => {} },
        report: (error) => whole.faults.push(error),
        api: discord.api,
        fileOrigins: [discord.address],
      },
      whole.house,
    );
    onTestFinished(async () => {
      await door.close();
      await discord.close();
      expect(whole.faults).toEqual([]);
    });
    return { discord, ...whole };
  }
  const file = (name: string, content: string) => ({ name, content: Buffer.from(content) });

  it('looks at an attachment, imports it by a click, and gives the file to fix', async () => {
    const { discord, facts } = await open();

    const { message } = await discord.runs(budi, 'data add', { file: file('orders.csv', csv) });
    expect(message!.embeds[0]!.title).toBe('orders.csv · 3 rows · generic orders');
    const done = await discord.clicks(budi, message!, 'Import');
    expect(done.message!.embeds[0]!.title).toBe('I-1 · orders.csv: imported');
    expect((await facts.coverage()).orders).toBe(2);

    const fix = await discord.clicks(budi, done.message!, 'Get the file to fix');
    expect(fix.message!.attachments.map(({ filename }) => filename)).toEqual(['fix-orders.csv']);
    expect(fix.message!.onlyFor).toBe(budi.id);
  });

  it('takes up to three files in one command', async () => {
    const { discord } = await open();
    const { message } = await discord.runs(budi, 'data add', {
      file: file('orders.csv', csv),
      file2: file('spend.csv', 'date,campaign,spend\n2026-04-01,Ads,5000\n'),
    });
    expect(message!.embeds[0]!.title).toBe('2 files');
  });

  it('asks for columns by a form, in pages where there are many', async () => {
    const { discord } = await open();
    const strange = 'No,When,Who,How much\n1,2026-04-01,Ana,1000\n';
    const { message } = await discord.runs(budi, 'data add', { file: file('strange.csv', strange) });
    const { modal } = await discord.clicks(budi, message!, 'Say which column is what');
    const page = await discord.submits(budi, modal!, {
      order: 'No',
      date: 'When',
      total: 'How much',
      customer: 'Who',
    });
    const more = await discord.clicks(budi, page.message!, 'Continue');
    const card = await discord.submits(budi, more.modal!, {});
    expect(card.message!.embeds[0]!.title).toBe('strange.csv · 1 row · generic orders');
  });
});
