import { z } from 'zod';
import type { Alert, AlertRule } from '../../data/state/types/alerts.ts';
import { count, instant, plural, quantity, say, sentences, type Words } from '../../words/say.ts';
import { actorOf } from '../actor.ts';
import { type Context, defineCommand } from '../command.ts';
import { choice, receiptId, text, wholeNumber } from '../inputs.ts';
import { targets } from '../post.ts';
import { Refusal } from '../refusal.ts';
import type { Part, Reply } from '../reply.ts';
import { stateOf } from './about.ts';
import { alertBudget, BUDGET_DAYS, heldBack } from './budget.ts';
import { alertCard, headline } from './card.ts';
import { demotedWords, downVotes, isDemoted, restore, restoredWords, standingRules, VOTES_DOWN } from './demotion.ts';

const DAY_MS = 86_400_000;
const which = receiptId(say`the alert, such as A-207`, 'alert');

export const alertsList = defineCommand({
  name: 'alerts',
  summary: say`Alerts: what left its band, who has it, whether it was useful`,
  examples: ['alerts'],
  needs: 'viewer',
  input: z.strictObject({}),
  run(_, context) {
    const { state } = context;
    const alerts = state.alerts.list(20);
    const quiet = rulesOf(context).filter((rule) => isDemoted(state, rule));
    const parts: Part[] = [...quiet.map(demotedWords), ...heldWords(context)].map((words) => ({
      kind: 'text',
      text: words,
    }));
    if (alerts.length === 0) {
      parts.push({ kind: 'text', text: say`Nothing has left its band since I began to look.` });
    } else {
      parts.push({
        kind: 'table',
        columns: [
          { title: say`Alert`, unit: 'receipt' },
          { title: say`Opened`, unit: 'instant' },
          { title: say`What`, unit: 'text' },
          { title: say`State`, unit: 'text' },
          { title: say`Useful`, unit: 'count' },
          { title: say`Not`, unit: 'count' },
        ],
        rows: alerts.map((alert) => {
          const { useful, not } = state.alerts.votes(alert.id);
          return [alert.id, alert.openedAt, headline(alert), stateOf(alert), useful, not];
        }),
      });
    }
    return {
      title: say`Open alerts: ${count(alerts.filter(({ closedAt }) => closedAt === null).length)}`,
      tone: 'plain',
      parts,
      actions: [
        ...quiet.map((rule) => ({
          label: say`Alert again`,
          style: 'plain' as const,
          ask: { name: 'alerts restore', input: { rule } },
        })),
        { label: say`Thresholds`, style: 'plain' as const, ask: { name: 'alerts rules', input: {} } },
      ],
    };
  },
});

/** What was not posted in the channels, because others were about more money. */
function heldWords(context: Context): Words[] {
  const { state, now } = context;
  return targets(context, 'digest').flatMap((target) => {
    const held = heldBack(state, target, now - BUDGET_DAYS * DAY_MS);
    if (held.length === 0) return [];
    const [ids, place] = [held.map(({ id }) => id).join(', '), `${target.door}:${target.channel}`];
    const most = count(alertBudget(state, target));
    return [
      plural(
        held.length,
        say`In ${place}, 1 smaller alert of the last 7 days was held back: ${ids}. It takes ${most} a week, the last one only for more money than the others (/alerts budget).`,
        say`In ${place}, ${count(held.length)} smaller alerts of the last 7 days were held back: ${ids}. It takes ${most} a week, the last one only for more money than the others (/alerts budget).`,
      ),
    ];
  });
}

export const alertsTake = defineCommand({
  name: 'alerts take',
  summary: say`Say that an alert is yours`,
  examples: ['alerts take A-207'],
  needs: 'viewer',
  changes: true,
  bare: 'alert',
  input: z.strictObject({ alert: which }),
  run({ alert: id }, context) {
    const by = actorOf(context.caller);
    change(context, id, 'alert taken', {}, () => context.state.alerts.take(id, by));
    return done(say`${id} is yours`, say`All copies of the alert say so.`);
  },
});

export const alertsSnooze = defineCommand({
  name: 'alerts snooze',
  summary: say`Keep an alert quiet for some days`,
  examples: ['alerts snooze A-207', 'alerts snooze A-207 days:7'],
  needs: 'viewer',
  changes: true,
  bare: 'alert',
  input: z.strictObject({
    alert: which,
    days: wholeNumber({ from: 1, to: 14, says: say`for how many days` }).default(3),
  }),
  run({ alert: id, days }, context) {
    const until = context.now + days * DAY_MS;
    change(context, id, 'alert snoozed', { days }, () => context.state.alerts.snooze(id, until));
    return done(
      say`${id} is quiet for ${quantity(days, 'days')}`,
      say`If it still holds on ${instant(until)}, I say so again. A new cause gets an alert of its own.`,
    );
  },
});

export const alertsVote = defineCommand({
  name: 'alerts vote',
  summary: say`Say whether an alert was useful`,
  examples: ['alerts vote A-207 useful:no'],
  needs: 'viewer',
  changes: true,
  bare: 'alert',
  input: z.strictObject({ alert: which, useful: choice(['yes', 'no'], say`was it worth your time`) }),
  run({ alert: id, useful }, context) {
    const { state, now, caller } = context;
    const { id: person } = actorOf(caller);
    const { rule } = change(context, id, 'alert voted on', { useful }, () =>
      state.alerts.vote(id, person, useful === 'yes', now),
    );
    if (isDemoted(state, rule)) return done(say`Noted`, demotedWords(rule));
    return done(say`Noted`, useful === 'yes' ? say`I go on telling you of this kind.` : soFar(downVotes(state, rule)));
  },
});

function soFar(alerts: number): Words {
  if (alerts === 0) return say`Others found one of this kind useful: I go on telling you of it.`;
  return plural(
    alerts,
    say`1 alert of this kind was not useful so far. After ${count(VOTES_DOWN)} I keep the kind to myself.`,
    say`${count(alerts)} alerts of this kind were not useful so far. After ${count(VOTES_DOWN)} I keep the kind to myself.`,
  );
}

export const alertsRestore = defineCommand({
  name: 'alerts restore',
  summary: say`Let a kind of alert that was voted down be posted again`,
  examples: ['alerts restore rule:days'],
  needs: 'analyst',
  bare: 'rule',
  input: z.strictObject({ rule: text(say`the kind of alert, such as days, or a threshold such as L-1`) }),
  run({ rule: typed }, context) {
    const { state, now, caller } = context;
    const all = rulesOf(context);
    const rule = all.find((each) => each.toLowerCase() === typed.toLowerCase());
    if (!rule) throw new Refusal(say`There is no kind of alert "${typed}"`, say`There is: ${all.join(', ')}.`);
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
    return done(say`I alert again`, sentences(restoredWords(rule), say`Earlier votes no longer count.`));
  },
});

/** The kinds of alerts there are: those that stand by themselves, and the thresholds. */
function rulesOf({ state }: Pick<Context, 'state'>): readonly AlertRule[] {
  return [...standingRules, ...state.thresholds.list().map(({ name }) => name)];
}

/** Writes to an alert, with its audit row, and brings every copy of it in line. */
function change(
  { state, now, caller }: Context,
  id: string,
  act: string,
  detail: Readonly<Record<string, unknown>>,
  write: () => void,
): Alert {
  return state.atomically(() => {
    if (!state.alerts.find(id)) throw new Refusal(say`I know of no ${id}`, say`/alerts lists them.`);
    const { id: actor, name: actorName } = actorOf(caller);
    write();
    state.audit.append({ at: now, actor, actorName, act, subject: id, version: null, detail });
    const alert = state.alerts.find(id)!;
    state.outbox.rewrite(id, alertCard(alert), now);
    return alert;
  });
}

function done(title: Words, words: Words): Reply {
  return { title, tone: 'good', parts: [{ kind: 'text', text: words }] };
}
