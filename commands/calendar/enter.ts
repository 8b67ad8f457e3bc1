import type { NewCalendarEntry } from '../../data/state/types/calendar.ts';
import type { Said } from '../../words/say.ts';
import { actorOf } from '../actor.ts';
import type { Context } from '../command.ts';

type Days = Omit<NewCalendarEntry, 'country' | 'source'>;

/**
 * Puts days into the calendar on record, and has the models computed anew when any of them are new.
 *
 * @returns the new entries; what was in the calendar already is left as it is
 */
export function enter(days: readonly Days[], source: Said, { state, caller, now }: Context) {
  const actor = actorOf(caller);
  return state.atomically(() => {
    const added = days.flatMap((each) => {
      const entry = state.calendar.add({ ...each, country: null, source }, now);
      if (entry === null) return [];
      const { name, kind, from, to } = each;
      state.audit.append({
        at: now,
        actor: actor.id,
        actorName: actor.name,
        act: 'calendar entry added',
        subject: `calendar:${entry.id}`,
        version: null,
        detail: { name, kind, from, to },
      });
      return [entry];
    });
    if (added.length > 0) state.schedules.add('refresh', `calendar ${state.calendar.version()}`, now);
    return added;
  });
}
