import { memoryOfButtons } from '../button-memory.ts';
import { pagesOf } from '../pages.ts';
import type { Rendered } from '../told.ts';
import { renderDiscord } from './render.ts';

/** More messages below each other than this nobody reads. */
const MOST = 10;

/** A message as one, or as several where its words or pictures are too many for one of Discord's. */
export function discordPages(message: Rendered): readonly Rendered[] {
  return pagesOf(message, isWhole, MOST);
}

/** Only measured: what is too long for a button is not kept yet. */
function isWhole(message: Rendered): boolean {
  return renderDiscord({ ...message, actions: [] }, { memory: memoryOfButtons() }).isWhole;
}
