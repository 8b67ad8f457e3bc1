import { App, HTTPReceiver, SocketModeReceiver, webApi } from '@slack/bolt';
import type { Caller } from '../../commands/call.ts';
import { type Said, say } from '../../words/say.ts';
import { inEnglish, type Language } from '../../words/tell.ts';
import { type ButtonMemory, memoryOfButtons } from '../button-memory.ts';
import type { GoOn, House, OpenDoor, Outlet } from '../doors.ts';
import { converse } from './converse.ts';
import { deliveryError, refusedToken } from './errors.ts';
import { guardDeliveries, guardRequests, rememberDeliveries, type Seen, signatureOf, workInFlight } from './guard.ts';
import { type LateMemory, memoryOfLate, resumeLate } from './late.ts';
import { boltLogger, callLogger, socketLogger } from './logger.ts';
import { slackOutlet } from './outlet.ts';
import { readOutsiders } from './outsiders.ts';
import { memoryOfPictures, type PictureMemory } from './pictures.ts';
import { keepConnected } from './socket.ts';
import { directChannel } from './tell.ts';
import { inWords, type Wire } from './wire.ts';

const SLACK_API = 'https://slack.com/api/';
const SLACK_FILES = 'https://files.slack.com';
const CALL_TIMEOUT_MS = 10_000;
const CLOSE_PATIENCE_MS = 10_000;
/** A form must be answered within three seconds. */
const PATIENCE_MS = 2000;
const LONGEST_WAIT_MS = 30_000;
/**
 * Longer than the minute for which load balancers keep a line open: with Node's five seconds a command now and then
 * goes down a line that is just being closed, and is lost.
 */
const KEPT_ALIVE_MS = 65_000;

export type SlackOptions = {
  readonly botToken: string;
  readonly transport:
    | { readonly kind: 'socket'; readonly appToken: string }
    | { readonly kind: 'http'; readonly signingSecret: string; readonly port: number; readonly host?: string };
  readonly renderChart: Wire['renderChart'];
  readonly log: Wire['log'];
  /** Workspaces whose people may ask. The bot's own, if left out. */
  readonly teams?: readonly string[];
  /** Told how long it took to say that something had come. */
  readonly acknowledged?: (ms: number) => void;
  /** What a person reads, where there is no answer yet that says it: English, if left out. */
  readonly languageOf?: (caller: Caller) => Language;
  /** Where what is too long for a button is kept: in this process, if left out. */
  readonly memory?: ButtonMemory;
  /** Where uploaded pictures are remembered, and answers that await theirs: in this process, if left out. */
  readonly pictures?: PictureMemory;
  readonly late?: LateMemory;
  /** Where what is too long for an answer to all goes on. Left out, the door posts it by itself. */
  readonly goOn?: GoOn;
  /** Where deliveries that were taken are remembered. In this process, if left out. */
  readonly seen?: Seen;
  readonly now?: () => number;
  readonly pause?: (ms: number) => Promise<void>;
  /** How long a click or a form waits for its answer before it is told that it takes longer: 2 s, if left out. */
  readonly patienceMs?: number;
  /** For the stand-in of the tests. */
  readonly apiUrl?: string;
  readonly filesOrigin?: string;
};

/** The Slack door, open. `port` is the one listened on, for the HTTP transport. */
export type SlackDoor = OpenDoor & { readonly port: number | null };

/**
 * Opens the Slack door: bolt over Socket Mode or HTTP, with one set of handlers.
 *
 * Resolves once Slack knows us and the door is connected; while Slack cannot be reached it keeps trying.
 *
 * @throws {Error} when Slack refuses a token, or the port is taken: a person must act
 */
export async function openSlack(options: SlackOptions, house: House): Promise<SlackDoor> {
  const { transport, botToken, log, now = Date.now, pause = wait } = options;
  const logger = boltLogger(log);
  // One call, one try, for every client in the door: what may be repeated is decided by the outbox, which looks first,
  // and by keepConnected. bolt's default posts twice after a cut, and one 429 would hold up all other calls.
  const clientOptions: webApi.WebClientOptions = {
    slackApiUrl: options.apiUrl ?? SLACK_API,
    timeout: CALL_TIMEOUT_MS,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    logger: callLogger(log),
  };
  let closing = false;
  const wire: Wire = {
    client: new webApi.WebClient(botToken, clientOptions),
    token: botToken,
    filesOrigin: options.filesOrigin ?? SLACK_FILES,
    renderChart: options.renderChart,
    now,
    pause,
    patienceMs: options.patienceMs ?? PATIENCE_MS,
    languageOf: (user) => options.languageOf?.({ door: 'slack', user }) ?? 'en',
    memory: options.memory ?? memoryOfButtons(),
    pictures: options.pictures ?? memoryOfPictures(),
    late: options.late ?? memoryOfLate(),
    ...(options.goOn && { goOn: options.goOn }),
    closing: () => closing,
    log,
  };
  const me = await whoAmI(wire);

  let removed: Said | null = null;
  const inFlight = workInFlight();
  const receiver =
    transport.kind === 'socket'
      ? new SocketModeReceiver({
          appToken: transport.appToken,
          autoReconnectEnabled: false,
          logger: socketLogger(log),
          installerOptions: { clientOptions: { ...clientOptions } },
        })
      : new HTTPReceiver({
          signingSecret: transport.signingSecret,
          customPropertiesExtractor: signatureOf,
          logger,
        });
  const app = new App({
    receiver,
    clientOptions,
    logger,
    convoStore: false,
    token: botToken,
    botId: me.botId,
    botUserId: me.userId,
    tokenVerificationEnabled: false,
  });
  app.error(async (error) => log('error', inWords(error)));
  app.use(({ next }) => inFlight.run(next));
  app.use(
    guardDeliveries({
      seen: options.seen ?? rememberDeliveries(now),
      teams: new Set(options.teams ?? [me.teamId]),
      languageOf: wire.languageOf,
      log,
    }),
  );
  const outsiders = readOutsiders(wire);
  converse(app, house, wire, outsiders);
  const losesTouch = (why: Said) => {
    removed = why;
    log('error', `Slack says: ${inEnglish(why)}`);
  };
  app.event('app_uninstalled', async () => losesTouch(say`the app was removed from the workspace`));
  app.event('tokens_revoked', async ({ event: { tokens } }) => {
    // People may have tokens of their own, which are not ours.
    if (tokens === undefined || tokens.bot?.includes(me.userId)) losesTouch(say`its token was revoked`);
  });

  acknowledgementsOf(app, options.acknowledged ?? (() => {}));
  const connection = receiver instanceof SocketModeReceiver ? keepConnected(receiver, { pause, log }) : null;
  let port: number | null = null;
  if (connection) await connection.connect();
  else if (receiver instanceof HTTPReceiver && transport.kind === 'http') {
    receiver.requestListener = guardRequests(receiver.requestListener, { now, closing: () => closing, log });
    const server = await receiver.start({ port: transport.port, host: transport.host });
    server.keepAliveTimeout = KEPT_ALIVE_MS;
    server.headersTimeout = KEPT_ALIVE_MS + 1_000;
    const address = server.address();
    port = typeof address === 'object' && address !== null ? address.port : null;
  }

  resumeLate(wire);

  return {
    name: 'slack',
    port,
    outlet: counted(slackOutlet(wire, me, outsiders), inFlight),
    state() {
      if (closing) return say`closed`;
      if (removed) return say`disconnected: ${removed}`;
      if (!connection) return say`listening on port ${String(port)} as @${me.name}`;
      return connection.isConnected() ? say`connected as @${me.name}` : connection.says();
    },
    // Opening direct messages posts nothing, and needs no right that we have not: users:read would show all profiles.
    hasLeft: (user) =>
      directChannel(wire, user).then(
        () => false,
        (error: unknown) => deliveryError(error).gone,
      ),
    isConnected: () => !closing && removed === null && (connection === null || connection.isConnected()),
    async close() {
      if (closing) return;
      closing = true;
      connection?.stop();
      const left = await inFlight.settled(CLOSE_PATIENCE_MS);
      if (left > 0) log('warn', `closed while ${left} pieces of work were in flight`);
      if (receiver instanceof HTTPReceiver) await receiver.stop();
    },
  };
}

/** Times each acknowledgement from when bolt has it checked; its middleware sees only copies of `ack`. */
function acknowledgementsOf(app: App, acknowledged: (ms: number) => void): void {
  const process = app.processEvent.bind(app);
  app.processEvent = (event) => {
    const began = performance.now();
    const ack: typeof event.ack = async (response) => {
      await event.ack(response);
      acknowledged(performance.now() - began);
    };
    return process({ ...event, ack });
  };
}

type Me = { readonly name: string; readonly userId: string; readonly botId: string; readonly teamId: string };

/** Asks Slack who the token belongs to, for as long as Slack cannot be reached. */
async function whoAmI({ client, pause, log }: Wire): Promise<Me> {
  for (let attempt = 0; ; attempt++) {
    try {
      const { user = '', user_id = '', bot_id = '', team_id = '' } = await client.auth.test();
      return { name: user, userId: user_id, botId: bot_id, teamId: team_id };
    } catch (error) {
      const code = refusedToken(error);
      if (code !== null) throw new Error(`Slack refused the bot token: ${code}`);
      log('warn', `Slack cannot be reached: ${inWords(error)}`);
      await pause(Math.random() * Math.min(LONGEST_WAIT_MS, 500 * 2 ** attempt));
    }
  }
}

function counted({ paceMs, pages, ...outlet }: Outlet, { run }: ReturnType<typeof workInFlight>): Outlet {
  return {
    paceMs,
    pages,
    post: (...about) => run(() => outlet.post(...about)),
    update: (...about) => run(() => outlet.update(...about)),
    find: (...about) => run(() => outlet.find(...about)),
    nameOf: (channel) => run(() => outlet.nameOf(channel)),
  };
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
