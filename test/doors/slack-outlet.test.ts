import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DeliveryError, type Outlet } from '../../src/doors.ts';
import { openSlack, type SlackOptions } from '../../src/slack/door.ts';
import type { Rendered } from '../../src/told.ts';
import { BOT_TOKEN, type FakeSlack, startFakeSlack, words } from '../fakes/slack/index.ts';
import { approvalCard, chart, png, type SlackStreet, shop, slackStreet, stubHouse } from './slack-house.ts';

let slack: FakeSlack;
let outlet: Outlet;
let street: SlackStreet;

beforeEach(async () => {
  street = await slackStreet();
  ({ slack } = street);
  await reopen();
});

afterEach(() => street.close());

async function reopen(options: Partial<SlackOptions> = {}) {
  ({
    door: { outlet },
  } = await street.open('socket', () => ({}), options));
}

const digest: Rendered = {
  title: 'Week 16',
  tone: 'plain',
  shop,
  language: 'en',
  parts: [{ kind: 'facts', facts: [{ label: 'Sales', value: 15_200_000, unit: 'money', receipt: 'F-1042' }] }, chart],
};

async function failureOf(work: Promise<unknown>): Promise<Pick<DeliveryError, 'kind' | 'retryAfterMs' | 'message'>> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(DeliveryError);
  const { kind, retryAfterMs, message } = error as DeliveryError;
  return { kind, retryAfterMs, message };
}

const posts = () => slack.visibleTo('U1', 'C1');

describe('the Slack outlet', () => {
  it('posts nothing where it could not ask who reads the channel, and does once it can', async () => {
    slack.workspace.shared.add('C2');
    slack.fails('conversations.info', { status: 503 });
    expect(await failureOf(outlet.post('C2', digest, 'k'))).toMatchObject({ kind: 'unknown' });
    slack.fails('conversations.info', { status: 429, headers: { 'retry-after': '7' } });
    expect(await failureOf(outlet.post('C2', digest, 'k'))).toMatchObject({ kind: 'later', retryAfterMs: 7000 });
    expect(await failureOf(outlet.post('C2', digest, 'k'))).toMatchObject({ kind: 'never' });
    expect(slack.visibleTo('U1', 'C2')).toEqual([]);

    slack.fails('conversations.info', { error: 'missing_scope' });
    await outlet.post('C1', digest, 'k');
    expect(posts()).toHaveLength(1);
  });

  it('posts once, finds its post by the key, and changes it in place', async () => {
    const { ref } = await outlet.post('C1', { ...digest, actions: approvalCard.actions }, 'digest:1:2026-04-20');

    expect(posts()).toHaveLength(1);
    expect(words(posts()[0]!)).toContain('GBP 152,000');
    expect(await outlet.find('C1', 'digest:1:2026-04-20')).toBe(ref);
    expect(await outlet.find('C1', 'digest:1:2026-04-27')).toBeNull();

    await outlet.update('C1', ref, { ...digest, title: 'Approved by Dina' });

    expect(posts()).toHaveLength(1);
    expect(words(posts()[0]!)).toContain('Approved by Dina');
    expect(words(posts()[0]!)).not.toContain('Reject');
  });

  it('keeps the key and nothing else where the whole workspace can read it', async () => {
    await outlet.post('C1', digest, 'k1');

    expect(posts()[0]?.metadata).toEqual({ event_type: 'sextant_outbox', event_payload: { key: 'k1' } });
    expect(slack.callsOf('chat.postMessage')[0]?.args).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false' });
  });

  it('believes no key in a message of somebody else', async () => {
    slack.workspace.post({
      channel: 'C1',
      text: 'x',
      metadata: { event_type: 'sextant_outbox', event_payload: { key: 'k' } },
    });
    const other = slack.workspace.messages[0]!;
    slack.workspace.foreign.add(other);

    expect(await outlet.find('C1', 'k')).toBeNull();
  });

  it('finds a post behind many later ones', async () => {
    const { ref } = await outlet.post('C1', digest, 'k1');
    for (let i = 0; i < 450; i++) slack.workspace.post({ channel: 'C1', text: `message ${i}` });

    expect(await outlet.find('C1', 'k1')).toBe(ref);
  });

  it('posts to a person in their direct messages, and finds it there', async () => {
    const { ref } = await outlet.post('U5', digest, 'alert:1');

    expect(slack.visibleTo('U5').map(({ channel }) => channel)).toEqual(['DU5']);
    expect(slack.visibleTo('U1')).toEqual([]);
    expect(await outlet.find('U5', 'alert:1')).toBe(ref);
  });

  it('has not posted when Slack asks for a pause, and says how long it is', async () => {
    slack.fails('chat.postMessage', { status: 429, headers: { 'retry-after': '7' } });

    expect(await failureOf(outlet.post('C1', digest, 'k'))).toMatchObject({ kind: 'later', retryAfterMs: 7000 });
    expect(posts()).toEqual([]);
    expect(slack.callsOf('chat.postMessage')).toHaveLength(1);
  });

  it('does not let one pause hold up the other calls', async () => {
    slack.fails('chat.postMessage', { status: 429, headers: { 'retry-after': '30' } });

    const [failure, found] = await Promise.all([failureOf(outlet.post('C1', digest, 'k')), outlet.find('C1', 'k')]);

    expect([failure.kind, found]).toEqual(['later', null]);
  });

  it.each([
    ['a 503', { status: 503 }],
    ['a page that is no JSON', { status: 200, body: '<html>maintenance</html>' }],
    ['Slack itself unsure', { error: 'fatal_error' }],
    ['a cut before the effect', { cut: 'before' }],
  ] as const)('cannot tell after %s, does not try again by itself, and finds nothing', async (_, fault) => {
    slack.fails('chat.postMessage', fault);

    const { kind } = await failureOf(outlet.post('C1', { ...digest, parts: [] }, 'k'));

    expect(kind).toBe('unknown');
    expect(slack.callsOf('chat.postMessage')).toHaveLength(1);
    expect(await outlet.find('C1', 'k')).toBeNull();
  });

  it.each([
    ['the line was cut', { cut: 'after' }],
    ['a page came instead of an answer', { status: 200, body: '<html>', after: true }],
  ] as const)('finds what was posted when %s after it, so that nobody reads it twice', async (_, fault) => {
    slack.fails('chat.postMessage', fault);

    expect(await failureOf(outlet.post('C1', digest, 'k'))).toMatchObject({ kind: 'unknown' });

    expect(await outlet.find('C1', 'k')).toBe(posts()[0]?.ts);
    expect(posts()).toHaveLength(1);
  });

  it('never says "not posted" when the look-up itself failed', async () => {
    slack.fails('conversations.history', { status: 503 }, { cut: 'after' }, { error: 'missing_scope' });

    expect(await failureOf(outlet.find('C1', 'k'))).toMatchObject({ kind: 'unknown' });
    expect(await failureOf(outlet.find('C1', 'k'))).toMatchObject({ kind: 'unknown' });
    expect(await failureOf(outlet.find('C1', 'k'))).toMatchObject({ kind: 'never' });
  });

  it.each([
    ['CNONE', 'channel_not_found'],
    ['CSECRET', 'not_in_channel'],
    ['COLD', 'is_archived'],
  ])('calls a person when %s cannot be posted in', async (channel, message) => {
    expect(await failureOf(outlet.post(channel, digest, 'k'))).toEqual({ kind: 'never', retryAfterMs: 0, message });
  });

  it('knows that nothing arrived when Slack cannot be reached at all', async () => {
    const gone = await startFakeSlack();
    const { house } = stubHouse(() => ({}));
    const lonely = await openSlack(
      {
        botToken: BOT_TOKEN,
        transport: { kind: 'http', signingSecret: 'secret', port: 0, host: '127.0.0.1' },
        apiUrl: gone.apiUrl,
        renderChart: async () => png,
        log: () => {},
      },
      house,
    );
    await gone.close();

    expect(await failureOf(lonely.outlet.post('C1', { ...digest, parts: [] }, 'k'))).toMatchObject({ kind: 'later' });
    await lonely.close();
  });

  it('posts in words when the picture is not ready after ten seconds', async () => {
    slack.workspace.settings.fileProcessingMs = 60_000;

    await outlet.post('C1', digest, 'k');

    expect(posts()).toHaveLength(1);
    expect(words(posts()[0]!)).toContain(chart.alt);
    expect(posts()[0]?.blocks.some(({ type }) => type === 'image')).toBe(false);
  });

  it.each([
    ['drawn', { renderChart: () => Promise.reject(new Error('no font')) }, []],
    ['uploaded', {}, [['upload', { status: 500 }]]],
    ['shown', {}, [['files.info', { error: 'file_not_found' }]]],
  ] as const)('posts in words when the picture cannot be %s', async (_, options, faults) => {
    await reopen(options);
    for (const [method, fault] of faults) slack.fails(method, fault);

    await outlet.post('C1', digest, 'k');

    expect(words(posts()[0]!)).toContain(chart.alt);
  });

  it('comes back later for the picture when uploads are to pause', async () => {
    slack.fails('files.getUploadURLExternal', { status: 429, headers: { 'retry-after': '3' } });

    expect(await failureOf(outlet.post('C1', digest, 'k'))).toMatchObject({ kind: 'later', retryAfterMs: 3000 });
    expect(posts()).toEqual([]);
  });

  it('posts in words when Slack refuses a picture that looked ready', async () => {
    slack.fails('chat.postMessage', { error: 'invalid_blocks' });

    await outlet.post('C1', digest, 'k');

    expect(posts()).toHaveLength(1);
    expect(words(posts()[0]!)).toContain(chart.alt);
  });

  it('puts a message into the thread of another, finds it there, and changes it in place', async () => {
    const { ref: parent } = await outlet.post('C1', digest, 'digest');
    const { ref } = await outlet.post('C1', { ...digest, title: 'Detail' }, 'detail', parent);

    expect(posts().map(({ thread_ts }) => thread_ts)).toEqual([undefined, parent]);
    expect(await outlet.find('C1', 'detail', parent)).toBe(ref);
    expect(await outlet.find('C1', 'another', parent)).toBeNull();
    await outlet.update('C1', ref, { ...digest, title: 'Changed' });
    expect(words(posts()[1]!)).toContain('Changed');
  });

  it('says it in the channel when somebody has deleted the message above, and finds it there', async () => {
    const { ref: parent } = await outlet.post('C1', digest, 'digest');
    slack.workspace.remove(posts()[0]!);

    const { ref } = await outlet.post('C1', digest, 'detail', parent);

    expect(posts().map(({ ts, thread_ts }) => [ts, thread_ts])).toEqual([[ref, undefined]]);
    expect(await outlet.find('C1', 'detail', parent)).toBe(ref);
  });

  it('leaves a message deleted that somebody has deleted', async () => {
    const { ref } = await outlet.post('C1', digest, 'digest');
    slack.workspace.remove(posts()[0]!);

    await outlet.update('C1', ref, digest);

    expect(posts()).toEqual([]);
  });

  it('puts a file into the thread of its post', async () => {
    const csv = { kind: 'file', name: 'card.csv', mime: 'text/csv', content: 'a\n' } as const;

    const { ref } = await outlet.post('C1', { ...digest, parts: [csv] }, 'k');

    expect(slack.visibleTo('U1', 'C1')[1]).toMatchObject({ thread_ts: ref, text: 'card.csv' });
  });

  it('marks every message of the demo shop', async () => {
    await outlet.post('C1', { ...digest, shop: { ...shop, demo: true } }, 'k');

    expect(posts()[0]?.text).toMatch(/^DEMO · /);
    expect(JSON.stringify(posts()[0]?.blocks[0])).toContain('DEMO · Week 16');
  });
});
