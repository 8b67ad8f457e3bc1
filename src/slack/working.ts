import type { Luggage } from '../../commands/call.ts';
import type { Answer } from '../told.ts';
import { renderSlack } from './render.ts';
import { directChannel, noPreviews, sendFiles } from './tell.ts';
import { inWords, type Wire } from './wire.ts';

/** One direct message that says how far long work has come. It appears with the first word of progress. */
export type WorkingMessage = {
  readonly luggage: Pick<Luggage, 'progress'>;
  /** Turns it into the answer. False when there is none, or Slack did not take it: the answer goes another way. */
  become(answer: Answer): Promise<boolean>;
};

/**
 * A direct message and no ephemeral one: those can be changed five times only, through their answer address, and are
 * gone when the page is loaded again.
 */
export function workingMessage(wire: Wire, user: string): WorkingMessage {
  let at: { readonly channel: string; readonly ts: string } | null = null;
  let last: Promise<void> = Promise.resolve();

  async function say(words: string): Promise<void> {
    const { text, blocks } = renderSlack({
      title: 'Working on it …',
      tone: 'plain',
      parts: [{ kind: 'text', text: words }],
      shop: null,
      language: 'en',
    });
    try {
      if (at) {
        await wire.client.chat.update({ ...at, text, blocks });
        return;
      }
      const channel = await directChannel(wire, user);
      const { ts } = await wire.client.chat.postMessage({ channel, text, blocks, ...noPreviews });
      if (ts !== undefined) at = { channel, ts };
    } catch (error) {
      wire.log('warn', `progress could not be told: ${inWords(error)}`);
    }
  }

  return {
    luggage: {
      progress({ words }) {
        last = last.then(() => say(words));
      },
    },
    async become(answer) {
      await last;
      if (!at) return false;
      try {
        const { text, blocks } = renderSlack(answer);
        await wire.client.chat.update({ ...at, text, blocks });
      } catch (error) {
        wire.log('warn', `a working message did not become the answer: ${inWords(error)}`);
        return false;
      }
      await sendFiles(wire, { user, channel: at.channel }, answer);
      return true;
    },
  };
}
