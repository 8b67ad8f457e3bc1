import { count, instant, listed, plural, say } from '../../words/say.ts';
import { isDemoted, ruleNames } from '../alerts/demotion.ts';
import type { Context } from '../command.ts';
import type { Told } from './told.ts';

const MOST_OPENED = 2;
const MOST_COUNTED = 100;

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

/** Alerts that go on, and rules that keep quiet about one because people voted them down. */
export function alertsSection({ state }: Context): Told {
  const open = state.alerts.ongoing();
  const quiet = (['week', 'days'] as const).filter(
    (rule) => isDemoted(state, rule) && open.some((alert) => alert.rule === rule),
  );
  return {
    isNews: open.length > 0,
    lines: [
      open.length > 0 ? say`Open alerts: ${listed(open.map(({ id }) => id))}.` : null,
      ...quiet.map((rule) => say`Alerts on ${ruleNames[rule]} are not posted: three were not useful.`),
    ],
  };
}
