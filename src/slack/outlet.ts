import type { Outlet } from '../doors.ts';
import { DeliveryError } from '../doors.ts';
import { deliveryError } from './errors.ts';
import type { Outsiders } from './outsiders.ts';
import { type Pictured, renderWithPictures } from './pictures.ts';
import { renderSlack } from './render.ts';
import { addPictures, directChannel, noPreviews } from './tell.ts';
import { inWords, type Wire } from './wire.ts';

/** Everybody in the workspace can read a message's metadata: it carries the outbox key and nothing else. */
const EVENT_TYPE = 'sextant_outbox';
/** A post is looked for among the latest thousand messages of its channel. */
const HISTORY_PAGES = 5;
const HISTORY_PAGE = 200;

/**
 * Posts for the outbox. Slack has no idempotency key, so each post carries its own as metadata and `find` looks for
 * it. `channel` is a channel's id, or a person's, with or without an @: their direct messages.
 */
export function slackOutlet(wire: Wire, botId: string, outsiders: Outsiders): Outlet {
  const { client } = wire;
  const channelId = async (target: string) => {
    const [, person] = /^@?([UW].*)$/.exec(target) ?? [];
    return person === undefined ? target : directChannel(wire, person);
  };

  /** By message, the pictures that are still awaited: what is said after them is newer than they are. */
  const awaited = new Map<string, Pictured['late']>();
  const follow = (channel: string, ts: string, late: Pictured['late']) => {
    const message = `${channel} ${ts}`;
    awaited.delete(message);
    if (!late) return;
    awaited.set(message, late);
    void addPictures(wire, late, async (say) => {
      if (awaited.get(message) !== late) return;
      awaited.delete(message);
      await client.chat.update({ channel, ts, ...say });
    });
  };

  return {
    post: (target, message, key) =>
      mapped(async () => {
        const channel = await channelId(target);
        if (await outsiders(channel)) throw new DeliveryError('never', 'people of other companies read this channel');
        const { message: written, late } = await renderWithPictures(wire, message);
        const { text, blocks, files } = written;
        const say = { channel, text, ...noPreviews, metadata: { event_type: EVENT_TYPE, event_payload: { key } } };
        const posted = await client.chat.postMessage({ ...say, blocks }).catch((error: unknown) =>
          // A picture can turn out unusable after it looked ready. The numbers go out all the same.
          deliveryError(error).message === 'invalid_blocks'
            ? client.chat.postMessage({ ...say, blocks: renderSlack(message, { keep: wire.memory.keep }).blocks })
            : Promise.reject(error),
        );
        if (posted.ts === undefined) throw new DeliveryError('unknown', 'Slack named no message');
        follow(channel, posted.ts, late);
        for (const { name, content } of files) {
          await client
            .filesUploadV2({ channel_id: channel, thread_ts: posted.ts, file: Buffer.from(content), filename: name })
            .catch((error: unknown) => wire.log('error', `a file of a post could not be delivered: ${inWords(error)}`));
        }
        return posted.ts;
      }),

    update: (target, ref, message) =>
      mapped(async () => {
        const { message: written, late } = await renderWithPictures(wire, message);
        const { text, blocks } = written;
        const channel = await channelId(target);
        await client.chat.update({ channel, ts: ref, text, blocks });
        follow(channel, ref, late);
      }),

    find: (target, key) =>
      mapped(async () => {
        const channel = await channelId(target);
        let cursor: string | undefined;
        for (let page = 0; page < HISTORY_PAGES; page++) {
          const { messages, response_metadata } = await client.conversations.history({
            channel,
            limit: HISTORY_PAGE,
            include_all_metadata: true,
            ...(cursor && { cursor }),
          });
          const found = messages?.find(
            ({ metadata, bot_id }) =>
              bot_id === botId && metadata?.event_type === EVENT_TYPE && keyOf(metadata.event_payload) === key,
          );
          if (found?.ts) return found.ts;
          cursor = response_metadata?.next_cursor;
          if (!cursor) return null;
        }
        return null;
      }),
  };
}

function keyOf(payload: unknown): unknown {
  return typeof payload === 'object' && payload !== null && 'key' in payload ? payload.key : undefined;
}

async function mapped<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw deliveryError(error);
  }
}
