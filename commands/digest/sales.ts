import { addDays } from '../../models/days.ts';
import { day, money, period, type Said, say, sentences } from '../../words/say.ts';
import type { Context } from '../command.ts';
import { driverTable, movedWords } from '../drivers.ts';
import { bandsChart, sumByWeek } from '../forecast-chart.ts';
import type { Fact } from '../reply.ts';
import { movedRun } from '../runs/moved.ts';
import type { Told, Week } from './told.ts';

const WEEK = 7;
const CHART_WEEKS = 16;

/** Where a week lies against what was said of it; null where nothing was, or where days of it are missing. */
export function verdictOf({ sales, said, isWhole }: Week): 'below' | 'inside' | 'above' | null {
  if (said === null || !isWhole) return null;
  const came = sales.result.sales;
  return came < said.low80 ? 'below' : came > said.high80 ? 'above' : 'inside';
}

/** The week in one line: the title of the digest. */
export function headline(week: Week): Said {
  const [span, sales] = [period(week.from, addDays(week.from, WEEK - 1)), money(week.sales.result.sales)];
  switch (verdictOf(week)) {
    case 'below':
      return say`Week ${span}: ${sales}, below the band`;
    case 'inside':
      return say`Week ${span}: ${sales}, inside the band`;
    case 'above':
      return say`Week ${span}: ${sales}, above the band`;
    default:
      return week.isWhole
        ? say`Week ${span}: ${sales}`
        : say`Week ${span}, until ${day(addDays(week.before, -1))} only: ${sales}`;
  }
}

/** The two lines of a week in which the forecast held and nothing waits; this is the first. */
export function quietLine({ said, sales, ahead: { run } }: Week): Said {
  const { expected, low80, high80, run: receipt } = said!;
  const forecast = say`Forecast was ${money(expected)} (80%: ${money(low80)} to ${money(high80)}), ${receipt}.`;
  const [next] = run.result.weekly;
  return sentences(
    forecast,
    next
      ? say`Next week: ${money(next.expected)} (80%: ${money(next.low80)} to ${money(next.high80)}), ${run.id}.`
      : null,
    say`Sales: ${sales.id}.`,
  );
}

/** What came, what was said of it, and what comes. */
export function salesSection({ state }: Context, week: Week): Told {
  const { from, isWhole, sales, ahead } = week;
  const facts: Fact[] = [
    { label: say`Sales`, value: sales.result.sales, unit: 'money', receipt: sales.id },
    ...forecastFact(week),
  ];
  const override = state.ledger.overrides().find((each) => each.week === from);
  // Whose it was is between Sextant and that person: /ledger people.
  if (override) facts.push({ label: say`A person said`, value: override.value, unit: 'money' });
  facts.push({
    label: isWhole ? say`Against the week before` : say`Against the same days of the week before`,
    value: sales.result.change,
    unit: 'change',
    receipt: sales.id,
  });
  const [next] = ahead.run.result.weekly;
  if (next) {
    const { expected: value, low80: low, high80: high, firstDay } = next;
    const label = say`Expected ${period(firstDay, addDays(firstDay, WEEK - 1))}`;
    facts.push({ label, value, unit: 'money', low, high, receipt: ahead.run.id });
  }
  return { parts: [{ kind: 'facts', facts }] };
}

function forecastFact({ said, isWhole }: Week): Fact[] {
  if (said === null) return [];
  const { expected: value, low80: low, high80: high, run: receipt, frozen } = said;
  const whole = frozen ? say`Forecast, as posted before` : say`Forecast, as it would have been`;
  return [{ label: isWhole ? whole : say`Forecast of all 7 days`, value, unit: 'money', low, high, receipt }];
}

/** The weeks behind, and the one that comes in its bands. */
export function chartSection(_: Context, { cut, from, isWhole, sales, ahead: { run, history } }: Week): Told {
  const [next] = run.result.weekly;
  const came = isWhole
    ? say`Net revenue per week until ${day(cut.lastDay)}; ${period(from, addDays(from, WEEK - 1))} ${money(sales.result.sales)}.`
    : say`Net revenue per week until ${day(cut.lastDay)}.`;
  const expected = next
    ? say`${money(next.expected)} expected, ${period(next.firstDay, addDays(next.firstDay, WEEK - 1))}`
    : say`Net revenue per week`;
  return {
    parts: [
      {
        kind: 'chart',
        title: expected,
        subtitle: say`Net revenue per week · data until ${day(cut.lastDay)} · 80% and 95% intervals · ${sales.id}, ${run.id}`,
        alt: next ? say`${came} ${expected}: 80% ${money(next.low80)} to ${money(next.high80)}.` : came,
        chart: bandsChart(
          sumByWeek(history),
          { points: run.result.weekly.map(({ firstDay, ...interval }) => ({ day: firstDay, ...interval })) },
          CHART_WEEKS,
        ),
      },
    ],
  };
}

/** Why the week was not what was said of it: what moved most, cut four ways. */
export async function movedSection(context: Context, { cut, from, before, isWhole, sales, said }: Week): Promise<Told> {
  if (said === null || !isWhole) return {};
  const { expected, run: forecast } = said;
  const { id, result } = await movedRun(context, cut, { from, before, sales: sales.result.sales, expected, forecast });
  const { drivers, gap } = result;
  const words = movedWords(drivers, gap);
  const head = gap > 0 ? say`Against the forecast: +${money(gap)}.` : say`Against the forecast: ${money(gap)}.`;
  return { lines: [words && sentences(head, words, id)], details: driverTable(drivers, gap, id) };
}
