import type { Alert } from '../../data/state/types/alerts.ts';
import type { AuditEntry } from '../../data/state/types/audit.ts';
import { day, named, quantity, say, sentences, type Words } from '../../words/say.ts';
import type { Context } from '../command.ts';
import { driverTable } from '../drivers.ts';
import type { Action, Fact, Part, Reply } from '../reply.ts';
import { factsOf, farBound, headline } from './card.ts';
import type { Finding, SeriesFinding } from './finding.ts';

/** For `/why A-207`: what was compared with what, and who did what about it. */
export function aboutAlert(alert: Alert, { state }: Pick<Context, 'state'>): Reply {
  const finding = alert.finding as Finding;
  const far = farBound(finding);
  return {
    title: say`${alert.id}: ${headline(alert)}`,
    tone: 'plain',
    parts: [
      { kind: 'facts', facts: [...figures(finding), ...standing(alert, finding)] },
      ...('drivers' in finding ? driverTable(finding.drivers, finding.gap, finding.moved) : []),
      { kind: 'text', text: far === null ? ruleWords(finding) : sentences(ruleWords(finding), far) },
      ...('drivers' in finding && finding.drivers.length > 0 ? [caution] : []),
      ...log(alert, state),
    ],
    actions: leads(finding),
  };
}

const unusual = say`It is as far from what was usual in the half year before, too.`;

const caution: Part = {
  kind: 'note',
  text: say`Expected of each campaign, channel, product and place is its share of the eight weeks before. That a part moved does not prove that it is the cause.`,
};

function figures(finding: Finding): Fact[] {
  if (finding.rule === 'house') return [];
  const known = finding as Exclude<Finding, { rule: 'house' }>;
  const facts = factsOf(known);
  const label = differenceLabel(known);
  return label === null ? facts : [...facts, { label, value: known.gap, unit: facts[0]!.unit }];
}

/** What the difference is taken from; null where nothing but a bound was there. */
function differenceLabel(finding: Exclude<Finding, { rule: 'house' }>): Words | null {
  if ('run' in finding) return say`Difference`;
  if (!('threshold' in finding) || finding.reference === null) return null;
  return finding.threshold.against === 'last' ? say`Difference from the period before` : say`Difference from usual`;
}

function standing(alert: Alert, finding: Finding): Fact[] {
  return [
    { label: say`Opened`, value: alert.openedAt, unit: 'instant' },
    { label: say`State`, value: stateOf(alert), unit: 'text' },
    ...('dataUntil' in finding
      ? [{ label: say`Data until`, value: day(finding.dataUntil), unit: 'day' as const }]
      : []),
  ];
}

export function stateOf({ closedAt, ownerName }: Alert): Words {
  if (closedAt !== null) return say`ended`;
  return ownerName ? say`open, ${ownerName} has it` : say`open`;
}

function ruleWords(finding: Finding): Words {
  switch (finding.rule) {
    case 'week':
      return say`Rule: a complete week outside the 95% band of the forecast that was posted before it, or weeks running outside their 80% bands, and together so far out that it happens by chance once in ten years.`;
    case 'days':
      return say`Rule: two complete days running outside their 80% band, or one outside the 95% band, and together so far out that it happens by chance once in ten years.`;
    case 'series':
      return (finding as SeriesFinding).quiet === null
        ? say`Rule: a complete week without one order of a part of the shop that had orders in each of the 26 weeks before, ten a week or more on average.`
        : sentences(
            say`Rule: a complete week of a part of the shop outside the 95% band that was posted of it, or weeks running outside their 80% bands, and together so far out that it happens by chance once in ten years to one of all that was posted.`,
            unusual,
          );
    case 'pace':
      return say`Rule: the 99.9% interval of where the month will end lies beyond its plan, and its middle by a tenth of the plan or more. It is looked at every night, and over when the month is, or is on plan again.`;
    case 'house':
      return say`Rule: something of my own does not work, or newer data does not come. The admins are told once, and when it is over the message says so.`;
    default: {
      const { threshold } = finding as Extract<Finding, { threshold: unknown }>;
      const made = say`Rule ${threshold.name}, set by ${threshold.madeByName}: the newest complete period is held against it.`;
      return threshold.against === 'last'
        ? made
        : sentences(made, say`Usual is the middle of the eight periods before; of days, the same weekday.`);
    }
  }
}

function leads(finding: Finding): Action[] {
  const moved = 'moved' in finding && finding.moved !== undefined ? [whyAction(finding.moved)] : [];
  if ('run' in finding) {
    const { run } = finding;
    return [
      whyAction(run),
      ...moved,
      { label: say`Ledger`, style: 'plain', ask: { name: 'ledger forecasts', input: { run } } },
    ];
  }
  if (finding.rule === 'pace') {
    return [{ label: say`Pacing`, style: 'plain', ask: { name: 'campaign pacing', input: {} } }];
  }
  const toAlerts: Action = { label: say`Alerts`, style: 'plain', ask: { name: 'alerts', input: {} } };
  if (finding.rule === 'house') return [toAlerts];
  return [...moved, { label: say`Thresholds`, style: 'plain', ask: { name: 'alerts rules', input: {} } }, toAlerts];
}

function whyAction(id: string): Action {
  return { label: say`Why ${id}?`, style: 'plain', ask: { name: 'why', input: { id } } };
}

function deedWords({ act, detail }: AuditEntry): Words {
  switch (act) {
    case 'alert taken':
      return say`took it on`;
    case 'alert snoozed':
      return say`snoozed it for ${quantity(Number(detail.days), 'days')}`;
    case 'alert voted on':
      return detail.useful === 'yes' ? say`found it useful` : say`found it not useful`;
    default:
      return named(act);
  }
}

function log({ id }: Alert, state: Context['state']): Part[] {
  const entries = state.audit.about(id);
  if (entries.length === 0) return [];
  return [
    {
      kind: 'table',
      columns: [
        { title: say`When`, unit: 'instant' },
        { title: say`Who`, unit: 'text' },
        { title: say`Did`, unit: 'text' },
      ],
      rows: entries.map((entry) => [entry.at, named(entry.actorName), deedWords(entry)]),
    },
  ];
}
