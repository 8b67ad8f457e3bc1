import type { Day } from '../data/types/shop.ts';
import { day, type Said, say } from '../words/say.ts';

/** The small print of a chart: what it shows, and the last day its data know. */
export function dataUntil(shows: Said, lastDay: Day): Said {
  return say`${shows} · data until ${day(lastDay)}`;
}
