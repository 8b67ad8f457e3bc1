import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Json } from './blocks.ts';
import { answerWith, faultQueue } from './faults.ts';
import { BOT, type Message, makeWorkspace, Refused, TEAM } from './workspace.ts';

export const BOT_TOKEN = 'xoxb-test-bot-token';
export const APP_TOKEN = 'xapp-test-app-token';
export const SIGNING_SECRET = 'the-signing-secret-of-the-tests';

export type Call = { readonly method: string; readonly args: Json; readonly token: string; readonly at: number };
/** What became of one delivery: how long the acknowledgement took, in real ms, and what it said. */
export type Acknowledged = { readonly status: number; readonly ms: number; readonly body: Json };
export type Signature = {
  readonly timestamp?: number;
  readonly signature?: string;
  readonly headers?: Record<string, string>;
};
type Kind = 'slash_commands' | 'interactive' | 'events_api';

/** Longer than a model takes on a busy machine. */
const DEADLINE_MS = 15_000;

/** Slack's side of the wire: the Web API, uploads, answer addresses, and deliveries over HTTP or a socket. */
export async function startServer() {
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
  // A test may compute for longer than the usual five seconds, and then use a line that is just being closed.
  server.keepAliveTimeout = 60_000;
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
    const fault = faults.next(method) ?? (method === 'chat.postMessage' ? workspace.tooSoon(args) : undefined);
    await answerWith(fault, request, response, () => {
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
      case 'conversations.replies':
        return workspace.replies(args);
      case 'conversations.open':
        if (workspace.gone.has(String(args.users))) throw new Refused('user_disabled');
        return { channel: { id: `D${String(args.users)}` } };
      case 'views.open': {
        const { id, hash, view } = workspace.openView(args);
        return { view: { id, hash, ...view } };
      }
      case 'views.update': {
        const { id, hash, view } = workspace.updateView(args);
        return { view: { id, hash, ...view } };
      }
      case 'views.publish': {
        const { id, hash, view } = workspace.publishView(args);
        return { view: { id, hash, ...view } };
      }
      case 'conversations.info': {
        const id = workspace.reachable(args.channel);
        return { channel: { id, is_ext_shared: workspace.shared.has(id) } };
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
    const fault = faults.next('files-pri');
    if (fault && 'status' in fault) response.writeHead(fault.status, fault.headers).end(fault.body);
    else if (!file) response.writeHead(404).end();
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

  return {
    origin,
    clock,
    workspace,
    faults,
    calls,
    sockets,
    userFiles,
    acknowledging,
    changed,
    until,
    deliver,

    /** Deliveries go to this address from now on, instead of the sockets. */
    deliversTo(url: string): void {
      requestUrl = url;
    },

    async close(): Promise<void> {
      for (const socket of wss.clients) socket.terminate();
      wss.close();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

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
