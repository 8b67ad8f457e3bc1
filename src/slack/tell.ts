import { say } from '../../words/say.ts';
import { tell as inWordsOf } from '../../words/tell.ts';
import type { Action, Answer, Part, Rendered } from '../told.ts';
import { platformError } from './errors.ts';
import { showLate } from './late.ts';
import { ownWords } from './own-words.ts';
import { guestPages, privatePages, threadPages } from './pages.ts';
import { type Pictured, renderWithPictures } from './pictures.ts';
import { renderSlack, type SlackMessage, type Surface } from './render.ts';
import { type Road, respond, type Say, take } from './roads.ts';
import { inWords, type Wire } from './wire.ts';

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
  /** It came with a command: what stands behind it is what Sextant has said by it, and nothing else. */
  readonly fresh?: true;
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

/**
 * Tries every road to one person: the answer address, an ephemeral message, the direct message. What is too long for
 * one message goes on in the next; of a window, in the direct messages. Returns how to change what was said, where there
 * is a way. Never rejects.
 */
export async function tellPrivately(wire: Wire, place: Place, message: Rendered): Promise<Road | null> {
  const inWindow = place.view !== undefined;
  const told = await tellBy(wire, place, message, {
    first: roadsTo(place, message),
    others: inWindow ? [directTo(place)] : roadsTo({ ...place, replaces: false }, message),
  });
  return told?.change ?? null;
}

/** The answer takes the place of a direct message. False where it could not. */
export async function tellInPlaceOf(wire: Wire, message: Rendered, { user, at }: { user: string; at: Standing }) {
  const ways = { first: [at], others: [directTo({ user })] };
  return (await tellBy(wire, { channel: at.channel, user }, message, ways)) !== null;
}

/** A direct message that can be changed. */
export type Standing = Extract<Road, { by: 'update' }>;
type Told = { readonly change: Road | null };
type Ways = { readonly first: readonly Road[]; readonly others: readonly Road[] };

async function tellBy(wire: Wire, place: Place, message: Rendered, { first, others }: Ways): Promise<Told | null> {
  const inWindow = first[0]?.by === 'window';
  const pages = privatePages(message, inWindow ? 'view' : 'message');
  const [head, ...rest] = pages;
  const isLast = rest.length === 0;
  const told = await deliver(wire, inWindow && !isLast ? leadingOn(head!) : head!, first, { isLast });
  if (!told) return null;
  for (const page of rest) await deliver(wire, page, others);
  await sendFiles(wire, place, pages);
  return told;
}

/** A window holds no second message. */
function leadingOn(page: Rendered): Rendered {
  const there: Part = { kind: 'text', text: inWordsOf(say`The rest is in our direct messages.`, page) };
  return { ...page, parts: [...page.parts, there] };
}

function directTo({ user }: Pick<Place, 'user'>): Road {
  return { by: 'message', channel: user };
}

function roadsTo(place: Place, { language }: Rendered): readonly Road[] {
  const { user, channel, replaces, view } = place;
  if (view !== undefined) return [{ by: 'window', view, language }, directTo(place)];
  // In direct messages everything is for one person.
  if (channel === user) return [...answerAddress(place, 'ephemeral', replaces === true), directTo(place)];
  return [
    ...answerAddress(place, 'ephemeral', replaces === true),
    { by: 'ephemeral', channel, user, ...threadOf(place) },
    directTo(place),
  ];
}

function answerAddress(place: Place, to: 'ephemeral' | 'in_channel', replaces: boolean): readonly Road[] {
  const url = place.respondTo;
  return url === undefined ? [] : [{ by: 'answer address', url, to, replaces, ...threadOf(place) }];
}

function threadOf({ thread }: Place) {
  return thread === undefined ? {} : { thread };
}

/** False where nothing can be said to all. Files do not go with it: they are for the person who asked. */
export async function tellChannel(wire: Wire, place: Place, message: Rendered): Promise<boolean> {
  const shown = withoutFiles(message);
  const pages = threadPages(shown);
  const isTold =
    (pages.length > 1 && (await tellInThread(wire, place, pages))) || (await tellAsGuest(wire, place, shown));
  if (!isTold) return false;
  // "Working on …" is ephemeral and cannot become a message for all.
  if (place.replaces && place.respondTo)
    await respond(place.respondTo, { delete_original: true }).catch(() => undefined);
  await sendFiles(wire, place, [message]);
  return true;
}

function withoutFiles(message: Rendered): Rendered {
  return { ...message, parts: message.parts.filter(({ kind }) => kind !== 'file') };
}

/** The first of several pages in the channel, the others in its thread, by the outbox. False where Sextant is no member. */
async function tellInThread(wire: Wire, place: Place, [first, ...rest]: readonly Rendered[]): Promise<boolean> {
  const asMember = memberRoad(place);
  const told = await deliver(wire, first!, [asMember], { isLast: false, hasOtherWay: true });
  if (!told) return false;
  const at = told.change?.by === 'update' ? told.change : null;
  if (at && wire.goOn) {
    wire.goOn({ channel: at.channel, ref: at.ts, thread: place.thread ?? null, message: first! }, rest);
    return true;
  }
  const inThread: Road = at ? { by: 'message', channel: at.channel, thread: place.thread ?? at.ts } : asMember;
  for (const page of rest) await deliver(wire, withoutFiles(page), [inThread]);
  await sendFiles(wire, place, rest);
  return true;
}

/** By the answer address, which needs no membership; each page in the channel itself. */
async function tellAsGuest(wire: Wire, place: Place, message: Rendered): Promise<boolean> {
  const roads = [...answerAddress(place, 'in_channel', false), memberRoad(place)];
  const pages = guestPages(message);
  const [first, ...rest] = pages.map(withoutFiles);
  if (!(await deliver(wire, first!, roads, { isLast: rest.length === 0 }))) return false;
  for (const page of rest) await deliver(wire, page, roads);
  await sendFiles(wire, place, pages);
  return true;
}

function memberRoad(place: Place): Road {
  return { by: 'message', channel: place.channel, ...threadOf(place) };
}

/** What Slack says of blocks that it does not take, in messages and in views. */
const DISLIKED = new Set(['invalid_blocks', 'invalid_arguments']);

/**
 * Goes down the roads until one works, and if Slack dislikes the picture, once more in words. Returns how to change what
 * was said; null where no road was open. A picture that is late becomes part of it, or follows it: where other messages
 * have come after it, and where Slack gives no way to change it.
 */
async function deliver(
  wire: Wire,
  message: Rendered,
  roads: readonly Road[],
  { isLast = true, hasOtherWay = false }: { readonly isLast?: boolean; readonly hasOtherWay?: boolean } = {},
): Promise<Told | null> {
  const inWordsOnly = async (surface: Surface): Promise<Pictured> => wordsOnly(wire, message, surface);
  const pictured = (surface: Surface) => renderWithPictures(wire, message, surface).catch(() => inWordsOnly(surface));
  const hasCharts = message.parts.some(({ kind }) => kind === 'chart');
  const problems: string[] = [];
  for (const draw of hasCharts ? [pictured, inWordsOnly] : [inWordsOnly]) {
    const drawn = new Map<Surface, Pictured>();
    for (const road of roads) {
      const surface = road.by === 'window' ? 'view' : 'message';
      const { message: written, late } = drawn.get(surface) ?? (await draw(surface));
      drawn.set(surface, { message: written, isWhole: late === null, late });
      try {
        const change = await take(wire, road, sayOf(written));
        const grows = isLast && change !== null;
        if (late) {
          const say = sayOf(late.message);
          const following = roads.filter(({ by }) => by !== 'window').map(appending);
          void showLate(wire, {
            files: late.files,
            roads: grows ? [change] : following,
            say: grows ? say : onlyPictures(say),
          });
        }
        return { change };
      } catch (error) {
        problems.push(platformError(error) ?? inWords(error));
      }
    }
    if (!problems.some((problem) => DISLIKED.has(problem))) break;
  }
  wire.log(hasOtherWay ? 'warn' : 'error', `an answer could not be delivered: ${problems.join('; ')}`);
  return null;
}

function sayOf({ text, blocks }: SlackMessage): Say {
  return { text, blocks };
}

function appending(road: Road): Road {
  return road.by === 'answer address' ? { ...road, replaces: false } : road;
}

/** Where what was said cannot be changed, its pictures follow under the same title. */
function onlyPictures({ text, blocks }: Say): Say {
  return { text, blocks: blocks.filter(({ type }) => type === 'header' || type === 'image') };
}

/** An answer without its pictures. Whoever asked is told something, even when it cannot be written. */
function wordsOnly(wire: Wire, message: Rendered, surface: Surface): Pictured {
  return { message: rendered(wire, message, surface), isWhole: false, late: null };
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
async function sendFiles(wire: Wire, place: Place, messages: readonly Rendered[]): Promise<void> {
  const files = messages.flatMap(({ parts }) => parts.filter((part) => part.kind === 'file'));
  if (files.length === 0) return;
  try {
    const channel_id = await directChannel(wire, place.user);
    for (const { name, content } of files) {
      await wire.client.filesUploadV2({ channel_id, file: Buffer.from(content), filename: name });
    }
  } catch (error) {
    wire.log('error', `a file could not be delivered: ${inWords(error)}`);
    const notSent = ownWords(
      messages[0]!.language,
      say`The file could not be sent`,
      say`Slack did not take it. Ask once more in a few minutes.`,
    );
    await deliver(wire, notSent, roadsTo({ ...place, replaces: false }, notSent));
  }
}

/** The channel of the direct messages between Sextant and a person. */
export async function directChannel({ client }: Wire, user: string): Promise<string> {
  const { channel } = await client.conversations.open({ users: user });
  if (channel?.id === undefined) throw new Error('Slack opened no direct messages');
  return channel.id;
}
