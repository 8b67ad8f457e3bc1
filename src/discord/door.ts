import { Client, Events, GatewayIntentBits, type Interaction, MessageFlags, Partials } from 'discord.js';
import type { Caller } from '../../commands/call.ts';
import { say, type Words } from '../../words/say.ts';
import { type Language, tell } from '../../words/tell.ts';
import type { ButtonMemory } from '../button-memory.ts';
import type { GoOn, House, OpenDoor } from '../doors.ts';
import type { Rendered } from '../told.ts';
import { answerButton, answerCommand, answerTyping } from './answer.ts';
import { callerOf, type GivenRoles } from './caller.ts';
import type { Desk } from './desk.ts';
import { deliveryError } from './errors.ts';
import { answerForm } from './forms.ts';
import { discordOutlet } from './outlet.ts';
import { type Registered, registerCommands } from './register.ts';
import { drawMessage, plainWords, type RenderChart } from './send.ts';
import { answerTalk, isForUs } from './talk.ts';
import { DEFAULT_MAX_UPLOAD_BYTES, discordFiles, receive } from './upload.ts';

const REQUEST_TIMEOUT_MS = 10_000;
/** After a timeout or a 5xx. A post carries its nonce, an answer replaces itself: once more does no harm. */
const RETRIES = 1;
const LONGEST_PAUSE_MS = 250;
const CLOSING_MS = 10_000;
const PATIENCE_MS = 2000;
/** Discord forgets an interaction after three seconds without an answer. */
const INTERACTION_LIVES_MS = 5000;
const WITHOUT_COMMANDS = say`connected, but its commands could not be registered`;
/** Discord may tell again what came just before a connection was lost. */
const REMEMBERED_INTERACTIONS = 1000;
const RESTARTING = say`I am just being restarted. Please ask again in a minute.`;

export type DiscordOptions = {
  readonly token: string;
  /** Registers the commands in this guild, where they are new at once; null for everywhere. */
  readonly guild: string | null;
  readonly renderChart: RenderChart;
  readonly memory: ButtonMemory;
  readonly registered: Registered;
  readonly roles?: GivenRoles;
  /** Where what is too long for an answer to all goes on. Left out, the door shows it by itself. */
  readonly goOn?: GoOn;
  /** What a person reads, by their own choice or that of the shop. */
  readonly languageOf?: (caller: Caller) => Language;
  /** Told how long it took to say that something had come. */
  readonly acknowledged?: (ms: number) => void;
  /** Where failures of the door itself go. */
  readonly report: (error: unknown) => void;
  /** Another address than Discord's own: for the stand-in. */
  readonly api?: string;
  /** Where attachments may come from. */
  readonly fileOrigins?: readonly string[];
  readonly maxUploadBytes?: number;
  /** How long a form or a completion may take to be made. */
  readonly patienceMs?: number;
};

/**
 * Connects to Discord, registers the commands and answers them until closed.
 *
 * @throws {Error} when Discord refuses the token or cannot be reached
 */
export async function openDiscord(options: DiscordOptions, house: House): Promise<OpenDoor> {
  const { token, guild, renderChart, memory, registered, report } = options;
  const client = new Client({
    // None of them is privileged: of messages that are not for us, Discord leaves the words out.
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    allowedMentions: { parse: [] },
    rest: {
      retries: RETRIES,
      timeout: REQUEST_TIMEOUT_MS,
      // A post that must wait waits in the outbox, where it holds up no other channel.
      rejectOnRateLimit: ({ route, timeToReset, retryAfter }) =>
        route.startsWith('/channels/') && Math.max(timeToReset, retryAfter) > LONGEST_PAUSE_MS,
      ...(options.api && { api: options.api }),
    },
  });
  const draw = (message: Rendered, fitting: { readonly reference?: string; readonly mostFileBytes?: number } = {}) =>
    drawMessage(message, { memory, renderChart, report, ...fitting });
  const files = {
    origins: options.fileOrigins ?? discordFiles,
    maxBytes: options.maxUploadBytes ?? DEFAULT_MAX_UPLOAD_BYTES,
  };
  const desk: Desk = {
    house,
    memory,
    draw: async (message, mostFileBytes) => (await draw(message, { ...(mostFileBytes && { mostFileBytes }) })).payload,
    ...(options.goOn && { goOn: options.goOn }),
    receive: (attachment) => receive(attachment, files),
    roles: options.roles ?? {},
    patienceMs: options.patienceMs ?? PATIENCE_MS,
    languageOf: options.languageOf ?? (({ language = 'en' }) => language),
    report,
  };

  let closing = false;
  const inFlight = new Set<Promise<void>>();
  const isNew = onceEach(REMEMBERED_INTERACTIONS);
  const follow = (work: Promise<void>): void => {
    const settled = work.catch(report);
    inFlight.add(settled);
    void settled.finally(() => inFlight.delete(settled));
  };
  client.on(Events.InteractionCreate, (interaction) => {
    if (isNew(interaction.id)) follow(answer(interaction, desk, closing));
  });
  client.on(Events.MessageCreate, (message) => {
    if (!closing && isForUs(message) && isNew(message.id)) follow(answerTalk(message, desk));
  });
  const connection = watch(client, report);
  timeAcknowledgements(client, options.acknowledged ?? (() => {}));

  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(token).catch(async (error: unknown) => {
    await client.destroy();
    throw error;
  });
  await ready;
  const application = client.application!.id;
  const commands = await registerCommands(client.rest, {
    commands: house.commands,
    application,
    guild,
    registered,
  }).catch((error) => {
    report(error);
    return 'failed' as const;
  });

  return {
    name: 'discord',
    outlet: discordOutlet(client, (message, reference) => draw(message, { ...(reference && { reference }) })),
    isConnected: () => !closing && connection.isUp(),
    hasLeft: (user) => hasLeftAll(client, user),
    state: () => (commands === 'failed' && connection.isUp() ? WITHOUT_COMMANDS : connection.says()),
    async close() {
      closing = true;
      await Promise.race([Promise.allSettled(inFlight), after(CLOSING_MS)]);
      await client.destroy();
    },
  };
}

async function answer(interaction: Interaction, desk: Desk, closing: boolean): Promise<void> {
  if (closing && interaction.isRepliable()) {
    const language = desk.languageOf(callerOf(interaction, desk.roles));
    const words = tell(RESTARTING, { language, shop: null });
    await interaction.reply({ ...plainWords(words, 'careful'), flags: MessageFlags.Ephemeral });
    return;
  }
  if (interaction.isAutocomplete()) return answerTyping(interaction, desk);
  if (interaction.isChatInputCommand()) return answerCommand(interaction, desk);
  if (interaction.isButton() || interaction.isStringSelectMenu()) return answerButton(interaction, desk);
  if (interaction.isModalSubmit()) return answerForm(interaction, desk);
}

/** Whether a person is in no server with us any more, as far as each of them says so. */
async function hasLeftAll({ guilds }: Client, user: string): Promise<boolean> {
  const left = guilds.cache.map(({ members }) =>
    members.fetch({ user, force: true, cache: false }).then(
      () => false,
      (error: unknown) => deliveryError(error).gone,
    ),
  );
  return left.length > 0 && (await Promise.all(left)).every((each) => each);
}

/** Follows the connection. Without a listener, an `error` event would end the process. */
function watch(client: Client, report: (error: unknown) => void) {
  let isUp = false;
  let says: Words = say`connecting`;
  const become = (up: boolean, words: () => Words) => () => {
    isUp = up;
    says = words();
  };
  const connected = become(true, () => say`connected as @${client.user?.username ?? '?'}`);
  client.on(Events.Error, report);
  client.on(Events.ShardError, report);
  client.on(Events.ClientReady, connected);
  client.on(Events.ShardReady, connected);
  client.on(Events.ShardResume, connected);
  client.on(
    Events.ShardReconnecting,
    become(false, () => say`reconnecting`),
  );
  client.on(
    Events.ShardDisconnect,
    become(false, () => say`disconnected`),
  );
  return { isUp: () => isUp, says: () => says };
}

/** From an interaction's arrival until Discord took our first answer to it, whichever kind that is. */
function timeAcknowledgements(client: Client, acknowledged: (ms: number) => void): void {
  const arrived = new Map<string, number>();
  client.on(Events.InteractionCreate, ({ id }) => {
    arrived.set(id, performance.now());
    setTimeout(() => arrived.delete(id), INTERACTION_LIVES_MS).unref();
  });
  client.rest.on('response', ({ path }, { ok }) => {
    const [, id = ''] = /^\/interactions\/(\d+)\/[^/]+\/callback/.exec(path) ?? [];
    const at = arrived.get(id);
    if (at === undefined || !ok || !arrived.delete(id)) return;
    acknowledged(performance.now() - at);
  });
}

/** Whether it is the first time, as far back as `most` others. */
function onceEach(most: number): (id: string) => boolean {
  const seen = new Set<string>();
  return (id) => {
    if (seen.has(id)) return false;
    seen.add(id);
    if (seen.size > most) seen.delete(seen.values().next().value!);
    return true;
  };
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
