import { count, instant, listed, plural, type Said, say } from '../../words/say.ts';
import { BUDGET_DAYS, heldBack } from '../alerts/budget.ts';
import { isDemoted, ruleNames } from '../alerts/demotion.ts';
import type { Context } from '../command.ts';
import { targets } from '../post.ts';
import type { Told } from './told.ts';

const MOST_OPENED = 2;
const MOST_COUNTED = 100;
const DAY_MS = 86_400_000;

/** What somebody has to decide on, and until when. */
export function waitingSection({ state }: Context): Told {
  const waiting = state.proposals.list({ states: ['proposed'], limit: MOST_COUNTED });
  if (waiting.length === 0) return {};
  const each = listed(waiting.map(({ id, expiresAt }) => say`${id}, expires ${instant(expiresAt)}`));
  return {
    isNews: true,
    lines: [
      plural(
        waiting.length,
        say`Waiting for a decision: ${count(waiting.length)} budget shift (${each}).`,
        say`Waiting for a decision: ${count(waiting.length)} budget shifts (${each}).`,
      ),
    ],
    actions: waiting.slice(0, MOST_OPENED).map(({ id }) => ({
      label: say`Open ${id}`,
      style: 'primary',
      ask: { name: 'budget show', input: { proposal: id } },
    })),
  };
}

/** Alerts that go on, those that a full week held back, and rules that keep quiet because people voted them down. */
export function alertsSection(context: Context): Told {
  const { state } = context;
  const open = state.alerts.ongoing();
  const quiet = (['week', 'days'] as const).filter(
    (rule) => isDemoted(state, rule) && open.some((alert) => alert.rule === rule),
  );
  return {
    isNews: open.length > 0,
    lines: [
      open.length > 0 ? say`Open alerts: ${listed(open.map(({ id }) => id))}.` : null,
      heldBackLine(context),
      ...quiet.map((rule) => say`Alerts on ${ruleNames[rule]} are not posted: three were not useful.`),
    ],
  };
}

/** How many alerts of the week no channel got, because others were about more money. */
function heldBackLine(context: Context): Said | null {
  const { state, now } = context;
  const since = now - BUDGET_DAYS * DAY_MS;
  const held = targets(context, 'digest').map((target) => heldBack(state, target, since).length);
  const most = Math.max(0, ...held);
  if (most === 0) return null;
  return plural(
    most,
    say`${count(most)} smaller alert was held back this week: /alerts.`,
    say`${count(most)} smaller alerts were held back this week: /alerts.`,
  );
}
