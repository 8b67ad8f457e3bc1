import { z } from 'zod';
import type { Threshold, ThresholdMetric } from '../../data/state/types/alerts.ts';
import { count, named, quantity, type Said, say, sentences, type Words } from '../../words/say.ts';
import { actorOf } from '../actor.ts';
import { type Context, defineCommand, mayActAs } from '../command.ts';
import { slicings } from '../forecast/metric.ts';
import { choice, text, wholeNumber } from '../inputs.ts';
import { Refusal } from '../refusal.ts';
import type { Reply } from '../reply.ts';
import { type Cut, readCut } from '../runs/cut.ts';
import { readHistory } from '../runs/series.ts';
import { announce } from './announce.ts';
import { alertBudget, setAlertBudget } from './budget.ts';
import { isDemoted } from './demotion.ts';
import { checkHouse } from './house.ts';
import { setStaleAfter, staleAfter } from './stale.ts';
import { addsUp, boundWords, subjectWords, thresholdMetrics } from './threshold-words.ts';
import { crossedLately, type TypedThreshold } from './thresholds.ts';
import { whenOf } from './when.ts';

/** More would be noise, and each is looked at every night. */
const MOST_PER_PERSON = 10;

const slices = ['channel', 'category', 'product', 'campaign', 'place'] as const;
const which = { name: text(say`the threshold, such as L-1`) };
const when = text(say`such as "below 50M a week" or "down 20% on last week"`);
const toAlerts = { label: say`Alerts`, style: 'plain', ask: { name: 'alerts', input: {} } } as const;
const toList = { label: say`Thresholds`, style: 'plain', ask: { name: 'alerts rules', input: {} } } as const;

export const alertsAdd = defineCommand({
  name: 'alerts add',
  summary: say`Be told when a metric of a complete day, week or month is below or above something`,
  examples: [
    say`alerts add metric:revenue when:"below 50M a week"`,
    say`alerts add metric:orders when:"down 20% on last week"`,
    say`alerts add metric:revenue when:"down 30% on usual" channel:shopee`,
  ],
  needs: 'analyst',
  input: z.strictObject({
    metric: choice(thresholdMetrics, say`what is looked at`).default('revenue'),
    when,
    channel: text(say`orders of this channel only`).optional(),
    category: text(say`orders of this category only`).optional(),
    product: text(say`this product only`).optional(),
    campaign: text(say`orders of this campaign only`).optional(),
    place: text(say`orders of this place only`).optional(),
  }),

  async run({ metric: asked, when: words, ...cuts }, context) {
    const { state, caller, now, shop } = context;
    const metric: ThresholdMetric = asked === 'aov' ? 'order-value' : asked;
    const actor = actorOf(caller);
    if (state.thresholds.list().filter(({ madeBy }) => madeBy === actor.id).length >= MOST_PER_PERSON) {
      throw new Refusal(say`You have ${count(MOST_PER_PERSON)} thresholds`, say`Remove one first: /alerts rules.`);
    }
    const time = whenOf(words, { metric, shop });
    requirePeriod(metric, time.every);
    const cut = await readCut(context);
    const slice = await sliceOf(context, cut, { metric, cuts });
    const typed = { metric, slice, ...time };
    requireNew(typed, context);
    const lately = await crossedLately(context, cut, typed);
    const made = state.atomically(() => {
      const rule = state.thresholds.add({
        ...typed,
        paused: false,
        madeBy: actor.id,
        madeByName: actor.name,
        madeAt: now,
      });
      record(context, 'alert added', rule);
      return rule;
    });
    return {
      title: say`${made.name}: ${subjectWords(made)} ${boundWords(made)}`,
      tone: 'good',
      parts: [
        {
          kind: 'text',
          text: sentences(
            say`I look at it every night, at complete periods only. What crosses it is posted like other alerts.`,
            latelyWords(lately, made),
            lately.crossed * 2 > lately.known
              ? say`That is often: /alerts change ${made.name} gives it another bound.`
              : null,
          ),
        },
      ],
      actions: [
        toList,
        { label: say`Remove`, style: 'danger', ask: { name: 'alerts remove', input: { name: made.name } } },
      ],
    };
  },
});

export const alertsRules = defineCommand({
  name: 'alerts rules',
  summary: say`Thresholds that people set, and how many alerts a week a channel takes`,
  examples: ['alerts rules'],
  needs: 'viewer',
  input: z.strictObject({}),
  run(_, { state, caller }) {
    const all = state.thresholds.list();
    const here = placeOf(caller);
    const most = here ? alertBudget(state, here) : alertBudget(state, { door: '', channel: '' });
    return {
      title: say`Thresholds: ${count(all.length)}`,
      tone: 'plain',
      parts: [
        ...(all.length === 0
          ? [
              {
                kind: 'text' as const,
                text: say`None is set. Set one: /alerts add metric:revenue when:"below 50M a week".`,
              },
            ]
          : [
              {
                kind: 'table' as const,
                columns: [
                  { title: say`Name`, unit: 'text' as const },
                  { title: say`What`, unit: 'text' as const },
                  { title: say`When`, unit: 'text' as const },
                  { title: say`State`, unit: 'text' as const },
                  { title: say`Set by`, unit: 'text' as const },
                ],
                rows: all.map((rule) => [
                  named(rule.name),
                  subjectWords(rule),
                  boundWords(rule),
                  rule.paused ? say`paused` : isDemoted(state, rule.name) ? say`voted down` : say`watched`,
                  named(rule.madeByName),
                ]),
              },
            ]),
        {
          kind: 'note',
          text: sentences(
            say`Beside these, net revenue is held against the band of its forecast, day by day and week by week, and so is every other series that was posted.`,
            say`A channel takes ${count(most)} alerts a week: /alerts budget.`,
          ),
        },
      ],
    };
  },
});

export const alertsChange = defineCommand({
  name: 'alerts change',
  summary: say`Another bound for a threshold`,
  examples: [say`alerts change L-1 when:"below 60M a week"`],
  needs: 'analyst',
  bare: 'name',
  input: z.strictObject({ ...which, when }),
  run({ name, when: words }, context) {
    const rule = mine(name, context);
    const time = whenOf(words, { metric: rule.metric, shop: context.shop });
    requirePeriod(rule.metric, time.every);
    const next = { ...rule, ...time };
    requireNew(next, context, rule.name);
    return changed(context, next, say`${next.name}: ${subjectWords(next)} ${boundWords(next)}`);
  },
});

export const alertsPause = defineCommand({
  name: 'alerts pause',
  summary: say`Stop looking at a threshold until it is resumed`,
  examples: ['alerts pause L-1'],
  needs: 'analyst',
  bare: 'name',
  input: z.strictObject(which),
  run({ name }, context) {
    const rule = mine(name, context);
    if (rule.paused) throw new Refusal(say`${rule.name} is paused already`, say`Resume it: /alerts resume.`);
    return changed(context, { ...rule, paused: true }, say`${rule.name} is paused`);
  },
});

export const alertsResume = defineCommand({
  name: 'alerts resume',
  summary: say`Look at a paused threshold again`,
  examples: ['alerts resume L-1'],
  needs: 'analyst',
  bare: 'name',
  input: z.strictObject(which),
  run({ name }, context) {
    const rule = mine(name, context);
    if (!rule.paused) throw new Refusal(say`${rule.name} is not paused`, say`/alerts rules shows what is.`);
    return changed(context, { ...rule, paused: false }, say`${rule.name} is watched again`);
  },
});

export const alertsRemove = defineCommand({
  name: 'alerts remove',
  summary: say`End a threshold that somebody set`,
  examples: ['alerts remove L-1'],
  needs: 'analyst',
  bare: 'name',
  input: z.strictObject(which),
  run({ name }, context) {
    const rule = mine(name, context);
    context.state.atomically(() => {
      context.state.thresholds.remove(rule.name);
      record(context, 'alert removed', rule);
    });
    return {
      title: say`${rule.name} is removed`,
      tone: 'good',
      parts: [{ kind: 'text', text: say`Alerts that it raised stay in /alerts.` }],
      actions: [toList],
    };
  },
});

export const alertsBudget = defineCommand({
  name: 'alerts budget',
  summary: say`How many alerts a week a channel takes; the most money comes first, the rest is counted in the digest`,
  examples: ['alerts budget posts:5'],
  needs: 'admin',
  bare: 'posts',
  input: z.strictObject({ posts: wholeNumber({ from: 1, to: 50, says: say`alerts a week` }) }),
  run({ posts }, { state, caller, now }) {
    const here = placeOf(caller);
    const actor = actorOf(caller);
    state.atomically(() => {
      setAlertBudget(state, here, posts, now);
      state.audit.append({
        at: now,
        actor: actor.id,
        actorName: actor.name,
        act: 'alert budget set',
        subject: 'alerts',
        version: null,
        detail: { posts, where: here ? `${here.door}:${here.channel}` : 'everywhere' },
      });
    });
    return {
      title: here
        ? say`This channel takes ${count(posts)} alerts a week`
        : say`A channel takes ${count(posts)} alerts a week, where nothing else is set`,
      tone: 'good',
      parts: [
        { kind: 'text', text: say`They go to what is about the most money. What is held back stands in /alerts.` },
      ],
    };
  },
});

export const alertsHouse = defineCommand({
  name: 'alerts house',
  summary: say`Look whether Sextant itself works, and tell the admins what does not`,
  examples: ['alerts house'],
  needs: 'admin',
  hidden: true,
  input: z.strictObject({}),
  async run(_, context) {
    const open = announce(context, await checkHouse(context));
    return {
      title: say`Open alerts about my own work: ${count(open.length)}`,
      tone: 'plain',
      parts: [],
      actions: [toAlerts],
    };
  },
});

export const alertsStale = defineCommand({
  name: 'alerts stale',
  summary: say`After how many days without newer data the admins are told`,
  examples: ['alerts stale days:9'],
  needs: 'admin',
  bare: 'days',
  input: z.strictObject({ days: wholeNumber({ from: 1, to: 90, says: say`days without newer data` }) }),
  run({ days }, { state, caller, now }) {
    const actor = actorOf(caller);
    const before = staleAfter(state);
    state.atomically(() => {
      setStaleAfter(state, days, now);
      state.audit.append({
        at: now,
        actor: actor.id,
        actorName: actor.name,
        act: 'stale data limit set',
        subject: 'alerts',
        version: null,
        detail: { days, before },
      });
    });
    return {
      title: say`I tell the admins when there is no newer data for ${quantity(days, 'days')}`,
      tone: 'good',
      parts: [],
    };
  },
});

/** A day of customers is no part of a month of them. @throws {Refusal} */
function requirePeriod(metric: ThresholdMetric, every: Threshold['every']): void {
  if (every !== 'month' || addsUp({ metric })) return;
  throw new Refusal(
    say`That does not add up over a month: somebody who buys twice is one customer`,
    say`Ask for a day or a week of it.`,
  );
}

/** Two that say the same would post the same twice. @throws {Refusal} where there is one, with what can be done with it */
function requireNew(typed: TypedThreshold, { state, caller }: Context, own?: string): void {
  const key = (rule: TypedThreshold) =>
    JSON.stringify([
      rule.metric,
      rule.slice?.by,
      rule.slice?.name,
      rule.every,
      rule.side,
      rule.threshold,
      rule.against,
    ]);
  const same = state.thresholds.list().find((each) => each.name !== own && key(each) === key(typed));
  if (!same) return;
  const { name, madeByName, paused } = same;
  const input = { name };
  const says = say`${name} is that already: ${subjectWords(same)} ${boundWords(same)}`;
  if (!mayChange(same, caller)) {
    throw new Refusal(
      says,
      paused
        ? say`${madeByName} set it and has paused it. ${madeByName} or an admin can resume it.`
        : say`${madeByName} set it. What it finds is posted for all; ${madeByName} or an admin can change it.`,
      [toList],
    );
  }
  throw new Refusal(
    says,
    paused
      ? say`It is paused. /alerts resume ${name} watches it again, /alerts change ${name} gives it another bound, and /alerts remove ${name} ends it.`
      : say`It is watched. /alerts change ${name} gives it another bound, /alerts pause ${name} stops it for a while, and /alerts remove ${name} ends it.`,
    [
      paused
        ? { label: say`Resume ${name}`, style: 'primary', ask: { name: 'alerts resume', input } }
        : { label: say`Pause ${name}`, style: 'plain', ask: { name: 'alerts pause', input } },
      { label: say`Remove`, style: 'danger', ask: { name: 'alerts remove', input } },
      toList,
    ],
  );
}

/** What it would have done so far: who sets a bound that is always crossed learns it at once. */
function latelyWords(
  { known, crossed }: { readonly known: number; readonly crossed: number },
  { every }: Threshold,
): Said | null {
  if (known === 0) return null;
  const [of, times] = [count(known), count(crossed)];
  switch (every) {
    case 'day':
      return say`In the last ${of} complete days it would have alerted on ${times}.`;
    case 'week':
      return say`In the last ${of} complete weeks it would have alerted in ${times}.`;
    case 'month':
      return say`In the last ${of} complete months it would have alerted in ${times}.`;
  }
}

/** @throws {Refusal} on two cuts, on a slice of spend, and where there is no such slice */
async function sliceOf(
  context: Context,
  cut: Cut,
  {
    metric,
    cuts,
  }: { readonly metric: ThresholdMetric; readonly cuts: Partial<Record<(typeof slices)[number], string>> },
): Promise<Threshold['slice']> {
  const [first, second] = slices.flatMap((by) => (cuts[by] === undefined ? [] : [{ by, name: cuts[by] }]));
  if (!first) return null;
  if (second) throw new Refusal(say`One part of the shop at a time`, say`Set a threshold for each.`);
  if (metric === 'spend') {
    throw new Refusal(say`Spend is looked at as a whole`, say`/campaign pacing shows each campaign beside its plan.`);
  }
  const history = await readHistory(context, cut, { metric, slice: first, since: null });
  if (history === null) {
    throw new Refusal(
      slicings[first.by].unknown(first.name),
      say`/forecast by:${named(first.by)} shows those there are.`,
    );
  }
  return { by: first.by, name: history.name };
}

/** The threshold of this name, if the caller may change it. @throws {Refusal} */
function mine(name: string, { state, caller }: Context): Threshold {
  const all = state.thresholds.list();
  const found = all.find((each) => each.name.toLowerCase() === name.trim().toLowerCase());
  if (!found) {
    throw new Refusal(
      say`There is no threshold "${name}"`,
      all.length > 0 ? say`There is: ${all.map((each) => each.name).join(', ')}.` : say`None is set: /alerts add.`,
    );
  }
  if (!mayChange(found, caller)) {
    throw new Refusal(say`${found.name} is not yours to change`, say`${found.madeByName} or an admin can.`);
  }
  return found;
}

/** Whoever set it, and admins. */
function mayChange({ madeBy }: Threshold, caller: Context['caller']): boolean {
  return (caller.role !== null && mayActAs(caller.role, 'admin')) || madeBy === actorOf(caller).id;
}

function changed(context: Context, next: Threshold, title: Words): Reply {
  context.state.atomically(() => {
    context.state.thresholds.put(next);
    record(context, 'alert changed', next);
  });
  return { title, tone: 'good', parts: [], actions: [toList] };
}

function record({ state, caller, now }: Context, act: string, rule: Threshold): void {
  const { id: actor, name: actorName } = actorOf(caller);
  const { name, metric, every, side, threshold, against, paused } = rule;
  const detail = { metric, every, side, threshold, against, paused };
  state.audit.append({ at: now, actor, actorName, act, subject: name, version: null, detail });
}

function placeOf({ seat, door, channel }: Context['caller']) {
  const at = seat ?? door;
  return channel && at !== 'terminal' && at !== 'clock' ? { door: at, channel } : null;
}
