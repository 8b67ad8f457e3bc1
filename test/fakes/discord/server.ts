import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Gateway } from './gateway.ts';
import type { Incoming } from './messages.ts';
import {
  buttonData,
  commandData,
  interactionPacket,
  messagePacket,
  modalData,
  type Typed,
  type TypedFile,
  typingData,
  uploaded,
} from './people.ts';
import { answerRequest, directChannel } from './rest.ts';
import { type Interaction, type Person, type SentMessage, type ShownModal, World } from './world.ts';

/** Something that goes wrong once, at the first request it fits. */
export type Fault = {
  /** "POST /channels/": how the request begins. */
  readonly at: string;
  /** `cut` destroys the socket before anything happens, `cut after` once it has. A number is an HTTP status. */
  readonly how: 'cut' | 'cut after' | number;
  /** The request has its effect, and something between answers with the status. */
  readonly after?: true;
  /** As JSON; a string is a page. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

/** What a person sees of an interaction: the first message that is not "thinking…", or a form. */
export type Outcome =
  | { readonly message: SentMessage; readonly modal: null }
  | { readonly message: null; readonly modal: ShownModal };

/** Discord on 127.0.0.1: speaks the real protocol, keeps the real limits, and lets tests be its people. */
export class FakeDiscord {
  readonly world = new World();
  readonly faults: Fault[] = [];
  /** After those, whatever chance has for a request: "POST /channels/600/messages". */
  chance: (request: string) => Omit<Fault, 'at'> | undefined = () => undefined;
  readonly #told = new Map<string, unknown>();
  #last = '';
  readonly #server = createServer((request, response) => {
    this.#serve(request, response).catch((error) => {
      // Whoever asked is gone: killed in the middle of a word.
      if (!request.destroyed) throw error;
    });
  });
  readonly gateway = new Gateway(this.world, this.#server);

  static async open(): Promise<FakeDiscord> {
    const discord = new FakeDiscord();
    // A test may compute for longer than the usual five seconds, and then use a line that is just being closed.
    discord.#server.keepAliveTimeout = 60_000;
    discord.#server.listen(0, '127.0.0.1');
    await once(discord.#server, 'listening');
    return discord;
  }

  /** For discord.js: `rest.api`. */
  get api(): string {
    return `${this.address}/api`;
  }

  /** Where files are served from. */
  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.gateway.close();
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  /** A person runs a slash command: `runs(ana, 'budget plan', { total: '100M' })`. Resolves when they see the answer. */
  runs(
    person: Person,
    line: string,
    typed: Readonly<Record<string, Typed>> = {},
    { lateMs = 0 } = {},
  ): Promise<Outcome> {
    return this.#outcome(this.sends(person, line, typed, { lateMs }));
  }

  /** The same, without waiting. `lateMs`: how long the packet had been under way. */
  sends(
    person: Person,
    line: string,
    typed: Readonly<Record<string, Typed>> = {},
    { lateMs = 0, channel = this.world.channel } = {},
  ): Interaction {
    return this.#interact(person, 2, commandData(this.world, line, typed, this.address), { lateMs, channel });
  }

  /** A person types into an option: `types(ana, 'budget show', 'proposal', 'P-')`. Resolves with what they are offered. */
  async types(
    person: Person,
    line: string,
    option: string,
    typed: string,
    { lateMs = 0 } = {},
  ): Promise<NonNullable<Interaction['choices']>> {
    const interaction = this.#interact(person, 4, typingData(this.world, line, option, typed), { lateMs });
    await this.until(() => interaction.choices !== null);
    return interaction.choices!;
  }

  /** Discord tells once more what it told of this, or what it told last, as it may after a lost connection. */
  repeats({ id }: Pick<Interaction, 'id'> = { id: this.#last }): void {
    this.gateway.dispatch('INTERACTION_CREATE', this.#told.get(id));
  }

  /**
   * A person writes: to the app alone, or in a channel. Without the privilege the app is told only the words that are
   * for it.
   */
  writes(
    person: Person,
    content: string,
    { channel = directChannel(person.id), files = [] }: { channel?: string; files?: readonly TypedFile[] } = {},
  ): void {
    const isDirect = channel.startsWith('9');
    const isForUs = isDirect || content.includes(`<@${this.world.bot.id}>`);
    this.gateway.dispatch('MESSAGE_CREATE', {
      ...messagePacket(this.world, person, channel, isForUs ? content : ''),
      attachments: isForUs ? files.map((file) => uploaded(this.world, file, this.address)) : [],
    });
  }

  /** A person presses a button of a message they see, or chooses from its menu. */
  async clicks(person: Person, message: SentMessage, label: string): Promise<Outcome> {
    return this.#outcome(this.presses(person, message, label));
  }

  /** The same, without waiting. */
  presses(person: Person, message: SentMessage, label: string, { lateMs = 0 } = {}): Interaction {
    return this.#interact(person, 3, buttonData(message, person, label), { source: message, lateMs });
  }

  /** A person fills in a form that was shown to them. */
  async submits(
    person: Person,
    modal: ShownModal,
    answers: Readonly<Record<string, string>>,
    files: readonly TypedFile[] = [],
  ): Promise<Outcome> {
    return this.#outcome(this.hands(person, modal, answers, files));
  }

  /** The same, without waiting. */
  hands(
    person: Person,
    modal: ShownModal,
    answers: Readonly<Record<string, string>>,
    files: readonly TypedFile[] = [],
  ): Interaction {
    return this.#interact(person, 5, modalData(this.world, modal, answers, files, this.address), {});
  }

  /** All that a person can read, oldest first. */
  seenBy(person: Person): readonly SentMessage[] {
    return this.world.messages.filter(
      ({ onlyFor, channel, loading }) =>
        !loading &&
        (onlyFor === null || onlyFor === person.id) &&
        (!channel.startsWith('9') || channel === directChannel(person.id)),
    );
  }

  /** Waits until something is so, looking again after every request and every resumed connection. */
  async until(isSo: () => boolean): Promise<void> {
    while (!isSo()) await once(this.world.changes, 'change', { signal: AbortSignal.timeout(5000) });
  }

  #interact(
    person: Person,
    type: number,
    data: unknown,
    {
      lateMs = 0,
      source = null,
      channel = source?.channel ?? this.world.channel,
    }: { lateMs?: number; source?: SentMessage | null; channel?: string },
  ) {
    const { world } = this;
    const id = world.snowflake();
    const interaction: Interaction = {
      id,
      token: `token-${id}`,
      person,
      channel,
      at: world.now() - lateMs,
      source,
      answered: null,
      original: null,
      modal: null,
      choices: null,
    };
    world.interactions.set(interaction.token, interaction);
    this.#told.set(id, interactionPacket(world, interaction, type, data));
    this.#last = id;
    this.repeats(interaction);
    return interaction;
  }

  async #outcome(interaction: Interaction): Promise<Outcome> {
    const seen = () => (interaction.original?.loading === false ? interaction.original : null);
    await this.until(() => seen() !== null || interaction.modal !== null);
    return interaction.modal ? { message: null, modal: interaction.modal } : { message: seen()!, modal: null };
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.address);
    const upload = this.world.uploads.get(decodeURIComponent(url.pathname));
    if (upload) return void response.end(upload);

    const incoming = await read(request, url);
    this.world.requests.push({ method: incoming.method, path: incoming.path, body: incoming.body });
    const asked = `${incoming.method} ${incoming.path}`;
    const at = this.faults.findIndex((fault) => asked.startsWith(fault.at));
    const fault = at === -1 ? this.chance(asked) : this.faults.splice(at, 1)[0];
    if (fault?.how === 'cut') return void request.socket.destroy();
    if (typeof fault?.how === 'number' && !fault.after)
      return send(response, fault.how, fault.body ?? {}, fault.headers);
    const limit = this.world.limits.take(asked);
    const answer =
      limit.refusal ?? answerRequest(incoming, this.world, { address: this.address, gateway: this.gateway.address });
    if (fault?.how === 'cut after') request.socket.destroy();
    else if (typeof fault?.how === 'number') send(response, fault.how, fault.body ?? {}, fault.headers);
    else send(response, answer.status, answer.body, limit.headers);
    this.world.changes.emit('change');
  }
}

async function read(request: IncomingMessage, url: URL): Promise<Incoming> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const raw = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  const common = {
    method: request.method ?? 'GET',
    path: decodeURIComponent(url.pathname).replace(/^\/api\/v10/, ''),
    query: url.searchParams,
    authorization: request.headers.authorization,
  };
  if (!type.startsWith('multipart/')) {
    return { ...common, body: raw.length > 0 ? JSON.parse(String(raw)) : {}, files: [] };
  }
  const form = await new Response(raw, { headers: { 'content-type': type } }).formData();
  const files = [...form].flatMap(([field, value]) => {
    const index = /^files\[(\d+)\]$/.exec(field)?.[1];
    return index !== undefined && value instanceof File ? [{ index, value }] : [];
  });
  return {
    ...common,
    body: JSON.parse(String(form.get('payload_json'))),
    files: await Promise.all(
      files.map(async ({ index, value }) => ({
        index,
        name: value.name,
        bytes: Buffer.from(await value.arrayBuffer()),
      })),
    ),
  };
}

/** A 204 must not name a content type: the library would look for JSON in it. */
function send(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  if (status === 204) return void response.writeHead(status).end();
  const isPage = typeof body === 'string';
  response.writeHead(status, { 'content-type': isPage ? 'text/html' : 'application/json', ...headers });
  response.end(isPage ? body : JSON.stringify(body ?? {}));
}
