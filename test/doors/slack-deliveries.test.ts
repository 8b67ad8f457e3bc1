import { describe, expect, it } from 'vitest';
import { reply, slackForTest } from './slack-house.ts';

/** What Slack delivers: each once, and only from Slack and from our own workspace. */

describe.each(['socket', 'http'] as const)('a delivery over %s', (kind) => {
  it('takes a delivery that Slack repeats once', async () => {
    const { slack, open } = await slackForTest();
    const { asked } = await open(kind, () => reply('Revenue'));
    const { body } = slack.commandBody('U1', 'C1', '/forecast');

    await slack.deliver('slash_commands', body);
    const again = await slack.deliver('slash_commands', body, { headers: { 'x-slack-retry-num': '1' } });

    expect(again.status).toBe(200);
    await slack.sees('U1', /Revenue/);
    expect(asked).toHaveLength(1);
  });

  it('answers people of another workspace only with that', async () => {
    const { slack, open } = await slackForTest();
    const { asked } = await open(kind, () => reply('Revenue'));
    const { body } = slack.commandBody('U9', 'C1', '/forecast', 'TOTHER');

    await slack.deliver('slash_commands', body);

    await slack.sees('U9', /only the people of its own workspace/);
    expect(asked).toEqual([]);
  });
});

describe('requests over HTTP', () => {
  it.each([
    ['a forged signature', { signature: `v0=${'0'.repeat(64)}` }],
    ['no version', { signature: 'nonsense' }],
    ['an old timestamp', { timestamp: Math.floor(Date.now() / 1000) - 360 }],
    ['a timestamp from the future', { timestamp: Math.floor(Date.now() / 1000) + 3600 }],
  ])('refuses %s', async (_, signed) => {
    const { slack, open } = await slackForTest();
    const { asked } = await open('http', () => reply('Revenue'));

    const { status } = await slack.types('U1', 'C1', '/forecast', signed);

    expect(status).toBe(401);
    expect(asked).toEqual([]);
  });

  it('refuses a replay of the very same request', async () => {
    const { slack, open } = await slackForTest();
    const { asked } = await open('http', () => reply('Revenue'));
    const { body } = slack.commandBody('U1', 'C1', '/forecast');
    const timestamp = Math.floor(Date.now() / 1000);

    await slack.deliver('slash_commands', { ...body, trigger_id: '' }, { timestamp });
    await slack.deliver('slash_commands', { ...body, trigger_id: '' }, { timestamp });

    await slack.sees('U1', /Revenue/);
    expect(asked).toHaveLength(1);
  });

  it('stores an event that Slack repeats once', async () => {
    const { slack, log, open } = await slackForTest();
    await open('http', () => reply('Revenue'));

    await slack.event({ type: 'tokens_revoked' }, 'Ev1');
    await slack.event({ type: 'tokens_revoked' }, 'Ev1', { headers: { 'x-slack-retry-num': '1' } });

    await slack.until(() => log.some((line) => /came twice/.test(line)), 'the second');
    expect(log.filter((line) => /token was revoked/.test(line))).toHaveLength(1);
  });

  it('asks an injected memory, which may outlive the process', async () => {
    const { slack, open } = await slackForTest();
    const keys: string[] = [];
    const { asked } = await open('http', () => reply('Revenue'), { seen: (key) => keys.push(key) > 0 });

    await slack.types('U1', 'C1', '/forecast');

    expect(asked).toEqual([]);
    expect(keys).toContainEqual(expect.stringMatching(/^v0=/));
  });
});
