import type { FrozenSeries, LedgerSeriesWeek } from '../../data/state/types/series-ledger.ts';
import { trackRecord } from '../../models/ledger/record.ts';
import { shownName } from '../../models/segments/group-name.ts';
import { count, day, instant, named, type Said, say, sentences } from '../../words/say.ts';
import { metrics, sliceName, slicings } from '../forecast/metric.ts';
import type { Part, Reply, Table } from '../reply.ts';
import { bandCell, offBy } from './against.ts';
import { scored } from './record.ts';
import { keyOf } from './score-series.ts';

/** So many series are listed, those of the newest weeks. */
const SERIES_SHOWN = 12;

/** Posted forecasts of other metrics and of parts of the shop, a line each; none where nothing such was posted. */
export function otherSeries(weeks: readonly LedgerSeriesWeek[]): Part[] {
  if (weeks.length === 0) return [];
  const keys = [...new Set(weeks.map(keyOf))];
  const more = keys.length - SERIES_SHOWN;
  return [
    {
      kind: 'table',
      title: say`Other metrics and parts of the shop`,
      columns: [
        { title: say`Series`, unit: 'text' },
        { title: say`Weeks`, unit: 'count' },
        { title: say`Scored`, unit: 'count' },
        { title: say`Error`, unit: 'share' },
        { title: say`Naive`, unit: 'share' },
        { title: say`80% band held`, unit: 'share' },
        { title: say`Last forecast`, unit: 'receipt' },
      ],
      rows: keys.slice(0, SERIES_SHOWN).map((key) => {
        const said = lastWords(weeks.filter((week) => keyOf(week) === key));
        const over = said.filter(({ actual }) => actual !== null);
        const { error, naive, held80 } = trackRecord(over.map(scored));
        const held = held80.of > 0 ? held80.weeks / held80.of : null;
        return [seriesWords(said[0]!), said.length, over.length, error, naive, held, named(said[0]!.run)];
      }),
    },
    {
      kind: 'note',
      text: sentences(
        say`They are frozen and scored like the shop’s revenue, of each week as last said, and judge no model.`,
        more > 0 ? say`${count(more)} more series are not in the table.` : null,
      ),
    },
  ];
}

/** One posted forecast of such series against what came. */
export function oneOfOthers(id: string, weeks: readonly LedgerSeriesWeek[]): Reply {
  const over = weeks.filter(({ actual }) => actual !== null);
  const [{ frozenAt, by }] = weeks as [LedgerSeriesWeek];
  return {
    title: say`${id} against what came: ${count(over.length)} of ${count(weeks.length)} weeks`,
    tone: 'plain',
    parts: [
      weekTable(weeks),
      {
        kind: 'note',
        text: sentences(
          say`Posted ${instant(frozenAt)}.`,
          say`It cannot be changed or deleted.`,
          by === 'segment' ? say`What came is counted of the people who were in the segment then.` : null,
        ),
      },
    ],
    actions: [{ label: say`Why ${id}?`, style: 'plain', ask: { name: 'why', input: { id } } }],
  };
}

/** @param weeks of one metric */
function weekTable(weeks: readonly LedgerSeriesWeek[]): Table {
  const { unit } = metrics[weeks[0]!.metric];
  return {
    kind: 'table',
    title: say`By week`,
    columns: [
      { title: say`Series`, unit: 'text' },
      { title: say`Week from`, unit: 'day' },
      { title: say`Came`, unit },
      { title: say`Forecast`, unit },
      { title: say`Low 80%`, unit },
      { title: say`High 80%`, unit },
      { title: say`Error`, unit: 'change' },
      { title: say`Naive error`, unit: 'change' },
      { title: say`Band`, unit: 'text' },
    ],
    rows: weeks.map((each) => {
      const { week, actual, expected, low80, high80, naive } = each;
      const naiveError = naive === null ? null : offBy(naive, actual);
      const band = bandCell(each, actual);
      return [seriesWords(each), day(week), actual, expected, low80, high80, offBy(expected, actual), naiveError, band];
    }),
  };
}

/** Of each week what was said last. @param weeks of one series, newest week first, then last said first */
function lastWords(weeks: readonly LedgerSeriesWeek[]): LedgerSeriesWeek[] {
  return weeks.filter(({ week }, place) => week !== weeks[place - 1]?.week);
}

/** "Orders of Shopee (Channel)". */
export function seriesWords({ metric, by, slice, people }: FrozenSeries): Said {
  const { name } = metrics[metric];
  if (by === null) return name;
  const { one, none } = slicings[by];
  if (slice === null) return say`${name}, ${none}`;
  return people
    ? say`${name} of ${shownName(slice)} (${one}, ${people.run})`
    : say`${name} of ${sliceName(by, slice)} (${one})`;
}
