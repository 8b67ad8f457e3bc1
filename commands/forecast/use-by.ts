import { addDays } from '../../models/days.ts';
import type { UseByLabel } from '../../models/forecast/types.ts';
import { day, listed, type Quantity, type Said, say, share } from '../../words/say.ts';
import type { Fact, Part } from '../reply.ts';
import type { Cut } from '../runs/cut.ts';
import type { KeptForecast } from '../runs/forecast.ts';

const meanings: Readonly<Record<UseByLabel, Said>> = {
  operational: say`operational (stock, staff)`,
  tactical: say`tactical (campaigns, budget)`,
  strategic: say`strategic (direction, not sums)`,
  'indicative only': say`indicative only`,
};

/** What the forecast may be used for, and until when, in a line. */
export function useByFact({ useBy }: KeptForecast, cut: Cut): Fact {
  const words = useBy.map(({ label, untilDays }) => say`${meanings[label]} until ${lastDay(untilDays, cut)}`);
  return { label: say`Good for`, value: say`${listed(words)}`, unit: 'text' };
}

/** The same with what was measured. Nothing where one label holds all the way: the line above says it. */
export function useByTable({ useBy }: KeptForecast, cut: Cut): Part[] {
  if (useBy.length < 2) return [];
  return [
    {
      kind: 'table',
      title: say`Good for`,
      columns: [
        { title: say`Until`, unit: 'day' },
        { title: say`Use`, unit: 'text' },
        { title: say`Week totals were off by`, unit: 'share' },
        { title: say`80% band held`, unit: 'share' },
      ],
      rows: useBy.map(({ label, untilDays, weekError, cover80 }) => [
        day(addDays(cut.before, untilDays - 1)),
        meanings[label],
        weekError,
        cover80,
      ]),
    },
  ];
}

/** What the near end is good for, for a refusal. */
export function nearUse({ useBy: [near] }: KeptForecast): Said {
  const use = meanings[near?.label ?? 'indicative only'];
  return near?.weekError == null
    ? say`Good for: ${use}.`
    : say`Good for: ${use}; week totals were off by ${share(near.weekError)}.`;
}

function lastDay(untilDays: number, { before }: Cut): Quantity {
  return day(addDays(before, untilDays - 1));
}
