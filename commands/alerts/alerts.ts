import { z } from 'zod';
import type { Alert } from '../../data/state/types.ts';
import { formatDays, formatValue } from '../../words/quantity.ts';
import { actorOf } from '../actor.ts';
import { type Context, defineCommand } from '../command.ts';
import { driverTable } from '../drivers.ts';
import { choice, receiptId, wholeNumber } from '../inputs.ts';
import { Refusal } from '../refusal.ts';
import type { Part, Reply } from '../reply.ts';
import { alertCard, type Finding, headline } from './card.ts';
import { isDemoted, restore, ruleNames, VOTES_DOWN } from './demotion.ts';
import type { PaceFinding } from './pace.ts';

const DAY_MS = 86_400_000;
const rules = ['week', 'days', 'pace'] as const;
const which = receiptId('the alert, such as A-207', 'alert');

export const alertsList = defineCommand({
  name: 'alerts',
  summary: 'Alerts: what left its band, who has it, whether it was useful',
  examples: ['alerts'],
  needs: 'viewer',
  input: z.strictObject({}),
  run(_, { state, shop }) {
    const alerts = state.alerts.list(20);
    const quiet = rules.filter((rule) => isDemoted(state, rule));
    const parts: Part[] = quiet.map((rule) => ({ kind: 'text', text: demoted(rule) }));
    if (alerts.length === 0) {
      parts.push({ kind: 'text', text: 'Nothing has left its band since I began to look.' });
    } else {
      parts.push({
        kind: 'table',
        columns: [
          { title: 'Alert', unit: 'receipt' },
          { title: 'Opened', unit: 'instant' },
          { title: 'What', unit: 'text' },
          { title: 'State', unit: 'text' },
          { title: 'Useful', unit: 'count' },
          { title: 'Not', unit: 'count' },
        ],
        rows: alerts.map((alert) => {
          const { useful, not } = state.alerts.votes(alert.id);
          return [alert.id, alert.openedAt, headline(alert, shop), stateOf(alert), useful, not];
        }),
      });
    }
    return {
      title: `Open alerts: ${alerts.filter(({ closedAt }) => closedAt === null).length}`,
      tone: 'plain',
      parts,
      actions: quiet.map((rule) => ({
        label: 'Alert again',
        style: 'plain' as const,
        ask: { name: 'alerts restore', input: { rule } },
      })),
    };
  },
});

export const alertsTake = defineCommand({
  name: 'alerts take',
  summary: 'Say that an alert is yours',
  examples: ['alerts take A-207'],
  needs: 'viewer',
  changes: true,
  bare: 'alert',
  input: z.strictObject({ alert: which }),
  run({ alert: id }, context) {
    const by = actorOf(context.caller);
    change(context, id, 'alert taken', {}, () => context.state.alerts.take(id, by));
    return done(`${id} is yours`, 'All copies of the alert say so.');
  },
});

export const alertsSnooze = defineCommand({
  name: 'alerts snooze',
  summary: 'Keep an alert quiet for some days',
  examples: ['alerts snooze A-207', 'alerts snooze A-207 days:7'],
  needs: 'viewer',
  changes: true,
  bare: 'alert',
  input: z.strictObject({ alert: which, days: wholeNumber({ from: 1, to: 14, says: 'for how many days' }).default(3) }),
  run({ alert: id, days }, context) {
    const until = context.now + days * DAY_MS;
    change(context, id, 'alert snoozed', { days }, () => context.state.alerts.snooze(id, until));
    const text = `If it still holds on ${formatValue(until, 'instant', context.shop)}, I say so again. A new cause gets an alert of its own.`;
    return done(`${id} is quiet for ${formatValue(days, 'days', context.shop)}`, text);
  },
});

export const alertsVote = defineCommand({
  name: 'alerts vote',
  summary: 'Say whether an alert was useful',
  examples: ['alerts vote A-207 useful:no'],
  needs: 'viewer',
  changes: true,
  bare: 'alert',
  input: z.strictObject({ alert: which, useful: choice(['yes', 'no'], 'was it worth your time') }),
  run({ alert: id, useful }, context) {
    const { state, now, caller } = context;
    const { id: person } = actorOf(caller);
    const { rule } = change(context, id, 'alert voted on', { useful }, () =>
      state.alerts.vote(id, person, useful === 'yes', now),
    );
    if (isDemoted(state, rule)) return done('Noted', demoted(rule));
    return done('Noted', `${VOTES_DOWN} alerts of a kind that were not useful, and I keep that kind to myself.`);
  },
});

export const alertsRestore = defineCommand({
  name: 'alerts restore',
  summary: 'Let a kind of alert that was voted down be posted again',
  examples: ['alerts restore rule:days'],
  needs: 'analyst',
  bare: 'rule',
  input: z.strictObject({ rule: choice(rules, 'the kind of alert') }),
  run({ rule }, { state, now, caller }) {
    const { id: actor, name: actorName } = actorOf(caller);
    state.atomically(() => {
      restore(state, rule, now);
      state.audit.append({
        at: now,
        actor,
        actorName,
        act: 'alert rule restored',
        subject: 'alerts',
        version: null,
        detail: { rule },
      });
    });
    return done('I alert again', `Of ${ruleNames[rule]}. Earlier votes no longer count.`);
  },
});

/** For `/why A-207`: what was compared with what, and who did what about it. */
export function aboutAlert(alert: Alert, { state, shop }: Pick<Context, 'state' | 'shop'>): Reply {
  const found = alert.finding as Finding | PaceFinding;
  if (found.rule === 'pace') return aboutPace(alert, found, { state, shop });
  const finding = found;
  const span = formatDays(finding.from, finding.until, shop);
  return {
    title: `${alert.id}: ${headline(alert, shop)}`,
    tone: 'plain',
    parts: [
      {
        kind: 'facts',
        facts: [
          { label: `Came, ${span}`, value: finding.actual, unit: 'money' },
          { label: 'Expected, as posted', value: finding.expected, unit: 'money', receipt: finding.run },
          { label: 'Difference', value: finding.gap, unit: 'money' },
          { label: 'Quiet up to', value: finding.quiet, unit: 'money' },
          { label: 'Opened', value: alert.openedAt, unit: 'instant' },
          { label: 'State', value: stateOf(alert), unit: 'text' },
          { label: 'Data until', value: finding.dataUntil, unit: 'day' },
        ],
      },
      ...driverTable(finding.drivers, finding.gap),
      { kind: 'text', text: ruleWords[alert.rule] },
      {
        kind: 'note',
        text: 'Expected of each campaign, channel, product and place is its share of the eight weeks before. That a part moved does not prove that it is the cause.',
      },
      ...log(alert, state),
    ],
    actions: [
      { label: `Why ${finding.run}?`, style: 'plain', ask: { name: 'why', input: { id: finding.run } } },
      { label: 'Ledger', style: 'plain', ask: { name: 'ledger forecasts', input: { run: finding.run } } },
    ],
  };
}

function aboutPace(
  alert: Alert,
  { spent, expected, low95, high95, plan, dataUntil }: PaceFinding,
  { state, shop }: Pick<Context, 'state' | 'shop'>,
): Reply {
  return {
    title: `${alert.id}: ${headline(alert, shop)}`,
    tone: 'plain',
    parts: [
      {
        kind: 'facts',
        facts: [
          { label: 'Spent so far', value: spent, unit: 'money' },
          { label: 'Will end at', value: expected, unit: 'money' },
          { label: 'From, 95%', value: low95, unit: 'money' },
          { label: 'To, 95%', value: high95, unit: 'money' },
          { label: 'Plan', value: plan, unit: 'money' },
          { label: 'Opened', value: alert.openedAt, unit: 'instant' },
          { label: 'State', value: stateOf(alert), unit: 'text' },
          { label: 'Data until', value: dataUntil, unit: 'day' },
        ],
      },
      { kind: 'text', text: ruleWords.pace },
      ...log(alert, state),
    ],
    actions: [{ label: 'Pacing', style: 'plain', ask: { name: 'campaign pacing', input: {} } }],
  };
}

const ruleWords: Readonly<Record<Alert['rule'], string>> = {
  week: 'Rule: a complete week outside the 95% band of the forecast that was posted before it, by so much that it happens by chance once in four years.',
  days: 'Rule: two complete days running outside their 80% band, or one outside the 95% band, and together so far out that it happens by chance once in four years.',
  pace: 'Rule: the 95% interval of where the month will end lies beyond its plan, and its middle by a tenth of the plan or more.',
};

function log({ id }: Alert, state: Context['state']): Part[] {
  const entries = state.audit.about(id);
  if (entries.length === 0) return [];
  return [
    {
      kind: 'table',
      columns: [
        { title: 'When', unit: 'instant' },
        { title: 'Who', unit: 'text' },
        { title: 'Did', unit: 'text' },
      ],
      rows: entries.map(({ at, actorName, act, detail }) => [
        at,
        actorName,
        [act, ...Object.entries(detail).map(([key, value]) => `${key} ${value}`)].join(', '),
      ]),
    },
  ];
}

function stateOf({ closedAt, ownerName }: Alert): string {
  if (closedAt !== null) return 'over';
  return ownerName ? `open, ${ownerName} has it` : 'open';
}

function demoted(rule: Alert['rule']): string {
  return `${VOTES_DOWN} alerts of ${ruleNames[rule]} were not useful: I keep that kind to myself from now on. It stands in /alerts, and is posted again after /alerts restore rule:${rule}.`;
}

/** Writes to an alert, with its audit row, and brings every copy of it in line. */
function change(
  { state, now, caller, shop }: Context,
  id: string,
  act: string,
  detail: Readonly<Record<string, unknown>>,
  write: () => void,
): Alert {
  return state.atomically(() => {
    if (!state.alerts.find(id)) throw new Refusal(`I know of no ${id}`, '/alerts lists them.');
    const { id: actor, name: actorName } = actorOf(caller);
    write();
    state.audit.append({ at: now, actor, actorName, act, subject: id, version: null, detail });
    const alert = state.alerts.find(id)!;
    state.outbox.rewrite(id, alertCard(alert, shop), now);
    return alert;
  });
}

function done(title: string, text: string): Reply {
  return { title, tone: 'good', parts: [{ kind: 'text', text }] };
}
