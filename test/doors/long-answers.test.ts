import { afterEach, describe, expect, it } from 'vitest';
import { openState } from '../../data/state/open.ts';
import { goOnIn } from '../../src/chat-memory.ts';
import { openDelivery } from '../../src/delivery.ts';
import type { OpenDoor } from '../../src/doors.ts';
import type { SlackOptions } from '../../src/slack/door.ts';
import { asReply, type Part, type Rendered } from '../../src/told.ts';
import { words } from '../fakes/slack/index.ts';
import { pauseOn } from '../support/clock.ts';
import { emptyDatabase } from '../support/database.ts';
import { ana, budi, discordStreet } from './discord-street.ts';
import { reply, shop, slackStreet } from './slack-house.ts';

/** Answers and posts too long for one message, through the real doors: in private, to all, and by the outbox. */

const lines = (count: number): Part => ({
  kind: 'text',
  text: Array.from({ length: count }, (_, i) => `Line ${i} says what the sales of that day were.`).join('\n'),
});
const csv: Part = { kind: 'file', name: 'sales.csv', mime: 'text/csv', content: 'name\nAna\n' };
const last = (count: number) => new RegExp(`Line ${count - 1} `);

const streets: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const street of streets.splice(0)) await street.close();
});

async function onSlack(answer: ReturnType<typeof reply>, options: Partial<SlackOptions> = {}) {
  const street = await slackStreet();
  streets.push(street);
  const { door } = await street.open('socket', () => answer, options);
  return { ...street, door };
}

/** The outbox of one door, with a clock of its own. */
function outbox(name: 'slack' | 'discord') {
  const state = openState(emptyDatabase());
  const clock = { at: 1_000_000 };
  const goOn = goOnIn(state, name, () => clock.at);
  const flush = (door: OpenDoor) =>
    openDelivery({
      state,
      doors: () => [door],
      now: () => clock.at,
      random: () => 0,
      pause: pauseOn(clock),
      report: (letter) => {
        throw new Error(letter.error.message);
      },
    }).flush();
  return { state, clock, goOn, flush };
}

describe('in private', () => {
  it('Slack shows the rest in further messages for the one who asked', async () => {
    const { slack } = await onSlack(reply('Sales', lines(600)));

    await slack.types('U1', 'C1', '/forecast');

    await slack.sees('U1', last(600));
    const seen = slack.visibleTo('U1');
    expect(seen.map(({ text, to }) => [text, to])).toEqual([
      ['Sales', 'U1'],
      ['Sales · 2 of 3', 'U1'],
      ['Sales · 3 of 3', 'U1'],
    ]);
    expect(slack.callsOf('response_url')).toHaveLength(3);
    expect(slack.visibleTo('U2')).toEqual([]);
  });

  it('Slack leads from a window to the direct messages', async () => {
    const { slack } = await onSlack({
      ...reply('Home', lines(500)),
      actions: [{ label: 'Open', style: 'plain', ask: { name: 'forecast', input: {} } }],
    });
    await slack.opensHome('U1');
    await slack.until(() => slack.home('U1'), 'a Home');

    await slack.presses('U1', 'home', 'Open');

    await slack.sees('U1', last(500));
    expect(slack.window('U1')).toContain('The rest is in our direct messages.');
    expect(slack.visibleTo('U1').map(({ channel }) => channel)).toEqual(['DU1']);
  });

  it('Discord shows the rest in further messages for the one who asked, also when a line is cut', async () => {
    const street = await discordStreet();
    streets.push(street);
    const { discord, house } = street;
    await street.open();
    house.says = { title: 'Sales', parts: [lines(200)] };
    discord.faults.push({ at: 'POST /webhooks/', how: 'cut' });

    await discord.runs(ana, 'forecast');

    await discord.until(() => last(200).test(JSON.stringify(discord.seenBy(ana))));
    expect(discord.seenBy(ana).map(({ embeds, onlyFor }) => [embeds[0]!.title, onlyFor])).toEqual([
      ['Sales', ana.id],
      ['Sales · 2 of 2', ana.id],
    ]);
    expect(discord.seenBy(budi)).toEqual([]);
  });
});

describe('to all', () => {
  it('Slack goes on in the thread, by the outbox, once', async () => {
    const { state, clock, goOn, flush } = outbox('slack');
    const { slack, door } = await onSlack(reply('Sales', lines(600)), { goOn });
    await slack.types('U1', 'C1', '/forecast share:yes');
    await expect.poll(() => state.outbox.counts().waiting).toBe(2);
    slack.fails('chat.postMessage', { status: 429, headers: { 'retry-after': '1' } }, { cut: 'after' });

    for (let round = 0; round < 3; round++) {
      await flush(door);
      clock.at += 60_000;
    }

    const seen = slack.visibleTo('U2', 'C1');
    const [head] = seen;
    expect(seen.map(({ text, thread_ts }) => [text, thread_ts])).toEqual([
      ['Sales', undefined],
      ['Sales · 2 of 3', head!.ts],
      ['Sales · 3 of 3', head!.ts],
    ]);
    expect(words(seen[2]!)).toMatch(last(600));
    expect(state.outbox.counts()).toMatchObject({ waiting: 0, dead: 0 });
  });

  it('Slack goes on in the channel where Sextant is no member and can start no thread', async () => {
    const { slack } = await onSlack(reply('Sales', lines(600)), { goOn: outbox('slack').goOn });
    slack.fails('chat.postMessage', { error: 'not_in_channel' });

    await slack.types('U1', 'C1', '/forecast share:yes');

    await slack.sees('U2', last(600));
    expect(slack.visibleTo('U2', 'C1').map(({ text }) => text)).toEqual(['Sales', 'Sales · 2 of 3', 'Sales · 3 of 3']);
  });

  it('Slack says all that an answer address takes where Sextant is no member', async () => {
    const { slack, log } = await onSlack(reply('Sales', lines(2400)), { goOn: outbox('slack').goOn });
    slack.fails('chat.postMessage', ...Array.from({ length: 8 }, () => ({ error: 'not_in_channel' })));

    await slack.types('U1', 'C1', '/forecast share:yes');

    await slack.until(() => slack.callsOf('response_url').length === 5, 'four pages and the end of "Working on …"');
    const seen = slack.visibleTo('U2', 'C1');
    expect(seen.map(({ text }) => text)).toEqual(['Sales', 'Sales · 2 of 4', 'Sales · 3 of 4', 'Sales · 4 of 4']);
    expect(words(seen[0]!)).toContain('Goes on in 3 more messages.');
    expect(log.filter((line) => line.startsWith('error'))).toEqual([]);
  });

  it('Slack gives the files of a long answer to the one who asked alone, once', async () => {
    const { state, goOn, flush } = outbox('slack');
    const { slack, door } = await onSlack(reply('Sales', lines(600), csv), { goOn });

    await slack.types('U1', 'C1', '/forecast share:yes');
    await expect.poll(() => state.outbox.counts().waiting).toBe(2);
    await flush(door);

    await slack.until(() => slack.workspace.messages.some(({ file }) => file), 'the file');
    expect(slack.workspace.messages.filter(({ file }) => file).map(({ channel }) => channel)).toEqual(['DU1']);
  });

  it('Slack goes on in the direct messages by their own id', async () => {
    const channels: string[] = [];
    const { slack } = await onSlack(reply('Sales', lines(600)), { goOn: ({ channel }) => channels.push(channel) });
    await slack.writes('U1', 'forecast share:yes');
    await expect.poll(() => channels).toEqual(['DU1']);
  });

  it('Discord goes on in the thread, by the outbox, once', async () => {
    const { state, clock, goOn, flush } = outbox('discord');
    const street = await discordStreet();
    streets.push(street);
    const { discord, house } = street;
    const door = await street.open({ goOn });
    house.says = { title: 'Sales', parts: [lines(300)] };
    const { message } = await discord.runs(ana, 'forecast', { share: true });
    await expect.poll(() => state.outbox.counts().waiting).toBe(2);
    discord.faults.push({ at: `POST /channels/${message!.id}/messages`, how: 'cut after' });

    for (let round = 0; round < 3; round++) {
      await flush(door);
      clock.at += 60_000;
    }

    expect(discord.seenBy(budi).map(({ embeds, channel }) => [embeds[0]!.title, channel])).toEqual([
      ['Sales', discord.world.channel],
      ['Sales · 2 of 3', message!.id],
      ['Sales · 3 of 3', message!.id],
    ]);
    expect(state.outbox.counts()).toMatchObject({ waiting: 0, dead: 0 });
  });
});

describe('an answer to all where Sextant may only answer, on Discord', () => {
  it('goes on in the channel, as part of the answer', async () => {
    const { state, goOn } = outbox('discord');
    const street = await discordStreet();
    streets.push(street);
    const { discord, house } = street;
    await street.open({ goOn });
    discord.world.closedChannels.add(discord.world.channel);
    house.says = { title: 'Sales', parts: [lines(200)] };

    await discord.runs(ana, 'forecast', { share: true });

    await discord.until(() => discord.seenBy(budi).length === 2);
    expect(discord.seenBy(budi).map(({ embeds }) => embeds[0]!.title)).toEqual(['Sales', 'Sales · 2 of 2']);
    expect(state.outbox.counts().waiting).toBe(0);
  });
});

describe('files of an answer to all, on Discord', () => {
  it('are for the one who asked alone', async () => {
    const street = await discordStreet();
    streets.push(street);
    const { discord, house } = street;
    await street.open();
    house.says = { title: 'Sales', parts: [lines(3), csv] };

    await discord.runs(ana, 'forecast', { share: true });

    await discord.until(() => discord.seenBy(ana).length === 2);
    const files = (person: typeof ana) => discord.seenBy(person).map(({ attachments }) => attachments.length);
    expect([files(ana), files(budi)]).toEqual([[0, 1], [0]]);
  });
});

describe('by the outbox', () => {
  const digest = (count: number): Rendered => ({ ...reply('Week 16', lines(count)), shop, language: 'en' });

  it('a card that grows and shrinks again leaves no stale words in its thread', async () => {
    const { state, clock, flush } = outbox('slack');
    const { slack, door } = await onSlack(reply(''));
    const card = { key: 'card', door: 'slack', channel: 'C1', subject: 'P-1' };
    state.outbox.enqueue({ ...card, content: asReply(digest(600)) }, clock.at);
    await flush(door);
    expect(slack.visibleTo('U1', 'C1')).toHaveLength(3);

    state.outbox.rewrite('P-1', asReply(digest(10)), clock.at);
    await flush(door);

    expect(slack.visibleTo('U1', 'C1').map(({ text }) => text)).toEqual([
      'Week 16',
      'Nothing stands here any more',
      'Nothing stands here any more',
    ]);
  });

  it('a post too long for ten messages is ten, on Slack and on Discord', async () => {
    const titles = ['Week 16', ...Array.from({ length: 9 }, (_, i) => `Week 16 · ${i + 2} of 10`)];
    const send = async (name: 'slack' | 'discord', channel: string, door: OpenDoor) => {
      const { state, clock, flush } = outbox(name);
      state.outbox.enqueue({ key: 'digest', door: name, channel, content: asReply(digest(4000)) }, clock.at);
      await flush(door);
      expect(state.outbox.counts()).toEqual({ waiting: 0, sent: 10, dead: 0 });
    };
    const { slack, door } = await onSlack(reply(''));
    const street = await discordStreet();
    streets.push(street);
    const { discord } = street;

    await send('slack', 'C1', door);
    await send('discord', discord.world.channel, await street.open());

    expect(slack.visibleTo('U1', 'C1').map(({ text }) => text)).toEqual(titles);
    expect(discord.seenBy(budi).map(({ embeds }) => embeds[0]!.title)).toEqual(titles);
  });
});
