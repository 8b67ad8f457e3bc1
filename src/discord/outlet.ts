import { createHash } from 'node:crypto';
import type { Client, Message, SendableChannels } from 'discord.js';
import { DeliveryError, type Outlet } from '../doors.ts';
import type { Rendered } from '../told.ts';
import { deliveryError } from './errors.ts';
import type { Payload } from './send.ts';

/** Well under the 25 characters a nonce may have, and still 120 bits. */
const REFERENCE_LENGTH = 20;
const PAGE = 100;
/** A retry comes within hours; no channel of a marketing team says more than this meanwhile. */
const MAX_PAGES = 5;

/** Discord's end of the outbox. `draw` renders a message with the reference it can be found by. */
export function discordOutlet(
  client: Client,
  draw: (message: Rendered, reference?: string) => Promise<Payload>,
): Outlet {
  return {
    async post(channel, message, key) {
      const reference = referenceOf(channel, key);
      const payload = await draw(message, reference);
      const place = await channelOf(client, channel);
      // Discord gives back the first message when it sees a nonce again within some minutes.
      const posted = await place.send({ ...payload, nonce: reference, enforceNonce: true }).catch((error) => {
        throw deliveryError(error);
      });
      return posted.id;
    },

    // Doing it twice does no harm, so what is unclear is simply tried again.
    async update(channel, ref, message) {
      const place = await channelOf(client, channel);
      const footer = await referenceAt(place, ref);
      const payload = await draw(message, footer);
      await place.messages.edit(ref, { ...payload, attachments: [] }).catch((error) => {
        throw deliveryError(error, 'later');
      });
    },

    async find(channel, key) {
      const place = await channelOf(client, channel);
      const reference = referenceOf(channel, key);
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
    },
  };
}

/** An opaque mark: nonce and footer show it to everyone in the channel, so it tells nothing of the key. */
function referenceOf(channel: string, key: string): string {
  return createHash('sha256').update(`${channel}\n${key}`).digest('base64url').slice(0, REFERENCE_LENGTH);
}

function referenceIn({ embeds }: Message): string | undefined {
  return /(?:^|\n)ref ([\w-]+)$/.exec(embeds.at(-1)?.footer?.text ?? '')?.[1];
}

/** The reference a message already carries, so that an update does not lose it. */
async function referenceAt(place: SendableChannels, ref: string): Promise<string | undefined> {
  const message = await place.messages.fetch({ message: ref, force: true }).catch((error) => {
    throw deliveryError(error, 'later');
  });
  return referenceIn(message);
}

/** A channel that begins with @ is a person: their direct messages. */
async function channelOf(client: Client, id: string): Promise<SendableChannels> {
  const fetched = id.startsWith('@') ? client.users.createDM(id.slice(1)) : client.channels.fetch(id);
  const channel = await fetched.catch((error) => {
    throw deliveryError(error, 'later');
  });
  if (!channel?.isSendable()) throw new DeliveryError('never', `Discord channel ${id} cannot be written to.`);
  return channel;
}
