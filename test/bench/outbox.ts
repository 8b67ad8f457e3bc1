import { openDatabase } from '../../data/database.ts';
import { openState } from '../../data/state/open.ts';
import { memoryOfButtons } from '../../src/button-memory.ts';
import { openDelivery } from '../../src/delivery.ts';
import { openDiscord } from '../../src/discord/door.ts';
import type { OpenDoor } from '../../src/doors.ts';
import { openSlack } from '../../src/slack/door.ts';
import { FakeDiscord } from '../fakes/discord/server.ts';
import { BOT_TOKEN, startFakeSlack } from '../fakes/slack/index.ts';
import { quietHouse } from '../support/quiet-house.ts';
import { type Row, seconds } from './print.ts';

const MESSAGES = 200;
const CHANNELS = 10;
const PER_CHANNEL = MESSAGES / CHANNELS;
/** One message a second in a channel (docs.slack.dev, rate limits), which the stand-in enforces. */
const SLACK_PACE_MS = 1_000;
/** Five in five seconds, as Discord's answers tell it. */
const DISCORD = { most: 5, everyMs: 5_000 };

const renderChart = async () => Buffer.from('a picture');
const ignore = () => {};

/** How long 200 messages to 10 channels take through the real clients, beside the least that the platform allows. */
export async function measure(): Promise<readonly Row[]> {
  return [await slackRow(), await discordRow()];
}

async function slackRow(): Promise<Row> {
  const slack = await startFakeSlack();
  slack.workspace.settings.paceMs = SLACK_PACE_MS;
  const channels = Array.from({ length: CHANNELS }, (_, i) => `C${100 + i}`);
  for (const channel of channels) slack.workspace.channels.set(channel, 'member');
  const door = await openSlack(
    {
      botToken: BOT_TOKEN,
      transport: { kind: 'http', signingSecret: 'secret', port: 0, host: '127.0.0.1' },
      apiUrl: slack.apiUrl,
      renderChart,
      log: ignore,
    },
    quietHouse,
  );
  const took = await timeToSend(door, channels);
  const refused = slack.callsOf('chat.postMessage').length - slack.workspace.messages.length;
  await door.close();
  await slack.close();
  return row('Slack', took, (PER_CHANNEL - 1) * SLACK_PACE_MS, refused);
}

async function discordRow(): Promise<Row> {
  const discord = await FakeDiscord.open();
  const { world } = discord;
  world.limits.limit = DISCORD;
  const channels = Array.from({ length: CHANNELS }, (_, i) => String(700 + i));
  world.moreChannels.push(...channels);
  const door = await openDiscord(
    {
      token: world.token,
      guild: null,
      api: discord.api,
      renderChart,
      memory: memoryOfButtons(),
      registered: { read: () => null, write: ignore },
      report: ignore,
    },
    quietHouse,
  );
  const took = await timeToSend(door, channels);
  await door.close();
  await discord.close();
  return row('Discord', took, (Math.ceil(PER_CHANNEL / DISCORD.most) - 1) * DISCORD.everyMs, world.limits.refused);
}

async function timeToSend(door: OpenDoor, channels: readonly string[]): Promise<number> {
  const db = openDatabase(':memory:');
  const { outbox, ...state } = openState(db);
  const content = { title: 'The week', tone: 'plain', parts: [{ kind: 'text', text: 'Sales are up.' }] };
  for (let i = 0; i < MESSAGES; i++) {
    const channel = channels[i % CHANNELS]!;
    outbox.enqueue({ key: `message ${i}`, door: door.name, channel, content }, Date.now());
  }
  const delivery = openDelivery({ state: { ...state, outbox }, doors: () => [door], now: Date.now, report: ignore });
  const began = performance.now();
  while (outbox.counts().sent < MESSAGES) {
    await delivery.flush();
    const next = outbox.next([door.name]);
    if (next !== null) await new Promise((resolve) => setTimeout(resolve, Math.max(1, next - Date.now())));
  }
  const took = performance.now() - began;
  db.close();
  return took;
}

function row(platform: string, took: number, least: number, refused: number): Row {
  return {
    what: `${MESSAGES} messages to ${CHANNELS} channels of ${platform}`,
    measured: `${seconds(took)}, ${refused} refused with 429`,
    beside: `the least its limits allow: ${seconds(least)}`,
    goal: `${(took / least).toFixed(2)} times the least`,
  };
}
