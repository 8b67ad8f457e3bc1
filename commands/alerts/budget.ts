import type { Alert } from '../../data/state/types/alerts.ts';
import type { State } from '../../data/state/types/state.ts';
import type { Instant } from '../../data/types/shop.ts';
import { isDemoted } from './demotion.ts';

/** Posts a week that a channel is ready to read; people may set another number. */
const USUAL_BUDGET = 3;
export const BUDGET_DAYS = 7;

const WEEK_MS = BUDGET_DAYS * 86_400_000;
const TOPIC = 'alert budget';
const EVERYWHERE = 'everywhere';

type Target = { readonly door: string; readonly channel: string };

/** How many alerts a week may be posted there. */
export function alertBudget({ memory }: Pick<State, 'memory'>, { door, channel }: Target): number {
  return Number(memory.get(TOPIC, `${door}:${channel}`) ?? memory.get(TOPIC, EVERYWHERE) ?? USUAL_BUDGET);
}

/** @param target null: everywhere, where nothing else was said of a channel */
export function setAlertBudget({ memory }: Pick<State, 'memory'>, target: Target | null, posts: number, at: Instant) {
  memory.set(TOPIC, target ? `${target.door}:${target.channel}` : EVERYWHERE, String(posts), at);
}

/**
 * Whether a channel has room for this alert. The last post of a week is kept for one that is about as much money as any
 * posted before: three small ones on Monday do not silence the large one on Tuesday.
 */
export function hasRoom(state: Pick<State, 'alerts' | 'memory'>, target: Target, alert: Alert, now: Instant): boolean {
  const budget = alertBudget(state, target);
  const spent = state.alerts.postedSince(target, now - WEEK_MS).filter(({ rule }) => rule !== 'house');
  if (spent.length < budget - 1) return true;
  return spent.length < budget && spent.every(({ impact }) => impact <= alert.impact);
}

/** Alerts that opened since and were not posted there, because others were about more money; the most money first. */
export function heldBack(state: Pick<State, 'alerts' | 'memory'>, target: Target, since: Instant): readonly Alert[] {
  return state.alerts.unposted(target, since).filter(({ rule }) => rule !== 'house' && !isDemoted(state, rule));
}
