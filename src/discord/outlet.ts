import { createHash } from 'node:crypto';
import { type Client, type Message, type SendableChannels, ThreadAutoArchiveDuration } from 'discord.js';
import { DeliveryError, type Outlet } from '../doors.ts';
import { clip } from '../text.ts';
import type { Rendered } from '../told.ts';
import { deliveryError, isMessageGone, isNoThread, isThreadThere, isUnknownChannel } from './errors.ts';
import { MAX_THREAD_NAME } from './limits.ts';
import { discordPages } from './pages.ts';
import type { Drawn } from './send.ts';

/** Well under the 25 characters a nonce may have, and still 120 bits. */
const REFERENCE_LENGTH = 20;
const PAGE = 100;
/** A retry comes within hours; no channel of a marketing team says more than this meanwhile. */
const MAX_PAGES = 5;

/** Discord's end of the outbox. `draw` renders a message with the reference it can be found by. */
export function discordOutlet(client: Client, draw: (message: Rendered, reference?: string) => Promise<Drawn>): Outlet {
  return {
    // Discord tells its limits with every answer, and the library keeps to them.
    paceMs: 0,
    pages: discordPages,

    async post(channel, message, key, thread = null) {
      const reference = referenceOf(channel, key);
      const { payload, isWhole } = await draw(message, reference);
      const place = await channelOf(client, channel);
      const under = thread === null ? null : await threadOf(client, place, thread);
      const answers = thread !== null && !under && { reply: { messageReference: thread, failIfNotExists: false } };
      // Discord gives back the first message when it sees a nonce again within some minutes.
      const posted = await (under ?? place)
        .send({ ...payload, ...answers, nonce: reference, enforceNonce: true })
        .catch((error) => {
          throw deliveryError(error);
        });
      requireId(posted);
      return { ref: posted.channelId === place.id ? posted.id : `${posted.channelId}/${posted.id}`, isWhole };
    },

    // Doing it twice does no harm, so what is unclear is simply tried again.
    async update(channel, ref, message) {
      const [id = '', thread] = ref.split('/').reverse();
      const place = await channelOf(client, thread ?? channel);
      const posted = await place.messages.fetch({ message: id, force: true }).catch((error) => {
        if (isMessageGone(error)) return null;
        throw deliveryError(error, 'later');
      });
      if (posted === null) return { isWhole: true };
      requireId(posted, id);
      // The reference it already carries, so that it can still be found.
      const { payload, isWhole } = await draw(message, referenceIn(posted));
      const edited = await place.messages.edit(id, { ...payload, attachments: [] }).catch((error) => {
        throw deliveryError(error, 'later');
      });
      requireId(edited, id);
      return { isWhole };
    },

    async nameOf(channel) {
      const fetched = channel.startsWith('@') ? null : await client.channels.fetch(channel).catch(() => null);
      return fetched && 'name' in fetched && fetched.name !== null ? `#${fetched.name}` : channel;
    },

    async find(channel, key, thread = null) {
      const place = await channelOf(client, channel);
      const reference = referenceOf(channel, key);
      const under = thread === null ? null : await knownThread(client, thread);
      const inThread = under && (await search(client, under, reference));
      return inThread ? `${under.id}/${inThread}` : search(client, place, reference);
    },
  };
}

/** The library takes a page of whatever stands between us and Discord for an answer. */
function requireId({ id }: Message, wanted: string = id, kind: 'unknown' | 'later' = 'unknown'): void {
  if (typeof id !== 'string' || id !== wanted) throw notDiscord(kind);
}

/** Of a channel, the library makes nothing of such a page; Discord itself says when there is none. */
function required<Channel>(channel: Channel | null | undefined): Channel {
  if (channel) return channel;
  throw notDiscord('later');
}

function notDiscord(kind: 'unknown' | 'later'): DeliveryError {
  return new DeliveryError(kind, 'something that is not Discord answered');
}

async function search(client: Client, place: SendableChannels, reference: string): Promise<string | null> {
  let before: string | undefined;
  for (let page = 0; page < MAX_PAGES; page++) {
    const messages = await place.messages
      .fetch({ limit: PAGE, cache: false, ...(before && { before }) })
      .catch((error) => {
        throw deliveryError(error);
      });
    const found = messages.find((each) => each.author.id === client.user?.id && referenceIn(each) === reference);
    if (found) return found.id;
    if (messages.size < PAGE) return null;
    before = messages.lastKey();
  }
  return null;
}

/**
 * The thread on a message, started if there is none yet. Null where none can be: in direct messages, without the right
 * to, or when somebody has deleted the message.
 */
async function threadOf(client: Client, place: SendableChannels, ref: string): Promise<SendableChannels | null> {
  const known = await knownThread(client, ref);
  if (known || !('threads' in place)) return known;
  try {
    const message = await place.messages.fetch({ message: ref, force: true });
    requireId(message, ref, 'later');
    const name = clip(message.embeds[0]?.title ?? '', MAX_THREAD_NAME) || 'Sextant';
    return required(await message.startThread({ name, autoArchiveDuration: ThreadAutoArchiveDuration.OneWeek }));
  } catch (error) {
    // An earlier try had started it, and its answer was lost.
    if (isThreadThere(error)) return required(await knownThread(client, ref));
    if (isNoThread(error)) return null;
    throw deliveryError(error, 'later');
  }
}

/** A thread has the id of the message that it was started on. */
async function knownThread(client: Client, ref: string): Promise<SendableChannels | null> {
  try {
    const channel = required(await client.channels.fetch(ref));
    return channel.isThread() && channel.isSendable() && !channel.locked ? channel : null;
  } catch (error) {
    if (isUnknownChannel(error)) return null;
    throw deliveryError(error, 'later');
  }
}

/** An opaque mark: nonce and footer show it to everyone in the channel, so it tells nothing of the key. */
function referenceOf(channel: string, key: string): string {
  return createHash('sha256').update(`${channel}\n${key}`).digest('base64url').slice(0, REFERENCE_LENGTH);
}

function referenceIn({ embeds }: Message): string | undefined {
  return /(?:^|\n)ref ([\w-]+)$/.exec(embeds.at(-1)?.footer?.text ?? '')?.[1];
}

/** A channel that begins with @ is a person: their direct messages. */
async function channelOf(client: Client, id: string): Promise<SendableChannels> {
  const fetched = id.startsWith('@') ? client.users.createDM(id.slice(1)) : client.channels.fetch(id);
  const channel = await fetched.catch((error) => {
    throw deliveryError(error, 'later');
  });
  const known = required(channel);
  if (!known.isSendable()) throw new DeliveryError('never', 'nobody can write there');
  return known;
}
