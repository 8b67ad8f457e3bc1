import { type CheckedMessage, checkMessage } from '../../../src/discord/check.ts';
import type { SentFile, SentMessage, ShownModal, World } from './world.ts';

/** What the routes need of a request. */
export type Incoming = {
  readonly method: string;
  /** Without `/api/v10`, decoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
  readonly body: Body;
  readonly files: readonly { readonly index: string; readonly bytes: Buffer; readonly name: string }[];
};
type Body = Omit<CheckedMessage, 'attachments'> & {
  readonly type?: number;
  readonly data?: Body & Partial<ShownModal>;
  readonly flags?: number;
  readonly enforce_nonce?: boolean;
  readonly allowed_mentions?: unknown;
  readonly recipient_id?: string;
  readonly attachments?: readonly { readonly id: string; readonly description?: string }[];
};

export const EPHEMERAL = 1 << 6;

/** Discord's own no. */
export class Refused extends Error {
  readonly status: number;
  readonly code: number;
  constructor(status: number, code: number, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export function newMessage(world: World, channel: string, onlyFor: string | null): SentMessage {
  return {
    id: world.snowflake(),
    channel,
    onlyFor,
    loading: false,
    content: '',
    embeds: [],
    components: [],
    attachments: [],
    allowedMentions: null,
    nonce: null,
    author: world.bot.id,
  };
}

export function fill(
  message: SentMessage,
  body: Body,
  files: Incoming['files'],
  world: World,
  address: string,
): SentMessage {
  if (!body.content && !body.embeds?.length && files.length === 0)
    throw new Refused(400, 50006, 'Cannot send an empty message');
  return change(message, body, files, world, address);
}

/** Checks first, so that what is refused changes nothing. An edit keeps what it does not mention. */
export function change(
  message: SentMessage,
  body: Body,
  files: Incoming['files'],
  world: World,
  address: string,
): SentMessage {
  refuseFor(checkMessage(body));
  const kept = message.attachments.filter(
    ({ id }) => !body.attachments || body.attachments.some((each) => each.id === id),
  );
  const added = files.map(({ index, name, bytes }): SentFile => {
    if (bytes.length > world.attachmentSizeLimit) throw new Refused(413, 40005, 'Request entity too large');
    const description = body.attachments?.find((each) => each.id === index)?.description;
    const id = world.snowflake();
    const path = `/attachments/${id}/${name}`;
    world.uploads.set(path, bytes);
    return { id, filename: name, size: bytes.length, url: address + path, bytes, ...(description && { description }) };
  });
  const attachments = [...kept, ...added];
  const embeds = body.embeds ?? message.embeds;
  for (const { image } of embeds) {
    const name = image && /^attachment:\/\/(.+)$/.exec(image.url)?.[1];
    if (name && !attachments.some(({ filename }) => filename === name))
      throw new Refused(400, 50035, `No file ${name}`);
  }
  Object.assign(message, {
    loading: false,
    content: body.content ?? message.content,
    embeds,
    components: body.components ?? message.components,
    attachments,
    allowedMentions: body.allowed_mentions ?? null,
  });
  return message;
}

export function refuseFor(problems: readonly string[]): void {
  if (problems.length > 0) throw new Refused(400, 50035, `Invalid Form Body: ${problems.join('; ')}`);
}

export function timeOf(id: string): number {
  return Number(BigInt(id) >> 22n) + 1_420_070_400_000;
}

/** A message in Discord's own shape. */
export function onTheWire(message: SentMessage, world: World): Record<string, unknown> {
  const { id, channel, content, embeds, components, attachments, onlyFor, author } = message;
  return {
    id,
    channel_id: channel,
    type: 0,
    author: {
      id: author,
      username: author === world.bot.id ? world.bot.name : 'someone',
      discriminator: '0',
      avatar: null,
    },
    content,
    embeds: embeds.map((embed) => ({ type: 'rich', ...embed })),
    components,
    attachments: attachments.map(({ bytes, ...rest }) => ({ ...rest, proxy_url: rest.url })),
    timestamp: new Date(timeOf(id)).toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    pinned: false,
    flags: onlyFor ? EPHEMERAL : 0,
  };
}
