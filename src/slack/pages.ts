import { keyOf } from '../button-memory.ts';
import { pagesOf } from '../pages.ts';
import type { Rendered } from '../told.ts';
import { renderSlack, type Surface } from './render.ts';

/** In a thread, where nobody has to read on. */
const MOST_IN_THREAD = 10;
/** An answer address has five uses: these, and one to change or remove what stood there before. */
const MOST_BY_ADDRESS = 4;

/** A post as the message in the channel and those of its thread. */
export function threadPages(message: Rendered): readonly Rendered[] {
  return pages(message, 'message', MOST_IN_THREAD);
}

/** An answer to one person as messages below each other; `surface` is what the first of them is shown on. */
export function privatePages(message: Rendered, surface: Surface): readonly Rendered[] {
  return pages(message, surface, MOST_BY_ADDRESS);
}

/** An answer to all in a channel where Sextant is no member. */
export function guestPages(message: Rendered): readonly Rendered[] {
  return pages(message, 'message', MOST_BY_ADDRESS);
}

function pages(message: Rendered, surface: Surface, most: number): readonly Rendered[] {
  // Only measured: what is too long for a button is not kept yet.
  const isWhole = (page: Rendered) => renderSlack(page, { surface, keep: keyOf }).isWhole;
  try {
    return pagesOf(message, isWhole, most);
  } catch {
    // What cannot be written at all is told by whoever sends it.
    return [message];
  }
}
