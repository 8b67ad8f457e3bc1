import type { Execution } from '../../data/state/types/executions.ts';
import type { State } from '../../data/state/types/state.ts';
import type { Day } from '../../data/types/shop.ts';
import { addDays } from '../../models/days.ts';
import type { Cut } from './cut.ts';

/** "Now" is a mean of so many days of spend: for that long it still holds weeks from before a shift. */
const MEAN_DAYS = 28;

/** What shifts have set that the mean of the last weeks does not show yet. */
export type SetBudgets = {
  /** Minor units a week, by campaign id. */
  readonly byLine: ReadonlyMap<number, number>;
  /** The shifts' own ids, oldest first: "P-31". */
  readonly by: readonly string[];
};

/** The first whole week of a shift's new budgets. */
export function firstWeekOf({ key, change }: Execution, state: State): Day {
  return state.promises.find(key)?.firstWeek ?? change.week;
}

/** Shifts carried out after this one that move some of the same lines, oldest first. */
export function laterShifts({ key, change }: Execution, state: State): Execution[] {
  const own = change.lines.map(({ id }) => id);
  const all = state.executions.list(['sent', 'confirmed']);
  const after = all.slice(all.findIndex((each) => each.key === key) + 1);
  return after.filter((other) => other.change.lines.some(({ id }) => own.includes(id)));
}

/** The budgets that stand since less than four weeks. What was seen to be spent otherwise is not taken at its word. */
export function budgetsSet(state: State, { before }: Cut): SetBudgets {
  const recent = state.executions
    .list(['sent', 'confirmed'])
    .filter(({ state: at, executor }) => at === 'confirmed' || executor === 'manual')
    .filter((each) => addDays(firstWeekOf(each, state), MEAN_DAYS) > before);
  const lines = recent.flatMap(({ change, seen }) => {
    const found = (seen as { readonly lines: readonly { readonly id: number; readonly says: string }[] } | null)?.lines;
    return change.lines.filter(({ id }) => found?.find((line) => line.id === id)?.says !== 'does not match');
  });
  return {
    byLine: new Map(lines.map(({ id, toMinor }) => [id, toMinor])),
    by: recent.map(({ proposal }) => proposal),
  };
}
