import type { LeftOff } from '../../data/state/types/lists.ts';
import type { State } from '../../data/state/types/state.ts';
import type { Audience } from '../../data/types/customers.ts';
import { count, days, type Said, say } from '../../words/say.ts';

/** A list of fewer people says nothing about an effect and too much about the people. */
export const LEAST_PEOPLE = 20;

/** Why somebody is not on a list: what follows "because they". */
export type Reason = Said;

/** What keeps people off every list, whenever it is looked at: one place of `audience`, and the customer there. */
export function standingReason(
  { audience, running }: { readonly audience: Audience; readonly running: ReturnType<State['tests']['running']> },
  place: number,
  customer: number,
): Reason | null {
  if (audience.ref[place] === null) return say`were taken out of the data`;
  if (audience.consent[place] === 0) return say`said no to messages`;
  if (running.get(customer) === true) return say`are held out of another list`;
  if (running.get(customer) === false) return say`are on another list that is running`;
  return null;
}

/** Days back within which somebody was written to, or ordered, and is left in peace. */
export type Quiet = { readonly contacted: number; readonly bought: number };

/** What keeps people off a list when it is made, beside the standing reasons. Days ago; null for never. */
export function recentReason(
  ago: { readonly contacted: number | null; readonly bought: number },
  { contacted, bought }: Quiet,
): Reason | null {
  if (ago.contacted !== null && ago.contacted <= contacted) return say`were written to in the last ${days(contacted)}`;
  return ago.bought <= bought ? say`ordered in the last ${days(bought)}` : null;
}

/** How many by reason, the most first. */
export function counted(reasons: Iterable<Reason>): readonly LeftOff[] {
  return summed(Array.from(reasons, (because) => ({ because, people: 1 })));
}

/** One line for each reason, the most first. */
export function summed(leftOff: readonly LeftOff[]): readonly LeftOff[] {
  const sums = new Map<string, LeftOff>();
  for (const { because, people } of leftOff) {
    const key = JSON.stringify(because);
    sums.set(key, { because, people: people + (sums.get(key)?.people ?? 0) });
  }
  return [...sums.values()].sort((a, b) => b.people - a.people);
}

/** "Because they said no to messages: 12." for each reason. */
export function becauseWords(leftOff: readonly LeftOff[]): Said[] {
  return leftOff.map(({ because, people }) => say`Because they ${because}: ${count(people)}.`);
}
