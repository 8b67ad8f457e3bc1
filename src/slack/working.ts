import type { Luggage } from '../../commands/call.ts';
import { named, type Said, say } from '../../words/say.ts';
import type { Answer, Rendered } from '../told.ts';
import { ownWords } from './own-words.ts';
import { renderSlack } from './render.ts';
import { noPreviews } from './roads.ts';
import { directChannel, type Place, type Standing, tellChannel, tellInPlaceOf, tellPrivately } from './tell.ts';
import { inWords, type Wire } from './wire.ts';

/** What a person sees of work that takes long. In the end it is one thing: the answer, or where it stands. */
export type Work = {
  /** Tells how far it has come: in one direct message that appears with the first word of progress. */
  readonly luggage: Pick<Luggage, 'progress'>;
  /** Says where the person asked that they must wait, unless they see the progress. */
  waits(words: Rendered): Promise<void>;
  /** Tells the answer. Never rejects. */
  ends(answer: Rendered & Partial<Pick<Answer, 'audience'>>): Promise<void>;
};

/**
 * Progress is told in a direct message and no ephemeral one: those can be changed five times only, through their answer
 * address, and are gone when the page is loaded again.
 */
export function workFor(wire: Wire, place: Place): Work {
  const { user } = place;
  let at: Standing | null = null;
  /** Words of ours wait where the person asked. */
  let isAwaited = false;
  let last: Promise<void> = Promise.resolve();

  async function show(words: string): Promise<void> {
    const { text, blocks } = renderSlack(ownWords(wire.languageOf(user), say`Working on it …`, named(words)));
    try {
      if (at) {
        const { channel, ts } = at;
        await wire.client.chat.update({ channel, ts, text, blocks });
        return;
      }
      const channel = await directChannel(wire, user);
      const { ts } = await wire.client.chat.postMessage({ channel, text, blocks, ...noPreviews });
      if (ts !== undefined) at = { by: 'update', channel, ts };
    } catch (error) {
      wire.log('warn', `progress could not be told: ${inWords(error)}`);
    }
  }

  async function wait(words: Rendered): Promise<void> {
    if (at) return;
    const change = await tellPrivately(wire, place, words);
    if (change?.by === 'update') at = change;
    else isAwaited = true;
  }

  return {
    luggage: {
      progress({ words }) {
        last = last.then(() => show(words));
      },
    },

    // In turn with the progress: of two at once one would be left behind.
    waits(words) {
      last = last.then(() => wait(words));
      return last;
    },

    async ends(answer) {
      await last;
      const there: Place = isAwaited && place.fresh ? { ...place, replaces: true } : place;
      const pointsTo = (where: Said) => ownWords(answer.language, named(answer.title), where);
      if (answer.audience === 'channel' && (await tellChannel(wire, there, answer))) {
        if (at) await tellInPlaceOf(wire, pointsTo(say`The answer is in the channel where you asked.`), { user, at });
        return;
      }
      if (!at || !(await tellInPlaceOf(wire, answer, { user, at }))) {
        await tellPrivately(wire, there, answer);
        return;
      }
      const isElsewhere = place.channel !== user && place.channel !== at.channel;
      if (isAwaited || isElsewhere)
        await tellPrivately(wire, there, pointsTo(say`The answer is in our direct messages.`));
    },
  };
}
