import type { Day } from '../data/types/shop.ts';
import { type Curve, salesAt } from '../models/campaigns/curve.ts';
import { intervalOf } from '../models/campaigns/interval.ts';
import { drawsOf } from '../models/campaigns/response.ts';
import type { ResponseCurve } from '../models/campaigns/types.ts';
import { count, money, named, type Said, say, sentences } from '../words/say.ts';
import { dataUntil } from './data-until.ts';
import type { ChartPart } from './reply.ts';

const POINTS = 24;
/** More lines than this cannot be told apart. */
const MOST_LINES = 4;
/** The picture ends this far beyond the largest spend it has to show. */
const BEYOND = 1.3;

/** A campaign's curve with its weekly spend now, and the one proposed for it where there is one. */
export type ResponseLine = {
  readonly name: string;
  readonly curve: ResponseCurve;
  readonly nowMinor: number;
  readonly proposedMinor: number | null;
};

/** What a week's spend sells, campaign by campaign, in the order given: no picture without a curve. */
export function responseChart(all: readonly ResponseLine[], lastDay: Day): ChartPart[] {
  const lines = all.slice(0, MOST_LINES);
  const [first] = lines;
  if (first === undefined) return [];
  const title = say`What a week of spend sells`;
  const basis = first.curve.basis === 'modelled' ? say`Modelled, once the spend has built up` : say`Attributed sales`;
  return [
    {
      kind: 'chart',
      title,
      subtitle: dataUntil(
        all.length > lines.length ? say`${basis}; ${count(lines.length)} of ${count(all.length)} campaigns` : basis,
        lastDay,
      ),
      alt: sentences(say`${title}.`, ...lines.map(wordsOf)),
      chart: {
        type: 'lines',
        x: { title: say`Spend a week`, unit: 'money' },
        y: { title: say`Sales a week`, unit: 'money' },
        lines: lines.map(drawn),
      },
    },
  ];
}

function wordsOf({ name, curve, nowMinor, proposedMinor }: ResponseLine): Said {
  const [now, sells] = [money(nowMinor), money(salesAt(curve, nowMinor))];
  return proposedMinor === null
    ? say`${name}: ${now} sells ${sells}.`
    : say`${name}: ${now} sells ${sells}, ${money(proposedMinor)} would sell ${money(salesAt(curve, proposedMinor))}.`;
}

function drawn({ name, curve, nowMinor, proposedMinor }: ResponseLine) {
  const draws = drawsOf(curve);
  const until = BEYOND * Math.max(nowMinor, proposedMinor ?? 0, 1);
  const spends = Array.from({ length: POINTS + 1 }, (_, i) => (until * i) / POINTS);
  const point = (of: Curve, x: number) => ({ x, y: salesAt(of, x) });
  return {
    label: named(name),
    points: spends.map((x) => point(curve, x)),
    band: spends.map((x) => {
      const { low80, high80 } = intervalOf(draws.map((draw) => salesAt(draw, x)));
      return { x, low: low80, high: high80 };
    }),
    marks: [
      { ...point(curve, nowMinor), label: say`now` },
      ...(proposedMinor === null ? [] : [{ ...point(curve, proposedMinor), label: say`proposed` }]),
    ],
  };
}
