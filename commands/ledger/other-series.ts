import type { FrozenSeries, LedgerSeriesWeek } from '../../data/state/types.ts';
import { trackRecord } from '../../models/ledger/record.ts';
import { formatValue } from '../../words/quantity.ts';
import { type Said, say } from '../../words/say.ts';
import type { Context } from '../command.ts';
import { metrics, slicings } from '../forecast/metric.ts';
import type { Part, Reply, Table } from '../reply.ts';
import { bandWords, offBy } from './against.ts';
import { scored } from './record.ts';
import { keyOf } from './score-series.ts';

/** So many series are listed, those of the newest weeks. */
const SERIES_SHOWN = 12;

/** Posted forecasts of other metrics and of parts of the shop, a line each; none where nothing such was posted. */
export function otherSeries(weeks: readonly LedgerSeriesWeek[], { shop }: Pick<Context, 'shop'>): Part[] {
  if (weeks.length === 0) return [];
  const keys = [...new Set(weeks.map(keyOf))];
  const more = keys.length - SERIES_SHOWN;
  return [
    {
      kind: 'table',
      title: 'Other metrics and parts of the shop',
      columns: [
        { title: 'Series', unit: 'text' },
        { title: 'Weeks', unit: 'count' },
        { title: 'Scored', unit: 'count' },
        { title: 'Error', unit: 'share' },
        { title: 'Naive', unit: 'share' },
        { title: '80% band held', unit: 'share' },
        { title: 'Last forecast', unit: 'receipt' },
      ],
      rows: keys.slice(0, SERIES_SHOWN).map((key) => {
        const said = lastWords(weeks.filter((week) => keyOf(week) === key));
        const over = said.filter(({ actual }) => actual !== null);
        const { error, naive, held80 } = trackRecord(over.map(scored));
        const held = held80.of > 0 ? held80.weeks / held80.of : null;
        return [seriesWords(said[0]!), said.length, over.length, error, naive, held, said[0]!.run];
      }),
    },
    {
      kind: 'note',
      text: [
        'They are frozen and scored like the shop’s revenue, of each week as last said, and judge no model.',
        ...(more > 0 ? [`${formatValue(more, 'count', shop)} more series are not in the table.`] : []),
      ].join(' '),
    },
  ];
}

/** One posted forecast of such series against what came. */
export function oneOfOthers(id: string, weeks: readonly LedgerSeriesWeek[], { shop }: Pick<Context, 'shop'>): Reply {
  const over = weeks.filter(({ actual }) => actual !== null);
  const [{ frozenAt, by }] = weeks as [LedgerSeriesWeek];
  return {
    title: `${id} against what came: ${over.length} of ${weeks.length} weeks`,
    tone: 'plain',
    parts: [
      weekTable(weeks),
      {
        kind: 'note',
        text:
          `Posted ${formatValue(frozenAt, 'instant', shop)}. It cannot be changed or deleted.` +
          (by === 'segment' ? ' What came is counted of the people who were in the segment then.' : ''),
      },
    ],
    actions: [{ label: `Why ${id}?`, style: 'plain', ask: { name: 'why', input: { id } } }],
  };
}

/** @param weeks of one metric */
function weekTable(weeks: readonly LedgerSeriesWeek[]): Table {
  const { unit } = metrics[weeks[0]!.metric];
  return {
    kind: 'table',
    title: 'By week',
    columns: [
      { title: 'Series', unit: 'text' },
      { title: 'Week from', unit: 'day' },
      { title: 'Came', unit },
      { title: 'Forecast', unit },
      { title: 'Low 80%', unit },
      { title: 'High 80%', unit },
      { title: 'Error', unit: 'change' },
      { title: 'Naive error', unit: 'change' },
      { title: 'Band', unit: 'text' },
    ],
    rows: weeks.map((each) => {
      const { week, actual, expected, low80, high80, naive } = each;
      const naiveError = naive === null ? null : offBy(naive, actual);
      const band = bandWords(each, actual);
      return [seriesWords(each), week, actual, expected, low80, high80, offBy(expected, actual), naiveError, band];
    }),
  };
}

/** Of each week what was said last. @param weeks of one series, newest week first, then last said first */
function lastWords(weeks: readonly LedgerSeriesWeek[]): LedgerSeriesWeek[] {
  return weeks.filter(({ week }, place) => week !== weeks[place - 1]?.week);
}

/** "Orders of Shopee (Channel)". */
function seriesWords({ metric, by, slice, people }: FrozenSeries): Said {
  const { name } = metrics[metric];
  if (by === null) return name;
  const { one, none } = slicings[by];
  if (slice === null) return say`${name}, ${none}`;
  return people ? say`${name} of ${slice} (${one}, ${people.run})` : say`${name} of ${slice} (${one})`;
}
