import { createHash } from 'node:crypto';
import { type Said, say } from '../../words/say.ts';
import type { Connection } from '../database.ts';
import { toDay, toEpochDay } from '../days.ts';
import type { Facts } from '../types/facts.ts';
import type { CustomerSets, Hole, Metric, SeriesAnswer, SeriesRequest, Slice, SliceBy } from '../types/series.ts';
import type { EpochDay } from '../types/shop.ts';
import { readSpan } from './coverage.ts';
import { holesOf, type Stretch } from './holes.ts';
import { type At, knownTo } from './known.ts';
import { labels } from './labels.ts';
import { lineKinds } from './layouts/layout.ts';

const USUAL_SLICES = 10;
const WEEK = 7;
/** 1970-01-01 was a Thursday: week n, counted from the Monday before, begins on day 7 n - 3. */
const TO_MONDAY = 3;

/** What a metric counts in words, and in SQL over orders (`o`) and over their lines (`l`, each with its order). */
type Counting = { readonly basis: Said; readonly ofOrders: string | null; readonly ofLines: string };

const isPaid = `l.kind <> ${lineKinds.void}`;
const isSale = `l.kind = ${lineKinds.sale}`;

const countings: Readonly<Record<Metric, Counting>> = {
  revenue: {
    basis: say`net revenue: what was sold less what was cancelled or sent back, on the day it was`,
    ofOrders: null,
    ofLines: `SUM(CASE WHEN ${isPaid} THEN l.amount_minor ELSE 0 END)`,
  },
  orders: {
    basis: say`orders with at least one sale, on the day they were placed`,
    ofOrders: 'SUM(o.sale_lines > 0)',
    ofLines: `COUNT(DISTINCT CASE WHEN ${isSale} THEN o.id END)`,
  },
  units: {
    basis: say`units sold less units sent back, on the day they were`,
    ofOrders: null,
    ofLines: `SUM(CASE WHEN l.kind IN (${lineKinds.sale}, ${lineKinds.reversal}) THEN l.quantity ELSE 0 END)`,
  },
  customers: {
    basis: say`different customers with a sale; orders without a customer are not counted`,
    ofOrders: 'COUNT(DISTINCT CASE WHEN o.sale_lines > 0 THEN o.customer_id END)',
    ofLines: `COUNT(DISTINCT CASE WHEN ${isSale} THEN o.customer_id END)`,
  },
  'order-value': {
    basis: say`what was sold, before returns, by the number of orders`,
    ofOrders: 'SUM(o.sale_minor) * 1.0 / NULLIF(SUM(o.sale_lines > 0), 0)',
    ofLines: `SUM(CASE WHEN ${isSale} THEN l.amount_minor ELSE 0 END) * 1.0 /
      NULLIF(COUNT(DISTINCT CASE WHEN ${isSale} THEN o.id END), 0)`,
  },
};

/** How the shop is cut: the id of a slice (0 or '' where orders tell none), and its name. */
type Cut = { readonly of: 'orders' | 'lines'; readonly id: string; readonly join?: string; readonly name: string };

const named = (table: string) => `(SELECT ref FROM ${table} WHERE id = slice)`;
const cuts: Readonly<Record<SliceBy, Cut>> = {
  channel: { of: 'orders', id: 'IFNULL(o.channel_id, 0)', name: named('sale_channel') },
  place: { of: 'orders', id: 'IFNULL(o.place_id, 0)', name: named('sale_place') },
  campaign: { of: 'orders', id: 'IFNULL(o.campaign_id, 0)', name: named('campaign') },
  'campaign-kind': {
    of: 'orders',
    id: "IFNULL(c.kind, '')",
    join: 'LEFT JOIN campaign_label AS c ON c.id = o.campaign_id',
    name: "NULLIF(slice, '')",
  },
  product: {
    of: 'lines',
    id: 'IFNULL(l.product_id, 0)',
    name: '(SELECT slice_name FROM product_label WHERE id = slice)',
  },
  category: {
    of: 'lines',
    id: "IFNULL(p.category, '')",
    join: 'LEFT JOIN product_label AS p ON p.id = l.product_id',
    name: "NULLIF(slice, '')",
  },
};
/** A byte for each customer, its set: looked up in no table, since temporary ones are slower than reading the orders. */
const bySets: Cut = {
  of: 'orders',
  id: "IFNULL(substr(@setOf, o.customer_id + 1, 1), x'')",
  name: "CASE slice WHEN x'' THEN NULL ELSE json_extract(@names, '$[' || (instr(@bytes, slice) - 1) || ']') END",
};
const MOST_SETS = 254;
const wholeShop: Cut = { of: 'orders', id: '0', name: "''" };

type Bounds = At & {
  readonly from: EpochDay;
  readonly end: EpochDay;
  readonly most: number;
  readonly isOne: 0 | 1;
  readonly only: string | null;
} & Partial<Sets>;
type Row = {
  readonly place: number;
  readonly name: string | null;
  readonly total: number;
  readonly at: number;
  readonly value: number | null;
  readonly slices: number;
  readonly whole: number;
};

/** Answers remembered: a chart, its file and its explanation ask the same, and some read every line of the shop. */
const REMEMBERED = 8;

/** Any metric of the shop over time, and of its slices, by one statement over orders or their lines. */
export function seriesFacts(db: Connection): Facts['series'] {
  const imports = db
    .prepare<[], string | null>("SELECT group_concat(id || status || IFNULL(undone_at, '')) FROM import")
    .pluck();
  const answers = new Map<string, SeriesAnswer>();
  return async (request) => {
    const key = JSON.stringify([imports.get(), Object.entries(request).sort()], shortly);
    const known = answers.get(key) ?? readSeries(db, request);
    answers.delete(key);
    answers.set(key, known);
    for (const oldest of [...answers.keys()].slice(0, -REMEMBERED)) answers.delete(oldest);
    return structuredClone(known);
  };
}

/** The ids of a set by their hash: there may be a million. */
function shortly(_: string, value: unknown): unknown {
  return value instanceof Int32Array ? createHash('sha256').update(value).digest('base64') : value;
}

function readSeries(db: Connection, request: SeriesRequest): SeriesAnswer {
  const { metric, by, period, most = USUAL_SLICES, only } = request;
  const span = spanOf(db, request);
  const { basis } = countings[metric];
  const others = { count: 0, revenueMinor: 0 };
  if (span === null) return { firstDay: request.before, period, slices: [], others, holes: [], basis };

  const { known, at } = knownTo(db, request.knownBy);
  const rows = db.prepare<[Bounds], Row>(`${known}, ${labels}, ${statementFor(request)}`).all({
    ...at,
    from: span.from,
    end: span.end,
    most,
    isOne: only === undefined ? 0 : 1,
    only: only ?? null,
    ...(isSets(by) && setsOf(db, by)),
  });
  const slices = slicesOf(rows, span, { metric, period });
  const shown = slices.reduce((sum, { revenueMinor }) => sum + revenueMinor, 0);
  return {
    firstDay: toDay(span.from),
    period,
    slices: by === null && slices.length === 0 ? [nothingSold(span, { metric, period })] : slices,
    others: rows[0] ? { count: rows[0].slices - slices.length, revenueMinor: rows[0].whole - shown } : others,
    holes: span.holes,
    basis,
  };
}

function isSets(by: SeriesRequest['by']): by is CustomerSets {
  return by !== null && typeof by === 'object';
}

type Sets = { readonly setOf: Buffer; readonly names: string; readonly bytes: Buffer };

/** @throws {RangeError} when a byte does not tell the sets apart */
function setsOf(db: Connection, { sets, rest }: CustomerSets): Sets {
  if (sets.length > MOST_SETS) throw new RangeError(`${sets.length} sets are more than ${MOST_SETS}`);
  const last = db.prepare<[], number | null>('SELECT MAX(id) FROM customer').pluck().get() ?? 0;
  const setOf = Buffer.alloc(1 + last, sets.length);
  sets.forEach(({ ids }, place) => {
    for (const id of ids) setOf[id] = place;
  });
  const names = [...sets.map(({ name }) => name), rest];
  return { setOf, names: JSON.stringify(names), bytes: Buffer.from([...names.keys()]) };
}

type Span = { readonly from: EpochDay; readonly end: EpochDay; readonly holes: readonly Hole[] };

/** From the first day, or the first whole week, up to the end of the last complete one. Null when there is none. */
function spanOf(db: Connection, { before, knownBy, period }: SeriesRequest): Span | null {
  const { firstDay, lastCompleteDay } = readSpan(db, knownBy);
  if (firstDay === null || lastCompleteDay === null) return null;
  const first = toEpochDay(firstDay);
  const last = Math.min(toEpochDay(before), toEpochDay(lastCompleteDay) + 1);
  const from = period === 'day' ? first : mondayOf(first + WEEK - 1);
  const end = period === 'day' ? last : mondayOf(last);
  if (end <= from) return null;

  const { known, at } = knownTo(db, knownBy);
  const traded = db
    .prepare<[At & { end: EpochDay }], EpochDay>(
      `${known} SELECT DISTINCT day FROM known_day WHERE day < @end ORDER BY day`,
    )
    .pluck()
    .all({ ...at, end });
  const told = db
    .prepare<[At & { end: EpochDay }], Stretch>(
      `${known} SELECT MIN(day) AS first, MAX(day) AS last FROM known_day WHERE day < @end GROUP BY import_id`,
    )
    .all({ ...at, end });
  return { from, end, holes: holesOf(traded, told) };
}

function mondayOf(day: EpochDay): EpochDay {
  return WEEK * Math.floor((day + TO_MONDAY) / WEEK) - TO_MONDAY;
}

function statementFor({ metric, by, period, knownBy }: SeriesRequest): string {
  const { ofOrders, ofLines } = countings[metric];
  const cut = by === null ? wholeShop : isSets(by) ? bySets : cuts[by];
  const periodOf = (day: string) => (period === 'day' ? day : `(${day} + ${TO_MONDAY}) / ${WEEK}`);
  const overOrders = cut.of === 'orders' && ofOrders !== null;
  const day = overOrders ? 'o.day' : 'l.day';
  // The shop's days are added up already: the one question that is asked all the time is answered from there.
  const isStored = by === null && knownBy === undefined && (metric === 'revenue' || metric === 'orders');
  const sold = isStored
    ? `SELECT 0 AS slice, ${periodOf('day')} AS at, SUM(${metric === 'orders' ? 'orders' : 'revenue_minor'}) AS value,
         SUM(revenue_minor) AS revenue
       FROM known_day WHERE day >= @from AND day < @end GROUP BY 2`
    : `SELECT ${cut.id} AS slice, ${periodOf(day)} AS at, ${overOrders ? ofOrders : ofLines} AS value,
         ${overOrders ? 'SUM(o.net_minor)' : countings.revenue.ofLines} AS revenue
       FROM known_order AS o ${overOrders ? '' : 'JOIN sale_line AS l ON l.order_id = o.id'} ${cut.join ?? ''}
       WHERE ${day} >= @from AND ${day} < @end GROUP BY 1, 2`;
  return `sold AS MATERIALIZED (${sold}),
    ranked AS MATERIALIZED (
      SELECT slice, SUM(revenue) AS total, ROW_NUMBER() OVER (ORDER BY SUM(revenue) DESC, slice) AS place,
        COUNT(*) OVER () AS slices, SUM(SUM(revenue)) OVER () AS whole, ${cut.name} AS name
      FROM sold GROUP BY slice
    )
    SELECT place, name, total, at, value, slices, whole FROM ranked JOIN sold USING (slice)
    WHERE CASE WHEN @isOne = 0 THEN place <= @most ELSE name IS @only COLLATE NOCASE END
    ORDER BY place, at`;
}

type Measure = Pick<SeriesRequest, 'metric' | 'period'>;

function slicesOf(rows: readonly Row[], span: Span, measure: Measure): Slice[] {
  const slices = new Map<number, Slice>();
  for (const { place, name, total, at, value } of rows) {
    const slice = slices.get(place) ?? { ...nothingSold(span, measure), name, revenueMinor: total };
    slices.set(place, slice);
    const index = measure.period === 'day' ? at - span.from : at - (span.from + TO_MONDAY) / WEEK;
    slice.values[index] = value ?? Number.NaN;
  }
  return [...slices.values()].map((slice) => ({ ...slice, values: withHoles(slice.values, span, measure) }));
}

/** A slice before anything of it was found: nothing sold, which is worth nothing, and no value an order. */
function nothingSold(span: Span, measure: Measure): Slice {
  const periods = (span.end - span.from) / (measure.period === 'day' ? 1 : WEEK);
  const values = new Float64Array(periods).fill(measure.metric === 'order-value' ? Number.NaN : 0);
  return { name: '', revenueMinor: 0, values };
}

/** The same with NaN in every period that a hole reaches into. */
function withHoles(values: Float64Array, { from, holes }: Span, { period }: Measure): Float64Array {
  const length = period === 'day' ? 1 : WEEK;
  const place = (day: string) => Math.floor((toEpochDay(day) - from) / length);
  for (const hole of holes) values.fill(Number.NaN, Math.max(0, place(hole.from)), place(hole.to) + 1);
  return values;
}
