import type { Campaign } from '../../data/types.ts';
import { nearest } from '../nearest.ts';
import { Refusal } from '../refusal.ts';

/** The campaign whose name this is, or begins with it. @throws {Refusal} with the nearest name */
export function campaignCalled<Named extends Pick<Campaign, 'id' | 'name'>>(
  typed: string,
  campaigns: readonly Named[],
): Named {
  const wanted = typed.toLowerCase();
  const fitting =
    campaigns.find(({ name }) => name.toLowerCase() === wanted) ??
    campaigns.find(({ name }) => name.toLowerCase().startsWith(wanted));
  if (fitting) return fitting;
  const names = campaigns.map(({ name }) => name);
  const near = nearest(typed, names);
  throw new Refusal(
    `There is no campaign "${typed}"`,
    near ? `Did you mean ${near}?` : `There is: ${names.join(', ') || 'none yet'}.`,
  );
}
