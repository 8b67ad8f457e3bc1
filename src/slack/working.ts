import type { Luggage } from '../../commands/call.ts';
import { named, say } from '../../words/say.ts';
import type { Answer } from '../told.ts';
import { ownWords } from './own-words.ts';
import { renderSlack } from './render.ts';
import { noPreviews } from './roads.ts';
import { directChannel, tellInPlaceOf } from './tell.ts';
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

  async function show(words: string): Promise<void> {
    const { text, blocks } = renderSlack(ownWords(wire.languageOf(user), say`Working on it …`, named(words)));
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
        last = last.then(() => show(words));
      },
    },
    async become(answer) {
      await last;
      if (!at) return false;
      return tellInPlaceOf(wire, answer, { ...at, user });
    },
  };
}
