import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Json } from './blocks.ts';
import { answerWith, type Fault, faultQueue } from './faults.ts';
import { BOT, type File, type Message, makeWorkspace, Refused, TEAM, type View } from './workspace.ts';

/**
 * A strict stand-in for Slack: real HTTP and WebSocket on 127.0.0.1, a clock one can move, every call recorded,
 * faults on demand. What people do in Slack is `types`, `clicks`, `submits`; what they see is `visibleTo`.
 */

export const BOT_TOKEN = 'xoxb-test-bot-token';
export const APP_TOKEN = 'xapp-test-app-token';
export const SIGNING_SECRET = 'the-signing-secret-of-the-tests';

export type Call = { readonly method: string; readonly args: Json; readonly token: string; readonly at: number };
/** What became of one delivery: how long the acknowledgement took, in real ms, and what it said. */
export type Acknowledged = { readonly status: number; readonly ms: number; readonly body: Json };
type Signature = {
  readonly timestamp?: number;
  readonly signature?: string;
  readonly headers?: Record<string, string>;
};
type Kind = 'slash_commands' | 'interactive' | 'events_api';

const DEADLINE_MS = 5000;

export async function startFakeSlack() {
  let offset = 0;
  const clock = {
    now: () => Date.now() + offset,
    advance(ms: number) {
      offset += ms;
      changed();
    },
  };
  const workspace = makeWorkspace(clock.now);
  const faults = faultQueue();
  const calls: Call[] = [];
  const sockets: WebSocket[] = [];
  const waiting: (() => void)[] = [];
  const acks = new Map<string, (payload: Json) => void>();
  const acknowledging = new Map<string, Promise<void>>();
  const userFiles = new Map<string, { readonly bytes: Buffer; readonly type: string }>();
  let requestUrl: string | null = null;

  function changed(): void {
    for (const look of waiting.splice(0)) look();
  }

  const server = createServer((request, response) => {
    route(request, response)
      .catch((error) => {
        if (response.headersSent) return;
        response.writeHead(500);
        response.end(String(error));
      })
      .finally(changed);
  });
  const wss = new WebSocketServer({ server, path: '/link' });
  wss.on('connection', (socket) => {
    sockets.push(socket);
    socket.on('close', () => sockets.splice(sockets.indexOf(socket), 1));
    socket.on('message', (data) => {
      const { envelope_id, payload } = JSON.parse(String(data));
      acks.get(envelope_id)?.(payload ?? {});
    });
    socket.send(JSON.stringify({ type: 'hello' }));
    changed();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', origin);
    const [, area, name = ''] = pathname.split('/');
    const raw = await bytesOf(request);
    const token = /^Bearer (.*)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    if (area === 'api') return api(name, request, response, raw, token);
    if (area === 'upload') return upload(name, request, response, raw);
    if (area === 'respond') return respondTo(name, request, response, raw);
    if (area === 'files-pri') return download(name, response, token);
    response.writeHead(404).end();
  }

  async function api(method: string, request: IncomingMessage, response: ServerResponse, raw: Buffer, bearer: string) {
    const args = argumentsIn(request.headers['content-type'] ?? '', raw);
    const token = bearer || String(args.token ?? '');
    calls.push({ method, args, token, at: clock.now() });
    await answerWith(faults.next(method), request, response, () => {
      try {
        const needs = method === 'apps.connections.open' ? APP_TOKEN : BOT_TOKEN;
        if (token !== needs) throw new Refused('invalid_auth');
        return { ok: true, ...run(method, args) };
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        return { ok: false, error: error.message, response_metadata: { messages: error.messages } };
      }
    });
  }

  function run(method: string, args: Json): object {
    switch (method) {
      case 'auth.test':
        return { url: origin, team: 'Test', user: BOT.name, team_id: TEAM, user_id: BOT.user, bot_id: BOT.id };
      case 'apps.connections.open':
        return { url: `ws://127.0.0.1:${port}/link?ticket=${randomUUID()}` };
      case 'chat.postMessage': {
        const { channel, ts } = workspace.post(args);
        return { channel, ts };
      }
      case 'chat.postEphemeral':
        return { message_ts: workspace.postEphemeral(args).ts };
      case 'chat.update': {
        const { channel, ts, text } = workspace.update(args);
        return { channel, ts, text };
      }
      case 'conversations.history':
        return workspace.history(args);
      case 'conversations.open':
        return { channel: { id: `D${String(args.users)}` } };
      case 'views.open': {
        const { id, hash, view } = workspace.openView(args);
        return { view: { id, hash, ...view } };
      }
      case 'files.getUploadURLExternal': {
        const { id } = workspace.startUpload(args);
        return { upload_url: `${origin}/upload/${id}`, file_id: id };
      }
      case 'files.completeUploadExternal':
        return { files: workspace.completeUpload(args).map(({ id, name }) => ({ id, title: name })) };
      case 'files.info': {
        const file = workspace.files.get(String(args.file));
        const theirs = userFiles.has(String(args.file));
        if (!file && !theirs) throw new Refused('file_not_found');
        const mimetype = file ? (workspace.showable(file.id) ? 'image/png' : '') : 'text/csv';
        return { file: { id: args.file, mimetype, url_private_download: `${origin}/files-pri/${String(args.file)}` } };
      }
      default:
        throw new Refused('unknown_method');
    }
  }

  async function upload(id: string, request: IncomingMessage, response: ServerResponse, raw: Buffer): Promise<void> {
    const type = request.headers['content-type'] ?? '';
    const bytes = type.startsWith('multipart/') ? await multipartFile(raw, type) : raw;
    await answerWith(faults.next('upload'), request, response, () => {
      const file = workspace.files.get(id);
      if (file) file.bytes = bytes;
      return {};
    });
  }

  async function respondTo(id: string, request: IncomingMessage, response: ServerResponse, raw: Buffer): Promise<void> {
    const body = JSON.parse(raw.toString()) as Json;
    calls.push({ method: 'response_url', args: body, token: '', at: clock.now() });
    // Slack shows the acknowledgement before anything that comes by the answer address.
    await acknowledging.get(id);
    await answerWith(faults.next('response_url'), request, response, () => {
      try {
        workspace.respond(id, body);
        return { ok: true };
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        response.statusCode = error.message.endsWith('url') ? 404 : 400;
        return { ok: false, error: error.message };
      }
    });
  }

  function download(id: string, response: ServerResponse, token: string): void {
    const file = userFiles.get(id);
    if (!file) response.writeHead(404).end();
    else if (token !== BOT_TOKEN) response.writeHead(302, { location: `${origin}/sign-in` }).end();
    else response.writeHead(200, { 'content-type': file.type }).end(file.bytes);
  }

  /** Waits for something to become true; it is looked at after every call and every move of the clock. */
  async function until<T>(look: () => T | undefined | null | false, what = 'what was waited for'): Promise<T> {
    const end = Date.now() + DEADLINE_MS;
    for (;;) {
      const found = look();
      if (found) return found;
      if (Date.now() > end)
        throw new Error(`${what} did not come.\nVisible:\n${workspace.messages.map(words).join('\n')}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 50);
        waiting.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  async function deliver(kind: Kind, payload: Json, signed: Signature = {}): Promise<Acknowledged> {
    const started = performance.now();
    const ms = () => performance.now() - started;
    if (requestUrl === null) {
      const socket = await until(() => sockets.at(-1), 'a Socket Mode connection');
      const envelope_id = randomUUID();
      const acknowledged = new Promise<Json>((resolve) => acks.set(envelope_id, resolve));
      const timeout = new Promise<null>((resolve) => setTimeout(resolve, 3000, null).unref());
      socket.send(JSON.stringify({ type: kind, envelope_id, payload, accepts_response_payload: true }));
      const body = await Promise.race([acknowledged, timeout]);
      return { status: body === null ? 0 : 200, ms: ms(), body: body ?? {} };
    }
    const body =
      kind === 'events_api'
        ? JSON.stringify(payload)
        : new URLSearchParams(
            kind === 'interactive' ? { payload: JSON.stringify(payload) } : (payload as Record<string, string>),
          ).toString();
    const timestamp = String(signed.timestamp ?? Math.floor(clock.now() / 1000));
    const signature =
      signed.signature ?? `v0=${createHmac('sha256', SIGNING_SECRET).update(`v0:${timestamp}:${body}`).digest('hex')}`;
    const answer = await fetch(requestUrl, {
      method: 'POST',
      // With a charset bolt would read the body as JSON.
      headers: {
        'content-type': kind === 'events_api' ? 'application/json' : 'application/x-www-form-urlencoded',
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': signature,
        ...signed.headers,
      },
      body,
    });
    const text = await answer.text();
    return { status: answer.status, ms: ms(), body: text.startsWith('{') ? JSON.parse(text) : {} };
  }

  /** Where a person stands, as every delivery says it. */
  function who(user: string, team = TEAM) {
    return {
      user: { id: user, name: nameOf(user), username: nameOf(user), team_id: team },
      team: { id: TEAM, domain: 'test' },
    };
  }

  function commandBody(user: string, channel: string, line: string, team = TEAM) {
    const [command = '', ...rest] = line.split(' ');
    const url = workspace.responseUrl(channel, user, null);
    const body = {
      token: 'legacy',
      command,
      text: rest.join(' '),
      user_id: user,
      user_name: nameOf(user),
      channel_id: channel,
      channel_name: 'marketing',
      team_id: team,
      team_domain: 'test',
      api_app_id: 'A1',
      is_enterprise_install: 'false',
      trigger_id: workspace.trigger(user),
      response_url: `${origin}/respond/${url}`,
    };
    return { body, url };
  }

  const visibleTo = (user: string, channel?: string): Message[] =>
    workspace.messages.filter(
      (message) =>
        (message.to === null ? !/^D/.test(message.channel) || message.channel === `D${user}` : message.to === user) &&
        (channel === undefined || message.channel === channel),
    );

  function buttonIn(message: Message, label: string): Json | undefined {
    return message.blocks
      .flatMap((block) => (block.type === 'actions' ? (block.elements as Json[]) : []))
      .find((element) => (element.text as Json).text === label);
  }

  /** A person presses a button of the newest message that has it. `confirmed` says yes to its dialog. */
  function clickBody(user: string, label: string): { readonly body: Json; readonly confirm?: Json } {
    const message = visibleTo(user)
      .reverse()
      .find((each) => buttonIn(each, label));
    if (!message) throw new Error(`${user} sees no button "${label}" in:\n${visibleTo(user).map(words).join('\n')}`);
    const button = buttonIn(message, label)!;
    const body = {
      type: 'block_actions',
      ...who(user),
      api_app_id: 'A1',
      token: 'legacy',
      container: {
        type: 'message',
        message_ts: message.ts,
        channel_id: message.channel,
        is_ephemeral: message.to !== null,
      },
      channel: { id: message.channel, name: 'marketing' },
      ...(message.to === null && { message: { type: 'message', ts: message.ts, text: message.text } }),
      trigger_id: workspace.trigger(user),
      response_url: `${origin}/respond/${workspace.responseUrl(message.channel, user, message)}`,
      actions: [{ ...button, action_ts: `${clock.now() / 1000}`, block_id: 'b' }],
    };
    return { body, ...(button.confirm !== undefined && { confirm: button.confirm as Json }) };
  }

  return {
    origin,
    apiUrl: `${origin}/api/`,
    clock,
    calls,
    sockets,
    workspace,
    until,
    deliver,
    commandBody,
    clickBody,
    visibleTo,

    /** Deliveries go to this address from now on, instead of the sockets. */
    deliversTo(url: string): void {
      requestUrl = url;
    },
    fails(method: string, ...queued: readonly Fault[]): void {
      faults.add(method, ...queued);
    },
    callsOf: (method: string): readonly Call[] => calls.filter((call) => call.method === method),

    async types(user: string, channel: string, line: string, signed?: Signature): Promise<Acknowledged> {
      const { body, url } = commandBody(user, channel, line);
      const delivered = deliver('slash_commands', body, signed);
      const shown = delivered.then(({ body: { text, response_type } }) => {
        if (typeof text !== 'string') return;
        const to = response_type === 'in_channel' ? null : user;
        workspace.acknowledged(url, workspace.add({ channel, text, blocks: [], to }));
      });
      acknowledging.set(url, shown);
      await shown;
      changed();
      return delivered;
    },

    async clicks(user: string, label: string, { confirmed = false } = {}): Promise<Acknowledged> {
      const { body, confirm } = clickBody(user, label);
      if (confirm && !confirmed) throw new Error(`Slack asks first: ${(confirm.text as Json).text}`);
      return deliver('interactive', body);
    },

    /** The form that is open for a person. */
    form: (user: string): View | undefined =>
      [...workspace.views.values()].reverse().find((view) => view.open && view.user === user),

    /** Sends the open form. The errors shown under its fields, or null when it closed. */
    async submits(user: string, values: Readonly<Record<string, string>>, uploaded: readonly Json[] = []) {
      const open = [...workspace.views.values()].reverse().find((view) => view.open && view.user === user);
      if (!open) throw new Error(`${user} has no form open`);
      const inputs = (open.view.blocks as Json[]).filter(({ type }) => type === 'input');
      const state = Object.fromEntries(
        inputs.map(({ block_id, element, optional }) => {
          const { type, action_id, options = [] } = element as Json;
          const value = values[String(block_id)];
          const missing = type === 'file_input' ? uploaded.length === 0 : value === undefined;
          if (missing && optional !== true) throw new Error(`Slack asks for ${String(block_id)} first`);
          const chosen = (options as Json[]).find((option) => option.value === value);
          const answer =
            type === 'file_input'
              ? { files: uploaded }
              : type === 'static_select'
                ? { selected_option: chosen ?? null }
                : { value: value ?? null };
          return [block_id, { [String(action_id)]: { type, ...answer } }];
        }),
      );
      const acknowledged = await deliver('interactive', {
        type: 'view_submission',
        ...who(user),
        api_app_id: 'A1',
        token: 'legacy',
        trigger_id: workspace.trigger(user),
        view: { ...open.view, id: open.id, hash: open.hash, team_id: TEAM, state: { values: state } },
        response_urls: [],
      });
      const errors = acknowledged.body.response_action === 'errors' ? (acknowledged.body.errors as Json) : null;
      for (const block of Object.keys(errors ?? {})) {
        if (!(block in state)) throw new Error(`an error for ${block}, which is no input of the form`);
      }
      open.open = errors !== null || acknowledged.status !== 200;
      return { ...acknowledged, errors };
    },

    /** A file that a person has put into a form. */
    fileOf(name: string, content: string | Buffer, at = origin): Json {
      const id = `F${String(userFiles.size + 1).padStart(9, 'U')}`;
      const bytes = Buffer.from(content);
      userFiles.set(id, { bytes, type: 'text/csv' });
      return { id, name, size: bytes.length, mimetype: 'text/csv', url_private_download: `${at}/files-pri/${id}` };
    },

    /** Waits until a person sees words that match, and gives the message. */
    sees: (user: string, pattern: RegExp): Promise<Message> =>
      until(
        () =>
          visibleTo(user)
            .reverse()
            .find((message) => pattern.test(words(message))),
        `${user} to see ${pattern}`,
      ),

    /** What Slack says to itself: an app removed, a token revoked. */
    event(event: Json, event_id = `Ev${randomUUID()}`, signed?: Signature): Promise<Acknowledged> {
      return deliver(
        'events_api',
        {
          type: 'event_callback',
          team_id: TEAM,
          api_app_id: 'A1',
          event_id,
          event_time: Math.floor(clock.now() / 1000),
          authorizations: [{ team_id: TEAM, user_id: BOT.user, is_bot: true, enterprise_id: null }],
          event,
        },
        signed,
      );
    },

    /** Slack asks the app to come back over a new socket. */
    refreshes(): void {
      for (const socket of sockets) socket.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
    },

    pictures: (): readonly File[] => [...workspace.files.values()].filter(({ readyAt }) => readyAt !== null),

    async close(): Promise<void> {
      for (const socket of wss.clients) socket.terminate();
      wss.close();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export type FakeSlack = Awaited<ReturnType<typeof startFakeSlack>>;

/** Everything a message says, in one string. */
export function words(message: Pick<Message, 'text' | 'blocks'>): string {
  return [message.text, ...textsIn(message.blocks)].join('\n');
}

/** Every string that Slack shows or reads out. */
export function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    typeof each === 'string' ? (/^(text|alt_text)$/.test(key) ? [each] : []) : textsIn(each),
  );
}

function nameOf(user: string): string {
  return `name-of-${user.toLowerCase()}`;
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** JSON, or a form in which blocks, views, metadata and files are JSON text. */
function argumentsIn(type: string, raw: Buffer): Json {
  if (type.startsWith('application/json')) return JSON.parse(raw.toString() || '{}');
  const nested = ['blocks', 'view', 'metadata', 'files', 'attachments'];
  return Object.fromEntries(
    [...new URLSearchParams(raw.toString())].map(([key, value]) => [
      key,
      nested.includes(key) ? JSON.parse(value) : value,
    ]),
  );
}

async function multipartFile(raw: Buffer, type: string): Promise<Buffer> {
  const form = await new Response(new Uint8Array(raw), { headers: { 'content-type': type } }).formData();
  const body = form.get('body');
  return body instanceof Blob ? Buffer.from(await body.arrayBuffer()) : Buffer.from(String(body ?? ''));
}
