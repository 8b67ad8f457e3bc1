import { onTheWire } from './messages.ts';
import type { Interaction, Person, RegisteredOption, SentMessage, ShownModal, World } from './world.ts';

/** What a person types into an option. A file is given with its bytes. */
export type Typed = string | number | boolean | TypedFile;
export type TypedFile = { readonly name: string; readonly content: Buffer; readonly statedSize?: number };

const SUBCOMMAND = 1;
const FILE = 11;

/** Builds what Discord sends when a person runs a command, refusing what its client would not let them send. */
export function commandData(
  world: World,
  line: string,
  typed: Readonly<Record<string, Typed>>,
  address: string,
): unknown {
  const [name, sub] = line.split(' ');
  const command = world.commands.find((each) => each.name === name);
  if (!command)
    throw new Error(`No /${name} is registered. There is: ${world.commands.map((each) => each.name).join(', ')}`);
  const subcommands = command.options?.filter(({ type }) => type === SUBCOMMAND) ?? [];
  const chosen = subcommands.find((each) => each.name === sub);
  if (Boolean(sub) !== Boolean(chosen)) throw new Error(`/${name} has no subcommand "${sub}"`);
  if (!sub && subcommands.length > 0) throw new Error(`/${name} needs a subcommand`);

  const known = (chosen ?? command).options ?? [];
  const attachments: Record<string, unknown> = {};
  for (const { name: option, required } of known) {
    if (required && typed[option] === undefined) throw new Error(`Discord asks for ${option} first`);
  }
  const options = Object.entries(typed).map(([option, value]) => {
    const registered = known.find((each) => each.name === option);
    if (!registered) throw new Error(`/${line} has no option "${option}"`);
    if (typeof value !== 'object') return { name: option, type: registered.type, value: allowed(registered, value) };
    if (registered.type !== FILE) throw new Error(`"${option}" is not a file`);
    const attachment = uploaded(world, value, address);
    attachments[attachment.id] = attachment;
    return { name: option, type: FILE, value: attachment.id };
  });
  return {
    id: command.id,
    name,
    type: 1,
    guild_id: world.guild,
    options: chosen ? [{ name: sub, type: SUBCOMMAND, options }] : options,
    resolved: { attachments },
  };
}

/** A file as Discord keeps it and tells of it. */
export function uploaded(world: World, { name, content, statedSize }: TypedFile, address: string) {
  const id = world.snowflake();
  const url = `${address}/attachments/${id}/${name}`;
  world.uploads.set(`/attachments/${id}/${name}`, content);
  return { id, filename: name, size: statedSize ?? content.length, url, proxy_url: url };
}

/** What Discord sends while a person types into an option of a command. */
export function typingData(world: World, line: string, option: string, typed: string): unknown {
  const [name, sub] = line.split(' ');
  const command = world.commands.find((each) => each.name === name);
  const chosen = command?.options?.find((each) => each.type === SUBCOMMAND && each.name === sub);
  const registered = (chosen ?? command)?.options?.find((each) => each.name === option);
  if (!command || !registered?.autocomplete) throw new Error(`Discord completes nothing in ${option} of /${line}`);
  const options = [{ name: option, type: registered.type, value: typed, focused: true }];
  return {
    id: command.id,
    name,
    type: 1,
    guild_id: world.guild,
    options: chosen ? [{ name: sub, type: SUBCOMMAND, options }] : options,
  };
}

function allowed(option: RegisteredOption, value: string | number | boolean): unknown {
  const { name, type, min_value, max_value, choices } = option;
  const wanted = type === 4 ? 'number' : type === 5 ? 'boolean' : 'string';
  // What a person types into a field for numbers is sent as one.
  if (wanted === 'number' && typeof value === 'string' && /^\d+$/.test(value)) return allowed(option, Number(value));
  const tooSmall = min_value !== undefined && Number(value) < min_value;
  const tooLarge = max_value !== undefined && Number(value) > max_value;
  const unknown = choices && !choices.some((choice) => choice.value === value);
  if (typeof value !== wanted || tooSmall || tooLarge || unknown)
    throw new Error(`Discord would not send ${name}:${value}`);
  return value;
}

/** What Discord sends when a person presses the button with this label, or chooses it from a menu. */
export function buttonData(message: SentMessage, person: Person, label: string): unknown {
  if (message.onlyFor && message.onlyFor !== person.id) throw new Error(`${person.name} does not see that message`);
  const all = message.components.flatMap((row) => row.components);
  const pressed = all.find((each) => each.label === label);
  if (pressed) return { component_type: 2, custom_id: pressed.custom_id };
  const offered = all.flatMap(({ custom_id, options = [] }) => options.map((option) => ({ custom_id, ...option })));
  const chosen = offered.find((each) => each.label === label);
  if (chosen) return { component_type: 3, custom_id: chosen.custom_id, values: [chosen.value] };
  throw new Error(
    `No button "${label}". There is: ${[...all, ...offered].map((each) => each.label).join(', ') || 'none'}`,
  );
}

/** What Discord sends when a person fills in a form: by field name, with the files that they chose in it. */
export function modalData(
  world: World,
  modal: ShownModal,
  answers: Readonly<Record<string, string>>,
  files: readonly TypedFile[],
  address: string,
): unknown {
  const chosen = files.map((file) => uploaded(world, file, address));
  const components = modal.components.map(({ component }) => {
    const { type, custom_id, required, value, options } = component;
    if (type === 19) {
      const { min_values = 1, max_values = 1 } = component;
      const least = chosen.length === 0 && required === false ? 0 : min_values;
      if (chosen.length < least || chosen.length > max_values)
        throw new Error(`Discord asks for ${min_values} to ${max_values} files in ${custom_id}`);
      return { type: 18, component: { type, custom_id, values: chosen.map(({ id }) => id) } };
    }
    const answer = answers[custom_id] ?? value ?? options?.find((each) => each.default)?.value ?? '';
    if (required && answer === '') throw new Error(`Discord asks for ${custom_id} first`);
    if (options && answer && !options.some((each) => each.value === answer))
      throw new Error(`${custom_id} has no ${answer}`);
    const said = type === 3 ? { values: answer ? [answer] : [] } : { value: answer };
    return { type: 18, component: { type, custom_id, ...said } };
  });
  const takesFiles = modal.components.some(({ component }) => component.type === 19);
  if (files.length > 0 && !takesFiles) throw new Error('the form has no place for files');
  const attachments = Object.fromEntries(chosen.map((file) => [file.id, file]));
  return { custom_id: modal.custom_id, components, ...(takesFiles && { resolved: { attachments } }) };
}

const VIEW_CHANNEL = 1n << 10n;
const ALL_PERMISSIONS = (1n << 50n) - 1n;

/** The packet around it all. In direct messages there is no server, and so no member of one. */
export function interactionPacket(
  world: World,
  { id, token, person, channel, source }: Interaction,
  type: number,
  data: unknown,
): unknown {
  const user = { id: person.id, username: person.name, global_name: null, discriminator: '0', avatar: null };
  const inGuild = {
    guild_id: world.guild,
    guild_locale: 'en-GB',
    context: 0,
    member: {
      user,
      roles: person.roles ?? [],
      permissions: '0',
      joined_at: '2026-01-01T00:00:00Z',
      deaf: false,
      mute: false,
      flags: 0,
    },
  };
  return {
    id,
    application_id: world.application,
    type,
    token,
    version: 1,
    data,
    channel_id: channel,
    channel: channelPacket(world, channel),
    locale: person.locale ?? 'en-GB',
    app_permissions: String(world.closedChannels.has(channel) ? VIEW_CHANNEL : ALL_PERMISSIONS),
    entitlements: [],
    authorizing_integration_owners: {},
    attachment_size_limit: world.attachmentSizeLimit,
    ...(isDirect(channel) ? { user, context: 1 } : inGuild),
    ...(source && { message: onTheWire(source, world) }),
  };
}

/** A message of a person, as the gateway tells it. */
export function messagePacket(world: World, person: Person, channel: string, content: string): object {
  const author = { id: person.id, username: person.name, global_name: null, discriminator: '0', avatar: null };
  const member = { roles: person.roles ?? [], joined_at: '2026-01-01T00:00:00Z', deaf: false, mute: false, flags: 0 };
  return {
    id: world.snowflake(),
    channel_id: channel,
    channel_type: isDirect(channel) ? 1 : 0,
    author,
    content,
    type: 0,
    timestamp: new Date(world.now()).toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    components: [],
    pinned: false,
    flags: 0,
    ...(!isDirect(channel) && { guild_id: world.guild, member }),
  };
}

function channelPacket(world: World, id: string): unknown {
  if (isDirect(id)) return { id, type: 1, recipients: [] };
  const parent_id = world.threads.get(id);
  return parent_id === undefined ? { id, type: 0 } : { id, type: 11, parent_id, name: 'thread', guild_id: world.guild };
}

function isDirect(channel: string): boolean {
  return channel.startsWith('9');
}
