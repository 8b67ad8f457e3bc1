import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { argumentsOf, type Command, exampleIn } from '../../commands/command.ts';
import { commands } from '../../commands/index.ts';
import { memoryOfButtons } from '../../src/button-memory.ts';
import { openDelivery } from '../../src/delivery.ts';
import { openDiscord } from '../../src/discord/door.ts';
import type { OpenDoor } from '../../src/doors.ts';
import { openSlack } from '../../src/slack/door.ts';
import { FakeDiscord } from '../fakes/discord/server.ts';
import { APP_TOKEN, BOT_TOKEN, type FakeSlack, SIGNING_SECRET, startFakeSlack, words } from '../fakes/slack/index.ts';
import { pauseOn } from '../support/clock.ts';
import { clock, demoHouse } from '../support/house.ts';

/** The whole loop through the real libraries: a shop that is no demo, Slack and Discord beside each other. */

const budi = { id: '7002', name: 'budi' };
const picture = Buffer.from('a picture');

let slack: FakeSlack;
let discord: FakeDiscord;
let doors: OpenDoor[];
let whole: ReturnType<typeof demoHouse>;
let flush: () => Promise<number>;

async function open(transport: 'socket' | 'http') {
  whole = demoHouse();
  const { state, house, time } = whole;
  state.shop.set({ ...state.shop.read()!, name: 'Toko Budi', demo: false });
  state.people.set({ door: 'slack', user: 'U1', name: 'Rina', role: 'analyst' }, 'terminal:t', 0);
  state.people.set({ door: 'slack', user: 'U2', name: 'Dina', role: 'approver' }, 'terminal:t', 0);
  state.people.set({ door: 'discord', user: budi.id, name: 'Budi', role: 'admin' }, 'terminal:t', 0);
  for (const purpose of ['digest', 'approvals'] as const) {
    state.channels.add(purpose, 'slack', 'C1');
    state.channels.add(purpose, 'discord', discord.world.channel);
  }
  for (const place of state.digests.list()) {
    state.digests.set(place, { persona: 'executive', include: null });
    state.digests.approve(place, state.digests.find(place)!.version);
  }
  const slackDoor = await openSlack(
    {
      botToken: BOT_TOKEN,
      transport:
        transport === 'socket'
          ? { kind: 'socket', appToken: APP_TOKEN }
          : { kind: 'http', signingSecret: SIGNING_SECRET, port: 0, host: '127.0.0.1' },
      apiUrl: slack.apiUrl,
      filesOrigin: slack.origin,
      renderChart: async () => picture,
      now: slack.clock.now,
      pause: async (ms) => slack.clock.advance(ms),
      log: () => {},
    },
    house,
  );
  if (transport === 'http') slack.deliversTo(`http://127.0.0.1:${slackDoor.port}/slack/events`);
  doors = [
    slackDoor,
    await openDiscord(
      {
        token: discord.world.token,
        guild: discord.world.guild,
        renderChart: async () => picture,
        memory: memoryOfButtons(),
        registered: { read: () => null, write: () => {} },
        report: (error) => {
          throw error;
        },
        api: discord.api,
        fileOrigins: [discord.address],
      },
      house,
    ),
  ];
  const delivery = openDelivery({
    state,
    doors: () => doors,
    now: () => time.at,
    pause: pauseOn(time),
    report: () => {},
  });
  flush = delivery.flush;
}

beforeEach(async () => {
  slack = await startFakeSlack();
  discord = await FakeDiscord.open();
});

afterEach(async () => {
  await Promise.all(doors.map((door) => door.close()));
  await Promise.all([slack.close(), discord.close()]);
  expect(whole.faults).toEqual([]);
});

const discordCards = () =>
  discord.seenBy(budi).map((message) => JSON.stringify([message.embeds, message.components ?? []]));

describe.each(['socket', 'http'] as const)('Slack over %s, and Discord', (transport) => {
  it('carry one proposal from asking to done, one card in two places', async () => {
    await open(transport);

    await slack.types('U1', 'C1', '/budget plan max-step:20');
    await slack.sees('U1', /Budget for the week of 27 Apr 2026/);
    await slack.clicks('U1', 'Propose this', { confirmed: true });
    await slack.sees('U1', /P-1 is proposed/);
    expect(await flush()).toBe(2);
    expect(words(await slack.sees('U2', /P-1 · budget for /))).toContain('Rina cannot approve');
    expect(discordCards().at(-1)).toContain('Rina cannot approve');

    await slack.clicks('U1', 'Approve', { confirmed: true });
    await slack.sees('U1', /someone else decides/);
    await slack.clicks('U2', 'Approve', { confirmed: true });
    await slack.sees('U2', /You approved P-1/);
    const stale = discord.seenBy(budi).at(-1)!;
    const asked = await discord.clicks(budi, stale, 'Approve');
    await discord.clicks(budi, asked.message!, 'Yes, Approve');
    await discord.until(() => discordCards().some((card) => card.includes('Dina decided')));

    // The card changes in both places, and both get the instruction.
    expect(await flush()).toBe(4);
    const cards = [/Approved by Dina/, /P-1 is approved: to do by hand/].map((card) => expect.stringMatching(card));
    expect(slack.visibleTo('U9', 'C1').map(words)).toEqual(cards);
    const others = discord.seenBy({ id: '1', name: 'x' });
    expect(others.map(({ embeds }) => JSON.stringify(embeds))).toEqual(cards);
    expect(whole.state.audit.about('P-1').map(({ act }) => act)).toEqual(['proposed', 'refused', 'approved']);
  });

  it('get the digest once, with its chart, whatever is asked again', async () => {
    await open(transport);
    await whole.say('/digest post:yes', clock);
    await whole.say('/digest post:yes', clock);
    await flush();
    await flush();

    expect(slack.visibleTo('U9', 'C1').map(words)).toEqual([expect.stringMatching(/Week 13–19 Apr 2026/)]);
    expect(slack.pictures()).toHaveLength(1);
    expect(discord.seenBy({ id: '1', name: 'x' })).toHaveLength(1);
  });
});

describe('a file of orders', () => {
  const rows = (day: string) =>
    `order_id,order_date,customer_id,sku,quantity,unit_price\n${day},${day} 10:00:00,C9,A,2,1000\nbad,no date,C9,A,1,1\n`;

  it('comes in through Slack and through Discord, counted at both', async () => {
    await open('socket');

    await slack.types('U1', 'C1', '/import');
    await slack.until(() => slack.form('U1'), 'the form for the file');
    await slack.submits('U1', {}, [slack.fileOf('monday.csv', rows('2026-04-20'))]);
    expect(words(await slack.sees('U1', /monday\.csv: imported/))).toMatch(/Stored.*1.*Rejected.*1/s);
    await discord.runs(budi, 'import', { file: { name: 'tuesday.csv', content: Buffer.from(rows('2026-04-21')) } });
    await discord.until(() => discordCards().some((card) => card.includes('tuesday.csv: imported')));

    const [latest, before] = await whole.facts.imports.list();
    expect([before, latest]).toMatchObject([
      { name: 'monday.csv', rows: 2, stored: 1, rejected: 1 },
      { name: 'tuesday.csv', rows: 2, stored: 1, rejected: 1 },
    ]);
  });
});

describe('every command', () => {
  // What takes a file opens a form, which the files' own tests fill in.
  const asksForFile = (command: Command) => argumentsOf(command).some(({ kind }) => kind === 'file');
  const open_ = commands.filter(
    (command) => !command.hidden && !asksForFile(command) && command.name !== 'channel set',
  );

  it('works in Slack', async () => {
    await open('socket');
    whole.state.people.set({ door: 'slack', user: 'U7', name: 'Ana', role: 'admin' }, 'terminal:t', 0);
    for (const { examples } of open_) {
      const before = slack.visibleTo('U7').length;
      const line = exampleIn('en', examples[0]);
      await slack.types('U7', 'C1', `/${line}`);
      await slack.until(
        () =>
          slack
            .visibleTo('U7')
            .slice(before)
            .some((message) => !/Working on/.test(words(message))),
        `an answer to /${line}`,
      );
      whole.time.at += 10_000;
    }
  });

  it('works in Discord', async () => {
    await open('socket');
    for (const { name, examples, bare } of open_) {
      const typed = Object.fromEntries(
        [
          ...exampleIn('en', examples[0])
            .slice(name.length)
            .matchAll(/(?:([\w-]+):)?("[^"]*"|\S+)/g),
        ].map(([, key, value]) => [key ?? bare!, value!.replaceAll('"', '')]),
      );
      // In Discord the bare name of a family is its `show`.
      const isFamily = open_.some((other) => other.name.startsWith(`${name} `));
      const { message } = await discord.runs(budi, isFamily ? `${name} show` : name, typed);
      expect(message!.embeds.length + message!.content.length, name).toBeGreaterThan(0);
      whole.time.at += 10_000;
    }
  });
});
