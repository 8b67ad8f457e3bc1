import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import type { World } from './world.ts';

type Session = {
  readonly id: string;
  sequence: number;
  readonly sent: { readonly op: 0; readonly t: string; readonly s: number; readonly d: unknown }[];
  socket: WebSocket | null;
};
type Packet = {
  readonly op: number;
  readonly d: {
    readonly token?: string;
    readonly intents?: number;
    readonly session_id?: string;
    readonly seq?: number;
  } | null;
};

/** Guilds, messages in them, direct messages: what needs no privilege. */
const INTENTS = (1 << 0) | (1 << 9) | (1 << 12);

/** The socket side: hello, identify, heartbeat, resume, and whatever people do. */
export class Gateway {
  readonly #world: World;
  readonly #server: Server;
  readonly #sockets: WebSocketServer;
  readonly #sessions = new Map<string, Session>();
  resumed = 0;
  identified = 0;

  constructor(world: World, server: Server) {
    this.#world = world;
    this.#server = server;
    this.#sockets = new WebSocketServer({ server });
    this.#sockets.on('connection', (socket) => {
      socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 41_250 } }));
      socket.on('message', (data) => this.#receive(socket, JSON.parse(String(data)) as Packet));
    });
  }

  get address(): string {
    return `ws://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Tells the client what happened; kept for a client that is away and resumes. */
  dispatch(t: string, d: unknown): void {
    for (const session of this.#sessions.values()) this.#send(session, t, d);
  }

  /** Discord asks the client to connect anew. */
  askToReconnect(): void {
    for (const socket of this.#sockets.clients) socket.send(JSON.stringify({ op: 7, d: null }));
  }

  /** Discord knows the session no more: it cannot be resumed, and what people did meanwhile is told to nobody. */
  forgets(): void {
    this.#sessions.clear();
    for (const socket of this.#sockets.clients) socket.send(JSON.stringify({ op: 9, d: false }));
  }

  /** The line is cut without a word. */
  cut(): void {
    for (const socket of this.#sockets.clients) socket.terminate();
  }

  close(): void {
    this.cut();
    this.#sockets.close();
  }

  #send(session: Session, t: string, d: unknown): void {
    session.sequence++;
    const packet = { op: 0, t, s: session.sequence, d } as const;
    session.sent.push(packet);
    session.socket?.send(JSON.stringify(packet));
  }

  #receive(socket: WebSocket, { op, d }: Packet): void {
    if (op === 1) socket.send(JSON.stringify({ op: 11 }));
    if (op !== 2 && op !== 6) return;
    if (d?.token !== this.#world.token) socket.close(4004, 'Authentication failed.');
    else if (op === 2) this.#identify(socket, d?.intents ?? 0);
    else this.#resume(socket, d);
  }

  #identify(socket: WebSocket, intents: number): void {
    if (intents !== INTENTS) {
      socket.close(4014, 'Disallowed intent(s).');
      return;
    }
    const { bot, application, guild } = this.#world;
    const session: Session = { id: `session-${this.#sessions.size + 1}`, sequence: 0, sent: [], socket };
    this.#sessions.clear();
    this.#sessions.set(session.id, session);
    socket.on('close', () => {
      if (session.socket === socket) session.socket = null;
    });
    this.identified++;
    this.#send(session, 'READY', {
      v: 10,
      user: { id: bot.id, username: bot.name, discriminator: '0', avatar: null, bot: true },
      guilds: [{ id: guild, unavailable: true }],
      session_id: session.id,
      resume_gateway_url: this.address,
      shard: [0, 1],
      application: { id: application, flags: 0 },
    });
    this.#send(session, 'GUILD_CREATE', this.#guild());
    this.#world.changes.emit('change');
  }

  #resume(socket: WebSocket, d: Packet['d']): void {
    const session = this.#sessions.get(d?.session_id ?? '');
    if (!session) {
      socket.send(JSON.stringify({ op: 9, d: false }));
      return;
    }
    session.socket = socket;
    socket.on('close', () => {
      if (session.socket === socket) session.socket = null;
    });
    for (const packet of session.sent) if (packet.s > (d?.seq ?? 0)) socket.send(JSON.stringify(packet));
    this.resumed++;
    this.#send(session, 'RESUMED', {});
    this.#world.changes.emit('change');
  }

  #guild(): unknown {
    const { guild, bot } = this.#world;
    return {
      id: guild,
      name: 'The shop',
      owner_id: '1',
      unavailable: false,
      member_count: 2,
      roles: [guild, ...this.#world.roles].map((id, position) => ({
        id,
        name: position === 0 ? '@everyone' : `role-${id}`,
        permissions: '2147483647',
        position,
        color: 0,
        colors: { primary_color: 0 },
      })),
      channels: this.#world.channels().map((id) => ({ id, type: 0, name: `channel-${id}`, permission_overwrites: [] })),
      members: [
        { user: { id: bot.id, username: bot.name, discriminator: '0' }, roles: [], joined_at: '2026-01-01T00:00:00Z' },
      ],
      emojis: [],
      stickers: [],
      threads: [],
      voice_states: [],
      presences: [],
      features: [],
    };
  }
}
