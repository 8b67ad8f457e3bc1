import { expect, it, onTestFinished } from 'vitest';
import { memoryOfButtons } from '../../src/button-memory.ts';
import { openDiscord } from '../../src/discord/door.ts';
import { openSlack } from '../../src/slack/door.ts';
import { FakeDiscord } from '../fakes/discord/server.ts';
import { APP_TOKEN, BOT_TOKEN, SIGNING_SECRET, startFakeSlack } from '../fakes/slack/index.ts';
import { demoHouse } from '../support/house.ts';

/** Through the real libraries: each thing a person does is timed once, when the platform has our word. */

it.each(['socket', 'http'] as const)('is timed at Slack over %s', async (transport) => {
  const slack = await startFakeSlack();
  const times: number[] = [];
  const door = await openSlack(
    {
      botToken: BOT_TOKEN,
      transport:
        transport === 'socket'
          ? { kind: 'socket', appToken: APP_TOKEN }
          : { kind: 'http', signingSecret: SIGNING_SECRET, port: 0, host: '127.0.0.1' },
      apiUrl: slack.apiUrl,
      filesOrigin: slack.origin,
      renderChart: async () => Buffer.from(''),
      now: slack.clock.now,
      pause: async (ms) => slack.clock.advance(ms),
      log: () => {},
      acknowledged: (ms) => times.push(ms),
    },
    demoHouse().house,
  );
  onTestFinished(async () => {
    await door.close();
    await slack.close();
  });
  if (transport === 'http') slack.deliversTo(`http://127.0.0.1:${door.port}/slack/events`);
  expect(door.isConnected()).toBe(true);

  await slack.types('U1', 'C1', '/help');
  await slack.sees('U1', /.+/);

  expect(times).toEqual([expect.any(Number)]);
  expect(times[0]).toBeGreaterThan(0);
  await door.close();
  expect(door.isConnected()).toBe(false);
});

it('is timed at Discord', async () => {
  const discord = await FakeDiscord.open();
  const times: number[] = [];
  const door = await openDiscord(
    {
      token: discord.world.token,
      guild: discord.world.guild,
      renderChart: async () => Buffer.from(''),
      memory: memoryOfButtons(),
      registered: { read: () => null, write: () => {} },
      report: (error) => {
        throw error;
      },
      acknowledged: (ms) => times.push(ms),
      api: discord.api,
      fileOrigins: [discord.address],
    },
    demoHouse().house,
  );
  onTestFinished(async () => {
    await door.close();
    await discord.close();
  });
  expect(door.isConnected()).toBe(true);

  await discord.runs({ id: '7002', name: 'budi' }, 'help');

  expect(times).toEqual([expect.any(Number)]);
  expect(times[0]).toBeGreaterThan(0);
  await door.close();
  expect(door.isConnected()).toBe(false);
});
