import type { State } from '../../data/state/types.ts';
import type { Audience } from '../../data/types.ts';

/** A list of fewer people says nothing about an effect and too much about the people. */
export const LEAST_PEOPLE = 20;

/** Why somebody is not on a list, in words that follow "people who …". */
export type Reason = string;

/** What keeps people off every list, whenever it is looked at: one place of `audience`, and the customer there. */
export function standingReason(
  { audience, running }: { readonly audience: Audience; readonly running: ReturnType<State['tests']['running']> },
  place: number,
  customer: number,
): Reason | null {
  if (audience.ref[place] === null) return 'were taken out of the data';
  if (audience.consent[place] === 0) return 'said no to messages';
  if (running.get(customer) === true) return 'are held out of another list';
  if (running.get(customer) === false) return 'are on another list that is running';
  return null;
}

/** Days back within which somebody was written to, or ordered, and is left in peace. */
export type Quiet = { readonly contacted: number; readonly bought: number };

/** What keeps people off a list when it is made, beside the standing reasons. Days ago; null for never. */
export function recentReason(
  ago: { readonly contacted: number | null; readonly bought: number },
  { contacted, bought }: Quiet,
): Reason | null {
  if (ago.contacted !== null && ago.contacted <= contacted) return `were written to in the last ${contacted} days`;
  return ago.bought <= bought ? `ordered in the last ${bought} days` : null;
}

/** How many by reason, the most first. */
export function counted(reasons: Iterable<Reason>): Record<Reason, number> {
  const counts = new Map<Reason, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([, a], [, b]) => b - a));
}
