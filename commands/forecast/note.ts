import { addDays } from '../../models/days.ts';
import { day, days as daysOf, period, type Said, say, sentences, share } from '../../words/say.ts';
import type { Cut } from '../runs/cut.ts';
import type { KeptForecast } from '../runs/forecast.ts';
import type { People, Slicing } from '../runs/series.ts';
import type { Answered } from './answer.ts';
import { metrics } from './metric.ts';

/** What this forecast is worth, beside the yardstick, and what was assumed. */
export function noteOn(
  { method, backtest, reason, checks, learnedAfter }: KeptForecast,
  { cut, asOf, history, subject }: Answered,
  { hasFirstRow }: { readonly hasFirstRow: boolean },
): Said {
  const holes = history.holes.filter(({ to }) => !learnedAfter || to > learnedAfter.to);
  // What is said of a hole itself, or of a long one before all else, is not said again.
  const isSaid = ({ name }: (typeof checks)[number]) =>
    name === 'events' || (name === 'gap' && (history.holes.length > 0 || learnedAfter !== null));
  const own = backtest.scores.find((score) => score.method === method);
  return sentences(
    asOf === undefined ? unfinished(cut) : null,
    hasFirstRow ? say`The first row is the days outside these whole weeks.` : null,
    reason,
    own ? say`Its 80% band held ${share(own.cover80)} of past days.` : null,
    ...checks.filter((check) => !check.passed && !isSaid(check)).map(({ says }) => says),
    ...holes.map(
      ({ from, to, days }) =>
        say`No file tells of the ${daysOf(days)} from ${day(from)} to ${day(to)}: missing, and not days without sales.`,
    ),
    subject.slice ? segmentWords(subject.slice.by) : null,
    metrics[subject.metric].adds
      ? null
      : say`It does not add up over days: ask for weeks to have it counted by the week.`,
    say`Counted: ${history.basis}.`,
    asOf === undefined ? null : asOfWords(asOf, cut.knownBy !== undefined),
  );
}

/** Nothing where the shop is not cut by segments. */
export function segmentWords(by: Slicing | null): Said | null {
  if (by === null || typeof by === 'string') return null;
  return sentences(
    membership(by),
    say`People are in a segment because of what they did lately, so the past of a good one looks better than its future, and the last weeks of a lapsing one are empty by definition; newcomers are not counted in.`,
  );
}

function membership({ run, before }: People): Said {
  return say`Whoever was in a segment at the end of ${day(addDays(before, -1))} (${run}) is in it here for all days.`;
}

export function asOfWords(asOf: string, isKnown: boolean): Said {
  return isKnown
    ? say`As of ${day(asOf)}: only what was imported by the end of that day, and happened before it. Late orders and later corrections are not in.`
    : say`As of ${day(asOf)}: orders from then on are not looked at. I had imported nothing by then, so what I learned later of the days before is in.`;
}

/** A day that was not over when it was exported would read as a collapse: it is left out, and said so. */
function unfinished({ coverage: { lastDay }, lastDay: used, held }: Cut): Said | null {
  if (lastDay === null || lastDay <= used || held) return null;
  return say`What I have of ${period(addDays(used, 1), lastDay)} is not whole yet and not used: import it again when it is over.`;
}
