import type { Alert } from '../../data/state/types/alerts.ts';
import type { Context } from '../command.ts';
import { postIn, postToAdmins, targets } from '../post.ts';
import { hasRoom } from './budget.ts';
import { alertCard, newsOf } from './card.ts';
import { isDemoted } from './demotion.ts';
import type { Finding, Look } from './finding.ts';

/**
 * Makes alerts of what was found: a new cause is opened, one that goes on is renewed, one that was looked for and not found
 * is over. The most money comes first, because a channel has room for few. Returns what is open.
 */
export function announce(context: Context, { found, judged }: Look): readonly Alert[] {
  const { state, now } = context;
  return state.atomically(() => {
    const open = found
      .toSorted((a, b) => b.impact - a.impact)
      .map((each) => {
        const before = state.alerts.ongoing().find(({ cause }) => cause === each.cause) ?? null;
        const { alert } = state.alerts.raise(each, now);
        if (!isDemoted(state, alert.rule)) tell(context, alert, before);
        return alert;
      });
    for (const alert of state.alerts.ongoing()) {
      if (judged(alert) && !open.some(({ id }) => id === alert.id)) end(context, alert);
    }
    return open;
  });
}

/** The first message is the parent; it changes with its cause, and each further day stands in its thread. */
function tell(context: Context, alert: Alert, before: Alert | null): void {
  const { state, now } = context;
  const { id, snoozedUntil } = alert;
  const card = alertCard(alert);
  const first = { report: `alert:${id}`, period: 'first' };
  if (before === null && alert.rule === 'house') {
    postToAdmins(context, { ...first, subject: id, reply: card });
    return;
  }
  state.outbox.rewrite(id, card, now);
  if (alert.rule === 'house') return;
  const isRoom = (target: { readonly door: string; readonly channel: string }) =>
    hasRoom(state, target, alert, now) && !wasPosted(context, alert, target);
  for (const target of targets(context, 'digest').filter(isRoom)) {
    postIn(context, target, { ...first, subject: id, reply: card });
    state.alerts.posted(id, target, now);
  }
  if (before === null || (snoozedUntil !== null && snoozedUntil > now)) return;
  const [was, is] = [dataUntil(before), dataUntil(alert)];
  if (snoozedUntil !== null) {
    state.alerts.snooze(id, null);
    state.outbox.rewrite(id, alertCard({ ...alert, snoozedUntil: null }), now);
    thread(context, alert, { period: `again ${snoozedUntil}`, news: 'again' });
  } else if (was !== is) thread(context, alert, { period: `until ${is}`, news: 'more' });
}

function end(context: Context, { id }: Alert): void {
  const { state, now } = context;
  const closed = state.alerts.close(id, now);
  state.outbox.rewrite(id, alertCard(closed), now);
  if (closed.rule !== 'house') thread(context, closed, { period: 'over', news: 'over' });
}

/** Adds what is new to the thread of an alert, in the channels that have it. */
function thread(
  context: Context,
  alert: Alert,
  { period, news }: { readonly period: string; readonly news: Parameters<typeof newsOf>[1] },
): void {
  const report = `alert:${alert.id}`;
  for (const target of targets(context, 'digest').filter((each) => wasPosted(context, alert, each))) {
    const above = { report, period: 'first' };
    postIn(context, target, { report, period, thread: above, reply: newsOf(alert, news) });
  }
}

function wasPosted({ state }: Context, { id }: Alert, target: { readonly door: string; readonly channel: string }) {
  return state.alerts.postedSince(target, 0).some((each) => each.id === id);
}

function dataUntil({ finding }: Alert) {
  const known = finding as Finding;
  return known.rule === 'house' ? null : (known as Exclude<Finding, { rule: 'house' }>).dataUntil;
}
