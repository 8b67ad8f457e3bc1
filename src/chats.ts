import { languageOf } from '../commands/language.ts';
import type { State } from '../data/state/types/state.ts';
import type { Instant } from '../data/types/shop.ts';
import { count, say, type Words } from '../words/say.ts';
import { renderPng } from './charts/render.ts';
import { buttonMemory, goOnIn, lateMemory, pictureMemory } from './chat-memory.ts';
import type { Config } from './config.ts';
import { openDiscord } from './discord/door.ts';
import type { House, OpenDoor } from './doors.ts';
import type { Log, OpenLog } from './ops/log.ts';
import { openSlack } from './slack/door.ts';

/** Slack repeats a delivery for minutes, not days. */
const DAY_MS = 24 * 3_600_000;

/** Of a chat that is not open yet. */
export const connecting = say`connecting`;

/** The chats that the configuration has tokens for, each with how to open it. */
export function configuredChats(
  config: Config,
  state: State,
  {
    now,
    log,
    acknowledged,
  }: {
    readonly now: () => Instant;
    readonly log: OpenLog;
    readonly acknowledged: (door: string, ms: number) => void;
  },
): ReadonlyMap<string, (house: House) => Promise<OpenDoor>> {
  const chats = new Map<string, (house: House) => Promise<OpenDoor>>();
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = config;
  if (botToken !== undefined) {
    const transport =
      appToken !== undefined
        ? ({ kind: 'socket', appToken } as const)
        : ({ kind: 'http', signingSecret: signingSecret!, port: config.SLACK_PORT } as const);
    state.memory.forget('slack delivery', now() - DAY_MS);
    chats.set('slack', (house) =>
      openSlack(
        {
          botToken,
          transport,
          renderChart: renderPng,
          log: withoutDebug(log.from('slack')),
          acknowledged: (ms) => acknowledged('slack', ms),
          languageOf: (caller) => languageOf(state.memory, caller),
          memory: buttonMemory(state, 'slack', now),
          pictures: pictureMemory(state, now),
          late: lateMemory(state, now),
          goOn: goOnIn(state, 'slack', now),
          seen: (key) => !state.memory.first('slack delivery', key, now()),
        },
        house,
      ),
    );
  }
  const { DISCORD_TOKEN: token, DISCORD_GUILD_ID: guild = null, DISCORD_ROLES: roles = {} } = config;
  if (token !== undefined) {
    chats.set('discord', (house) =>
      openDiscord(
        {
          token,
          guild,
          roles,
          goOn: goOnIn(state, 'discord', now),
          languageOf: (caller) => languageOf(state.memory, caller),
          renderChart: renderPng,
          memory: buttonMemory(state, 'discord', now),
          registered: {
            read: () => state.memory.get('discord', 'registered'),
            write: (hash) => state.memory.set('discord', 'registered', hash, now()),
          },
          report: (error) => log.from('discord')('error', error instanceof Error ? error.message : String(error)),
          acknowledged: (ms) => acknowledged('discord', ms),
        },
        house,
      ),
    );
  }
  return chats;
}

const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 10 * 60_000;

/** Opens a chat, and tries again ever later while it cannot be opened: it may be down just when we start. */
export async function keepOpening(
  open: () => Promise<OpenDoor>,
  {
    opened,
    failed,
    pause,
  }: {
    readonly opened: (door: OpenDoor) => void;
    readonly failed: (why: Words) => void;
    readonly pause: (ms: number) => Promise<unknown>;
  },
): Promise<void> {
  for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(2 * waitMs, LONGEST_WAIT_MS)) {
    try {
      return opened(await open());
    } catch (error) {
      failed(say`not connected: ${(error as Error).message}; next try in ${count(waitMs / 1000)} s`);
    }
    await pause(waitMs);
  }
}

/** The chat libraries' debug lines carry whole bodies. */
function withoutDebug(log: Log): (level: 'debug' | Parameters<Log>[0], text: string) => void {
  return (level, text) => {
    if (level !== 'debug') log(level, text);
  };
}
