import type { Language } from '../../words/tell.ts';
import { answerView } from './answer-view.ts';
import type { SlackMessage } from './render.ts';
import type { Wire } from './wire.ts';

/** Slack's answer address takes a POST and needs no membership; past this it is not coming. */
const RESPOND_TIMEOUT_MS = 10_000;

/** Link previews would show a foreign page under our numbers. */
export const noPreviews = { unfurl_links: false, unfurl_media: false } as const;

/** What is said in one go. */
export type Say = Pick<SlackMessage, 'text' | 'blocks'>;

/** A way to say something to somebody: plain data, so that it can be kept over a restart. */
export type Road =
  /** Slack's `response_url`: five uses within 30 minutes. `replaces`: what was said by it last becomes this. */
  | {
      readonly by: 'answer address';
      readonly url: string;
      readonly to: 'ephemeral' | 'in_channel';
      readonly replaces: boolean;
      readonly thread?: string;
    }
  /** For one person among all who read the channel. */
  | { readonly by: 'ephemeral'; readonly channel: string; readonly user: string; readonly thread?: string }
  /** A new message; a person's id stands for their direct messages. */
  | { readonly by: 'message'; readonly channel: string; readonly thread?: string }
  /** A message that stands there becomes this. */
  | { readonly by: 'update'; readonly channel: string; readonly ts: string }
  /** The window that stands open. With a hash, only if it still shows what it showed then. */
  | { readonly by: 'window'; readonly view: string; readonly language: Language; readonly hash?: string };

/**
 * Says it, and returns the road by which it can be changed; null where Slack gives none.
 *
 * @throws where the road is closed
 */
export async function take({ client }: Wire, road: Road, say: Say): Promise<Road | null> {
  switch (road.by) {
    case 'answer address': {
      await respond(road.url, {
        ...say,
        ...inThread(road),
        response_type: road.to,
        replace_original: road.replaces,
      });
      return road.replaces ? road : null;
    }
    case 'ephemeral': {
      const { channel, user } = road;
      await client.chat.postEphemeral({ channel, user, ...say, ...inThread(road) });
      return null;
    }
    case 'message': {
      const { channel, ts } = await client.chat.postMessage({
        channel: road.channel,
        ...say,
        ...inThread(road),
        ...noPreviews,
      });
      return channel !== undefined && ts !== undefined ? { by: 'update', channel, ts } : null;
    }
    case 'update': {
      const { channel, ts } = road;
      await client.chat.update({ channel, ts, ...say });
      return road;
    }
    case 'window': {
      const { view: view_id, language, hash } = road;
      const view = answerView(say.blocks, language);
      const shown = await client.views.update({ view_id, view, ...(hash !== undefined && { hash }) });
      return { ...road, ...(shown.view?.hash !== undefined && { hash: shown.view.hash }) };
    }
  }
}

/** Posts to an answer address: a message, or that the one it stands for is to go. */
export async function respond(url: string, message: object): Promise<void> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(message),
    redirect: 'error',
    signal: AbortSignal.timeout(RESPOND_TIMEOUT_MS),
  });
  if (!answer.ok) throw new Error(`the answer address said ${answer.status}`);
}

function inThread({ thread }: { readonly thread?: string }) {
  return thread === undefined ? {} : { thread_ts: thread };
}
