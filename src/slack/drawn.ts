import type { types } from '@slack/bolt';

/** Room kept for one line such as "… 1,200 more characters". */
export const NOTE_ROOM = 60;
/** One cell or one fact longer than this hides the others. */
export const MAX_CELL = 200;

/** How many blocks and characters a message can still take. */
export type Room = { readonly blocks: number; readonly text: number };

/** The blocks of a part, and whether they say all of it. */
export type Drawn = { readonly blocks: types.KnownBlock[]; readonly isWhole: boolean };
export const nothing: Drawn = { blocks: [], isWhole: false };

export function whole(...blocks: types.KnownBlock[]): Drawn {
  return { blocks, isWhole: true };
}
