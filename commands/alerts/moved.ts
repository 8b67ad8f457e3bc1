import type { Day } from '../../data/types/shop.ts';
import type { Context } from '../command.ts';
import { sharedOut } from '../drivers.ts';
import type { Cut } from '../runs/cut.ts';
import { movedRun } from '../runs/moved.ts';
import type { Moved } from './finding.ts';

export const notShared: Moved = { drivers: [] };

/** What moved most in the days of an alert on revenue, with its receipt; nothing of a part that is not shared out. */
export async function movedIn(
  context: Context,
  cut: Cut,
  {
    slice,
    actual: sales,
    ...compared
  }: {
    /** Null: the whole shop. */
    readonly slice: { readonly by: string; readonly name: string | null } | null;
    readonly from: Day;
    readonly before: Day;
    readonly actual: number;
    readonly expected: number;
    /** What expected it, as the run tells it. */
    readonly forecast: string;
  },
): Promise<Moved> {
  const part = slice && sharedOut(slice);
  if (slice && !part) return notShared;
  const { id, result } = await movedRun(context, cut, {
    ...compared,
    sales,
    ...(part && { by: part.by, of: part.name }),
  });
  return result.drivers.length === 0 ? notShared : { drivers: result.drivers, moved: id };
}
