import type { Day } from '../../data/types/shop.ts';
import { type Timing, timing } from '../../models/campaigns/timing.ts';
import { addDays, daysBetween, epochDay } from '../../models/days.ts';
import { count, day, period, say } from '../../words/say.ts';
import type { Context } from '../command.ts';
import { Refusal } from '../refusal.ts';
import { weeksBack } from './campaign-ledger.ts';
import type { Cut } from './cut.ts';
import { leftOut } from './forecast.ts';
import { keepRun, type RunOf } from './keep.ts';
import { netRevenue, readHistory } from './series.ts';

const VERSION = 1;

/** `from` is the first day that was looked at. */
export type KeptTiming = Timing & { readonly from: Day };

/** When people buy, over the last weeks of a cut. @throws {Refusal} where no day of sales is known */
export function timingRun(context: Context, cut: Cut, weeks: number): Promise<RunOf<KeptTiming>> {
  const { facts } = context;
  return keepRun<KeptTiming>(context, {
    kind: 'timing',
    version: VERSION,
    parameters: { weeks },
    cut,
    async compute() {
      const history = await readHistory(context, cut, netRevenue);
      if (history === null) throw new Refusal(say`Not one whole day of sales is known`, say`Import more history.`);
      const wanted = weeksBack(cut, weeks);
      const from = wanted > history.firstDay ? wanted : history.firstDay;
      const { zone, currency } = cut.shop;
      const national = await facts.holidays({ zone, currency, from, before: cut.before });
      const holidays = (national?.days ?? []).map((each) => epochDay(each.day));
      const found = timing({
        firstDay: from,
        sales: history.values.slice(daysBetween(history.firstDay, from)),
        leftOut: holidays,
        hourly: await facts.revenue.hourly({ from, before: cut.before }),
      });
      return {
        result: { ...found, from },
        receipt: {
          method: say`Sales of weekdays, paydays and double dates against what their days would have sold; Student's intervals over the times each was seen.`,
          seed: null,
          used: [
            say`${count(found.days)} days, ${period(from, addDays(cut.before, -1))}, of ${history.basis}`,
            say`Left out: ${count(holidays.length)} national holidays.`,
            ...history.holes.filter(({ to }) => to >= from).map(leftOut),
          ],
          checks: [],
          record: [],
          assumptions: [
            say`This is when sales are high, not why: promotions fall on the same days, so it does not prove that a campaign on them would bring more.`,
            say`The first day looked at is ${day(from)}.`,
          ],
        },
      };
    },
  });
}
