import type { Alert } from '../../data/state/types/alerts.ts';
import type { Pacing } from '../../models/campaigns/pacing.ts';
import { paceOf } from '../campaigns/pacing.ts';
import type { Context } from '../command.ts';
import type { Cut } from '../runs/cut.ts';
import { orNothing } from '../runs/or-nothing.ts';
import type { Look, PaceFinding } from './finding.ts';

/** Where the spend of the month will end, beside its plan. */
export async function checkPace(context: Context, cut: Cut): Promise<Look> {
  if (cut.held) return { found: [], judged: () => false };
  const pace = await orNothing(() => paceOf(context, cut));
  const total = pace?.total.pacing;
  const judged: Look['judged'] = (alert) => alert.rule === 'pace' && isOver(alert, total);
  const side = total && sureSide(total);
  if (!side || !pace || !total?.projected) return { found: [], judged };
  const { month, spentMinor, planMinor } = total;
  const away = (line: (typeof pace.lines)[number]) =>
    (line.pacing.projected?.expected ?? line.pacing.planMinor) - line.pacing.planMinor;
  const main = pace.lines.reduce((most, line) =>
    (side === 'above' ? away(line) > away(most) : away(line) < away(most)) ? line : most,
  );
  const gap = Math.round(total.projected.expected - planMinor);
  const finding: PaceFinding = {
    rule: 'pace',
    month,
    spent: Math.round(spentMinor),
    expected: Math.round(total.projected.expected),
    low95: Math.round(total.projected.low95),
    high95: Math.round(total.projected.high95),
    plan: Math.round(planMinor),
    gap,
    dataUntil: cut.lastDay,
    main: main.name,
  };
  return { found: [{ rule: 'pace', side, cause: `spend ${side}`, impact: Math.abs(gap), finding }], judged };
}

/**
 * The side on which the month will end for certain. A month is looked at thirty times: at 95 %, months that end on plan
 * woke somebody 3.7 times a year (20 seeds); at 99.9 %, and open until they are on plan again, 0.4 times and at most twice
 * (15 seeds). What goes over by 30 % is told on day 24 then.
 */
function sureSide({ verdict, projected, planMinor }: Pacing): 'above' | 'below' | null {
  if (!projected) return null;
  if (verdict === 'over' && projected.low999 > planMinor) return 'above';
  return verdict === 'under' && projected.high999 < planMinor ? 'below' : null;
}

/** A day on which it cannot be told does not end it: the month does, or a verdict to the contrary. */
function isOver({ side, finding }: Alert, total: Pacing | undefined): boolean {
  if (!total || total.month !== (finding as PaceFinding).month) return true;
  return total.verdict === 'on plan' || total.verdict === (side === 'above' ? 'under' : 'over');
}
