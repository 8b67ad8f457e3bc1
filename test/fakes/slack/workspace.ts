import { type Json, problemsIn, problemsInView, tooLong } from './blocks.ts';
import type { Fault } from './faults.ts';

/** Slack's memory: messages, files, forms and the short-lived keys to them. No network here. */

export const BOT = { user: 'UBOT', id: 'BBOT', name: 'sextant' } as const;
export const TEAM = 'T1';

export type Message = {
  channel: string;
  ts: string;
  text: string;
  blocks: readonly Json[];
  /** Whom it is shown to; null is everybody in the channel. */
  readonly to: string | null;
  readonly thread_ts?: string;
  readonly metadata?: Json;
  readonly file?: string;
};

export type File = {
  readonly id: string;
  readonly name: string;
  readonly length: number;
  readonly alt_text?: string;
  bytes: Buffer | null;
  /** When Slack has looked at it; null before the upload is complete. */
  readyAt: number | null;
  channel?: string;
};

export type View = {
  readonly id: string;
  hash: string;
  view: Json;
  readonly user: string;
  open: boolean;
  /** What was typed, by block: kept as long as the block keeps its id. */
  typed: Record<string, string>;
};

type ResponseUrl = {
  uses: number;
  readonly madeAt: number;
  readonly channel: string;
  readonly user: string;
  /** The message that `replace_original` means. */
  original: Message | null;
};

/** A refusal in Slack's words. */
export class Refused extends Error {
  readonly messages: readonly string[];
  constructor(code: string, messages: readonly string[] = []) {
    super(code);
    this.messages = messages;
  }
}

const TRIGGER_MS = 3000;
const RESPONSE_URL_MS = 30 * 60 * 1000;
const RESPONSE_URL_USES = 5;

export function makeWorkspace(now: () => number) {
  let counter = 0;
  const messages: Message[] = [];
  const files = new Map<string, File>();
  const views = new Map<string, View>();
  /** What each person sees in the app's Home. */
  const homes = new Map<string, View>();
  const triggers = new Map<string, { readonly madeAt: number; used: boolean; readonly user: string }>();
  const responseUrls = new Map<string, ResponseUrl>();
  /** Channels the bot may post in, and those it may not. */
  const channels = new Map<string, 'member' | 'not_in_channel' | 'is_archived'>([
    ['C1', 'member'],
    ['CSECRET', 'not_in_channel'],
    ['COLD', 'is_archived'],
    ['CAPPROVALS', 'member'],
  ]);
  /** People whose account is deactivated. */
  const gone = new Set<string>();
  /** Channels that people of other companies read. */
  const shared = new Set<string>();
  const settings = {
    fileProcessingMs: 0,
    /** How long a message is missing from history. */
    historyLagMs: 0,
    /** How far apart posts in a channel must be. */
    paceMs: 0,
  };
  const lastPost = new Map<string, number>();
  const postedAt = new WeakMap<Message, number>();
  const isListed = (message: Message) => (postedAt.get(message) ?? 0) + settings.historyLagMs <= now();
  /** Messages of other apps. */
  const foreign = new Set<Message>();
  const next = () => ++counter;
  const ts = () => `${Math.floor(now() / 1000)}.${String(next()).padStart(6, '0')}`;

  const showable = (id: string) => {
    const readyAt = files.get(id)?.readyAt;
    return readyAt !== undefined && readyAt !== null && readyAt <= now();
  };

  function check(text: unknown, blocks: unknown): readonly Json[] {
    if ((typeof text !== 'string' || text === '') && blocks === undefined) throw new Refused('no_text');
    if (typeof text === 'string' && text.length > 40_000) throw new Refused('msg_too_long');
    if (blocks === undefined) return [];
    const problems = problemsIn(blocks, { where: 'message', showable });
    if (problems.length > 0) throw new Refused('invalid_blocks', problems);
    if (tooLong(blocks)) throw new Refused('msg_blocks_too_long');
    return blocks as readonly Json[];
  }

  /** A channel's id; a person's id stands for their direct messages. */
  function reachable(channel: unknown): string {
    const id = String(channel);
    if (/^U/.test(id)) return `D${id}`;
    if (/^D/.test(id)) return id;
    const state = channels.get(id);
    if (state === undefined) throw new Refused('channel_not_found');
    if (state !== 'member') throw new Refused(state);
    return id;
  }

  function page(all: readonly Message[], { limit, cursor, include_all_metadata }: Json) {
    const from = Number(cursor ?? 0);
    const size = Number(limit ?? 100);
    return {
      messages: all.slice(from, from + size).map((message) => ({
        type: 'message',
        bot_id: foreign.has(message) ? 'BOTHER' : BOT.id,
        text: message.text,
        ts: message.ts,
        blocks: message.blocks,
        ...(message.thread_ts !== undefined && { thread_ts: message.thread_ts }),
        ...(String(include_all_metadata) === 'true' && message.metadata && { metadata: message.metadata }),
      })),
      response_metadata: { next_cursor: from + size < all.length ? String(from + size) : '' },
    };
  }

  function add(message: Omit<Message, 'ts'>): Message {
    const added = { ...message, ts: ts() };
    postedAt.set(added, now());
    messages.push(added);
    return added;
  }

  return {
    messages,
    files,
    views,
    homes,
    channels,
    gone,
    shared,
    settings,
    foreign,
    showable,
    reachable,
    add,

    post({ channel, text, blocks, metadata, thread_ts }: Json): Message {
      const shown = check(text, blocks);
      if (thread_ts !== undefined && !messages.some((each) => each.ts === thread_ts && !each.thread_ts)) {
        throw new Refused('thread_not_found');
      }
      return add({
        channel: reachable(channel),
        text: String(text ?? ''),
        blocks: shown,
        to: null,
        ...(metadata !== undefined && { metadata: metadata as Json }),
        ...(thread_ts !== undefined && { thread_ts: String(thread_ts) }),
      });
    },

    /** Slack's pace per channel, with its own answer to those who are faster. */
    tooSoon({ channel }: Json): Fault | undefined {
      const id = String(channel);
      if (now() - (lastPost.get(id) ?? 0) < settings.paceMs) return { status: 429, headers: { 'retry-after': '1' } };
      lastPost.set(id, now());
      return undefined;
    },

    postEphemeral({ channel, user, text, blocks, thread_ts }: Json): Message {
      const shown = check(text, blocks);
      const to = String(user);
      return add({ channel: reachable(channel), text: String(text ?? ''), blocks: shown, to, ...inThread(thread_ts) });
    },

    update({ channel, ts: ref, text, blocks }: Json): Message {
      const id = reachable(channel);
      const message = messages.find((each) => each.channel === id && each.ts === ref && each.to === null);
      if (!message) throw new Refused('message_not_found');
      message.blocks = check(text, blocks);
      message.text = String(text ?? '');
      return message;
    },

    trigger(user: string): string {
      const id = `${next()}.trigger`;
      triggers.set(id, { madeAt: now(), used: false, user });
      return id;
    },

    openView({ trigger_id, view }: Json): View {
      const trigger = triggers.get(String(trigger_id));
      if (!trigger || trigger.used) throw new Refused('invalid_trigger_id');
      if (now() - trigger.madeAt > TRIGGER_MS) throw new Refused('expired_trigger_id');
      trigger.used = true;
      const problems = problemsInView(view as Json, showable);
      if ((view as Json).type !== 'modal') problems.push('only a modal is opened');
      if (problems.length > 0) throw new Refused('invalid_arguments', problems);
      const opened = {
        id: `V${next()}`,
        hash: `${next()}.hash`,
        view: view as Json,
        user: trigger.user,
        open: true,
        typed: {},
      };
      views.set(opened.id, opened);
      return opened;
    },

    updateView({ view_id, hash, view }: Json): View {
      const known = views.get(String(view_id));
      if (!known?.open) throw new Refused('not_found');
      if (hash !== undefined && hash !== known.hash) throw new Refused('hash_conflict');
      const problems = problemsInView(view as Json, showable);
      if (problems.length > 0) throw new Refused('invalid_arguments', problems);
      const blocks = new Set(((view as Json).blocks as Json[]).map(({ block_id }) => block_id));
      known.typed = Object.fromEntries(Object.entries(known.typed).filter(([block]) => blocks.has(block)));
      known.view = view as Json;
      known.hash = `${next()}.hash`;
      return known;
    },

    publishView({ user_id, hash, view }: Json): View {
      const user = String(user_id);
      const before = homes.get(user);
      if (hash !== undefined && hash !== before?.hash) throw new Refused('hash_conflict');
      const problems = problemsInView(view as Json, showable);
      if ((view as Json).type !== 'home') problems.push('only a Home is published');
      if (problems.length > 0) throw new Refused('invalid_arguments', problems);
      const made = { id: before?.id ?? `V${next()}`, hash: `${next()}.hash`, view: view as Json };
      const home = { ...made, user, open: true, typed: {} };
      homes.set(user, home);
      return home;
    },

    responseUrl(channel: string, user: string, original: Message | null): string {
      const id = String(next());
      responseUrls.set(id, { uses: 0, madeAt: now(), channel, user, original });
      return id;
    },

    /** The message that an acknowledgement showed is the one that `replace_original` means from now on. */
    acknowledged(id: string, message: Message): void {
      responseUrls.get(id)!.original = message;
    },

    respond(id: string, body: Json): void {
      const url = responseUrls.get(id);
      if (!url) throw new Refused('invalid_url');
      if (url.uses >= RESPONSE_URL_USES) throw new Refused('used_url');
      if (now() - url.madeAt > RESPONSE_URL_MS) throw new Refused('expired_url');
      url.uses++;
      const { original, channel, user } = url;
      if (body.delete_original === true) {
        if (original) messages.splice(messages.indexOf(original), 1);
        return;
      }
      const blocks = check(body.text, body.blocks);
      const text = String(body.text ?? '');
      if (body.replace_original === true && original) {
        if (original.to !== null && body.response_type === 'in_channel') throw new Refused('cannot_make_public');
        original.text = text;
        original.blocks = blocks;
        return;
      }
      // The bot need not be in the channel.
      const to = body.response_type === 'in_channel' ? null : user;
      const added = add({ channel, text, blocks, to, ...inThread(body.thread_ts) });
      if (added.to !== null) url.original ??= added;
    },

    startUpload({ filename, length, alt_text }: Json): File {
      const file: File = {
        id: `F${String(next()).padStart(9, '0')}`,
        name: String(filename),
        length: Number(length),
        ...(alt_text !== undefined && { alt_text: String(alt_text) }),
        bytes: null,
        readyAt: null,
      };
      files.set(file.id, file);
      return file;
    },

    completeUpload({ files: listed, channel_id, thread_ts }: Json): readonly File[] {
      return (listed as Json[]).map(({ id }) => {
        const file = files.get(String(id));
        if (!file) throw new Refused('file_not_found');
        if (file.bytes?.length !== file.length) throw new Refused('invalid_length');
        file.readyAt = now() + settings.fileProcessingMs;
        if (channel_id !== undefined) {
          file.channel = reachable(channel_id);
          add({
            channel: file.channel,
            text: file.name,
            blocks: [],
            to: null,
            file: file.id,
            ...(thread_ts !== undefined && { thread_ts: String(thread_ts) }),
          });
        }
        return file;
      });
    },

    history({ channel, limit, cursor, include_all_metadata }: Json) {
      const id = reachable(channel);
      const all = messages
        .filter((each) => each.channel === id && each.to === null && !each.thread_ts && isListed(each))
        .reverse();
      return page(all, { limit, cursor, include_all_metadata });
    },

    /** A thread, its first message included, oldest first. */
    replies({ channel, ts: thread, limit, cursor, include_all_metadata }: Json) {
      const id = reachable(channel);
      const all = messages.filter(
        (each) =>
          each.channel === id &&
          each.to === null &&
          (each.ts === thread || (each.thread_ts === thread && isListed(each))),
      );
      if (all.length === 0) throw new Refused('thread_not_found');
      return page(all, { limit, cursor, include_all_metadata });
    },

    /** Somebody deletes a message. */
    remove(message: Message): void {
      messages.splice(messages.indexOf(message), 1);
    },
  };
}

function inThread(thread_ts: unknown): { readonly thread_ts?: string } {
  return thread_ts === undefined ? {} : { thread_ts: String(thread_ts) };
}
