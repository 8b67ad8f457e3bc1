import { describe, expect, it } from 'vitest';
import { openSlack } from '../../src/slack/door.ts';
import { inEnglish } from '../../words/tell.ts';
import { BOT_TOKEN } from '../fakes/slack/index.ts';
import { hold } from '../support/hold.ts';
import { chart, png, reply, slackForTest, stubHouse, transports } from './slack-house.ts';

/** The connection to Slack, from its start to its end, and what the log says of it. */

describe.each(['socket', 'http'] as const)('the connection over %s', (kind) => {
  it('waits for work in flight before it closes, and takes none after', async () => {
    const { slack, open } = await slackForTest();
    const { working, finish } = hold();
    const { asked, door: opened } = await open(kind, async () => {
      await working;
      return reply('Finished after all');
    });
    await slack.types('U1', 'C1', '/forecast');

    let isClosed = false;
    const closed = opened.close().then(() => {
      isClosed = true;
    });
    expect(inEnglish(opened.state())).toBe('closed');
    if (kind === 'http') expect(await slack.types('U2', 'C1', '/forecast')).toMatchObject({ status: 503 });
    else await slack.until(() => slack.sockets.length === 0, 'the end of the socket');
    expect(isClosed).toBe(false);
    finish();
    await closed;

    await slack.sees('U1', /Finished after all/);
    expect(asked).toHaveLength(1);
  });

  it('does not mind the tokens of people, and hears when its own is gone', async () => {
    const { slack, open } = await slackForTest();
    const { door: opened } = await open(kind, () => reply('Revenue'));
    await slack.event({ type: 'tokens_revoked', tokens: { oauth: ['U1'] } });
    await slack.event({ type: 'tokens_revoked', tokens: { oauth: ['U1'], bot: ['UOTHER'] } });
    expect(opened.isConnected()).toBe(true);

    await slack.event({ type: 'tokens_revoked', tokens: { bot: ['UBOT'] } });

    await slack.until(() => /token was revoked/.test(inEnglish(opened.state())), 'the state');
    expect(opened.isConnected()).toBe(false);
  });

  it('writes a failed call into the log once', async () => {
    const { slack, log, open } = await slackForTest();
    await open(kind, () => reply('Revenue'));
    for (const method of ['response_url', 'chat.postEphemeral', 'chat.postMessage'])
      slack.fails(method, { status: 503 });
    await slack.types('U1', 'C1', '/forecast');
    await slack.until(() => log.length > 0, 'a line in the log');
    await slack.types('U1', 'C1', '/forecast');
    await slack.sees('U1', /Revenue/);
    expect(log).toEqual([expect.stringMatching(/^error: an answer could not be delivered/)]);
  });

  it('says that the app was removed', async () => {
    const { slack, open } = await slackForTest();
    const { door: opened } = await open(kind, () => reply('Revenue'));
    expect(inEnglish(opened.state())).toMatch(
      kind === 'socket' ? /^connected as @sextant$/ : /^listening on port \d+ as @sextant$/,
    );

    await slack.event({ type: 'app_uninstalled' });

    await slack.until(() => /removed/.test(inEnglish(opened.state())), 'the state');
  });

  it('writes no token into the log', async () => {
    const { slack, log, open } = await slackForTest();
    await open(kind, () => reply('Revenue', chart));
    for (const method of ['response_url', 'chat.postEphemeral', 'chat.postMessage'])
      slack.fails(method, { status: 500 });
    slack.fails('files.getUploadURLExternal', { error: `invalid ${BOT_TOKEN}` });

    await slack.types('U1', 'C1', '/forecast');

    await slack.until(() => log.some((line) => /could not be delivered/.test(line)), 'a line in the log');
    expect(log.join('\n')).not.toMatch(/xoxb-|xapp-|respond\/\d/);
  });
});

describe('HTTP', () => {
  it('says at once that its port is taken', async () => {
    const { slack, open } = await slackForTest();
    const { door: first } = await open('http', () => reply('Revenue'));
    const { house } = stubHouse(() => reply('Revenue'));
    const options = {
      botToken: BOT_TOKEN,
      transport: { ...transports.http, port: first.port! },
      apiUrl: slack.apiUrl,
      renderChart: async () => png,
      log: () => {},
    };

    await expect(openSlack(options, house)).rejects.toThrow('EADDRINUSE');
  });
});

describe('the socket', () => {
  it('comes back at once when Slack refreshes it', async () => {
    const { slack, open } = await slackForTest();
    const { door: opened } = await open('socket', () => reply('Revenue'));
    const [first] = slack.sockets;

    slack.refreshes();

    await slack.until(() => slack.sockets.length === 1 && slack.sockets[0] !== first, 'a new socket');
    await slack.types('U1', 'C1', '/forecast');
    await slack.sees('U1', /Revenue/);
    expect(inEnglish(opened.state())).toBe('connected as @sextant');
  });

  it('survives an outage of Slack, and a revoked token', async () => {
    const { slack, open } = await slackForTest();
    const { door: opened } = await open('socket', () => reply('Revenue'));
    slack.fails('apps.connections.open', { status: 503 }, { cut: 'before' }, { error: 'internal_error' });
    const [first] = slack.sockets;

    first?.terminate();

    await slack.until(() => slack.sockets.length === 1 && slack.sockets[0] !== first, 'a new socket');
    await slack.until(() => inEnglish(opened.state()) === 'connected as @sextant', 'the state');

    slack.fails('apps.connections.open', { error: 'token_revoked' });
    slack.sockets[0]?.terminate();

    await slack.until(() => inEnglish(opened.state()) === 'disconnected: token_revoked', 'the state');
  });

  it.each([
    [{ botToken: 'xoxb-wrong' }, 'Slack refused the bot token: invalid_auth'],
    [{ transport: { kind: 'socket', appToken: 'xapp-wrong' } }, 'Slack refused the app token: invalid_auth'],
  ] as const)('says which token Slack refuses', async (wrong, message) => {
    const { open } = await slackForTest();
    await expect(open('socket', () => reply('Revenue'), wrong)).rejects.toThrow(message);
  });

  it('waits for Slack at the start', async () => {
    const { slack, open } = await slackForTest();
    slack.fails('auth.test', { status: 503 }, { cut: 'before' });

    const { door: opened } = await open('socket', () => reply('Revenue'));

    expect(inEnglish(opened.state())).toBe('connected as @sextant');
  });
});
