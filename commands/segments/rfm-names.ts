import type { RfmSegment } from '../../models/segments/types.ts';
import { type Said, say } from '../../words/say.ts';

const names: Readonly<Record<RfmSegment, Said>> = {
  champions: say`Champions`,
  loyal_customers: say`Loyal customers`,
  potential_loyalists: say`Potential loyalists`,
  new_customers: say`New customers`,
  promising: say`Promising`,
  need_attention: say`Need attention`,
  about_to_sleep: say`About to sleep`,
  cant_lose: say`Can't lose`,
  at_risk: say`At risk`,
  hibernating: say`Hibernating`,
};

/** One of the ten plain RFM segments, as it is shown. */
export function rfmName(segment: RfmSegment): Said {
  return names[segment];
}
