import type { Facts } from '../../data/types/facts.ts';
import type { Day } from '../../data/types/shop.ts';
import { addDays } from '../../models/days.ts';

/** Models look at nothing after the last complete day, so that moving it moves what is known. */
export function knownAt(facts: Facts, today: () => Day): Facts {
  return {
    ...facts,
    async coverage() {
      const coverage = await facts.coverage();
      const yesterday = addDays(today(), -1);
      const { lastCompleteDay: last } = coverage;
      return { ...coverage, lastCompleteDay: last !== null && last < yesterday ? last : yesterday };
    },
  };
}
