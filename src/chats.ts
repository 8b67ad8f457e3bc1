import { randomUUID } from 'node:crypto';
import { languageOf } from '../commands/language.ts';
import type { State } from '../data/state/types/state.ts';
import type { Instant } from '../data/types/shop.ts';
import { say } from '../words/say.ts';
import { type ButtonMemory, keyOf } from './button-memory.ts';
import { renderPng } from './charts/render.ts';
import type { Config } from './config.ts';
import { openDiscord } from './discord/door.ts';
import type { GoOn, House, OpenDoor } from './doors.ts';
import type { Log, OpenLog } from './ops/log.ts';
import { openSlack } from './slack/door.ts';
import type { Late, LateMemory } from './slack/late.ts';
import type { PictureMemory } from './slack/pictures.ts';
import { asReply } from './told.ts';

/** Slack repeats a delivery for minutes, not days. */
const DAY_MS = 24 * 3_600_000;
/** A message that is changed later than this uploads its picture anew. */
const MONTH_MS = 30 * DAY_MS;
const PICTURES = 'slack picture';
const LATE = 'slack late picture';

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
    state.memory.forget(PICTURES, now() - MONTH_MS);
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
    readonly failed: (why: string) => void;
    readonly pause: (ms: number) => Promise<unknown>;
  },
): Promise<void> {
  for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(2 * waitMs, LONGEST_WAIT_MS)) {
    try {
      return opened(await open());
    } catch (error) {
      failed(`not connected: ${(error as Error).message}; next try in ${waitMs / 1000} s`);
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

/** What is too long for a button, kept where a restart does not reach. */
function buttonMemory({ memory }: State, chat: 'slack' | 'discord', now: () => Instant): ButtonMemory {
  const topic = `${chat} button`;
  return {
    keep(text) {
      const key = keyOf(text);
      memory.set(topic, key, text, now());
      return key;
    },
    recall: (key) => memory.get(topic, key),
  };
}

function pictureMemory({ memory }: State, now: () => Instant): PictureMemory {
  return {
    fileOf: (picture) => memory.get(PICTURES, picture),
    keep(picture, file) {
      if (file === null) memory.drop(PICTURES, picture);
      else memory.set(PICTURES, picture, file, now());
    },
  };
}

function lateMemory({ memory }: State, now: () => Instant): LateMemory {
  return {
    keep(late) {
      const key = randomUUID();
      memory.set(LATE, key, JSON.stringify(late), now());
      return key;
    },
    list: () => memory.list(LATE).map(({ key, value }) => ({ key, late: JSON.parse(value) as Late })),
    drop: (key) => memory.drop(LATE, key),
  };
}

/** What did not fit into an answer for all becomes posts of its thread. */
function goOnIn({ outbox }: State, door: string, now: () => Instant): GoOn {
  return ({ channel, ref, thread, message }, rest) =>
    outbox.goOn({ door, channel, ref, thread, content: asReply(message) }, rest.map(asReply), now());
}
