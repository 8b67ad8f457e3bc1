import { afterEach, describe, expect, it } from 'vitest';
import type { DiscordOptions } from '../../src/discord/door.ts';
import { demoHouse, rina } from '../support/house.ts';
import { ana, budi, discordStreet } from './discord-street.ts';
import { reply, slackStreet } from './slack-house.ts';

/** What people write without a slash: in direct messages, and after the app's name in a channel. */

const streets: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const street of streets.splice(0)) await street.close();
});

describe('Slack', () => {
  async function open() {
    const street = await slackStreet();
    streets.push(street);
    const { asked } = await street.open('socket', ({ ask }) => reply(`About ${ask.name}`));
    return { ...street, asked };
  }

  it('answers a direct message there, a command as one, and our own words not at all', async () => {
    const { slack, asked } = await open();

    await slack.writes('U1', 'forecast weeks:3');
    await slack.sees('U1', /About forecast/);
    await slack.writes('U1', 'how are sales');
    await slack.sees('U1', /About how are sales/);
    await slack.event({ type: 'message', channel_type: 'im', channel: 'DU1', bot_id: 'BBOT', text: 'hi', ts: '1.1' });
    await slack.event({ type: 'message', channel_type: 'im', channel: 'DU1', subtype: 'message_changed', ts: '1.2' });
    await slack.writes('UBOT', '', [slack.fileOf('ours.csv', 'a')]);

    expect(slack.visibleTo('U1').map(({ channel }) => channel)).toEqual(['DU1', 'DU1']);
    expect(slack.visibleTo('U2')).toEqual([]);
    expect(asked.map(({ caller }) => caller.alone)).toEqual([true, true]);
    expect(asked.map(({ ask }) => [ask.name, ask.input])).toEqual([
      ['forecast', { weeks: '3' }],
      ['how are sales', {}],
    ]);
  });

  it('answers who names it in a channel alone, in the thread where that is', async () => {
    const { slack } = await open();
    const parent = slack.workspace.post({ channel: 'C1', text: 'the week' });

    await slack.mentions('U1', 'C1', 'forecast', { thread: parent.ts });

    expect(await slack.sees('U1', /About forecast/)).toMatchObject({ channel: 'C1', to: 'U1', thread_ts: parent.ts });
  });

  it('looks at a file that comes by direct message', async () => {
    const { slack, asked } = await open();
    await slack.writes('U1', 'here it is', [slack.fileOf('orders.csv', 'a,b')]);
    await slack.until(() => asked.length > 0, 'it to be asked');
    expect(asked[0]).toMatchObject({ ask: { name: 'data add' }, uploads: [{ name: 'orders.csv' }] });
  });

  it('looks at a file that comes with its name in a channel, for who sent it alone', async () => {
    const { slack, asked } = await open();
    await slack.mentions('U1', 'C1', 'here it is', { files: [slack.fileOf('orders.csv', 'a,b')] });
    await slack.sees('U1', /About data add/);
    expect(asked[0]).toMatchObject({ ask: { name: 'data add' }, uploads: [{ name: 'orders.csv' }] });
    expect(slack.visibleTo('U2')).toEqual([]);
  });
});

describe('Discord', () => {
  async function open(options: Partial<DiscordOptions> = {}) {
    const street = await discordStreet();
    streets.push(street);
    await street.open(options);
    return street;
  }

  it('answers a direct message there, as a command where it is one', async () => {
    const { discord, house } = await open();

    discord.writes(ana, 'forecast weeks:3');
    await discord.until(() => discord.seenBy(ana).length === 1);

    expect(discord.seenBy(ana)).toMatchObject([{ channel: '97001', embeds: [{ title: 'Revenue, next 3 weeks' }] }]);
    expect(house.calls[0]).toMatchObject({ name: 'forecast', caller: { door: 'discord', user: ana.id, name: 'ana' } });
    expect(discord.seenBy(budi)).toEqual([]);
  });

  it('answers who names it in a channel by direct message, and hears nothing else said there', async () => {
    const { discord, house } = await open();
    discord.writes({ ...ana, roles: [] }, 'good morning', { channel: discord.world.channel });

    discord.writes(ana, '<@101> forecast', { channel: discord.world.channel });
    await discord.until(() => discord.seenBy(ana).length === 2);

    const [answer, told] = discord.seenBy(ana);
    expect(answer).toMatchObject({ channel: '97001', embeds: [{ title: 'Revenue, next 8 weeks' }] });
    expect(told!.embeds[0]!.description).toContain('direct messages');
    expect(JSON.stringify(discord.seenBy(budi))).not.toContain('Revenue');
    expect(house.calls).toHaveLength(1);
  });

  it('answers below the question what somebody asks to share, and sends its files to them alone', async () => {
    const { discord, house } = await open();
    house.says = { title: 'Sales', parts: [{ kind: 'file', name: 'a.csv', mime: 'text/csv', content: 'a' }] };

    discord.writes(ana, '<@101> forecast share:yes', { channel: discord.world.channel });
    await discord.until(() => discord.seenBy(ana).length === 2);

    const seen = discord.seenBy(ana).map(({ channel, attachments }) => [channel, attachments.length]);
    expect(seen).toEqual([
      [discord.world.channel, 0],
      ['97001', 1],
    ]);
    expect(house.calls[0]!.caller).not.toHaveProperty('alone');
    discord.writes(ana, 'forecast share:yes');
    await discord.until(() => house.calls.length === 2);
    expect(house.calls[1]!.caller).toMatchObject({ alone: true });
  });

  it.each([
    ['by direct message', undefined, ''],
    ['with its name in a channel', 'channel', '<@101> here it is'],
  ] as const)('looks at a file that comes %s', async (_, where, words) => {
    const { discord, house } = await open();
    const files = [{ name: 'orders.csv', content: Buffer.from('a,b') }];

    discord.writes(ana, words, { ...(where && { channel: discord.world[where] }), files });
    await discord.until(() => discord.seenBy(ana).length >= 2);

    expect(house.calls).toMatchObject([{ name: 'data add', uploads: [{ name: 'orders.csv' }] }]);
    expect(house.uploaded?.toString()).toBe('a,b');
    expect(discord.seenBy(ana)[0]).toMatchObject({
      channel: '97001',
      embeds: [{ description: 'Reading orders.csv …' }],
    });
  });

  it('says why it does not take a file', async () => {
    const { discord, house } = await open({ maxUploadBytes: 1 });
    discord.writes(ana, '', { files: [{ name: 'orders.csv', content: Buffer.from('a,b') }] });
    await discord.until(() => discord.seenBy(ana).length === 2);
    expect(discord.seenBy(ana)[1]!.embeds[0]!.title).toBe('The file was not taken');
    expect(house.calls).toEqual([]);
  });

  it('says how to ask to who takes no direct messages', async () => {
    const { discord } = await open();
    discord.world.closedPeople.add(ana.id);
    discord.writes(ana, '<@101> forecast', { channel: discord.world.channel });
    await discord.until(() => discord.seenBy(budi).length === 1);
    expect(discord.seenBy(budi)[0]!.embeds[0]!.description).toContain('slash command');
  });
});

it('in direct messages there is nobody to share with', async () => {
  const told = await demoHouse().say('forecast share:yes', { ...rina, alone: true });
  expect(told).toMatchObject({ outcome: 'refused', audience: 'caller', title: expect.stringMatching(/Nobody else/) });
});

describe('plain words', () => {
  it.each([
    ['how are sales', ['forecast', 'digest']],
    ['/perkiraan', ['forecast']],
    ['bagaimana penjualan minggu lalu?', ['digest', 'forecast']],
    ['who are my best customers', ['segment']],
    ['apa yang menunggu keputusan', ['budget pending']],
    ['/forcast', ['forecast']],
    ['what is the weather', []],
  ])('%s leads to the nearest commands', async (line, names) => {
    const { actions = [] } = await demoHouse().say(line, rina);
    expect(actions.map(({ ask }) => ask.name)).toEqual(names);
  });

  it('are no command that there is not: a sentence is told what it is', async () => {
    const { say } = demoHouse();
    expect((await say('how are sales doing?', rina)).title).toBe(
      'I understand commands, and of a sentence only its words',
    );
    expect((await say('forcast', rina)).title).toBe('There is no command "forcast"');
  });

  it('are answered with what each command does, in the language of who reads', async () => {
    const { say } = demoHouse();
    const english = await say('how are sales', rina);
    expect(JSON.stringify(english.parts)).toContain('Nearest to your words:');
    const told = await say('bagaimana penjualan', { ...rina, language: 'id' });
    expect(JSON.stringify(told.parts)).toContain('Yang paling dekat dengan kata-kata Anda:');
  });
});
