import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase } from '../../data/database.ts';
import { openState } from '../../data/state/open.ts';
import { memoryOfButtons } from '../../src/button-memory.ts';
import { openDelivery } from '../../src/delivery.ts';
import { openDiscord } from '../../src/discord/door.ts';
import { openSlack } from '../../src/slack/door.ts';
import type { Sending } from './kill-senders.ts';
import { quietHouse } from './quiet-house.ts';

/**
 * A process to be killed: bolt's client and discord.js send what is in the outbox until it dies. It waits for a word
 * first, so that the next one can start while this one is at work.
 */
const { file, slack, discord, waits }: Sending = JSON.parse(process.argv[2]!);
const ignore = () => {};
const renderChart = async () => Buffer.from('a picture');

// Nobody is left behind when whoever kills is gone.
process.stdin.on('end', () => process.exit());
process.stdout.write('up\n');
await once(process.stdin, 'data');

const state = openState(openDatabase(file));
const doors = await Promise.all([
  openSlack(
    {
      botToken: slack.token,
      transport: { kind: 'http', signingSecret: 'secret', port: 0, host: '127.0.0.1' },
      apiUrl: slack.api,
      filesOrigin: new URL(slack.api).origin,
      renderChart,
      log: ignore,
    },
    quietHouse,
  ),
  openDiscord(
    {
      token: discord.token,
      guild: null,
      api: discord.api,
      renderChart,
      memory: memoryOfButtons(),
      registered: { read: () => null, write: ignore },
      report: ignore,
    },
    quietHouse,
  ),
]);
process.stdout.write('open\n');
const delivery = openDelivery({ state, doors: () => doors, now: Date.now, waits, report: ignore });
for (;;) {
  await delivery.flush();
  await pause(10);
}
