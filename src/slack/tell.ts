import type { Action, Answer, Rendered } from '../told.ts';
import { platformError } from './errors.ts';
import { renderWithPictures } from './pictures.ts';
import { renderSlack, type SlackMessage } from './render.ts';
import { inWords, type Wire } from './wire.ts';

/** Slack's answer address takes a POST and needs no membership; past this it is not coming. */
const RESPOND_TIMEOUT_MS = 10_000;

/** Where a person asked, and so where they are answered. */
export type Place = {
  readonly user: string;
  /** For greeting only. */
  readonly name?: string;
  readonly channel: string;
  /** Slack's `response_url`: five uses within 30 minutes. */
  readonly respondTo?: string;
  /** An ephemeral "Working on …" stands there and is to become the answer. */
  readonly replaces?: boolean;
};

/** Gives a person the answer: to them alone, or to the channel when they asked for that. Never rejects. */
export async function tell(wire: Wire, place: Place, answer: Answer, extra: readonly Action[] = []): Promise<void> {
  const message = { ...answer, actions: [...(answer.actions ?? []), ...extra] };
  if (answer.audience === 'channel' && (await tellChannel(wire, place, message))) return;
  await tellPrivately(wire, place, message);
}

/** Tries every road to one person: the answer address, an ephemeral message, the direct message. Never rejects. */
export async function tellPrivately(wire: Wire, place: Place, message: Rendered): Promise<void> {
  await deliver(wire, message, privateRoads(wire, place));
  await sendFiles(wire, place, message);
}

function privateRoads({ client }: Wire, place: Place): readonly Road[] {
  const { user, channel, replaces } = place;
  return [
    (say) => respond(place, { ...say, response_type: 'ephemeral', replace_original: replaces === true }),
    (say) => client.chat.postEphemeral({ channel, user, ...say }),
    (say) => client.chat.postMessage({ channel: user, ...say, ...noPreviews }),
  ];
}

async function tellChannel(wire: Wire, place: Place, message: Rendered): Promise<boolean> {
  const shown = await deliver(wire, message, [
    (say) => respond(place, { ...say, response_type: 'in_channel', replace_original: false }),
    (say) => wire.client.chat.postMessage({ channel: place.channel, ...say, ...noPreviews }),
  ]);
  if (!shown) return false;
  // "Working on …" is ephemeral and cannot become a message for all.
  if (place.replaces) await respond(place, { delete_original: true }).catch(() => undefined);
  await sendFiles(wire, place, message);
  return true;
}

/** Link previews would show a foreign page under our numbers. */
export const noPreviews = { unfurl_links: false, unfurl_media: false } as const;

type Say = Pick<SlackMessage, 'text' | 'blocks'>;
type Road = (say: Say) => Promise<unknown>;

/** Goes down the roads until one works; if Slack dislikes the picture, once more in words. */
async function deliver(wire: Wire, message: Rendered, roads: readonly Road[]): Promise<boolean> {
  const inWordsOnly = rendered(wire, message);
  const pictured = inWordsOnly.charts.length > 0 ? await renderWithPictures(wire, message).catch(() => null) : null;
  const problems: string[] = [];
  for (const { text, blocks } of pictured ? [pictured, inWordsOnly] : [inWordsOnly]) {
    for (const road of roads) {
      try {
        await road({ text, blocks });
        return true;
      } catch (error) {
        problems.push(platformError(error) ?? inWords(error));
      }
    }
    if (!problems.includes('invalid_blocks')) break;
  }
  wire.log('error', `an answer could not be delivered: ${problems.join('; ')}`);
  return false;
}

/** Whoever asked is told something, even when the answer itself cannot be written. */
function rendered({ log }: Wire, message: Rendered): SlackMessage {
  try {
    return renderSlack(message);
  } catch (error) {
    log('error', `an answer could not be written for Slack: ${inWords(error)}`);
    const parts = [
      { kind: 'text', text: 'The answer is there and cannot be shown in Slack. Ask at another door.' },
    ] as const;
    return renderSlack({ title: 'Something broke on our side', tone: 'bad', parts, shop: null, language: 'en' });
  }
}

/** Files go to the person's direct messages, whoever reads the answer: they may hold personal data. */
export async function sendFiles(wire: Wire, place: Place, message: Rendered): Promise<void> {
  const { files } = rendered(wire, message);
  if (files.length === 0) return;
  try {
    const channel_id = await directChannel(wire, place.user);
    for (const { name, content } of files) {
      await wire.client.filesUploadV2({ channel_id, file: Buffer.from(content), filename: name });
    }
  } catch (error) {
    wire.log('error', `a file could not be delivered: ${inWords(error)}`);
    const parts = [{ kind: 'text', text: 'Slack did not take it. Ask once more in a few minutes.' }] as const;
    const notSent = {
      title: 'The file could not be sent',
      tone: 'bad',
      parts,
      shop: message.shop,
      language: message.language,
    } as const;
    await deliver(wire, notSent, privateRoads(wire, { ...place, replaces: false }));
  }
}

/** The channel of the direct messages between Sextant and a person. */
export async function directChannel({ client }: Wire, user: string): Promise<string> {
  const { channel } = await client.conversations.open({ users: user });
  if (channel?.id === undefined) throw new Error('Slack opened no direct messages');
  return channel.id;
}

async function respond({ respondTo }: Place, message: object): Promise<void> {
  if (respondTo === undefined) throw new Error('there is no answer address');
  const answer = await fetch(respondTo, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(message),
    redirect: 'error',
    signal: AbortSignal.timeout(RESPOND_TIMEOUT_MS),
  });
  if (!answer.ok) throw new Error(`the answer address said ${answer.status}`);
}
