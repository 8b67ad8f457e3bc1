import type { ImportReport } from '../../data/types/imports.ts';
import type { Day } from '../../data/types/shop.ts';
import { rhythmOf } from '../../models/alerts/rhythm.ts';
import { daysBetween } from '../../models/days.ts';
import { count, day, days, type Said, say, sentences, type Words } from '../../words/say.ts';
import type { Context } from '../command.ts';
import { kindName } from '../data/kind-names.ts';

const DAY_MS = 86_400_000;
/** Data may be so old before somebody is told; a shop that brings its files once a week has a day of grace. */
const USUAL_STALE_DAYS = 9;
/** What has been missed for so long does not come any more. */
const FORGOTTEN_DAYS = 90;
const TOPIC = 'alert stale';

/** After how many days without newer data the admins are told. */
export function staleAfter({ memory }: Pick<Context['state'], 'memory'>): number {
  return Number(memory.get(TOPIC, 'days') ?? USUAL_STALE_DAYS);
}

export function setStaleAfter({ memory }: Pick<Context['state'], 'memory'>, days: number, at: number): void {
  memory.set(TOPIC, 'days', String(days), at);
}

/** Where all numbers end. */
export function noNewerData(lastCompleteDay: Day): Said {
  return say`No newer data since ${day(lastCompleteDay)}`;
}

export type Stale = { readonly cause: string; readonly says: Words; readonly remedy: Words };

/** Data that stopped coming: orders as a whole, and each kind of file that used to come. */
export async function staleData(context: Context): Promise<readonly Stale[]> {
  const { facts, state, today } = context;
  const { lastCompleteDay } = await facts.coverage();
  if (lastCompleteDay === null) return [];
  const most = staleAfter(state);
  const kinds = stoppedKinds(await facts.imports.list(), { most, lastCompleteDay });
  if (daysBetween(lastCompleteDay, today) <= most) return kinds;
  const whole: Stale = {
    cause: 'stale data',
    says: noNewerData(lastCompleteDay),
    remedy: say`All numbers end there. Bring newer files with /import; I say so after ${count(most)} days (/alerts stale).`,
  };
  return [whole, ...kinds];
}

/**
 * Kinds of files that came regularly and do not come any more, while others do: costs, traffic, the orders of one channel.
 * Held against the newest file of any kind, and against how far the orders go: where nothing comes at all, that is told as a
 * whole and not of every kind.
 */
function stoppedKinds(
  reports: readonly ImportReport[],
  { most, lastCompleteDay }: { readonly most: number; readonly lastCompleteDay: Day },
): Stale[] {
  const stored = reports.filter(({ status }) => status === 'stored').toSorted((a, b) => a.startedAt - b.startedAt);
  const newest = stored.at(-1)?.startedAt ?? 0;
  return [...new Set(stored.map(({ layout }) => layout))].flatMap((layout) => {
    const came = stored.filter(broughtNewer(layout));
    const rhythm = rhythmOf(came.map(({ startedAt }) => startedAt / DAY_MS));
    if (rhythm === null) return [];
    const { startedAt, lastDay } = came.at(-1)!;
    const waited = (newest - startedAt) / DAY_MS;
    if (waited <= Math.max(most, rhythm.overdueAfter) || waited > FORGOTTEN_DAYS) return [];
    if (lastDay! >= lastCompleteDay) return [];
    return [
      {
        cause: `stale ${layout}`,
        says: say`No newer ${kindName(layout)} since ${day(lastDay!)}`,
        remedy: sentences(
          usedToCome(Math.round(rhythm.every)),
          say`What is computed from it ends there. Bring a newer one with /import: this is over when it comes.`,
        ),
      },
    ];
  });
}

function usedToCome(every: number): Said {
  return every <= 1
    ? say`Such a file used to come every day; other files still come.`
    : say`Such a file used to come every ${days(every)}; other files still come.`;
}

/** The files of a kind that reached further than all of it before them. */
function broughtNewer(kind: string): (report: ImportReport) => boolean {
  let reached: Day = '';
  return ({ layout, lastDay }) => {
    if (layout !== kind || lastDay === null || lastDay <= reached) return false;
    reached = lastDay;
    return true;
  };
}
