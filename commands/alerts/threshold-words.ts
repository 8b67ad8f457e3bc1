import type { Threshold, ThresholdMetric } from '../../data/state/types/alerts.ts';
import type { Unit } from '../../words/quantity.ts';
import { quantity, type Said, say, share, type Words } from '../../words/say.ts';
import { metrics } from '../forecast/metric.ts';

/** What a threshold can look at, in the words of `/alerts add`. */
export const thresholdMetrics = ['revenue', 'orders', 'units', 'customers', 'aov', 'spend'] as const;

const names: Readonly<Record<ThresholdMetric, Said>> = {
  revenue: say`Net revenue`,
  orders: say`Orders`,
  units: say`Units`,
  customers: say`Customers`,
  'order-value': say`Order value`,
  spend: say`Spend`,
};

export function unitOf({ metric }: Pick<Threshold, 'metric'>): Unit & ('money' | 'count') {
  return metric === 'spend' ? 'money' : metrics[metric].unit;
}

/** Whether days of it add up to weeks and months: a customer of two days is one customer. */
export function addsUp({ metric }: Pick<Threshold, 'metric'>): boolean {
  return metric === 'spend' || metrics[metric].adds;
}

/** "Orders of Shopee". */
export function subjectWords({ metric, slice }: Pick<Threshold, 'metric' | 'slice'>): Words {
  return slice === null ? names[metric] : say`${names[metric]} of ${slice.name}`;
}

/** "below IDR 50M a week", "down 20% or more on the week before". */
export function boundWords(rule: Pick<Threshold, 'metric' | 'every' | 'side' | 'threshold' | 'against'>): Said {
  if (rule.against === null) return fixedWords(rule);
  const by = share(rule.threshold);
  const down = rule.side === 'below';
  switch (`${rule.against} ${rule.every}` as const) {
    case 'last day':
      return down
        ? say`down ${by} or more on the same day of the week before`
        : say`up ${by} or more on the same day of the week before`;
    case 'last week':
      return down ? say`down ${by} or more on the week before` : say`up ${by} or more on the week before`;
    case 'last month':
      return down ? say`down ${by} or more on the month before` : say`up ${by} or more on the month before`;
    case 'usual day':
      return down ? say`down ${by} or more on a usual day` : say`up ${by} or more on a usual day`;
    case 'usual week':
      return down ? say`down ${by} or more on a usual week` : say`up ${by} or more on a usual week`;
    case 'usual month':
      return down ? say`down ${by} or more on a usual month` : say`up ${by} or more on a usual month`;
  }
}

function fixedWords(rule: Pick<Threshold, 'metric' | 'every' | 'side' | 'threshold'>): Said {
  const bound = quantity(rule.threshold, unitOf(rule));
  const below = rule.side === 'below';
  switch (rule.every) {
    case 'day':
      return below ? say`below ${bound} a day` : say`above ${bound} a day`;
    case 'week':
      return below ? say`below ${bound} a week` : say`above ${bound} a week`;
    case 'month':
      return below ? say`below ${bound} a month` : say`above ${bound} a month`;
  }
}
