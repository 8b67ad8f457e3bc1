import { say } from '../../words/say.ts';
import type { Action, Answer, Rendered } from '../told.ts';
import { answerView } from './answer-view.ts';
import { platformError } from './errors.ts';
import { ownWords } from './own-words.ts';
import { type Pictured, renderWithPictures } from './pictures.ts';
import { renderSlack, type SlackMessage, type Surface } from './render.ts';
import { inWords, type Wire } from './wire.ts';

/** Slack's answer address takes a POST and needs no membership; past this it is not coming. */
const RESPOND_TIMEOUT_MS = 10_000;

/** Where a person asked, and so where they are answered. */
export type Place = {
  readonly user: string;
  /** For greeting only. */
  readonly name?: string;
  readonly channel: string;
  /** The message that the thread is of, where the person pressed something inside a thread. */
  readonly thread?: string;
  /** Slack's `response_url`: five uses within 30 minutes. */
  readonly respondTo?: string;
  /** An ephemeral "Working on …" stands there and is to become the answer. */
  readonly replaces?: boolean;
  /** The window that stands open for the answer, where the person is in the App Home. */
  readonly view?: string;
  /** The App Home, where such a window is still to open. */
  readonly inHome?: true;
};

/** Gives a person the answer: to them alone, or to the channel when they asked for that. Never rejects. */
export async function tell(wire: Wire, place: Place, answer: Answer, extra: readonly Action[] = []): Promise<void> {
  const message = { ...answer, actions: [...(answer.actions ?? []), ...extra] };
  if (answer.audience === 'channel' && (await tellChannel(wire, place, message))) return;
  await tellPrivately(wire, place, message);
}

/** Tries every road to one person: the answer address, an ephemeral message, the direct message. Never rejects. */
export async function tellPrivately(wire: Wire, place: Place, message: Rendered): Promise<void> {
  await deliver(wire, message, privateRoads(wire, place, message));
  await sendFiles(wire, place, message);
}

type Say = Pick<SlackMessage, 'text' | 'blocks'>;
/** How to change what was said; null where Slack gives no way. */
type Change = ((say: Say) => Promise<unknown>) | null;
type Road = { readonly surface: Surface; take(say: Say): Promise<Change> };

function privateRoads({ client }: Wire, place: Place, { language }: Rendered): readonly Road[] {
  const { user, channel, replaces, view } = place;
  const direct: Road = {
    surface: 'message',
    async take(say) {
      const { channel: there, ts } = await client.chat.postMessage({ channel: user, ...say, ...noPreviews });
      return there !== undefined && ts !== undefined
        ? (later) => client.chat.update({ channel: there, ts, ...later })
        : null;
    },
  };
  if (view !== undefined) {
    const inView: Road = {
      surface: 'view',
      async take({ blocks }) {
        const shown = await client.views.update({ view_id: view, view: answerView(blocks, language) });
        const hash = shown.view?.hash;
        return (later) => client.views.update({ view_id: view, hash, view: answerView(later.blocks, language) });
      },
    };
    return [inView, direct];
  }
  const ephemeral = { response_type: 'ephemeral', ...threadOf(place) };
  return [
    {
      surface: 'message',
      async take(say) {
        await respond(place, { ...say, ...ephemeral, replace_original: replaces === true });
        return replaces ? (later) => respond(place, { ...later, ...ephemeral, replace_original: true }) : null;
      },
    },
    {
      surface: 'message',
      async take(say) {
        await client.chat.postEphemeral({ channel, user, ...say, ...threadOf(place) });
        return null;
      },
    },
    direct,
  ];
}

function threadOf({ thread }: Place) {
  return thread === undefined ? {} : { thread_ts: thread };
}

async function tellChannel(wire: Wire, place: Place, message: Rendered): Promise<boolean> {
  const { channel } = place;
  const shown = await deliver(wire, message, [
    {
      surface: 'message',
      async take(say) {
        await respond(place, { ...say, ...threadOf(place), response_type: 'in_channel', replace_original: false });
        return null;
      },
    },
    {
      surface: 'message',
      async take(say) {
        const { ts } = await wire.client.chat.postMessage({ channel, ...say, ...threadOf(place), ...noPreviews });
        return ts === undefined ? null : (later) => wire.client.chat.update({ channel, ts, ...later });
      },
    },
  ]);
  if (!shown) return false;
  // "Working on …" is ephemeral and cannot become a message for all.
  if (place.replaces) await respond(place, { delete_original: true }).catch(() => undefined);
  await sendFiles(wire, place, message);
  return true;
}

/** Link previews would show a foreign page under our numbers. */
export const noPreviews = { unfurl_links: false, unfurl_media: false } as const;

/** What Slack says of blocks that it does not take, in messages and in views. */
const DISLIKED = new Set(['invalid_blocks', 'invalid_arguments']);

/** Goes down the roads until one works; if Slack dislikes the picture, once more in words. */
async function deliver(wire: Wire, message: Rendered, roads: readonly Road[]): Promise<boolean> {
  const inWordsOnly = async (surface: Surface): Promise<Pictured> => ({ message: rendered(wire, message, surface) });
  const pictured = (surface: Surface) => renderWithPictures(wire, message, surface).catch(() => inWordsOnly(surface));
  const hasCharts = message.parts.some(({ kind }) => kind === 'chart');
  const problems: string[] = [];
  for (const draw of hasCharts ? [pictured, inWordsOnly] : [inWordsOnly]) {
    const drawn = new Map<Surface, Pictured>();
    for (const { surface, take } of roads) {
      const { message: written, late } = drawn.get(surface) ?? (await draw(surface));
      drawn.set(surface, { message: written, ...(late && { late }) });
      try {
        const { text, blocks } = written;
        const change = await take({ text, blocks });
        if (late) void addPictures(wire, late, change ?? ((later) => take(onlyPictures(later))));
        return true;
      } catch (error) {
        problems.push(platformError(error) ?? inWords(error));
      }
    }
    if (!problems.some((problem) => DISLIKED.has(problem))) break;
  }
  wire.log('error', `an answer could not be delivered: ${problems.join('; ')}`);
  return false;
}

/** Puts late pictures into what was said. Never rejects: the words are there. */
export async function addPictures(
  { log }: Wire,
  late: Promise<SlackMessage | null>,
  change: (say: Say) => Promise<unknown>,
): Promise<void> {
  const message = await late;
  if (!message) return;
  const { text, blocks } = message;
  await change({ text, blocks }).catch((error: unknown) =>
    log('warn', `a late chart was not shown: ${inWords(error)}`),
  );
}

/** Where what was said cannot be changed, its pictures follow under the same title. */
function onlyPictures({ text, blocks }: Say): Say {
  return { text, blocks: blocks.filter(({ type }) => type === 'header' || type === 'image') };
}

/** Whoever asked is told something, even when the answer itself cannot be written. */
export function rendered({ log, memory }: Wire, message: Rendered, surface: Surface): SlackMessage {
  try {
    return renderSlack(message, { surface, keep: memory.keep });
  } catch (error) {
    log('error', `an answer could not be written for Slack: ${inWords(error)}`);
    const text = say`The answer is there and cannot be shown in Slack. Ask at another door.`;
    return renderSlack(ownWords(message.language, say`Something broke on our side`, text), { surface });
  }
}

/** Files go to the person's direct messages, whoever reads the answer: they may hold personal data. */
export async function sendFiles(wire: Wire, place: Place, message: Rendered): Promise<void> {
  const files = message.parts.filter((part) => part.kind === 'file');
  if (files.length === 0) return;
  try {
    const channel_id = await directChannel(wire, place.user);
    for (const { name, content } of files) {
      await wire.client.filesUploadV2({ channel_id, file: Buffer.from(content), filename: name });
    }
  } catch (error) {
    wire.log('error', `a file could not be delivered: ${inWords(error)}`);
    const notSent = ownWords(
      message.language,
      say`The file could not be sent`,
      say`Slack did not take it. Ask once more in a few minutes.`,
    );
    await deliver(wire, notSent, privateRoads(wire, { ...place, replaces: false }, notSent));
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
