import type { Alert } from '../../data/state/types.ts';
import type { Day, Shop } from '../../data/types.ts';
import type { Departure } from '../../models/alerts/departure.ts';
import { mainDrivers, type NamedDriver } from '../drivers.ts';
import { formatDays, formatValue } from '../quantity.ts';
import type { Action, Reply } from '../reply.ts';

/** What an alert was raised on, as it is kept. */
export type Finding = Departure & {
  readonly rule: Alert['rule'];
  /** The posted forecast that it departs from. */
  readonly run: string;
  readonly from: Day;
  readonly until: Day;
  readonly dataUntil: Day;
  readonly drivers: readonly NamedDriver[];
};

/** The alert as it is posted, and as it changes while its cause goes on. */
export function alertCard(alert: Alert, shop: Shop | null): Reply {
  const finding = alert.finding as Finding;
  const { run, gap, drivers, dataUntil } = finding;
  const money = (minor: number) => formatValue(minor, 'money', shop);
  const main = mainDrivers(drivers, gap, shop);
  return {
    title: `${alert.id} ${alert.closedAt === null ? '' : 'over: '}${headline(alert, shop)}`,
    tone: alert.closedAt !== null ? 'plain' : alert.side === 'above' ? 'good' : 'careful',
    parts: [
      {
        kind: 'facts',
        facts: [
          { label: 'Came', value: finding.actual, unit: 'money' },
          { label: 'Expected', value: finding.expected, unit: 'money', receipt: run },
          { label: 'Quiet up to a difference of', value: finding.quiet, unit: 'money' },
        ],
      },
      ...(main
        ? [{ kind: 'text' as const, text: `Main part: ${main}. Each is a cut of the same ${money(gap)}.` }]
        : []),
      ...(alert.ownerName ? [{ kind: 'text' as const, text: `${alert.ownerName} has it.` }] : []),
      ...(alert.snoozedUntil === null
        ? []
        : [{ kind: 'text' as const, text: `Quiet until ${formatValue(alert.snoozedUntil, 'instant', shop)}.` }]),
      { kind: 'note', text: `Data complete to ${formatDays(dataUntil, dataUntil, shop)}.` },
    ],
    actions: actionsOf(alert),
  };
}

/** "Sales below their bands, 2 days running: −IDR 31M against F-12". */
export function headline({ finding, side }: Alert, shop: Shop | null): string {
  const { rule, days, gap, run, from, until } = finding as Finding;
  const span = formatDays(from, until, shop);
  const what =
    rule === 'week'
      ? `The week ${span} was ${side} its band`
      : days === 1
        ? `Sales of ${span} were ${side} their band`
        : `Sales ${side} their bands ${days} days running, ${span}`;
  const difference = formatValue(gap, 'money', shop);
  return `${what}: ${gap > 0 ? '+' : ''}${difference} against ${run}`;
}

function actionsOf({ id, closedAt }: Alert): Action[] {
  const why: Action = { label: 'Why?', style: 'plain', ask: { name: 'why', input: { id } } };
  if (closedAt !== null) return [why];
  return [
    { label: 'Mine', style: 'primary', ask: { name: 'alerts take', input: { alert: id } } },
    { label: 'Snooze 3 days', style: 'plain', ask: { name: 'alerts snooze', input: { alert: id } } },
    { label: 'Useful', style: 'plain', ask: { name: 'alerts vote', input: { alert: id, useful: 'yes' } } },
    { label: 'Not useful', style: 'plain', ask: { name: 'alerts vote', input: { alert: id, useful: 'no' } } },
    why,
  ];
}
