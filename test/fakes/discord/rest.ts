import { checkCommands } from '../../../src/discord/check.ts';
import {
  change,
  EPHEMERAL,
  fill,
  type Incoming,
  newMessage,
  onTheWire,
  Refused,
  refuseFor,
  timeOf,
} from './messages.ts';
import type { Interaction, RegisteredCommand, SentMessage, ShownModal, World } from './world.ts';

export type Outgoing = { readonly status: number; readonly body?: unknown };

const FIRST_ANSWER_MS = 3000;
const TOKEN_MS = 15 * 60_000;
const NONCE_MS = 5 * 60_000;

/** Answers one request as Discord's REST v10 would. `address` is where files are served, `gateway` the socket's. */
export function answerRequest(
  incoming: Incoming,
  world: World,
  { address, gateway }: { address: string; gateway: string },
): Outgoing {
  try {
    for (const [method, pattern, route] of routes) {
      const match = method === incoming.method && pattern.exec(incoming.path);
      if (match) return route({ ...incoming, world, address, gateway }, match[1] ?? '', match[2] ?? '');
    }
    throw new Refused(404, 0, `404: Not Found (${incoming.method} ${incoming.path})`);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { status: error.status, body: { code: error.code, message: error.message } };
  }
}

type Request = Incoming & { readonly world: World; readonly address: string; readonly gateway: string };
type Route = (request: Request, one: string, two: string) => Outgoing;

const routes: readonly (readonly [string, RegExp, Route])[] = [
  ['GET', /^\/gateway\/bot$/, getGateway],
  ['PUT', /^\/applications\/(\d+)\/(?:guilds\/(\d+)\/)?commands$/, putCommands],
  ['POST', /^\/interactions\/(\d+)\/([^/]+)\/callback$/, postCallback],
  ['POST', /^\/webhooks\/\d+\/([^/]+)$/, postFollowUp],
  ['PATCH', /^\/webhooks\/\d+\/([^/]+)\/messages\/@original$/, patchOriginal],
  ['GET', /^\/guilds\/(\d+)\/members\/(\d+)$/, getMember],
  ['GET', /^\/channels\/(\d+)$/, getChannel],
  ['GET', /^\/channels\/(\d+)\/messages$/, getMessages],
  ['GET', /^\/channels\/(\d+)\/messages\/(\d+)$/, getMessage],
  ['POST', /^\/channels\/(\d+)\/messages$/, postMessage],
  ['PATCH', /^\/channels\/(\d+)\/messages\/(\d+)$/, patchMessage],
  ['POST', /^\/channels\/(\d+)\/messages\/(\d+)\/threads$/, postThread],
  ['POST', /^\/users\/@me\/channels$/, postDirectChannel],
];

function getGateway(request: Request): Outgoing {
  needsBot(request);
  const session_start_limit = { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 1 };
  return { status: 200, body: { url: request.gateway, shards: 1, session_start_limit } };
}

function getMember(request: Request, guild: string, user: string): Outgoing {
  needsBot(request);
  const { world } = request;
  if (guild !== world.guild) throw new Refused(404, 10004, 'Unknown Guild');
  if (world.gonePeople.has(user)) throw new Refused(404, 10007, 'Unknown Member');
  const body = { user: { id: user, username: user, global_name: null, discriminator: '0', avatar: null } };
  return {
    status: 200,
    body: { ...body, roles: [], joined_at: '2026-01-01T00:00:00Z', deaf: false, mute: false, flags: 0 },
  };
}

function putCommands(request: Request, application: string, guild: string): Outgoing {
  needsBot(request);
  const { world } = request;
  if (application !== world.application) throw new Refused(403, 20012, 'You are not authorized to perform this action');
  if (guild && guild !== world.guild) throw new Refused(403, 50001, 'Missing Access');
  const commands = request.body as Parameters<typeof checkCommands>[0];
  refuseFor(checkCommands(commands));
  world.commands = commands.map((command) => ({ ...command, id: world.snowflake() }) as RegisteredCommand);
  return { status: 200, body: world.commands };
}

function postCallback({ world, body, files, address }: Request, id: string, token: string): Outgoing {
  const interaction = world.interactions.get(token);
  if (interaction?.id !== id || (interaction.answered === null && world.now() - interaction.at > FIRST_ANSWER_MS)) {
    throw new Refused(404, 10062, 'Unknown interaction');
  }
  if (interaction.answered !== null) throw new Refused(400, 40060, 'Interaction has already been acknowledged.');
  const data = body.data ?? {};
  if (body.type === 8) {
    const { choices = [] } = data as { readonly choices?: NonNullable<Interaction['choices']> };
    refuseFor(checkChoices(choices));
    interaction.choices = choices;
    interaction.answered = body.type;
    return { status: 204 };
  }
  const onlyFor = (data.flags ?? 0) & EPHEMERAL ? interaction.person.id : null;
  if (body.type === 9) {
    refuseFor(checkModal(data));
    interaction.modal = data as ShownModal;
  } else if (body.type === 6 || body.type === 7) {
    if (!interaction.source) throw new Refused(400, 50035, 'Invalid Form Body: only a button can update its message');
    if (body.type === 7) change(interaction.source, data, files, world, address);
    interaction.original = interaction.source;
  } else {
    const message = newMessage(world, interaction.channel, onlyFor);
    if (body.type === 4) fill(message, data, files, world, address);
    else message.loading = true;
    world.messages.push(message);
    interaction.original = message;
  }
  interaction.answered = body.type ?? 0;
  return { status: 204 };
}

function checkChoices(choices: NonNullable<Interaction['choices']>): readonly string[] {
  const wrong = choices.filter(({ name, value }) => [name, value].some(({ length }) => length < 1 || length > 100));
  return [...(choices.length > 25 ? ['choices'] : []), ...wrong.map(({ name }) => `choice "${name}"`)];
}

/** A modal has no checker in the renderer: its limits are stated here once more. */
function checkModal({ custom_id = '', title = '', components = [] }: Partial<ShownModal>): readonly string[] {
  const problems = components.flatMap(({ type, label, component }) => [
    ...(type === 18 && label.length >= 1 && label.length <= 45 ? [] : [`label "${label}"`]),
    ...(component.custom_id.length >= 1 && component.custom_id.length <= 100 ? [] : ['a custom_id']),
    ...((component.options?.length ?? 0) <= 25 && (component.type !== 3 || component.options?.length)
      ? []
      : ['options']),
    ...([3, 4, 19].includes(component.type) ? [] : [`type ${component.type}`]),
    ...(component.type === 19 ? checkFileUpload(component) : []),
  ]);
  if (title.length < 1 || title.length > 45) problems.push('title');
  if (custom_id.length < 1 || custom_id.length > 100) problems.push('custom_id');
  if (components.length < 1 || components.length > 5) problems.push('components');
  return problems;
}

/** components/reference, "File Upload". */
function checkFileUpload({
  required = true,
  min_values = 1,
  max_values = 1,
}: ShownModal['components'][0]['component']) {
  const isRight = min_values >= (required ? 1 : 0) && max_values >= 1 && min_values <= max_values && max_values <= 10;
  return isRight ? [] : [`${min_values} to ${max_values} files`];
}

function postFollowUp({ world, body, files, address }: Request, token: string): Outgoing {
  const interaction = answeredInteraction(world, token);
  // As documented: right after a deferred answer this edits that answer, and its flag stays what it was.
  if (interaction.original?.loading) {
    change(interaction.original, body, files, world, address);
    return { status: 200, body: onTheWire(interaction.original, world) };
  }
  const onlyFor = (body.flags ?? 0) & EPHEMERAL ? interaction.person.id : null;
  const message = fill(newMessage(world, interaction.channel, onlyFor), body, files, world, address);
  world.messages.push(message);
  return { status: 200, body: onTheWire(message, world) };
}

function patchOriginal({ world, body, files, address }: Request, token: string): Outgoing {
  const { original } = answeredInteraction(world, token);
  if (!original) throw new Refused(404, 10008, 'Unknown Message');
  change(original, body, files, world, address);
  return { status: 200, body: onTheWire(original, world) };
}

function answeredInteraction(world: World, token: string): Interaction {
  const interaction = world.interactions.get(token);
  if (!interaction || world.now() - interaction.at > TOKEN_MS) throw new Refused(404, 10015, 'Unknown Webhook');
  if (interaction.answered === null) throw new Refused(404, 10015, 'Unknown Webhook');
  return interaction;
}

function getChannel(request: Request, id: string): Outgoing {
  needsChannel(request, id);
  if (request.world.threads.has(id)) return { status: 200, body: threadOnTheWire(request.world, id) };
  if (id.startsWith('9')) return { status: 200, body: { id, type: 1, recipients: [] } };
  return { status: 200, body: { id, type: 0, name: `channel-${id}`, guild_id: request.world.guild } };
}

function getMessages(request: Request, channel: string): Outgoing {
  needsChannel(request, channel);
  const limit = Number(request.query.get('limit') ?? 50);
  const before = BigInt(request.query.get('before') ?? '999999999999999999999');
  if (limit > 100) throw new Refused(400, 50035, 'Invalid Form Body: limit');
  const found = request.world.messages
    .filter((each) => each.channel === channel && each.onlyFor === null && BigInt(each.id) < before)
    .reverse()
    .slice(0, limit);
  return { status: 200, body: found.map((each) => onTheWire(each, request.world)) };
}

function getMessage(request: Request, channel: string, id: string): Outgoing {
  return { status: 200, body: onTheWire(messageAt(request, channel, id), request.world) };
}

function postMessage(request: Request, channel: string): Outgoing {
  needsChannel(request, channel);
  const { world, body, files, address } = request;
  if (world.gonePeople.has(channel.slice(1)) && channel.startsWith('9'))
    throw new Refused(403, 50278, 'Cannot send messages to this user due to having no mutual guilds');
  if (world.closedPeople.has(channel.slice(1)) && channel.startsWith('9'))
    throw new Refused(403, 50007, 'Cannot send messages to this user');
  if (world.closedChannels.has(channel)) throw new Refused(403, 50013, 'Missing Permissions');
  const twin = body.enforce_nonce
    ? world.messages.find((each) => each.nonce === body.nonce && world.now() - timeOf(each.id) < NONCE_MS)
    : undefined;
  if (twin) return { status: 200, body: onTheWire(twin, world) };
  const message = fill(newMessage(world, channel, null), body, files, world, address);
  message.nonce = body.nonce === undefined ? null : String(body.nonce);
  world.messages.push(message);
  return { status: 200, body: onTheWire(message, world) };
}

function patchMessage(request: Request, channel: string, id: string): Outgoing {
  const { world, body, files, address } = request;
  const message = messageAt(request, channel, id);
  if (message.author !== world.bot.id) throw new Refused(403, 50005, 'Cannot edit a message authored by another user');
  change(message, body, files, world, address);
  return { status: 200, body: onTheWire(message, world) };
}

function postThread(request: Request, channel: string, id: string): Outgoing {
  messageAt(request, channel, id);
  const { world, body } = request;
  if (world.threads.has(channel) || channel.startsWith('9')) throw new Refused(400, 50024, 'Cannot execute action');
  if (world.threadless.has(channel)) throw new Refused(403, 50013, 'Missing Permissions');
  if (world.threads.has(id)) throw new Refused(400, 160004, 'A thread has already been created for this message');
  const { name = '' } = body as { readonly name?: string };
  if (name.length < 1 || name.length > 100) throw new Refused(400, 50035, 'Invalid Form Body: name');
  world.threads.set(id, channel);
  return { status: 201, body: threadOnTheWire(world, id) };
}

function threadOnTheWire({ threads, guild, bot }: World, id: string): object {
  const thread_metadata = { archived: false, locked: false, auto_archive_duration: 10080, archive_timestamp: null };
  return {
    id,
    type: 11,
    name: 'thread',
    guild_id: guild,
    parent_id: threads.get(id),
    owner_id: bot.id,
    thread_metadata,
  };
}

function postDirectChannel(request: Request): Outgoing {
  needsBot(request);
  const recipient = request.body.recipient_id ?? '';
  const recipients = [{ id: recipient, username: 'someone', discriminator: '0' }];
  return { status: 200, body: { id: directChannel(recipient), type: 1, recipients } };
}

/** Where direct messages to a person lie. */
export function directChannel(person: string): string {
  return `9${person}`;
}

function messageAt(request: Request, channel: string, id: string): SentMessage {
  needsChannel(request, channel);
  const message = request.world.messages.find((each) => each.id === id && each.channel === channel);
  if (!message || message.onlyFor) throw new Refused(404, 10008, 'Unknown Message');
  return message;
}

function needsBot({ authorization, world }: Request): void {
  if (authorization !== `Bot ${world.token}`) throw new Refused(401, 0, '401: Unauthorized');
}

function needsChannel(request: Request, id: string): void {
  needsBot(request);
  const { world } = request;
  if (!world.channels().includes(id) && !world.threads.has(id) && !id.startsWith('9'))
    throw new Refused(404, 10003, 'Unknown Channel');
}
