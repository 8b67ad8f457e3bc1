import { addDays } from '../../models/days.ts';
import { eventName } from '../../words/event-names.ts';
import { day, days as daysOf, period, quantity, say, sentences } from '../../words/say.ts';
import { bandsChart } from '../forecast-chart.ts';
import type { Part } from '../reply.ts';
import { firstFacts } from './headline.ts';
import type { Look } from './look.ts';
import { firstNote } from './note.ts';
import { knownDays, knownWeeks } from './periods.ts';
import { lookTable } from './tables.ts';

/**
 * What a plan needs of a forecast, on little more than a screen of a phone: what is expected and how surely, when, how far
 * off such forecasts were, and what is taken for granted.
 */
export function firstLook(look: Look): Part[] {
  return [
    ...unseenEvents(look),
    ...longGap(look),
    { kind: 'facts', facts: firstFacts(look) },
    picture(look),
    lookTable(look, { widest: 0.8 }),
    { kind: 'note', text: firstNote(look) },
  ];
}

/**
 * An event ahead that the history has not seen is the first thing to know of a forecast that does not count on it, and
 * how to count on it all the same: as on another that it has seen.
 */
function unseenEvents({ run, cut: { before } }: Look): Part[] {
  const { checks, events } = run.result;
  const unseen = checks.filter(({ name, passed }) => name === 'events' && !passed);
  const [like] = events.filter(({ admitted }) => admitted).toSorted((a, b) => b.counted - a.counted);
  return unseen.map(({ says }) => ({
    kind: 'text',
    text: sentences(
      says,
      like
        ? say`You expect something? Say which day it will be like, under What if…, as in promotion:"${eventName(like.name)} ${before}".`
        : null,
    ),
  }));
}

/** A gap so long that what came before it teaches nothing: the next thing to know, and a person may want it otherwise. */
function longGap({ run }: Look): Part[] {
  const { learnedAfter } = run.result;
  if (!learnedAfter) return [];
  const { from, to, days: missing } = learnedAfter;
  return [
    {
      kind: 'text',
      text: say`${daysOf(missing)} are missing, ${period(from, to)}. I learn from ${day(addDays(to, 1))} on only.`,
    },
  ];
}

function picture({ run: { result }, cut, history, words, name, bands, byWeek, when }: Look): Part {
  const { low80, high80, expected } = words.adds ? result.total : bands.points[0]!;
  const told = (value: number) => quantity(value, words.unit);
  const until = day(cut.lastDay);
  return {
    kind: 'chart',
    title: say`${told(expected)} expected, ${when}`,
    subtitle: byWeek
      ? say`${name} per week · data until ${until} · 80% and 95% intervals`
      : say`${name} per day · data until ${until} · 80% and 95% intervals`,
    alt: say`Forecast. ${name}, ${when}: ${told(expected)}, 80% interval ${told(low80)} to ${told(high80)}.`,
    chart: {
      ...bandsChart(byWeek ? knownWeeks(history) : knownDays(history), bands, byWeek ? 26 : 56),
      unit: words.unit,
    },
  };
}
