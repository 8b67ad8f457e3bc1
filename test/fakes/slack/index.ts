import { randomUUID } from 'node:crypto';
import type { Json } from './blocks.ts';
import type { Fault } from './faults.ts';
import { type Acknowledged, type Call, type Signature, startServer, textsIn, words } from './server.ts';
import { BOT, type File, type Message, TEAM, type View } from './workspace.ts';

export { APP_TOKEN, BOT_TOKEN, SIGNING_SECRET, textsIn, words } from './server.ts';

/**
 * A strict stand-in for Slack: real HTTP and WebSocket on 127.0.0.1, a clock one can move, every call recorded,
 * faults on demand. What people do in Slack is `types`, `clicks`, `submits`; what they see is `visibleTo`.
 */
export async function startFakeSlack() {
  const server = await startServer();
  const { origin, clock, calls, sockets, workspace, faults, userFiles, acknowledging, changed, until, deliver } =
    server;

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

  function buttonIn({ blocks }: { readonly blocks: readonly Json[] }, label: string): Json | undefined {
    return blocks
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
        ...threadOf(message),
      },
      channel: { id: message.channel, name: 'marketing' },
      ...(message.to === null && { message: asSent(message) }),
      trigger_id: workspace.trigger(user),
      response_url: `${origin}/respond/${workspace.responseUrl(message.channel, user, message)}`,
      actions: [{ ...button, action_ts: `${clock.now() / 1000}`, block_id: 'b' }],
    };
    return { body, ...(button.confirm !== undefined && { confirm: button.confirm as Json }) };
  }

  /** What Slack says to itself: an app removed, a token revoked. */
  function event(told: Json, event_id = `Ev${randomUUID()}`, signed?: Signature): Promise<Acknowledged> {
    const authorizations = [{ team_id: TEAM, user_id: BOT.user, is_bot: true, enterprise_id: null }];
    const event_time = Math.floor(clock.now() / 1000);
    return deliver(
      'events_api',
      { type: 'event_callback', team_id: TEAM, api_app_id: 'A1', event_id, event_time, authorizations, event: told },
      signed,
    );
  }

  const openView = (user: string): View | undefined =>
    [...workspace.views.values()].reverse().find((view) => view.open && view.user === user);

  return {
    ...server,
    apiUrl: `${origin}/api/`,
    commandBody,
    clickBody,
    visibleTo,

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

    /** A person writes to the app in its direct messages, with files or without. */
    writes(user: string, text: string, files: readonly Json[] = []): Promise<Acknowledged> {
      const said = {
        type: 'message',
        channel_type: 'im',
        channel: `D${user}`,
        user,
        text,
        ts: `${clock.now() / 1000}`,
      };
      return event({ ...said, ...(files.length > 0 && { subtype: 'file_share', files }) });
    },

    /** A person names the app in a channel. */
    mentions(
      user: string,
      channel: string,
      text: string,
      { thread, files = [] }: { readonly thread?: string; readonly files?: readonly Json[] } = {},
    ): Promise<Acknowledged> {
      const said = { type: 'app_mention', channel, user, text: `<@${BOT.user}> ${text}`, ts: `${clock.now() / 1000}` };
      return event({ ...said, ...(thread !== undefined && { thread_ts: thread }), ...(files.length > 0 && { files }) });
    },

    /** A person opens the app's Home tab, or its messages. */
    async opensHome(user: string, tab: 'home' | 'messages' = 'home'): Promise<Acknowledged> {
      const seen = workspace.homes.get(user);
      const view = seen && { ...seen.view, id: seen.id, hash: seen.hash, team_id: TEAM };
      return event({ type: 'app_home_opened', user, channel: `D${user}`, tab, ...(view && { view }) });
    },

    home: (user: string): View | undefined => workspace.homes.get(user),

    /** A person presses a button in the Home, or in the window that stands open. */
    async presses(user: string, where: 'home' | 'window', label: string): Promise<Acknowledged> {
      const seen = where === 'home' ? workspace.homes.get(user) : openView(user);
      const blocks = (seen?.view.blocks ?? []) as readonly Json[];
      const button = buttonIn({ blocks }, label);
      if (!seen || !button) throw new Error(`${user} sees no button "${label}" in the ${where}:\n${textsIn(blocks)}`);
      return deliver('interactive', {
        type: 'block_actions',
        ...who(user),
        api_app_id: 'A1',
        token: 'legacy',
        container: { type: 'view', view_id: seen.id },
        trigger_id: workspace.trigger(user),
        view: { ...seen.view, id: seen.id, hash: seen.hash, team_id: TEAM, state: { values: {} } },
        actions: [{ ...button, action_ts: `${clock.now() / 1000}`, block_id: 'b' }],
      });
    },

    /** What stands in the window that is open for a person, form or answer. */
    window: (user: string): string => textsIn(openView(user)?.view ?? []).join('\n'),

    closesWindow(user: string): void {
      const open = openView(user);
      if (open) open.open = false;
    },

    async clicks(user: string, label: string, { confirmed = false } = {}): Promise<Acknowledged> {
      const { body, confirm } = clickBody(user, label);
      if (confirm && !confirmed) throw new Error(`Slack asks first: ${(confirm.text as Json).text}`);
      return deliver('interactive', body);
    },

    /** The form that is open for a person. */
    form: (user: string): View | undefined => {
      const open = openView(user);
      return open?.view.submit === undefined ? undefined : open;
    },

    /** Sends the open form. The errors shown under its fields, or null when it closed. */
    async submits(user: string, values: Readonly<Record<string, string>>, uploaded: readonly Json[] = []) {
      const open = openView(user);
      if (!open) throw new Error(`${user} has no form open`);
      const inputs = (open.view.blocks as Json[]).filter(({ type }) => type === 'input');
      for (const { block_id, element, optional } of inputs) {
        const { type, max_files = 10 } = element as Json;
        if (type === 'file_input' && uploaded.length > Number(max_files))
          throw new Error('too many files for the form');
        const id = String(block_id);
        if (values[id] !== undefined) open.typed[id] = values[id];
        const missing = type === 'file_input' ? uploaded.length === 0 : (standsIn(open, id) ?? '') === '';
        if (missing && optional !== true) throw new Error(`Slack asks for ${id} first`);
      }
      const state = stateOf(open, uploaded);
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
      const { response_action, view: next } = acknowledged.body;
      if (response_action === 'update') workspace.updateView({ view_id: open.id, view: next });
      else open.open = errors !== null || acknowledged.status !== 200;
      return { ...acknowledged, errors };
    },

    /** A person types into a field of the open form, or presses a button beside it: by the field's own name. */
    async changes(user: string, field: string, to: string | { readonly press: string }): Promise<Acknowledged> {
      const open = openView(user);
      if (!open) throw new Error(`${user} has no form open`);
      const blocks = open.view.blocks as Json[];
      const block = blocks.find(({ block_id }) => String(block_id).replace(/~\d+$/, '') === field);
      if (!block) throw new Error(`the form has no field ${field}`);
      const id = String(block.block_id);
      const element = block.element as Json;
      if (typeof to === 'string') open.typed[id] = to;
      const beside = blocks[blocks.indexOf(block) + 1]?.elements as Json[] | undefined;
      const pressed = typeof to === 'string' ? null : beside?.find(({ text }) => (text as Json).text === to.press);
      if (typeof to !== 'string' && !pressed) throw new Error(`there is no button "${to.press}" beside ${field}`);
      if (!pressed && block.dispatch_action !== true) return { status: 200, ms: 0, body: {} };
      const action = pressed ?? { type: element.type, action_id: element.action_id, value: to };
      return deliver('interactive', {
        type: 'block_actions',
        ...who(user),
        api_app_id: 'A1',
        token: 'legacy',
        container: { type: 'view', view_id: open.id },
        trigger_id: workspace.trigger(user),
        view: { ...open.view, id: open.id, hash: open.hash, team_id: TEAM, state: { values: stateOf(open) } },
        actions: [{ ...action, block_id: id, action_ts: `${clock.now() / 1000}` }],
      });
    },

    /** A person chooses a message shortcut of the manifest, by its name, on a message: one with these files, or that one. */
    chooses(
      user: string,
      name: string,
      { features: { shortcuts } }: { readonly features: { readonly shortcuts: readonly Json[] } },
      on: readonly Json[] | Message,
    ): Promise<Acknowledged> {
      const shortcut = shortcuts.find((each) => each.type === 'message' && each.name === name);
      if (!shortcut) throw new Error(`the manifest has no message shortcut "${name}"`);
      const ts = `${Math.floor(clock.now() / 1000)}.000900`;
      const message =
        'ts' in on ? asSent(on) : { type: 'message', user, ts, text: '', ...(on.length > 0 && { files: on }) };
      const channel = 'ts' in on ? on.channel : 'C1';
      return deliver('interactive', {
        type: 'message_action',
        callback_id: shortcut.callback_id,
        ...who(user),
        api_app_id: 'A1',
        token: 'legacy',
        is_enterprise_install: false,
        enterprise: null,
        action_ts: `${clock.now() / 1000}`,
        message_ts: message.ts,
        channel: { id: channel, name: 'marketing' },
        message,
        trigger_id: workspace.trigger(user),
        response_url: `${origin}/respond/${workspace.responseUrl(channel, user, null)}`,
      });
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

    event,

    /** Slack asks the app to come back over a new socket. */
    refreshes(): void {
      for (const socket of sockets) socket.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
    },

    pictures: (): readonly File[] => [...workspace.files.values()].filter(({ readyAt }) => readyAt !== null),
  };
}

/** A message as Slack sends it along. */
function asSent(message: Message): Json {
  const { ts, text, blocks } = message;
  return { type: 'message', ts, text, blocks, ...threadOf(message) };
}

function threadOf({ thread_ts }: Message): Json {
  return thread_ts === undefined ? {} : { thread_ts };
}

/** What stands in a field: what was typed, else what it came with. */
function standsIn({ view, typed }: View, id: string): string | undefined {
  const { element } = (view.blocks as Json[]).find(({ block_id }) => block_id === id) as { readonly element: Json };
  const initial = element.initial_value ?? (element.initial_option as Json | undefined)?.value;
  return typed[id] ?? (initial === undefined ? undefined : String(initial));
}

/** The state of a form as Slack sends it. */
function stateOf(open: View, uploaded: readonly Json[] = []): Json {
  const inputs = (open.view.blocks as Json[]).filter(({ type }) => type === 'input');
  return Object.fromEntries(
    inputs.map(({ block_id, element }) => {
      const { type, action_id, options = [] } = element as Json;
      const value = type === 'file_input' ? undefined : standsIn(open, String(block_id));
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
}

export type FakeSlack = Awaited<ReturnType<typeof startFakeSlack>>;

function nameOf(user: string): string {
  return `name-of-${user.toLowerCase()}`;
}
