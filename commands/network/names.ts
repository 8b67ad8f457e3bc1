import { type Named, named, type Words } from '../../words/say.ts';
import type { Context } from '../command.ts';
import { mayTellOfFew } from '../few-people.ts';

/** What the shop calls these customers; `numbered` for those who may not know. */
export async function namesOf(
  context: Context,
  ids: readonly number[],
  numbered: (at: number) => Words,
): Promise<readonly Words[]> {
  if (!mayTellOfFew(context)) return ids.map((_, at) => numbered(at));
  const { ref } = await context.facts.audience(Int32Array.from(ids));
  return ref.map((name, at) => (name === null ? numbered(at) : named(name)));
}

/** Where no words are made of it: 0, 1, 2, … */
export function numbered(at: number): Named {
  return named(String(at));
}
