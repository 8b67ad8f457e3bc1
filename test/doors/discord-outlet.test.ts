import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenDoor } from '../../src/doors.ts';
import type { Rendered } from '../../src/told.ts';
import { chart, shop } from '../fakes/discord/house.ts';
import type { FakeDiscord } from '../fakes/discord/server.ts';
import { type DiscordStreet, discordStreet, picture } from './discord-street.ts';

const digest: Rendered = {
  title: 'The week',
  tone: 'plain',
  parts: [chart, { kind: 'note', text: 'Data until Sunday' }],
  shop,
  language: 'en',
};
const key = 'digest:weekly:2026-04-20';

let discord: FakeDiscord;
let door: OpenDoor;
let channel: string;
let street: DiscordStreet;

beforeEach(async () => {
  street = await discordStreet();
  ({ discord } = street);
  channel = discord.world.channel;
  door = await street.open();
});

afterEach(() => street.close());

describe('post', () => {
  it('sends the message with its picture and returns its id', async () => {
    const { ref } = await door.outlet.post(channel, digest, key);

    expect(discord.world.messages).toMatchObject([
      {
        id: ref,
        channel,
        embeds: [{ title: 'The week' }],
        attachments: [{ bytes: picture }],
        allowedMentions: { parse: [] },
      },
    ]);
  });

  it('tells nobody its key', async () => {
    await door.outlet.post(channel, digest, key);

    expect(JSON.stringify(discord.world.messages)).not.toContain('digest:weekly');
    expect(discord.world.messages[0]!.nonce!.length).toBeLessThanOrEqual(25);
  });

  it('posts once when the line is cut after Discord took it', async () => {
    discord.faults.push({ at: `POST /channels/${channel}/messages`, how: 'cut after' });

    const lost = await door.outlet.post(channel, digest, key).catch((error) => error);
    const { ref } = await door.outlet.post(channel, digest, key);

    expect(lost).toMatchObject({ name: 'DeliveryError', kind: 'unknown' });
    expect(discord.world.messages).toMatchObject([{ id: ref }]);
  });

  it('does not take a page for an answer, and is found', async () => {
    discord.faults.push({
      at: `POST /channels/${channel}/messages`,
      how: 200,
      body: '<html>maintenance</html>',
      after: true,
    });

    await expect(door.outlet.post(channel, digest, key)).rejects.toMatchObject({ kind: 'unknown' });

    expect(await door.outlet.find(channel, key)).toBe(discord.world.messages[0]!.id);
  });

  it('can still be found when Discord has forgotten the nonce', async () => {
    discord.faults.push({ at: `POST /channels/${channel}/messages`, how: 'cut after' });
    await door.outlet.post(channel, digest, key).catch(() => {});
    discord.world.later(60 * 60_000);

    expect(await door.outlet.find(channel, key)).toBe(discord.world.messages[0]!.id);
  });

  it.each([
    ['503, twice', { how: 503, body: {} }, 'unknown'],
    ['a missing right', { how: 403, body: { code: 50013, message: 'Missing Permissions' } }, 'never'],
    ['a body it does not like', { how: 400, body: { code: 50035, message: 'Invalid Form Body' } }, 'never'],
  ] as const)('after %s says what to do next', async (_, fault, kind) => {
    const at = `POST /channels/${channel}/messages`;
    discord.faults.push({ at, ...fault }, { at, ...fault });

    await expect(door.outlet.post(channel, digest, key)).rejects.toMatchObject({ name: 'DeliveryError', kind });
  });

  it('will never reach a channel that does not exist', async () => {
    await expect(door.outlet.post('777', digest, key)).rejects.toMatchObject({ kind: 'never' });
    await expect(door.outlet.update('777', '1', digest)).rejects.toMatchObject({ kind: 'never' });
  });

  it('waits a rate limit out', async () => {
    const body = { message: 'You are being rate limited.', retry_after: 0.05, global: false };
    const at = `POST /channels/${channel}/messages`;
    discord.faults.push({ at, how: 429, body, headers: { 'retry-after': '0.05' } });

    await door.outlet.post(channel, digest, key);

    expect(discord.world.messages).toHaveLength(1);
  });
});

describe('update', () => {
  it('changes the message in place, drops its picture, and keeps it findable', async () => {
    const { ref } = await door.outlet.post(channel, digest, key);

    await door.outlet.update(channel, ref, { ...digest, title: 'Approved', parts: [] });

    expect(discord.world.messages).toMatchObject([{ id: ref, embeds: [{ title: 'Approved' }], attachments: [] }]);
    expect(await door.outlet.find(channel, key)).toBe(ref);
  });

  it('leaves a message deleted that somebody has deleted', async () => {
    const { ref } = await door.outlet.post(channel, digest, key);
    discord.world.messages.pop();

    await door.outlet.update(channel, ref, digest);

    expect(discord.world.messages).toEqual([]);
  });

  it.each(['GET', 'PATCH'])('does not take a page for an answer to its %s', async (method) => {
    const { ref } = await door.outlet.post(channel, digest, key);
    discord.faults.push({ at: `${method} /channels/${channel}/messages/`, how: 200, body: '<html>maintenance</html>' });

    await expect(door.outlet.update(channel, ref, { ...digest, title: 'Approved' })).rejects.toMatchObject({
      kind: 'unknown',
    });
    await door.outlet.update(channel, ref, { ...digest, title: 'Approved' });

    expect(discord.world.messages).toMatchObject([{ embeds: [{ title: 'Approved' }] }]);
    expect(await door.outlet.find(channel, key)).toBe(ref);
  });

  it('may simply be tried again when it is unclear whether it worked', async () => {
    const { ref } = await door.outlet.post(channel, digest, key);
    discord.faults.push({ at: 'PATCH /channels/', how: 'cut after' });

    await expect(door.outlet.update(channel, ref, digest)).rejects.toMatchObject({ kind: 'later' });
  });
});

describe('a thread', () => {
  const detail = { ...digest, title: 'A detail' };
  const shown = () => discord.world.messages.map((each) => [each.channel, each.embeds[0]?.title]);

  it('is started on the message above, once, and what stands in it is found and changed', async () => {
    const { ref: above } = await door.outlet.post(channel, digest, 'digest');
    const { ref } = await door.outlet.post(channel, detail, 'detail 1', above);
    await door.outlet.post(channel, detail, 'detail 2', above);

    expect([...discord.world.threads]).toEqual([[above, channel]]);
    expect(shown()).toEqual([
      [channel, 'The week'],
      [above, 'A detail'],
      [above, 'A detail'],
    ]);
    expect(await door.outlet.find(channel, 'detail 1', above)).toBe(ref);
    expect(await door.outlet.find(channel, 'detail 3', above)).toBeNull();
    await door.outlet.update(channel, ref, { ...detail, title: 'Changed' });
    expect(shown()[1]).toEqual([above, 'Changed']);
    expect(await door.outlet.find(channel, 'detail 1', above)).toBe(ref);
  });

  it('is used when an earlier try had started it and its answer was lost', async () => {
    const { ref: above } = await door.outlet.post(channel, digest, 'digest');
    const at = `POST /channels/${channel}/messages/${above}/threads`;
    discord.faults.push({ at, how: 'cut after' });

    await door.outlet.post(channel, detail, 'detail', above).catch(() => {});
    await door.outlet.post(channel, detail, 'detail', above);

    expect(shown()).toEqual([
      [channel, 'The week'],
      [above, 'A detail'],
    ]);
  });

  it.each([
    ['whether there is one', (above: string) => `GET /channels/${above}`, false],
    ['the message above', (above: string) => `GET /channels/${channel}/messages/${above}`, false],
    ['the start of it', (above: string) => `POST /channels/${channel}/messages/${above}/threads`, false],
    [
      'the start of it, which got through',
      (above: string) => `POST /channels/${channel}/messages/${above}/threads`,
      true,
    ],
  ])('is not left out for a page that stood for %s', async (_, at, after) => {
    const { ref: above } = await door.outlet.post(channel, digest, 'digest');
    discord.faults.push({ at: at(above), how: 200, body: '<html>maintenance</html>', ...(after && { after }) });

    await expect(door.outlet.post(channel, detail, 'detail', above)).rejects.toMatchObject({ kind: 'later' });
    await door.outlet.post(channel, detail, 'detail', above);

    expect(shown()).toEqual([
      [channel, 'The week'],
      [above, 'A detail'],
    ]);
  });

  it.each([
    ['it may not start one', () => void discord.world.threadless.add(channel)],
    ['somebody has deleted the message above', () => void discord.world.messages.pop()],
  ])('is left out when %s: it is said in the channel, and found there', async (_, happens) => {
    const { ref: above } = await door.outlet.post(channel, digest, 'digest');
    happens();

    const { ref } = await door.outlet.post(channel, detail, 'detail', above);

    expect(shown().at(-1)).toEqual([channel, 'A detail']);
    expect(await door.outlet.find(channel, 'detail', above)).toBe(ref);
  });

  it('is an answer in direct messages, which have none', async () => {
    const { ref: above } = await door.outlet.post('@7001', digest, 'digest');
    const { ref } = await door.outlet.post('@7001', detail, 'detail', above);

    expect(discord.world.messages.map((each) => each.channel)).toEqual(['97001', '97001']);
    expect(await door.outlet.find('@7001', 'detail', above)).toBe(ref);
  });
});

describe('find', () => {
  it('looks past the newest hundred', async () => {
    const { ref } = await door.outlet.post(channel, digest, key);
    for (let i = 0; i < 250; i++) {
      const other = discord.world.messages[0]!;
      discord.world.messages.push({ ...other, id: discord.world.snowflake(), embeds: [], attachments: [] });
    }

    expect(await door.outlet.find(channel, key)).toBe(ref);
    expect(await door.outlet.find(channel, 'another')).toBe(null);
    expect(await door.outlet.find('601', key)).toBe(null);
  });

  it('does not believe a message that somebody else wrote', async () => {
    await door.outlet.post(channel, digest, key);
    discord.world.messages[0]!.author = '7001';

    expect(await door.outlet.find(channel, key)).toBe(null);
  });

  it('throws when it cannot tell', async () => {
    const at = `GET /channels/${channel}/messages`;
    discord.faults.push({ at, how: 503 }, { at, how: 503 });

    await expect(door.outlet.find(channel, key)).rejects.toMatchObject({ kind: 'unknown' });
  });
});
