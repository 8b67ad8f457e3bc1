import { type Context, mayActAs } from '../command.ts';

/** Who customers are stays between Sextant and those who work with lists, in private; others see numbers. */
export function mayReadNames({ caller, shared }: Context): boolean {
  return !shared && caller.role !== null && mayActAs(caller.role, 'analyst');
}

/** What the shop calls these customers; `numbered` for those who may not know. */
export async function namesOf(
  context: Context,
  ids: readonly number[],
  numbered: (at: number) => string,
): Promise<readonly string[]> {
  if (!mayReadNames(context)) return ids.map((_, at) => numbered(at));
  return (await context.facts.audience(Int32Array.from(ids))).ref;
}
