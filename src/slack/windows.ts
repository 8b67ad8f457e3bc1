import type { BlockAction, types } from '@slack/bolt';
import { say } from '../../words/say.ts';
import { ANSWER, answerView } from './answer-view.ts';
import { ownWords } from './own-words.ts';
import { renderSlack } from './render.ts';
import type { Place } from './tell.ts';
import { inWords, type Wire } from './wire.ts';

/** The window that the answer to a press in the Home, or in such a window, is shown in. It stands at once. */
export async function inWindow(
  wire: Wire,
  place: Place,
  { view, trigger_id }: Pick<BlockAction, 'view' | 'trigger_id'>,
): Promise<Place> {
  const waiting = waitingView(wire, place.user);
  try {
    const shown =
      view?.callback_id === ANSWER
        ? await wire.client.views.update({ view_id: view.id, view: waiting })
        : await wire.client.views.open({ trigger_id, view: waiting });
    return { ...place, ...(shown.view?.id !== undefined && { view: shown.view.id }) };
  } catch (error) {
    wire.log('warn', `a window did not open: ${inWords(error)}`);
    return place;
  }
}

/** Where a form goes that is opened from the Home, or from such a window: in its place, or above it. */
export function besideWindow(place: Place, { view }: Pick<BlockAction, 'view'>): Place {
  return view?.callback_id === ANSWER ? { ...place, view: view.id } : { ...place, inHome: true };
}

export function waitingView({ languageOf }: Wire, user: string): types.ModalView {
  const language = languageOf(user);
  return answerView(renderSlack(ownWords(language, say`Working on it …`), { surface: 'view' }).blocks, language);
}
