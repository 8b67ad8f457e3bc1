import type { webApi } from '@slack/bolt';
import { say } from '../../words/say.ts';
import type { Outlet } from '../doors.ts';
import { DeliveryError } from '../doors.ts';
import { deliveryError, platformError } from './errors.ts';
import type { Outsiders } from './outsiders.ts';
import { threadPages } from './pages.ts';
import { renderWithPictures } from './pictures.ts';
import { renderSlack } from './render.ts';
import { noPreviews } from './roads.ts';
import { directChannel } from './tell.ts';
import { inWords, type Wire } from './wire.ts';

/** Everybody in the workspace can read a message's metadata: it carries the outbox key and nothing else. */
const EVENT_TYPE = 'sextant_outbox';
/** Slack takes about one message a second in a channel. */
const PACE_MS = 1_100;
/** A post is looked for among the latest thousand messages of its channel. */
const HISTORY_PAGES = 5;
const HISTORY_PAGE = 200;

const NO_THREAD = new Set([
  ...['thread_not_found', 'message_not_found', 'cannot_reply_to_message'],
  ...['restricted_action_non_threadable_channel', 'restricted_action_thread_locked'],
]);

type Page = webApi.ConversationsHistoryResponse | webApi.ConversationsRepliesResponse;

/**
 * Posts for the outbox. Slack has no idempotency key, so each post carries its own as metadata and `find` looks for
 * it. `channel` is a channel's id, or a person's, with or without an @: their direct messages.
 */
export function slackOutlet(
  wire: Wire,
  me: { readonly botId: string; readonly name: string },
  outsiders: Outsiders,
): Outlet {
  const { client } = wire;
  const channelId = async (target: string) => {
    const [, person] = /^@?([UW].*)$/.exec(target) ?? [];
    return person === undefined ? target : directChannel(wire, person);
  };

  /** Looks through one list of messages for the one that carries `key`. */
  const search = async (key: string, page: (cursor?: string) => Promise<Page>): Promise<string | null> => {
    let cursor: string | undefined;
    for (let pages = 0; pages < HISTORY_PAGES; pages++) {
      const { messages, response_metadata } = await page(cursor);
      const found = messages?.find(
        ({ metadata, bot_id }) =>
          bot_id === me.botId && metadata?.event_type === EVENT_TYPE && keyOf(metadata.event_payload) === key,
      );
      if (found?.ts) return found.ts;
      cursor = response_metadata?.next_cursor;
      if (!cursor) return null;
    }
    return null;
  };

  return {
    paceMs: PACE_MS,
    pages: threadPages,

    post: (target, message, key, thread = null) =>
      mapped(me.name, async () => {
        const channel = await channelId(target);
        if (await outsiders(channel)) throw foreignReaders();
        const { message: written, isWhole } = await renderWithPictures(wire, message);
        const { text, blocks, files } = written;
        const metadata = { event_type: EVENT_TYPE, event_payload: { key } };
        const say = { channel, text, ...noPreviews, metadata };
        const inThread = { ...say, blocks, ...(thread !== null && { thread_ts: thread }) };
        let isPictured = isWhole;
        const posted = await client.chat.postMessage(inThread).catch((error: unknown) => {
          // A picture can turn out unusable after it looked ready. The numbers go out all the same.
          if (platformError(error) === 'invalid_blocks') {
            isPictured = false;
            return client.chat.postMessage({
              ...inThread,
              blocks: renderSlack(message, { keep: wire.memory.keep }).blocks,
            });
          }
          if (thread !== null && isNoThread(error)) return client.chat.postMessage({ ...say, blocks });
          throw error;
        });
        if (posted.ts === undefined) throw new DeliveryError('unknown', 'Slack named no message');
        for (const { name, content } of files) {
          await client
            .filesUploadV2({
              channel_id: channel,
              thread_ts: thread ?? posted.ts,
              file: Buffer.from(content),
              filename: name,
            })
            .catch((error: unknown) => wire.log('error', `a file of a post could not be delivered: ${inWords(error)}`));
        }
        return { ref: posted.ts, isWhole: isPictured };
      }),

    update: (target, ref, message) =>
      mapped(me.name, async () => {
        const { message: written, isWhole } = await renderWithPictures(wire, message);
        const { text, blocks } = written;
        const channel = await channelId(target);
        const updated = await client.chat
          .update({ channel, ts: ref, text, blocks })
          .catch((error: unknown) => (platformError(error) === 'message_not_found' ? null : Promise.reject(error)));
        return { isWhole: isWhole || updated === null };
      }),

    async nameOf(target) {
      if (/^@?[UW]/.test(target)) return target;
      const { channel } = await client.conversations.info({ channel: target }).catch(() => ({ channel: undefined }));
      return channel?.name ? `#${channel.name}` : target;
    },

    find: (target, key, thread = null) =>
      mapped(me.name, async () => {
        const channel = await channelId(target);
        const list = { channel, limit: HISTORY_PAGE, include_all_metadata: true } as const;
        const inThread =
          thread === null
            ? null
            : await search(key, (cursor) =>
                client.conversations.replies({ ...list, ts: thread, ...(cursor && { cursor }) }),
              ).catch((error: unknown) => (isNoThread(error) ? null : Promise.reject(error)));
        return (
          inThread ??
          (await search(key, (cursor) => client.conversations.history({ ...list, ...(cursor && { cursor }) })))
        );
      }),
  };
}

/** The message is gone, or may have no thread. */
function isNoThread(error: unknown): boolean {
  return NO_THREAD.has(platformError(error) ?? '');
}

function keyOf(payload: unknown): unknown {
  return typeof payload === 'object' && payload !== null && 'key' in payload ? payload.key : undefined;
}

function foreignReaders(): DeliveryError {
  const remedy = say`People of other companies read that channel, and posts hold money figures: run /channel set in a channel of your own.`;
  return new DeliveryError('never', 'is_ext_shared', { remedy });
}

async function mapped<T>(botName: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw deliveryError(error, botName);
  }
}
