import type { Day } from '../../../data/types/shop.ts';
import { salesAt } from '../../../models/campaigns/curve.ts';
import type { AllocatedLine, ReturnsResult } from '../../../models/campaigns/types.ts';
import { money, named, say, sentences } from '../../../words/say.ts';
import { dataUntil } from '../../data-until.ts';
import type { ChartPart } from '../../reply.ts';
import { responseChart } from '../../response-chart.ts';
import type { KeptBudget } from '../../runs/budget.ts';

/** The response curves with where each line stands now and where it is proposed to stand, what moves most first. */
export function curvesChart({ allocation }: KeptBudget, returns: ReturnsResult, lastDay: Day): ChartPart[] {
  const moving = allocation.lines
    .toSorted((a, b) => moved(b) - moved(a))
    .flatMap((line) => {
      const curve = curveOf(line, returns);
      const { name, currentMinor: nowMinor } = line;
      return curve ? [{ name, curve, nowMinor, proposedMinor: moved(line) > 0 ? line.proposedMinor : null }] : [];
    });
  return responseChart(moving, lastDay);
}

function curveOf({ id }: AllocatedLine, { campaigns }: ReturnsResult) {
  return campaigns.find((campaign) => campaign.id === id)?.response.curve ?? null;
}

function moved({ currentMinor, proposedMinor }: AllocatedLine): number {
  return Math.abs(proposedMinor - currentMinor);
}

/** What each line adds to, or takes from, the gain of a week. */
export function gainChart({ allocation, margins }: KeptBudget, returns: ReturnsResult, lastDay: Day): ChartPart[] {
  const isProfit = allocation.objective === 'margin';
  const steps = allocation.lines.flatMap((line) => {
    const curve = curveOf(line, returns);
    if (curve === null || moved(line) === 0) return [];
    const sales = salesAt(curve, line.proposedMinor) - salesAt(curve, line.currentMinor);
    const value = isProfit ? (margins[line.id] ?? 0) * sales - (line.proposedMinor - line.currentMinor) : sales;
    return [{ label: named(line.name), value, kind: 'change' as const }];
  });
  if (steps.length < 2) return [];
  const all = steps.reduce((sum, { value }) => sum + value, 0);
  const title = isProfit
    ? say`Extra profit a week, after goods and spend: ${money(all)}`
    : say`Extra sales a week: ${money(all)}`;
  return [
    {
      kind: 'chart',
      title,
      subtitle: dataUntil(say`Line by line, as expected; the interval stands above`, lastDay),
      alt: sentences(say`${title}.`, ...steps.map(({ label, value }) => say`${label} ${money(value)}.`)),
      chart: {
        type: 'waterfall',
        unit: 'money',
        steps: [...steps, { label: say`Together`, value: all, kind: 'end' }],
      },
    },
  ];
}
