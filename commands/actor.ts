import type { Actor } from '../data/state/types/proposals.ts';
import type { Caller } from './call.ts';

/** Who did it, for the record: whose rights were used, and who really typed where that is another. */
export function actorOf({ door, user, name = user, behind }: Caller): Actor {
  return { id: `${door}:${user}`, name: behind === undefined ? name : `${name} (via ${behind})` };
}
