import type { Shop } from '../../data/types.ts';
import type { LeftOut } from '../../models/network/forest.ts';
import { type Groups, LEAST_MEMBERS, type Trend } from '../../models/network/groups.ts';
import { ACTIVE_DAYS } from '../../models/network/people.ts';
import { formatValue } from '../../words/quantity.ts';

const NAMED = 2;
const told: Readonly<Record<Exclude<Trend, 'steady'>, string>> = {
  growing: 'Growing beyond chance',
  fading: 'Fading beyond chance',
  silent: `Silent, nobody new in ${ACTIVE_DAYS} days`,
};

/** Where the people are, and which groups grow, fade or are silent. `names` are those of the large groups. */
export function groupWords(
  { large, count, half }: Groups,
  people: number,
  names: readonly string[],
  shop: Shop,
): string {
  const n = (value: number) => formatValue(value, 'count', shop);
  const opening = `Half of the ${n(people)} people are in ${n(half)} of ${n(count)} groups that hang together.`;
  if (large.length === 0) return `${opening} None has ${LEAST_MEMBERS} people or more.`;
  const trends = Object.entries(told).map(([trend, words]) => {
    const which = large.flatMap((group, at) => (group.trend === trend ? [`${names[at]} (${n(group.members)})`] : []));
    if (which.length === 0) return `${words}: none.`;
    const more = which.length > NAMED ? ` and ${n(which.length - NAMED)} more` : '';
    return `${words}: ${which.slice(0, NAMED).join(', ')}${more}.`;
  });
  return [`${opening} Of those with ${LEAST_MEMBERS} people or more (${n(large.length)}):`, ...trends].join('\n');
}

/** What the files say and no tree can hold; empty when there is nothing. */
export function leftOutWords({ selves, circles, twice }: LeftOut, shop: Shop): string {
  const n = (value: number) => formatValue(value, 'count', shop);
  const faults = [
    selves > 0 ? `${n(selves)} who came through themselves` : null,
    circles > 0
      ? `${n(circles)} ${circles === 1 ? 'referral that closes a circle' : 'referrals that close circles'}`
      : null,
    twice > 0 ? `${n(twice)} second sponsors` : null,
  ].filter((fault) => fault !== null);
  return faults.length === 0 ? '' : `Left out of the trees: ${faults.join(', ')}.`;
}
