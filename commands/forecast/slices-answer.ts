import { addDays } from '../../models/days.ts';
import type { Interval } from '../../models/forecast/types.ts';
import { count, day, listed, period, quantity, type Said, say, sentences, share } from '../../words/say.ts';
import { csvFile } from '../csv.ts';
import type { Part, Reply } from '../reply.ts';
import type { Cut } from '../runs/cut.ts';
import type { RunOf } from '../runs/keep.ts';
import { kindOf } from '../runs/series.ts';
import type { KeptSlice, KeptSlices } from '../runs/slices.ts';
import { askMore } from './ask-more.ts';
import type { View } from './look.ts';
import { metrics, sliceName, slicings } from './metric.ts';
import { asOfWords, segmentWords } from './note.ts';
import { allColumns, firstColumns, isStock, type SlicedAsk, weeksOfAll } from './slices-tables.ts';

/** A button for each of so many slices leads to its own forecast. */
const BUTTONS = 2;

export type SlicesAnswered = {
  readonly cut: Cut;
  readonly ask: SlicedAsk;
  readonly asOf: string | undefined;
  readonly again: Readonly<Record<string, unknown>>;
  readonly ahead: Said;
  readonly csv: boolean;
  readonly show: View;
};

/** The largest slices side by side, each forecast for itself, and the rest counted. */
export function slicesAnswer(run: RunOf<KeptSlices>, answered: SlicesAnswered): Reply {
  const { cut, ask, again, ahead, csv, show } = answered;
  const words = metrics[ask.metric];
  const { none, by } = slicings[kindOf(ask.by)];
  const { slices } = run.result;
  const nameOf = ({ name }: KeptSlice) => sliceName(kindOf(ask.by), name);
  const span = period(cut.before, addDays(cut.before, ask.horizon - 1));
  const until = day(cut.lastDay);
  const rows = slices.map((slice) => ({ slice, label: nameOf(slice), interval: intervalOf(slice) }));
  const known = rows.flatMap(({ label, interval }) => (interval ? [{ label, interval }] : []));
  const first = known[0];
  const told = (value: number) => quantity(value, words.unit);
  const what = words.adds ? span : say`first of the weeks of ${span}`;

  const table = show === 'figures' ? allColumns(rows, ask) : firstColumns(rows, ask);
  const parts: Part[] = [
    ...(first
      ? [
          {
            kind: 'facts' as const,
            facts: [
              {
                label:
                  first.label === none
                    ? say`${words.name} (${none}), ${what}`
                    : say`${words.name} of ${first.label}, ${what}`,
                value: first.interval.expected,
                unit: words.unit,
                low: first.interval.low80,
                high: first.interval.high80,
                receipt: run.id,
              },
            ],
          },
          ...(show === 'figures'
            ? []
            : [
                {
                  kind: 'chart' as const,
                  title: say`${first.label}: ${told(first.interval.expected)} expected, ${span}`,
                  subtitle: words.adds
                    ? say`${by(words.name)} · most revenue first · data until ${until}`
                    : say`${by(words.name)}, next week · most revenue first · data until ${until}`,
                  alt: say`${words.name} expected, ${what}: ${listed(
                    known.slice(0, 5).map(({ label, interval }) => say`${label} ${told(interval.expected)}`),
                  )}.`,
                  chart: {
                    type: 'bars' as const,
                    unit: words.unit,
                    bars: known.map(({ label, interval: { expected, low80, high80 } }) => ({
                      label,
                      value: expected,
                      low: low80,
                      high: high80,
                    })),
                  },
                },
              ]),
        ]
      : []),
    table,
    { kind: 'note', text: noteOn(run.result, answered) },
  ];
  if (csv) parts.push(csvFile(`forecast-${run.id}.csv`, weeksOfAll(slices, ask), cut.shop));
  return {
    title: show === 'figures' ? say`All figures of ${by(words.name)}, ${ahead}` : say`${by(words.name)}, ${ahead}`,
    tone: 'plain',
    parts,
    actions: [
      { label: say`Why?`, style: 'plain', ask: { name: 'why', input: { id: run.id } } },
      ...slices
        .filter(({ name, ahead: each }) => name !== null && !('lacks' in each))
        .slice(0, BUTTONS)
        .map((slice) => askMore(again, say`Only ${nameOf(slice)}`, { only: slice.name })),
      show === 'figures' ? askMore(again, say`Forecast`, {}) : askMore(again, say`All figures`, { show: 'figures' }),
      ...(csv ? [] : [askMore(again, say`CSV`, { csv: 'yes' })]),
    ],
  };
}

/** Of the whole horizon, or of its first week where weeks do not add up. */
function intervalOf({ ahead }: KeptSlice): Interval | null {
  if ('lacks' in ahead) return null;
  return ahead.total ?? ahead.weekly[0] ?? null;
}

function noteOn({ slices, others, basis }: KeptSlices, { cut, ask, asOf }: SlicesAnswered): Said {
  const { many } = slicings[kindOf(ask.by)];
  const shown = slices.reduce((sum, { revenueMinor }) => sum + revenueMinor, 0);
  const whole = shown + others.revenueMinor;
  const poor = slices.filter(({ ahead }) => 'lacks' in ahead).length;
  return sentences(
    othersLeft(others, { whole, many }),
    say`Each is forecast from its own history: their sums and the forecast of the whole shop need not meet.`,
    segmentWords(ask.by),
    poor > 0 ? say`${count(poor)} of them sold on too few days to say anything.` : null,
    isStock(ask)
      ? say`Stock or order up to “Enough 9 times in 10”, less what is there already, which I do not know.`
      : null,
    metrics[ask.metric].adds
      ? null
      : say`It does not add up over weeks: the next week is shown, the file has them all.`,
    say`Counted: ${basis}.`,
    asOf === undefined ? null : asOfWords(asOf, cut.knownBy !== undefined),
  );
}

/** `whole` is the revenue of all slices, shown or not. */
function othersLeft(
  others: KeptSlices['others'],
  { whole, many }: { readonly whole: number; readonly many: Said },
): Said {
  if (others.count === 0) return say`These are all ${many}.`;
  const more = count(others.count);
  return whole > 0
    ? say`${more} more ${many}, ${share(others.revenueMinor / whole)} of revenue so far, are not in the table.`
    : say`${more} more ${many} are not in the table.`;
}
