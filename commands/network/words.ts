import type { LeftOut } from '../../models/network/forest.ts';
import { type Group, type Groups, LEAST_MEMBERS, type Trend } from '../../models/network/groups.ts';
import { ACTIVE_DAYS } from '../../models/network/people.ts';
import { count, days, lines, listed, plural, type Said, say, sentences, type Words } from '../../words/say.ts';

const NAMED = 2;

type Moving = Exclude<Trend, 'steady'>;

const trends: Readonly<Record<Moving, { readonly none: Said; readonly some: (who: Said) => Said }>> = {
  growing: { none: say`Growing beyond chance: none.`, some: (who) => say`Growing beyond chance: ${who}.` },
  fading: { none: say`Fading beyond chance: none.`, some: (who) => say`Fading beyond chance: ${who}.` },
  silent: {
    none: say`Silent, nobody new in ${days(ACTIVE_DAYS)}: none.`,
    some: (who) => say`Silent, nobody new in ${days(ACTIVE_DAYS)}: ${who}.`,
  },
};

/** What a group does, as a label. */
export const trendWords: Readonly<Record<Trend, Said>> = {
  growing: say`growing`,
  steady: say`steady`,
  fading: say`fading`,
  silent: say`silent`,
};

/** Where the people are, and which groups grow, fade or are silent. `names` are those of the large groups. */
export function groupWords({ large, count: of, half }: Groups, people: number, names: readonly Words[]): Said {
  const opening = say`Half of the ${count(people)} people are in ${count(half)} of ${count(of)} groups that hang together.`;
  const least = count(LEAST_MEMBERS);
  if (large.length === 0) return sentences(opening, say`None has ${least} people or more.`);
  const told = (Object.keys(trends) as Moving[]).map((trend) => {
    const which = large.flatMap((group, at) => (group.trend === trend ? [sized(names[at]!, group)] : []));
    return which.length === 0 ? trends[trend].none : trends[trend].some(firstOf(which));
  });
  return lines([sentences(opening, say`Of those with ${least} people or more (${count(large.length)}):`), ...told]);
}

function sized(name: Words, { members }: Group): Said {
  return say`${name} (${count(members)})`;
}

function firstOf(which: readonly Said[]): Said {
  const more = which.length - NAMED;
  return say`${listed(more > 0 ? [...which.slice(0, NAMED), say`${count(more)} more`] : which)}`;
}

/** What the files say and no tree can hold; null when there is nothing. */
export function leftOutWords({ selves, circles, twice }: LeftOut): Said | null {
  const faults = [
    selves > 0 ? say`${count(selves)} who came through themselves` : null,
    circles > 0
      ? plural(
          circles,
          say`${count(circles)} referral that closes a circle`,
          say`${count(circles)} referrals that close circles`,
        )
      : null,
    twice > 0 ? say`${count(twice)} second sponsors` : null,
  ].filter((fault) => fault !== null);
  return faults.length === 0 ? null : say`Left out of the trees: ${listed(faults)}.`;
}
