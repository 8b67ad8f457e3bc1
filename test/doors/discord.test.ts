import { existsSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { memoryOfButtons } from '../../src/button-memory.ts';
import type { DiscordOptions } from '../../src/discord/door.ts';
import type { OpenDoor } from '../../src/doors.ts';
import type { Rendered } from '../../src/told.ts';
import { inEnglish } from '../../words/tell.ts';
import { type MadeUpHouse, shop } from '../fakes/discord/house.ts';
import type { FakeDiscord } from '../fakes/discord/server.ts';
import { ana, budi, type DiscordStreet, discordStreet, picture } from './discord-street.ts';

let discord: FakeDiscord;
let house: MadeUpHouse;
let door: OpenDoor;
let faults: unknown[];
let street: DiscordStreet;

/** A door with these options takes the place of the one that is open. */
async function reopen(others: Partial<DiscordOptions> = {}) {
  door = await street.open(others);
}

beforeEach(async () => {
  street = await discordStreet();
  ({ discord, house, faults } = street);
  await reopen();
});

afterEach(() => street.close());

const digest: Rendered = { title: 'The week', tone: 'plain', parts: [], shop, language: 'en' };

describe('a slash command', () => {
  it('is acknowledged at once and answered in private', async () => {
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
    const { message } = await discord.runs(ana, 'forecast');

    expect(message!.embeds[0]!.image!.url).toBe('attachment://chart-1.png');
    expect(message!.attachments).toMatchObject([
      { filename: 'chart-1.png', bytes: picture, description: expect.stringContaining('IDR 61M in week 8') },
    ]);
  });

  it('says the chart in words when it cannot be drawn', async () => {
    await reopen({ renderChart: () => Promise.reject(new Error('no font')) });

    const { message } = await discord.runs(ana, 'forecast');

    expect(message!.attachments).toEqual([]);
    expect(message!.embeds[0]!.description).toContain('IDR 61M in week 8');
    expect(faults).toEqual([new Error('no font')]);
  });

  it('answers the whole channel when shared', async () => {
    const { message } = await discord.runs(ana, 'forecast', { share: true });

    expect(discord.seenBy(budi)).toEqual([message]);
    expect(house.calls[0]!.input).toEqual({ share: 'yes' });
  });

  it('keeps from the channel what the house keeps from it', async () => {
    house.says = { audience: 'caller', outcome: 'refused', title: 'Not for everyone' };

    await discord.runs(ana, 'forecast', { share: true });
    await discord.until(() => discord.seenBy(ana).length === 2);

    expect(JSON.stringify(discord.seenBy(budi))).not.toContain('Not for everyone');
    expect(discord.seenBy(ana)[1]!.embeds[0]!.title).toBe('Not for everyone');
  });

  it('offers to share, which asks again for the channel', async () => {
    const { message } = await discord.runs(ana, 'forecast', { weeks: 4 });

    await discord.clicks(ana, message!, 'Share to channel');

    expect(discord.seenBy(budi)).toMatchObject([{ embeds: [{ title: 'Revenue, next 4 weeks' }] }]);
    expect(house.calls[1]!.input).toEqual({ weeks: '4', share: 'yes' });
  });

  it('passes on a refusal, with nothing to share', async () => {
    house.says = { outcome: 'refused', title: 'Too little data', tone: 'careful' };

    const { message } = await discord.runs(ana, 'segment show');

    expect(message).toMatchObject({ embeds: [{ title: 'Too little data', color: 0xe8912d }], components: [] });
  });

  it('pings nobody and links nowhere, whatever a customer is called', async () => {
    const text = '@everyone <@7002> [a](http://b) [c](http://d) **bold** `x`\n# big';
    house.says = { title: '@here', parts: [{ kind: 'text', text }] };

    const { message } = await discord.runs(ana, 'forecast', { share: true });

    expect(message!.allowedMentions).toEqual({ parse: [] });
    expect(message!.embeds[0]!.description).toBe(
      '\\@everyone \\<\\@7002\\> \\[a\\](http://b) \\[c\\](http://d) \\*\\*bold\\*\\* \\`x\\`\n\\# big',
    );
  });

  it('counts the rows of a table that is too long', async () => {
    const rows = Array.from({ length: 5000 }, (_, i) => [`customer ${i}`, i]);
    const columns = [
      { title: 'Who', unit: 'text' },
      { title: 'Orders', unit: 'count' },
    ] as const;
    house.says = { parts: [{ kind: 'table', columns, rows }] };

    const { message } = await discord.runs(ana, 'forecast');

    const shown = message!.embeds[0]!.description!;
    const missing = Number(/… ([\d,]+) more rows/.exec(shown)![1]!.replace(',', ''));
    expect(shown).toContain(`customer ${5000 - missing - 1} `);
    expect(shown).not.toContain(`customer ${5000 - missing} `);
    expect(missing).toBeGreaterThan(4000);
  });

  it('runs nothing when the three seconds are over', async () => {
    discord.sends(ana, 'forecast', {}, { lateMs: 3200 });
    await discord.until(() => discord.world.requests.some(({ path }) => path.endsWith('/callback')));

    await door.close();

    expect(house.calls).toEqual([]);
    expect(faults).toMatchObject([{ code: 10062 }]);
  });

  it('comes as a direct message when it took longer than a quarter of an hour', async () => {
    let finish = () => {};
    house.waitsFor = new Promise<void>((done) => {
      finish = done;
    });
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
    let finish = () => {};
    house.waitsFor = new Promise<void>((done) => {
      finish = done;
    });
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
    const body = { code: 40060, message: 'Interaction has already been acknowledged.' };
    discord.faults.push({ at: 'POST /interactions/', how: 400, body, after: true });

    const { message } = await discord.runs(ana, 'forecast');

    expect(message!.embeds[0]!.title).toBe('Revenue, next 8 weeks');
    expect(house.calls).toHaveLength(1);
    expect(faults).toEqual([]);
  });

  it('is run once when Discord tells of it twice', async () => {
    const { message } = await discord.runs(ana, 'forecast');
    discord.repeats();
    await discord.runs(budi, 'forecast');

    expect(house.calls.map(({ caller }) => caller.user)).toEqual([ana.id, budi.id]);
    expect(message!.embeds[0]!.title).toBe('Revenue, next 8 weeks');
    expect(faults).toEqual([]);
  });

  it('is answered although Discord was down for a moment', async () => {
    discord.faults.push({ at: 'PATCH /webhooks/', how: 503, body: '<html>down</html>' });

    const { message } = await discord.runs(ana, 'forecast');

    expect(message!.embeds[0]!.title).toBe('Revenue, next 8 weeks');
    expect(faults).toEqual([]);
  });

  it('leaves out a file that is larger than Discord takes there, and counts it', async () => {
    discord.world.attachmentSizeLimit = 1000;
    const file = (name: string, length: number) =>
      ({ kind: 'file', name, mime: 'text/csv', content: 'x'.repeat(length) }) as const;
    house.says = { parts: [file('small.csv', 900), file('large.csv', 1100)] };

    const { message } = await discord.runs(ana, 'forecast');

    expect(message!.attachments.map(({ filename }) => filename)).toEqual(['small.csv']);
    expect(message!.embeds[0]!.footer!.text).toContain('1 more file');
  });

  it('is answered although the line was cut after the acknowledgement', async () => {
    discord.faults.push({ at: 'POST /interactions/', how: 'cut after' });

    const { message } = await discord.runs(ana, 'forecast');

    expect(message!.embeds[0]!.title).toBe('Revenue, next 8 weeks');
    expect(house.calls).toHaveLength(1);
    expect(faults).toEqual([]);
  });

  it('says so when Discord will not show the answer', async () => {
    discord.faults.push({ at: 'PATCH /webhooks/', how: 400, body: { code: 50035, message: 'Invalid Form Body' } });

    const { message } = await discord.runs(ana, 'forecast');

    expect(message!.embeds[0]!.description).toContain('Discord would not show it');
    expect(faults).toHaveLength(1);
  });

  it('waits out a rate limit', async () => {
    const body = { message: 'You are being rate limited.', retry_after: 0.05, global: false };
    discord.faults.push({ at: 'PATCH /webhooks/', how: 429, body, headers: { 'retry-after': '0.05' } });

    const { message } = await discord.runs(ana, 'forecast');

    expect(message!.embeds[0]!.title).toBe('Revenue, next 8 weeks');
  });
});

describe('a button', () => {
  it('asks what it stands for, as the one who pressed it', async () => {
    const { message } = await discord.runs(ana, 'budget plan', { total: '100M', share: true });

    const answer = await discord.clicks(budi, message!, 'Why?');

    expect(answer.message).toMatchObject({ onlyFor: budi.id, embeds: [{ title: 'Revenue, next 3 weeks' }] });
    expect(house.calls[1]).toMatchObject({ name: 'forecast', input: { weeks: '3' }, caller: { user: '7002' } });
  });

  it('repeats in words what will happen before it does', async () => {
    const card = await discord.runs(ana, 'budget plan', { total: '100M', share: true });

    const question = await discord.clicks(budi, card.message!, 'Approve');

    expect(question.message).toMatchObject({
      onlyFor: budi.id,
      embeds: [{ description: 'IDR 50M moves from Ads to Vouchers.' }],
    });
    expect(house.calls).toHaveLength(1);

    await discord.clicks(budi, question.message!, 'Yes, Approve');
    await discord.until(() => question.message!.embeds[0]?.title === 'P-31 approved');

    expect(house.calls[1]).toMatchObject({ name: 'budget approve', input: { id: 'P-31', version: '2' } });
    expect(question.message!.components).toEqual([]);
    await expect(discord.clicks(budi, question.message!, 'Yes, Approve')).rejects.toThrow('No button');
  });

  it('can be taken back', async () => {
    const card = await discord.runs(ana, 'budget plan', { total: '100M' });
    const question = await discord.clicks(ana, card.message!, 'Approve');

    await discord.clicks(ana, question.message!, 'Cancel');

    expect(question.message).toMatchObject({
      embeds: [{ description: 'Cancelled. Nothing was changed.' }],
      components: [],
    });
    expect(house.calls).toHaveLength(1);
  });

  it('shows its form, and adds the answers to what it asks', async () => {
    const card = await discord.runs(ana, 'budget plan', { total: '100M' });

    const { modal } = await discord.clicks(ana, card.message!, 'Reject');
    expect(modal).toMatchObject({
      title: 'Reject P-31',
      components: [{ label: 'Why?' }, { label: 'Make me another?' }],
    });
    const { message } = await discord.submits(ana, modal!, { reason: 'too early, "maybe" later', again: 'yes' });

    expect(message!.embeds[0]!.title).toBe('P-31 rejected');
    expect(house.calls[1]).toMatchObject({
      name: 'budget reject',
      input: { id: 'P-31', version: '2', reason: 'too early, "maybe" later', again: 'yes' },
      caller: { door: 'discord', user: '7001' },
    });
  });

  it('turns the page of a form longer than Discord allows, and asks to confirm at its end', async () => {
    const fields = Array.from(
      { length: 7 },
      (_, i) => ({ name: `f${i}`, label: `F ${i}`, kind: 'text', required: true }) as const,
    );
    const form = { title: 'Adjust', submit: 'Go', fields };
    const action = {
      label: 'Adjust',
      style: 'plain',
      ask: { name: 'adjust', input: {} },
      confirm: 'Sure?',
      form,
    } as const;
    house.says = { actions: [action] };
    const card = await discord.runs(ana, 'forecast');

    const first = await discord.clicks(ana, card.message!, 'Adjust');
    const between = await discord.submits(ana, first.modal!, { f0: '0', f1: '1', f2: '2', f3: '3', f4: '4' });
    const second = await discord.clicks(ana, between.message!, 'Continue');
    const question = await discord.submits(ana, second.modal!, { f5: '5', f6: '6' });

    expect(between.message!.embeds[0]!.description).toContain('2 more to fill in');
    expect(second.modal!.components).toHaveLength(2);
    expect([first, second].map(({ modal }) => modal!.title)).toEqual(['Adjust · 1/2', 'Adjust · 2/2']);
    expect(question.message!.embeds[0]!.description).toBe('Sure?');
  });

  it('asks what a long form would lead to once all its pages are filled in, instead of doing it', async () => {
    const fields = Array.from(
      { length: 6 },
      (_, i) => ({ name: `f${i}`, label: `F ${i}`, kind: 'number', required: true, initial: `${i}` }) as const,
    );
    const live = { name: 'budget reject', input: { id: 'P-31' } };
    const form = { title: 'Adjust', submit: 'Go', fields, live };
    house.says = { actions: [{ label: 'Adjust', style: 'plain', ask: { name: 'budget approve', input: {} }, form }] };
    const card = await discord.runs(ana, 'forecast');

    const first = await discord.clicks(ana, card.message!, 'Adjust');
    const between = await discord.submits(ana, first.modal!, { f0: '7' });
    const second = await discord.clicks(ana, between.message!, 'Continue');
    await discord.submits(ana, second.modal!, { f5: '8' });

    const input = { id: 'P-31', f0: '7', f1: '1', f2: '2', f3: '3', f4: '4', f5: '8' };
    expect(house.calls.at(-1)).toMatchObject({ name: 'budget reject', input });
  });

  it('still works after a restart, also when it is too long for its id', async () => {
    const memory = memoryOfButtons();
    await reopen({ memory });
    const reason = 'because '.repeat(30).trim();
    const ask = { name: 'budget reject', input: { id: 'P-31', version: '2', reason } };
    house.says = { actions: [{ label: 'Reject', style: 'danger', ask }] };
    const { message } = await discord.runs(ana, 'forecast');

    await reopen({ memory });
    await discord.clicks(ana, message!, 'Reject');

    expect(house.calls[1]!.input).toEqual(ask.input);
  });

  it('says so when nobody remembers what it meant', async () => {
    const card = await discord.runs(ana, 'budget plan', { total: '100M' });
    await reopen();

    const { message } = await discord.clicks(ana, card.message!, 'Reject');

    expect(message!.embeds[0]!.description).toContain('ask again with the slash command');
  });
});

describe('what is being typed', () => {
  const known = Array.from({ length: 40 }, (_, i) => ({ value: `P-${i}`, label: `P-${i} · Rina` }));

  it('is offered what is known of its kind, as many as Discord lists', async () => {
    house.suggests = [{ value: 'x'.repeat(101), label: 'too long to send' }, ...known];

    const offered = await discord.types(ana, 'budget show', 'proposal', 'p-');

    expect(offered).toHaveLength(25);
    expect(offered[0]).toEqual({ name: 'P-0 · Rina', value: 'P-0' });
    expect(house.wishes).toEqual([{ command: 'budget show', argument: 'proposal', typed: 'p-' }]);
    expect(house.calls).toEqual([]);
  });

  it('is offered nothing rather than nothing in time', async () => {
    await reopen({ patienceMs: 10 });
    house.suggests = new Promise(() => {});

    expect(await discord.types(ana, 'budget show', 'proposal', '')).toEqual([]);
  });

  it('is let go when it comes late, and checked again when it is sent', async () => {
    const answered = () => discord.world.requests.filter(({ path }) => path.endsWith('/callback')).length;
    discord.types(ana, 'budget show', 'proposal', 'P', { lateMs: 3200 }).catch(() => {});
    await discord.until(() => answered() === 1);

    const { message } = await discord.runs(ana, 'budget show', { proposal: 'nonsense' });

    expect(message!.embeds[0]!.title).toBe('I did not understand that');
    expect(faults).toEqual([]);
  });
});

describe('a menu', () => {
  const campaigns = (count: number) =>
    Array.from({ length: count }, (_, i) => ({
      label: `Campaign ${i}`,
      style: 'plain' as const,
      ask: { name: 'budget show', input: { proposal: `P-${i}` } },
    }));

  it('takes the place of many answers to one question, and asks what its button would have', async () => {
    const why = { label: 'Why?', style: 'plain', ask: { name: 'forecast', input: {} } } as const;
    house.says = { actions: [...campaigns(9), why] };
    const { message } = await discord.runs(ana, 'segment who', { r: 3 });

    expect(message!.components.map(({ components }) => components.map(({ type }) => type))).toEqual([[2, 2], [3]]);
    await discord.clicks(ana, message!, 'Campaign 7');

    expect(house.calls.at(-1)).toMatchObject({ name: 'budget show', input: { proposal: 'P-7' } });
  });

  it('lists 25 and counts the rest', async () => {
    house.says = { actions: campaigns(30) };
    const { message } = await discord.runs(ana, 'import', { file: { name: 'o.csv', content: Buffer.from('a') } });

    expect(message!.components[0]!.components[0]!.options).toHaveLength(25);
    expect(message!.embeds.at(-1)!.footer!.text).toBe('Left out, too much for one message: 5 more buttons');
  });

  it('stays buttons while there are few', async () => {
    house.says = { actions: campaigns(5) };
    const { message } = await discord.runs(ana, 'import', { file: { name: 'o.csv', content: Buffer.from('a') } });

    expect(message!.components.flatMap(({ components }) => components).map(({ type }) => type)).toEqual([
      2, 2, 2, 2, 2,
    ]);
  });
});

describe('who asks', () => {
  const roles = { '31': 'viewer', '32': 'analyst' } as const;
  it('brings what the roles of the server give at this moment, the most of them', async () => {
    await reopen({ roles });
    const given = async (held: readonly string[]) => {
      await discord.runs({ ...ana, roles: held }, 'forecast');
      return house.calls.at(-1)!.caller.given;
    };

    expect(await given([])).toBeUndefined();
    expect(await given(['31', '99'])).toBe('viewer');
    expect(await given(['31', '32'])).toBe('analyst');
    expect(await given(['99'])).toBeUndefined();
  });

  it('is told in the language of their Discord, or in the one they chose', async () => {
    await reopen({ languageOf: ({ language = 'en' }) => language });
    const card = await discord.runs({ ...ana, locale: 'id' }, 'budget plan', { total: '100M' });
    expect(house.calls[0]!.caller.language).toBe('id');

    const question = await discord.clicks({ ...ana, locale: 'id' }, card.message!, 'Approve');
    expect(question.message!.components[0]!.components.map(({ label }) => label)).toEqual(['Ya, Approve', 'Batal']);
    await reopen({ languageOf: () => 'en' });
    const again = await discord.clicks({ ...ana, locale: 'id' }, card.message!, 'Why?');
    expect(again.message).not.toBeNull();
  });

  it('asks in the channel when they ask in its thread, and is answered in the thread', async () => {
    const { ref: above } = await door.outlet.post(discord.world.channel, { ...digest, title: 'The week' }, 'digest');
    const ask = { name: 'forecast', input: { weeks: 3 } };
    const detail = { ...digest, title: 'A detail', actions: [{ label: 'Why?', style: 'plain' as const, ask }] };
    await door.outlet.post(discord.world.channel, detail, 'detail', above);
    const inThread = discord.seenBy(ana).find(({ channel }) => channel === above)!;

    const { message } = await discord.clicks(ana, inThread, 'Why?');

    expect(message).toMatchObject({ channel: above, onlyFor: ana.id, embeds: [{ title: 'Revenue, next 3 weeks' }] });
    expect(house.calls[0]!.caller.channel).toBe(discord.world.channel);
  });
});

describe('a file', () => {
  it('reaches the command from a temporary place that is gone afterwards', async () => {
    const content = gzipSync('InvoiceNo,StockCode\n1,A\n');

    const { message } = await discord.runs(ana, 'import', { file: { name: 'orders.csv.gz', content } });

    expect(message!.embeds[0]!.title).toBe('Read orders.csv.gz');
    expect(house.uploaded).toEqual(content);
    expect(house.calls[0]!.uploads![0]!.name).toBe('orders.csv.gz');
    expect(house.calls[0]!.uploads![0]!.path).toMatch(/upload\.csv\.gz$/);
    expect(existsSync(house.calls[0]!.uploads![0]!.path)).toBe(false);
    expect(message!.components).toEqual([]);
  });

  it('is said how far it was read, where the answer will stand', async () => {
    let finish = () => {};
    house.waitsFor = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const interaction = discord.sends(ana, 'import', { file: { name: 'o.csv', content: Buffer.from('a') } });
    await vi.waitFor(() => expect(house.progress).not.toBeNull());
    house.progress!({ words: 'Reading o.csv: 4,000 rows, 10%', share: 0.1 });
    await discord.until(() => interaction.original?.embeds[0]?.description?.includes('4,000 rows, 10%') === true);
    house.progress!({ words: 'Reading o.csv: 8,000 rows, 20%', share: 0.2 });
    finish();

    await discord.until(() => interaction.original?.embeds[0]?.title === 'Read o.csv');
    expect(discord.seenBy(ana)).toHaveLength(1);
  });

  it('is refused when it is larger than it says', async () => {
    await reopen({ maxUploadBytes: 1000 });

    const file = { name: 'big.csv', content: Buffer.alloc(5000), statedSize: 10 };
    const { message } = await discord.runs(ana, 'import', { file });

    expect(message!.embeds[0]).toMatchObject({ title: 'The file was not taken' });
    expect(house.calls).toEqual([]);
  });

  it('is not fetched from anywhere but Discord', async () => {
    await reopen({ fileOrigins: ['https://cdn.discordapp.com'] });

    const { message } = await discord.runs(ana, 'import', { file: { name: 'a.csv', content: Buffer.from('x') } });

    expect(message!.embeds[0]!.description).toContain('does not lie with Discord');
    expect(house.calls).toEqual([]);
  });
});

describe('the connection', () => {
  it('refuses a wrong token', async () => {
    await expect(reopen({ token: 'MTAx.wrong.token' })).rejects.toThrow();
  });

  it.each(['askToReconnect', 'cut'] as const)(
    'comes back after %s, and answers what was asked meanwhile',
    async (how) => {
      discord.gateway[how]();
      const { message } = await discord.runs(ana, 'forecast');
      await discord.until(() => discord.gateway.resumed === 1);
      await discord.runs(budi, 'forecast');

      expect(message!.embeds[0]!.title).toBe('Revenue, next 8 weeks');
      expect(house.calls.map(({ caller }) => caller.user)).toEqual([ana.id, budi.id]);
      expect(discord.gateway.identified).toBe(1);
      expect(inEnglish(door.state())).toBe('connected as @sextant');
    },
  );

  it('begins anew when Discord has forgotten its session: of what was asked meanwhile it never hears', async () => {
    // The library begins a session every five seconds, and no faster.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 6000 });
    onTestFinished(() => void vi.useRealTimers());
    discord.gateway.forgets();
    discord.sends(ana, 'forecast');

    await discord.until(() => discord.gateway.identified === 2);
    const { message } = await discord.runs(budi, 'forecast');

    expect(message!.embeds[0]!.title).toBe('Revenue, next 8 weeks');
    expect(house.calls.map(({ caller }) => caller.user)).toEqual([budi.id]);
    expect(discord.gateway.resumed).toBe(0);
    expect(door.isConnected()).toBe(true);
    expect(inEnglish(door.state())).toBe('connected as @sextant');
  });

  it('waits for what is in flight before it closes', async () => {
    let finish = () => {};
    house.waitsFor = new Promise<void>((done) => {
      finish = done;
    });
    discord.sends(ana, 'forecast');
    await discord.until(() => house.calls.length === 1 || discord.world.messages.length === 1);

    const closed = door.close();
    const late = await discord.runs(budi, 'forecast');
    finish();
    await closed;

    expect(late.message!.embeds[0]!.description).toContain('restarted');
    expect(discord.seenBy(ana)).toMatchObject([{ embeds: [{ title: 'Revenue, next 8 weeks' }] }]);
  });

  it('registers its commands once, and again only when they change', async () => {
    let hash: string | null = null;
    const registered = {
      read: () => hash,
      write: (next: string) => {
        hash = next;
      },
    };
    const puts = () => discord.world.requests.filter(({ method }) => method === 'PUT').length;
    const before = puts();
    for (const others of [{}, {}, { guild: null }]) {
      await reopen({ registered, ...others });
    }

    expect(puts() - before).toBe(2);
    expect(discord.world.commands.map(({ name }) => name)).toEqual(['forecast', 'budget', 'segment', 'import']);
  });

  it('stays open when the commands cannot be registered, and says so', async () => {
    discord.faults.push({ at: 'PUT /', how: 403, body: { code: 50001, message: 'Missing Access' } });

    await reopen();

    expect(inEnglish(door.state())).toBe('connected, but its commands could not be registered');
    expect(faults).toMatchObject([{ code: 50001 }]);
  });
});
