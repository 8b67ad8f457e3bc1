import type { Alert } from '../../data/state/types/alerts.ts';
import type { Day } from '../../data/types/shop.ts';
import { nextMonth } from '../../models/campaigns/pacing.ts';
import { addDays } from '../../models/days.ts';
import {
  count,
  instant,
  money,
  named,
  period,
  quantity,
  type Said,
  say,
  sentences,
  type Words,
} from '../../words/say.ts';
import { movedWords } from '../drivers.ts';
import { metrics } from '../forecast/metric.ts';
import { seriesWords } from '../ledger/other-series.ts';
import type { Action, Fact, Part, Reply } from '../reply.ts';
import {
  type BandFinding,
  type Finding,
  isGood,
  type PaceFinding,
  type SeriesFinding,
  type ThresholdFinding,
} from './finding.ts';
import { boundWords, subjectWords, unitOf } from './threshold-words.ts';

const WEEK = 7;

/** The alert as it is posted, and as it changes while its cause goes on. */
export function alertCard(alert: Alert): Reply {
  const finding = alert.finding as Finding;
  const over = alert.closedAt !== null;
  return {
    title: over ? say`${alert.id} is over: ${headline(alert)}` : say`${alert.id} ${headline(alert)}`,
    tone: over ? 'plain' : finding.rule === 'house' ? 'bad' : isGood(alert, finding) ? 'good' : 'careful',
    parts: [
      ...whatParts(finding),
      ...(alert.ownerName ? [text(say`${alert.ownerName} has it.`)] : []),
      ...(alert.snoozedUntil === null ? [] : [text(say`Quiet until ${instant(alert.snoozedUntil)}.`)]),
      ...completeTo(finding),
    ],
    actions: actionsOf(alert),
  };
}

/** How an alert goes on, for its thread: one more day, after it was quiet for some days, or that it is over. */
export function newsOf(alert: Alert, news: 'more' | 'again' | 'over'): Reply {
  const { id } = alert;
  if (news === 'over') return { title: say`${id} is over`, tone: 'plain', parts: [] };
  const finding = alert.finding as Finding;
  return {
    title: news === 'again' ? say`${id} still holds: ${headline(alert)}` : headline(alert),
    tone: 'plain',
    parts: [...whatParts(finding), ...completeTo(finding)],
  };
}

function whatParts(finding: Finding): Part[] {
  if (finding.rule === 'house') return [text(finding.remedy)];
  const says = [mainPart(finding), farBound(finding)].filter((words) => words !== null);
  return [{ kind: 'facts', facts: factsOf(finding) }, ...says.map(text)];
}

function text(words: Words): Part {
  return { kind: 'text', text: words };
}

function completeTo(finding: Finding): Part[] {
  if (finding.rule === 'house') return [];
  const { dataUntil } = finding as Exclude<Finding, { rule: 'house' }>;
  return [{ kind: 'note', text: say`Data complete to ${period(dataUntil, dataUntil)}.` }];
}

/** The figures of an alert. */
export function factsOf(finding: Exclude<Finding, { rule: 'house' }>): Fact[] {
  switch (finding.rule) {
    case 'pace': {
      const { spent, expected, low95, high95, plan } = finding as PaceFinding;
      return [
        { label: say`Spent so far`, value: spent, unit: 'money' },
        { label: say`Will end at`, value: expected, unit: 'money' },
        { label: say`From, 95%`, value: low95, unit: 'money' },
        { label: say`To, 95%`, value: high95, unit: 'money' },
        { label: say`Plan`, value: plan, unit: 'money' },
      ];
    }
    case 'week':
    case 'days':
    case 'series': {
      const known = finding as BandFinding | SeriesFinding;
      const unit = known.rule === 'series' ? metrics[known.series.metric].unit : 'money';
      return [
        { label: say`Came`, value: known.actual, unit },
        { label: say`Expected`, value: known.expected, unit, receipt: known.run },
        ...(known.quiet === null ? [] : [{ label: say`Usual difference, at most`, value: known.quiet, unit }]),
      ];
    }
    default: {
      const { threshold, actual, bound, reference } = finding as ThresholdFinding;
      const unit = unitOf(threshold);
      return [
        { label: say`Came`, value: actual, unit },
        threshold.side === 'below'
          ? { label: say`Alert below`, value: bound, unit }
          : { label: say`Alert above`, value: bound, unit },
        ...(reference === null
          ? []
          : [
              threshold.against === 'last'
                ? { label: say`The period before`, value: reference, unit }
                : { label: say`Usual`, value: reference, unit },
            ]),
      ];
    }
  }
}

/** What moved most, named with its money; null where nothing did, or it is not known. */
function mainPart(finding: Exclude<Finding, { rule: 'house' }>): Words | null {
  if (finding.rule === 'pace') {
    return say`Furthest from its plan: ${(finding as PaceFinding).main}. /campaign pacing shows all.`;
  }
  // Of a bound that a usual period crosses, what moved says nothing.
  if (!('drivers' in finding) || farBound(finding) !== null) return null;
  const { drivers, gap } = finding;
  const receipt = finding.moved === undefined ? null : named(finding.moved);
  const moved = movedWords(drivers, gap);
  if (moved === null) return null;
  if (!('threshold' in finding)) return sentences(moved, receipt);
  return finding.threshold.against === 'last'
    ? sentences(say`Against the period before.`, moved, receipt)
    : sentences(say`Against what is usual.`, moved, receipt);
}

/** A bound that even a usual period crosses: the alert says more of the bound than of the shop. */
export function farBound(finding: Finding): Words | null {
  if (!('threshold' in finding)) return null;
  const { threshold, reference, bound } = finding;
  if (threshold.against !== null || reference === null) return null;
  if (threshold.side === 'below' ? reference >= bound : reference <= bound) return null;
  const { name } = threshold;
  const [usual, limit] = [quantity(reference, unitOf(threshold)), quantity(bound, unitOf(threshold))];
  return threshold.side === 'below'
    ? say`What is usual, ${usual}, is below ${limit} already: another bound is set with /alerts change ${name}.`
    : say`What is usual, ${usual}, is above ${limit} already: another bound is set with /alerts change ${name}.`;
}

/** "Sales below their bands, 2 days running: −IDR 31M against F-12". */
export function headline({ finding, side }: Pick<Alert, 'finding' | 'side'>): Words {
  const known = finding as Finding;
  switch (known.rule) {
    case 'house':
      return (known as Extract<Finding, { rule: 'house' }>).says;
    case 'pace':
      return paceHeadline(known as PaceFinding, side);
    case 'series':
      return seriesHeadline(known as SeriesFinding, side);
    case 'week':
    case 'days':
      return bandHeadline(known as BandFinding, side);
    default:
      return thresholdHeadline(known as ThresholdFinding);
  }
}

function paceHeadline({ month, gap }: PaceFinding, side: Alert['side']): Said {
  const days = period(month, addDays(nextMonth(month), -1));
  return side === 'above'
    ? say`Spend of ${days} is going over its plan: +${money(gap)}`
    : say`Spend of ${days} is going under its plan: ${money(gap)}`;
}

function bandHeadline({ rule, days, gap, run, from, until }: BandFinding, side: Alert['side']): Said {
  const span = period(from, until);
  const by = gap > 0 ? say`+${money(gap)} against ${run}` : say`${money(gap)} against ${run}`;
  if (rule === 'week' && days > WEEK) {
    return side === 'above'
      ? say`Sales above their bands ${count(days / WEEK)} weeks running, ${span}: ${by}`
      : say`Sales below their bands ${count(days / WEEK)} weeks running, ${span}: ${by}`;
  }
  if (rule === 'week') {
    return side === 'above'
      ? say`Sales of the week ${span} were above their band: ${by}`
      : say`Sales of the week ${span} were below their band: ${by}`;
  }
  if (days === 1) {
    return side === 'above'
      ? say`Sales of ${span} were above their band: ${by}`
      : say`Sales of ${span} were below their band: ${by}`;
  }
  return side === 'above'
    ? say`Sales above their bands ${quantity(days, 'days')} running, ${span}: ${by}`
    : say`Sales below their bands ${quantity(days, 'days')} running, ${span}: ${by}`;
}

function seriesHeadline({ series, gap, run, from, until, days, quiet }: SeriesFinding, side: Alert['side']): Said {
  const { unit } = metrics[series.metric];
  const much = quantity(gap, unit);
  const by = gap > 0 ? say`+${much} against ${run}` : say`${much} against ${run}`;
  const what = seriesWords(series);
  const span = period(from, until);
  if (days > WEEK) {
    return side === 'above'
      ? say`${what}: above its bands ${count(days / WEEK)} weeks running, ${span}: ${by}`
      : say`${what}: below its bands ${count(days / WEEK)} weeks running, ${span}: ${by}`;
  }
  if (quiet === null) return say`${what}: not one order in the week ${span}: ${by}`;
  return side === 'above'
    ? say`${what}: the week ${span} was above its band: ${by}`
    : say`${what}: the week ${span} was below its band: ${by}`;
}

function thresholdHeadline({ threshold, actual, from, until }: ThresholdFinding): Said {
  const what = subjectWords(threshold);
  const came = quantity(actual, unitOf(threshold));
  const wanted = boundWords(threshold);
  return from === until
    ? say`${what} of ${day1(from)}: ${came} (${threshold.name}: ${wanted})`
    : say`${what} of ${period(from, until)}: ${came} (${threshold.name}: ${wanted})`;
}

function day1(day: Day) {
  return period(day, day);
}

function actionsOf({ id, closedAt }: Alert): Action[] {
  const why: Action = { label: say`Why?`, style: 'plain', ask: { name: 'why', input: { id } } };
  if (closedAt !== null) return [why];
  return [
    { label: say`Mine`, style: 'primary', ask: { name: 'alerts take', input: { alert: id } } },
    { label: say`Snooze 3 days`, style: 'plain', ask: { name: 'alerts snooze', input: { alert: id } } },
    { label: say`Useful`, style: 'plain', ask: { name: 'alerts vote', input: { alert: id, useful: 'yes' } } },
    { label: say`Not useful`, style: 'plain', ask: { name: 'alerts vote', input: { alert: id, useful: 'no' } } },
    why,
  ];
}
