import type { Alert } from '../../data/state/types.ts';
import type { Day, Shop } from '../../data/types.ts';
import type { Departure } from '../../models/alerts/departure.ts';
import { nextMonth } from '../../models/campaigns/pacing.ts';
import { addDays } from '../../models/days.ts';
import { formatDays, formatValue } from '../../words/quantity.ts';
import { money, say, type Words } from '../../words/say.ts';
import { mainDrivers, type NamedDriver } from '../drivers.ts';
import type { Action, Fact, Reply } from '../reply.ts';
import type { PaceFinding } from './pace.ts';

/** What an alert was raised on, as it is kept. */
export type Finding = Departure & {
  readonly rule: 'week' | 'days';
  /** The posted forecast that it departs from. */
  readonly run: string;
  readonly from: Day;
  readonly until: Day;
  readonly dataUntil: Day;
  readonly drivers: readonly NamedDriver[];
};

/** The alert as it is posted, and as it changes while its cause goes on. */
export function alertCard(alert: Alert, shop: Shop | null): Reply {
  const finding = alert.finding as Finding | PaceFinding;
  const { dataUntil } = finding;
  const main = mainPart(finding);
  return {
    title: `${alert.id} ${alert.closedAt === null ? '' : 'over: '}${headline(alert, shop)}`,
    tone: alert.closedAt !== null ? 'plain' : alert.side === 'above' && finding.rule !== 'pace' ? 'good' : 'careful',
    parts: [
      { kind: 'facts', facts: factsOf(finding) },
      ...(main ? [{ kind: 'text' as const, text: main }] : []),
      ...(alert.ownerName ? [{ kind: 'text' as const, text: `${alert.ownerName} has it.` }] : []),
      ...(alert.snoozedUntil === null
        ? []
        : [{ kind: 'text' as const, text: `Quiet until ${formatValue(alert.snoozedUntil, 'instant', shop)}.` }]),
      { kind: 'note', text: `Data complete to ${formatDays(dataUntil, dataUntil, shop)}.` },
    ],
    actions: actionsOf(alert),
  };
}

function factsOf(finding: Finding | PaceFinding): Fact[] {
  if (finding.rule === 'pace') {
    const { spent, expected, low95, high95, plan } = finding;
    return [
      { label: 'Spent so far', value: spent, unit: 'money' },
      { label: 'Will end at', value: expected, unit: 'money' },
      { label: 'From, 95%', value: low95, unit: 'money' },
      { label: 'To, 95%', value: high95, unit: 'money' },
      { label: 'Plan', value: plan, unit: 'money' },
    ];
  }
  return [
    { label: 'Came', value: finding.actual, unit: 'money' },
    { label: 'Expected', value: finding.expected, unit: 'money', receipt: finding.run },
    { label: 'Quiet up to a difference of', value: finding.quiet, unit: 'money' },
  ];
}

/** What moved most; empty where nothing did. */
function mainPart(finding: Finding | PaceFinding): Words {
  if (finding.rule === 'pace') return `Furthest from its plan: ${finding.main}. /campaign pacing shows all.`;
  const main = mainDrivers(finding.drivers, finding.gap);
  return main ? say`Main part: ${main}. Each is a cut of the same ${money(finding.gap)}.` : '';
}

/** "Sales below their bands, 2 days running: −IDR 31M against F-12". */
export function headline({ finding, side }: Alert, shop: Shop | null): string {
  const known = finding as Finding | PaceFinding;
  if (known.rule === 'pace') {
    const where = side === 'above' ? 'over' : 'under';
    return `Spend of ${formatDays(known.month, addDays(nextMonth(known.month), -1), shop)} is going ${where} its plan: ${known.gap > 0 ? '+' : ''}${formatValue(known.gap, 'money', shop)}`;
  }
  const { rule, days, gap, run, from, until } = known;
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
