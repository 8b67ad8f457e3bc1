import type { NetworkRequest } from '../../models/network/network.ts';
import { randomBelow, seeded } from '../../models/random.ts';

/** The size of a distributor whose members bring members. */
export const PEOPLE = 580_000;
const YEARS_DAYS = 1000;

/**
 * Members who came one after the other, 99 in 100 through somebody: half of these through whoever was there, half
 * through somebody the likelier the more they had brought before. A few trees hold most, ten and more steps deep.
 */
export function bigNetwork(people = PEOPLE): NetworkRequest {
  const random = seeded(1);
  const member: number[] = [];
  const sponsor: number[] = [];
  for (let id = 2; id <= people; id++) {
    if (random() < 0.01) continue;
    const isKnown = random() < 0.5 && sponsor.length > 0;
    sponsor.push(isKnown ? sponsor[randomBelow(sponsor.length, random)]! : 1 + randomBelow(id - 1, random));
    member.push(id);
  }
  const id = Int32Array.from({ length: people }, (_, at) => at + 1);
  const came = Float64Array.from(id, (_, at) => Math.ceil(YEARS_DAYS * (1 - at / people)));
  const recencyDays = came.map((days) => Math.ceil(days * random()));
  return {
    referrals: { member: Int32Array.from(member), sponsor: Int32Array.from(sponsor) },
    view: {
      id,
      orders: recencyDays.map((days, at) => (days === came[at] ? 1 : 2 + randomBelow(9, random))),
      revenueMinor: came.map(() => 1000 * randomBelow(5000, random)),
      recencyDays,
      spanDays: came.map((days, at) => days - recencyDays[at]!),
    },
    seed: 1,
  };
}
