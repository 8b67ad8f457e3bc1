import type { Check } from '../../models/check.ts';
import { addDays } from '../../models/days.ts';
import { eventName } from '../../words/event-names.ts';
import {
  count,
  day,
  days as daysOf,
  listed,
  period,
  plural,
  type Said,
  say,
  sentences,
  share,
  type Words,
} from '../../words/say.ts';
import type { People, Slicing } from '../runs/series.ts';
import { signed } from './band.ts';
import type { Look } from './look.ts';

/** More than these are counted, not named. */
const MOST_EVENTS = 4;

/** What to know with the first figures: what is taken for granted, and what speaks against them. */
export function firstNote(look: Look): Said {
  const { method, reason } = look.run.result;
  return sentences(
    unfinished(look),
    firstRow(look),
    method === 'combination' ? null : reason,
    ...doubts(look),
    countedOn(look),
    ...aboutTheSeries(look),
  );
}

/** The same with why this method, and how its band held. */
export function fullNote(look: Look): Said {
  const { method, reason, backtest } = look.run.result;
  const own = backtest.scores.find((score) => score.method === method);
  return sentences(
    unfinished(look),
    firstRow(look),
    reason,
    own ? say`Its 80% band held ${share(own.cover80)} of past days.` : null,
    ...doubts(look),
    ...aboutTheSeries(look),
  );
}

function firstRow({ outside }: Look): Said | null {
  return outside && say`The first row is the days outside these whole weeks.`;
}

/** Checks that failed, and what no file tells of. */
function doubts({ run, history }: Look): Words[] {
  const { checks, learnedAfter } = run.result;
  const holes = history.holes.filter(({ to }) => !learnedAfter || to > learnedAfter.to);
  // What is said of a hole itself, or of a long one before all else, is not said again.
  const isSaid = ({ name }: Check) =>
    name === 'events' || (name === 'gap' && (history.holes.length > 0 || learnedAfter !== null));
  return [
    ...checks.filter((check) => !check.passed && !isSaid(check)).map(({ says }) => says),
    ...holes.map(
      ({ from, to, days }) =>
        say`No file tells of the ${daysOf(days)} from ${day(from)} to ${day(to)}: missing, and not days without sales.`,
    ),
  ];
}

/** The events ahead that are in the figures, those that change a day most first. */
function countedOn({ run }: Look): Said | null {
  const counted = run.result.events
    .filter(({ admitted, ahead }) => admitted && ahead > 0)
    .toSorted((a, b) => Math.abs(b.counted) - Math.abs(a.counted));
  if (counted.length === 0) return null;
  const told = counted.slice(0, MOST_EVENTS).map((event) => say`${eventName(event.name)} ${signed(event.counted)}`);
  const left = counted.length - told.length;
  return sentences(
    say`Events it counts on: ${listed(told)}.`,
    left > 0 ? plural(left, say`There is 1 more.`, say`There are ${count(left)} more.`) : null,
  );
}

/** Of what it is, and as of when. */
function aboutTheSeries({ cut, asOf, history, subject, words }: Look): (Words | null)[] {
  return [
    subject.slice ? segmentWords(subject.slice.by) : null,
    words.adds ? null : say`It does not add up over days: ask for weeks to have it counted by the week.`,
    say`Counted: ${history.basis}.`,
    asOf === undefined ? null : asOfWords(asOf, cut.knownBy !== undefined),
  ];
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
function unfinished({ asOf, cut }: Look): Said | null {
  const { coverage, lastDay: used, held } = cut;
  const { lastDay } = coverage;
  if (asOf !== undefined || lastDay === null || lastDay <= used || held) return null;
  return say`What I have of ${period(addDays(used, 1), lastDay)} is not whole yet and not used: import it again when it is over.`;
}
