import { say } from '../../../words/say.ts';
import { toDay } from '../../days.ts';
import type { Shop } from '../../types/shop.ts';
import { type FigureRow, figuresOf } from '../grains/figures.ts';
import { empty, type Unreadable } from '../import/cells.ts';
import { type Period, readPeriod } from '../import/period.ts';
import { PARTS_PER_MINOR, roundMinor } from '../money.ts';
import {
  type Column,
  cellOf,
  defineLayout,
  type Field,
  type Layout,
  type Misfit,
  misfit,
  type ReadContext,
  requiredColumn,
} from './layout.ts';
import { identitiesOf, type Reads, type Report, sheetOf } from './report.ts';

const fieldReads: Readonly<Record<Reads, Field['reads']>> = {
  count: 'count',
  money: 'money',
  amount: 'amount',
  number: 'number',
  share: 'number',
  clock: 'text',
};

/** The layout of a report once it is laid out as one table: see `report-table.ts`. `currency`: as its headers name it. */
export function reportLayout(
  report: Report,
  { shop, currency }: { readonly shop: Shop | null; readonly currency: string | null },
): Layout {
  const text = (name: string): Field => ({ name, aliases: [], required: name === 'period', reads: 'text' });
  return defineLayout<FigureRow>({
    name: report.source,
    grain: figuresOf(report),
    shop,
    fixed: currency === null ? {} : { currency },
    ...(report.writes && { writes: report.writes }),
    fields: [
      ...['sheet', 'period', 'until', 'currency', ...report.about.map((_, at) => `about ${at + 1}`)].map(text),
      ...report.metrics.map(
        ({ key, aliases, reads }): Field => ({ name: key, aliases, required: false, reads: fieldReads[reads] }),
      ),
      ...report.rates.map(
        ({ key, aliases, unit }): Field => ({
          name: key,
          aliases,
          required: false,
          reads: unit === 'money' ? 'amount' : 'number',
        }),
      ),
    ],
    oneOf: [],
    identities: identitiesOf(report),
    examined: { averages: report.rates.filter(({ unit }) => unit === 'money').map(({ key }) => key) },
    reader: (columns, context) => {
      const period = requiredColumn(columns, 'period');
      const momentOf = context.timeIn(period);
      const subjects = report.about.flatMap((_, at) => columns[`about ${at + 1}`] ?? []);
      const told = report.metrics.flatMap((metric) => {
        const column = columns[metric.key];
        return column ? [{ metric, column, read: reading(metric.reads, column, context) }] : [];
      });
      const times = new Map<string, number>();

      /** Two ads may be called alike: the second of a file is its own. */
      function numbered(about: string, when: string): string {
        if (subjects.length === 0) return about;
        const at = `${about}\n${when}`;
        const time = (times.get(at) ?? 0) + 1;
        times.set(at, time);
        return time === 1 ? about : `${about} (${time})`;
      }

      return (cells) => {
        const when = periodOf(cells, period, columns.until);
        if (!when) return misfit(cells, period, say`is not a day or a period such as 01-09-2025-30-09-2025`);
        const moment = momentOf(toDay(when.from));
        if ('reason' in moment) return misfit(cells, period, moment.reason);
        const currency = cellOf(cells, columns.currency).toUpperCase();
        if (currency !== '' && currency !== context.currency) {
          return misfit(cells, columns.currency, say`is not ${context.currency}, the currency of the shop`);
        }
        const end = momentOf(toDay(when.to));
        const entries: FigureRow['entries'][number][] = [];
        const sheet = sheetOf(report, cellOf(cells, columns.sheet));
        for (const { metric, column, read } of told) {
          const value = read(cellOf(cells, column));
          if (typeof value === 'number') {
            entries.push({ metric: metric.name, basis: metric.basis || (sheet.basis ?? ''), value });
          } else if (value.reason !== empty.reason) return misfit(cells, column, value.reason);
        }
        if (entries.length === 0) return misfit(cells, undefined, say`has no figure in it`);
        const subject = subjectOf(subjects, cells);
        const about = [subject, sheet.about ?? ''].filter(Boolean).join(' · ');
        const cost = entries.find(({ metric }) => metric === report.cost)?.value ?? null;
        if (cost !== null && cost < 0) return misfit(cells, columns[report.cost!], say`is below zero`);
        return {
          ...when,
          at: 'reason' in end ? moment.instant : end.instant,
          about: numbered(about, `${when.from} ${when.to} ${sheet.basis ?? ''}`),
          entries,
          // The ads of a campaign add up to what it cost; orders and other files know it by that name.
          cost:
            cost !== null && when.from === when.to
              ? { campaign: subjectOf(subjects.slice(0, 1), cells), minor: roundMinor(cost) }
              : null,
        } satisfies FigureRow | Misfit;
      };
    },
  });
}

/** The days of a row, from one column or two. */
function periodOf(cells: readonly string[], period: Column, until: Column | undefined): Period | null {
  const [from, to] = [readPeriod(cellOf(cells, period)), readPeriod(cellOf(cells, until))];
  return from && to ? { from: from.from, to: Math.max(from.to, to.to) } : from;
}

function subjectOf(columns: readonly Column[], cells: readonly string[]): string {
  const words = columns.map((column) => cellOf(cells, column)).filter((word) => word !== '' && word !== '-');
  return [...new Set(words)].join(' · ');
}

type Read = (text: string) => number | Unreadable;

function reading(reads: Reads, column: Column, context: ReadContext): Read {
  if (reads === 'clock') return readClock;
  if (reads === 'money' || reads === 'amount') {
    const parts = context.partsIn(column);
    return (text) => {
      const read = parts(text);
      return typeof read === 'number' ? roundMinor(read / PARTS_PER_MINOR) : read;
    };
  }
  return context.numberIn(column);
}

/** 00:01:22 as seconds; a workbook writes such a time on Excel's day zero. */
function readClock(text: string): number | Unreadable {
  if (text === '' || text === '-') return empty;
  const [, hours, minutes, seconds] = /^(?:1899-12-3[01] |1900-01-0\d )?(\d+):(\d{2}):(\d{2})$/.exec(text) ?? [];
  if (hours === undefined) return { reason: say`is not a time such as 00:01:22` };
  return (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
}
