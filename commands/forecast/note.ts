import { addDays } from '../../models/days.ts';
import { formatDays, formatValue } from '../../words/quantity.ts';
import { inEnglish } from '../../words/tell.ts';
import type { Cut } from '../runs/cut.ts';
import type { KeptForecast } from '../runs/forecast.ts';
import type { People, Slicing } from '../runs/series.ts';
import type { Answered } from './answer.ts';
import { metrics } from './metric.ts';

/** What this forecast is worth, beside the yardstick, and what was assumed. */
export function noteOn(
  { method, backtest, reason, checks }: KeptForecast,
  { cut, asOf, history, subject }: Answered,
  { hasFirstRow }: { readonly hasFirstRow: boolean },
): string {
  const own = backtest.scores.find((score) => score.method === method);
  const sentences = [
    asOf === undefined ? unfinished(cut) : '',
    hasFirstRow ? 'The first row is the days outside these whole weeks.' : '',
    inEnglish(reason),
    own ? `Its 80% band held ${formatValue(own.cover80, 'share', cut.shop)} of past days.` : '',
    ...checks.filter(({ passed }) => !passed).map(({ says }) => inEnglish(says)),
    ...history.holes.map(
      ({ from, to, days }) =>
        `No file tells of the ${days} days from ${from} to ${to}: missing, and not days without sales.`,
    ),
    subject.slice ? segmentWords(subject.slice.by) : '',
    metrics[subject.metric].adds ? '' : 'It does not add up over days: ask for weeks to have it counted by the week.',
    `Counted: ${history.basis}.`,
    asOf === undefined ? '' : asOfWords(asOf, cut.knownBy !== undefined),
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

/** Nothing where the shop is not cut by segments. */
export function segmentWords(by: Slicing | null): string {
  if (by === null || typeof by === 'string') return '';
  return `${membership(by)} People are in a segment because of what they did lately, so the past of a good one looks better than its future, and the last weeks of a lapsing one are empty by definition; newcomers are not counted in.`;
}

function membership({ run, before }: People): string {
  return `Whoever was in a segment at the end of ${addDays(before, -1)} (${run}) is in it here for all days.`;
}

export function asOfWords(asOf: string, isKnown: boolean): string {
  return isKnown
    ? `As of ${asOf}: only what was imported by the end of that day, and happened before it. Late orders and later corrections are not in.`
    : `As of ${asOf}: orders from then on are not looked at. I had imported nothing by then, so what I learned later of the days before is in.`;
}

/** A day that was not over when it was exported would read as a collapse: it is left out, and said so. */
function unfinished({ coverage: { lastDay }, lastDay: used, held, shop }: Cut): string {
  if (lastDay === null || lastDay <= used || held) return '';
  return `What I have of ${formatDays(addDays(used, 1), lastDay, shop)} is not whole yet and not used: import it again when it is over.`;
}
