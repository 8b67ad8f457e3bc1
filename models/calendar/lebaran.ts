import type { Day } from '../../data/types/shop.ts';
import { addDays } from '../days.ts';

const RAMADAN_DAYS = 30;
const RUN_UP_DAYS = 14;

/** The season round the first day of Lebaran, under the names of the years before. Leave that is decreed each year is not in. */
export function lebaranSeason(
  lebaran: Day,
): readonly { readonly name: string; readonly from: Day; readonly to: Day }[] {
  const eve = addDays(lebaran, -1);
  return [
    { name: 'Ramadan', from: addDays(lebaran, -RAMADAN_DAYS), to: eve },
    { name: 'Run-up to Lebaran', from: addDays(lebaran, -RUN_UP_DAYS), to: eve },
    { name: 'Lebaran', from: lebaran, to: addDays(lebaran, 1) },
  ];
}
