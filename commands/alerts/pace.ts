import type { Alert } from '../../data/state/types.ts';
import type { Day } from '../../data/types.ts';
import { paceOf } from '../campaigns/pacing.ts';
import type { Context } from '../command.ts';
import { post } from '../post.ts';
import type { Cut } from '../runs/cut.ts';
import { orNothing } from '../runs/or-nothing.ts';
import { alertCard } from './card.ts';
import { isDemoted } from './demotion.ts';

/** What an alert on a month's spend was raised on, as it is kept. */
export type PaceFinding = {
  readonly rule: 'pace';
  /** The 1st of the month. */
  readonly month: Day;
  readonly spent: number;
  readonly expected: number;
  readonly low95: number;
  readonly high95: number;
  readonly plan: number;
  readonly gap: number;
  readonly dataUntil: Day;
  /** The campaign that is furthest from its own plan. */
  readonly main: string;
};

/** Opens, renews or closes the alert on the month's spend. Returns what is open. */
export async function checkPace(context: Context, cut: Cut): Promise<Alert | null> {
  const { state, now, shop } = context;
  const pace = cut.held ? null : await orNothing(() => paceOf(context, cut));
  const ongoing = state.alerts.ongoing().filter(({ rule }) => rule === 'pace');
  const { verdict, projected, planMinor, spentMinor, month } = pace?.total.pacing ?? {};
  const side = verdict === 'over' ? 'above' : verdict === 'under' ? 'below' : null;
  return state.atomically(() => {
    for (const alert of ongoing.filter((each) => each.side !== side)) {
      const closed = state.alerts.close(alert.id, now);
      state.outbox.rewrite(alert.id, alertCard(closed, shop), now);
    }
    if (side === null || !pace || !projected) return null;
    const away = (line: (typeof pace.lines)[number]) =>
      (line.pacing.projected?.expected ?? line.pacing.planMinor) - line.pacing.planMinor;
    const main = pace.lines.reduce((most, line) =>
      (side === 'above' ? away(line) > away(most) : away(line) < away(most)) ? line : most,
    );
    const finding: PaceFinding = {
      rule: 'pace',
      month: month!,
      spent: Math.round(spentMinor!),
      expected: Math.round(projected.expected),
      low95: Math.round(projected.low95),
      high95: Math.round(projected.high95),
      plan: Math.round(planMinor!),
      gap: Math.round(projected.expected - planMinor!),
      dataUntil: cut.lastDay,
      main: main.name,
    };
    const { alert, isNew } = state.alerts.raise({ rule: 'pace', side, finding }, now);
    if (isDemoted(state, 'pace')) return alert;
    const send = (period: string) =>
      post(context, {
        purpose: 'digest',
        report: `alert:${alert.id}`,
        period,
        subject: alert.id,
        reply: alertCard(alert, shop),
      });
    if (isNew) send('first');
    else if (alert.snoozedUntil === null) state.outbox.rewrite(alert.id, alertCard(alert, shop), now);
    else if (alert.snoozedUntil <= now) {
      state.alerts.snooze(alert.id, null);
      send(`again ${cut.lastDay}`);
    }
    return alert;
  });
}
