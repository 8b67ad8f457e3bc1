import { describe, expect, it } from 'vitest';
import { hold } from '../support/hold.ts';
import { ana, budi, discordForTest, picture } from './discord-street.ts';

/** What a slash command in Discord is answered with, whatever becomes of the line. */

describe('a slash command', () => {
  it('is acknowledged at once and answered in private', async () => {
    const { discord, house, faults } = await discordForTest();
    const { message } = await discord.runs(ana, 'forecast', { weeks: 12 });

    expect(message!.embeds[0]!.title).toBe('Revenue, next 12 weeks');
    expect(discord.seenBy(ana)).toHaveLength(1);
    expect(discord.seenBy(budi)).toHaveLength(0);
    expect(discord.world.requests.at(-2)).toMatchObject({ body: { type: 5, data: { flags: 64 } } });
    expect(house.calls).toEqual([
      {
        name: 'forecast',
        input: { weeks: 12 },
        caller: { door: 'discord', user: '7001', name: 'ana', channel: '600', language: 'en' },
      },
    ]);
    expect(faults).toEqual([]);
  });

  it('brings its chart, with words for those who cannot see it', async () => {
    const { discord } = await discordForTest();
    const { message } = await discord.runs(ana, 'forecast');

    expect(message!.embeds[0]!.image!.url).toBe('attachment://chart-1.png');
    expect(message!.attachments).toMatchObject([
      { filename: 'chart-1.png', bytes: picture, description: expect.stringContaining('IDR 61M in week 8') },
    ]);
  });

  it('says the chart in words when it cannot be drawn', async () => {
    const { discord, faults } = await discordForTest({ renderChart: () => Promise.reject(new Error('no font')) });
    const { message } = await discord.runs(ana, 'forecast');

    expect(message!.attachments).toEqual([]);
    expect(message!.embeds[0]!.description).toContain('IDR 61M in week 8');
    expect(faults).toEqual([new Error('no font')]);
  });

  it('answers the whole channel when shared', async () => {
    const { discord, house } = await discordForTest();
    const { message } = await discord.runs(ana, 'forecast', { share: true });

    expect(discord.seenBy(budi)).toEqual([message]);
    expect(house.calls[0]!.input).toEqual({ share: 'yes' });
  });

  it('keeps from the channel what the house keeps from it', async () => {
    const { discord, house } = await discordForTest();
    house.says = { audience: 'caller', outcome: 'refused', title: 'Not for everyone' };

    await discord.runs(ana, 'forecast', { share: true });
    await discord.until(() => discord.seenBy(ana).length === 2);

    expect(JSON.stringify(discord.seenBy(budi))).not.toContain('Not for everyone');
    expect(discord.seenBy(ana)[1]!.embeds[0]!.title).toBe('Not for everyone');
  });

  it('offers to share, which asks again for the channel', async () => {
    const { discord, house } = await discordForTest();
    const { message } = await discord.runs(ana, 'forecast', { weeks: 4 });

    await discord.clicks(ana, message!, 'Share to channel');

    expect(discord.seenBy(budi)).toMatchObject([{ embeds: [{ title: 'Revenue, next 4 weeks' }] }]);
    expect(house.calls[1]!.input).toEqual({ weeks: '4', share: 'yes' });
  });

  it('passes on a refusal, with nothing to share', async () => {
    const { discord, house } = await discordForTest();
    house.says = { outcome: 'refused', title: 'Too little data', tone: 'careful' };

    const { message } = await discord.runs(ana, 'segment show');

    expect(message).toMatchObject({ embeds: [{ title: 'Too little data', color: 0xe8912d }], components: [] });
  });

  it('pings nobody and links nowhere, whatever a customer is called', async () => {
    const { discord, house } = await discordForTest();
    const text = '@everyone <@7002> [a](http://b) [c](http://d) **bold** `x`\n# big';
    house.says = { title: '@here', parts: [{ kind: 'text', text }] };

    const { message } = await discord.runs(ana, 'forecast', { share: true });

    expect(message!.allowedMentions).toEqual({ parse: [] });
    expect(message!.embeds[0]!.description).toBe(
      '\\@everyone \\<\\@7002\\> \\[a\\](http://b) \\[c\\](http://d) \\*\\*bold\\*\\* \\`x\\`\n\\# big',
    );
  });

  it('counts the rows that ten messages have no room for, and brings all of them in a file', async () => {
    const { discord, house } = await discordForTest();
    const rows = Array.from({ length: 5000 }, (_, i) => [`customer ${i}`, i]);
    const columns = [
      { title: 'Who', unit: 'text' },
      { title: 'Orders', unit: 'count' },
    ] as const;
    house.says = { title: 'Customers', parts: [{ kind: 'table', columns, rows }] };

    await discord.runs(ana, 'forecast');

    await discord.until(() => discord.seenBy(ana).length === 10);
    const shown = discord.seenBy(ana).map(({ embeds }) => embeds[0]!.description!);
    expect(shown[0]).toContain('customer 0 ');
    expect(shown.slice(0, -1).join()).not.toContain('more rows');
    const missing = Number(/… ([\d,]+) more rows/.exec(shown.at(-1)!)![1]!.replace(',', ''));
    expect(shown.at(-1)).toContain(`customer ${5000 - missing - 1} `);
    expect(shown.at(-1)).not.toContain(`customer ${5000 - missing} `);
    const files = discord.seenBy(ana).flatMap(({ attachments }) => attachments);
    const csvs = files.filter(({ filename }) => filename.endsWith('.csv'));
    expect(csvs.map(({ filename }) => filename)).toEqual(['Customers-5000.csv']);
    expect(csvs[0]!.bytes.toString().trimEnd().split('\r\n')).toHaveLength(5001);
    expect(discord.seenBy(budi)).toEqual([]);
  });

  it('runs nothing when the three seconds are over', async () => {
    const { discord, house, door, faults } = await discordForTest();
    discord.sends(ana, 'forecast', {}, { lateMs: 3200 });
    await discord.until(() => discord.world.requests.some(({ path }) => path.endsWith('/callback')));

    await door.close();

    expect(house.calls).toEqual([]);
    expect(faults).toMatchObject([{ code: 10062 }]);
  });

  it('comes as a direct message when it took longer than a quarter of an hour', async () => {
    const { discord, house, faults } = await discordForTest();
    const { working, finish } = hold();
    house.waitsFor = working;
    discord.sends(ana, 'forecast');
    await discord.until(() => discord.world.messages.length === 1);

    discord.world.later(16 * 60_000);
    finish();
    await discord.until(() => discord.seenBy(ana).length === 1);

    expect(discord.seenBy(ana)[0]).toMatchObject({ channel: '97001', embeds: [{ title: 'Revenue, next 8 weeks' }] });
    expect(discord.seenBy(budi)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('is said to be ready, and no more, in the channel of whoever takes no direct messages', async () => {
    const { discord, house } = await discordForTest();
    const { working, finish } = hold();
    house.waitsFor = working;
    discord.world.closedPeople.add(ana.id);
    discord.sends(ana, 'forecast');
    await discord.until(() => discord.world.messages.length === 1);

    discord.world.later(16 * 60_000);
    finish();
    await discord.until(() => discord.seenBy(budi).length === 1);

    const [told] = discord.seenBy(budi);
    expect(told).toMatchObject({ content: '<@7001>', allowedMentions: { users: ['7001'] } });
    expect(told!.embeds[0]!.description).toContain('please ask again');
    expect(JSON.stringify(told)).not.toContain('Revenue');
  });

  it('is answered once when Discord says that it was acknowledged before', async () => {
    const { discord, house, faults } = await discordForTest();
    const body = { code: 40060, message: 'Interaction has already been acknowledged.' };
    discord.faults.push({ at: 'POST /interactions/', how: 400, body, after: true });

    const { message } = await discord.runs(ana, 'forecast');

    expect(message!.embeds[0]!.title).toBe('Revenue, next 8 weeks');
    expect(house.calls).toHaveLength(1);
    expect(faults).toEqual([]);
  });

  it('is run once when Discord tells of it twice', async () => {
    const { discord, house, faults } = await discordForTest();
    const { message } = await discord.runs(ana, 'forecast');
    discord.repeats();
    await discord.runs(budi, 'forecast');

    expect(house.calls.map(({ caller }) => caller.user)).toEqual([ana.id, budi.id]);
    expect(message!.embeds[0]!.title).toBe('Revenue, next 8 weeks');
    expect(faults).toEqual([]);
  });

  it('is answered although Discord was down for a moment', async () => {
    const { discord, faults } = await discordForTest();
    discord.faults.push({ at: 'PATCH /webhooks/', how: 503, body: '<html>down</html>' });

    const { message } = await discord.runs(ana, 'forecast');

    expect(message!.embeds[0]!.title).toBe('Revenue, next 8 weeks');
    expect(faults).toEqual([]);
  });

  it('leaves out a file that is larger than Discord takes there, and counts it', async () => {
    const { discord, house } = await discordForTest();
    discord.world.attachmentSizeLimit = 1000;
    const file = (name: string, length: number) =>
      ({ kind: 'file', name, mime: 'text/csv', content: 'x'.repeat(length) }) as const;
    house.says = { parts: [file('small.csv', 900), file('large.csv', 1100)] };

    const { message } = await discord.runs(ana, 'forecast');

    expect(message!.attachments.map(({ filename }) => filename)).toEqual(['small.csv']);
    expect(message!.embeds[0]!.footer!.text).toContain('1 more file');
  });

  it('is answered although the line was cut after the acknowledgement', async () => {
    const { discord, house, faults } = await discordForTest();
    discord.faults.push({ at: 'POST /interactions/', how: 'cut after' });

    const { message } = await discord.runs(ana, 'forecast');

    expect(message!.embeds[0]!.title).toBe('Revenue, next 8 weeks');
    expect(house.calls).toHaveLength(1);
    expect(faults).toEqual([]);
  });

  it('says so when Discord will not show the answer', async () => {
    const { discord, faults } = await discordForTest();
    discord.faults.push({ at: 'PATCH /webhooks/', how: 400, body: { code: 50035, message: 'Invalid Form Body' } });

    const { message } = await discord.runs(ana, 'forecast');

    expect(message!.embeds[0]!.description).toContain('Discord would not show it');
    expect(faults).toHaveLength(1);
  });

  it('waits out a rate limit', async () => {
    const { discord } = await discordForTest();
    const body = { message: 'You are being rate limited.', retry_after: 0.05, global: false };
    discord.faults.push({ at: 'PATCH /webhooks/', how: 429, body, headers: { 'retry-after': '0.05' } });

    const { message } = await discord.runs(ana, 'forecast');

    expect(message!.embeds[0]!.title).toBe('Revenue, next 8 weeks');
  });
});
