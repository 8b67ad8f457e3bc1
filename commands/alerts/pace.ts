import { paceOf } from '../campaigns/pacing.ts';
import type { Context } from '../command.ts';
import type { Cut } from '../runs/cut.ts';
import { orNothing } from '../runs/or-nothing.ts';
import type { Look, PaceFinding } from './finding.ts';

/** Where the spend of the month will end, beside its plan. */
export async function checkPace(context: Context, cut: Cut): Promise<Look> {
  const judged: Look['judged'] = ({ rule }) => rule === 'pace';
  const pace = cut.held ? null : await orNothing(() => paceOf(context, cut));
  const { verdict, projected, planMinor, spentMinor, month } = pace?.total.pacing ?? {};
  const side = verdict === 'over' ? 'above' : verdict === 'under' ? 'below' : null;
  if (side === null || !pace || !projected) return { found: [], judged };
  const away = (line: (typeof pace.lines)[number]) =>
    (line.pacing.projected?.expected ?? line.pacing.planMinor) - line.pacing.planMinor;
  const main = pace.lines.reduce((most, line) =>
    (side === 'above' ? away(line) > away(most) : away(line) < away(most)) ? line : most,
  );
  const gap = Math.round(projected.expected - planMinor!);
  const finding: PaceFinding = {
    rule: 'pace',
    month: month!,
    spent: Math.round(spentMinor!),
    expected: Math.round(projected.expected),
    low95: Math.round(projected.low95),
    high95: Math.round(projected.high95),
    plan: Math.round(planMinor!),
    gap,
    dataUntil: cut.lastDay,
    main: main.name,
  };
  return { found: [{ rule: 'pace', side, cause: `spend ${side}`, impact: Math.abs(gap), finding }], judged };
}
