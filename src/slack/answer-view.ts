import type { types } from '@slack/bolt';
import { say } from '../../words/say.ts';
import { type Language, tell } from '../../words/tell.ts';
import { MAX_MODAL_TITLE, plain } from './blocks.ts';

/** The window that answers what is pressed in the App Home, where no message would be seen. */
export const ANSWER = 'answer';

/** An answer in a window of its own; what is pressed in it is answered in it. */
export function answerView(blocks: types.KnownBlock[], language: Language): types.ModalView {
  return {
    type: 'modal',
    callback_id: ANSWER,
    title: plain('Sextant', MAX_MODAL_TITLE),
    close: plain(tell(say`Close`, { language, shop: null }), MAX_MODAL_TITLE),
    blocks,
  };
}
