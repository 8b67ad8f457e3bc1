import { addDays } from '../../models/days.ts';
import type { UseByLabel } from '../../models/forecast/types.ts';
import { formatDays, formatValue } from '../../words/quantity.ts';
import type { Fact, Part } from '../reply.ts';
import type { Cut } from '../runs/cut.ts';
import type { KeptForecast } from '../runs/forecast.ts';

const meanings: Readonly<Record<UseByLabel, string>> = {
  operational: 'operational (stock, staff)',
  tactical: 'tactical (campaigns, budget)',
  strategic: 'strategic (direction, not sums)',
  'indicative only': 'indicative only',
};

/** What the forecast may be used for, and until when, in a line. */
export function useByFact({ useBy }: KeptForecast, cut: Cut): Fact {
  const words = useBy.map(({ label, untilDays }) => `${meanings[label]} until ${lastDay(untilDays, cut)}`);
  return { label: 'Good for', value: words.join(', '), unit: 'text' };
}

/** The same with what was measured. Nothing where one label holds all the way: the line above says it. */
export function useByTable({ useBy }: KeptForecast, cut: Cut): Part[] {
  if (useBy.length < 2) return [];
  return [
    {
      kind: 'table',
      title: 'Good for',
      columns: [
        { title: 'Until', unit: 'day' },
        { title: 'Use', unit: 'text' },
        { title: 'Week totals were off by', unit: 'share' },
        { title: '80% band held', unit: 'share' },
      ],
      rows: useBy.map(({ label, untilDays, weekError, cover80 }) => [
        addDays(cut.before, untilDays - 1),
        meanings[label],
        weekError,
        cover80,
      ]),
    },
  ];
}

/** The label of the near end, for a refusal. */
export function nearUse({ useBy }: KeptForecast): string {
  const [near] = useBy;
  if (near === undefined) return 'indicative only';
  const error =
    near.weekError === null ? '' : `, week totals were off by ${formatValue(near.weekError, 'share', null)}`;
  return `${near.label} use only${error}`;
}

function lastDay(untilDays: number, { before, shop }: Cut): string {
  const day = addDays(before, untilDays - 1);
  return formatDays(day, day, shop);
}
