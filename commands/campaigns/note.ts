import type { NoteKind, NoteValues } from '../../data/state/types/campaign-notes.ts';
import { actorOf } from '../actor.ts';
import type { Context } from '../command.ts';

/** Keeps what a person says of a campaign, with its audit row. Returns the number to take it back by. */
export function sayOf<Kind extends NoteKind>(
  { state, caller, now }: Pick<Context, 'state' | 'caller' | 'now'>,
  note: { readonly about: Kind; readonly campaign: string; readonly place?: string; readonly value: NoteValues[Kind] },
  act: string,
): number {
  const by = actorOf(caller);
  return state.atomically(() => {
    const seq = state.campaignNotes.say({ ...note, by }, now);
    state.audit.append({
      at: now,
      actor: by.id,
      actorName: by.name,
      act,
      subject: `campaign:${note.campaign}`,
      version: seq,
      detail: { place: note.place ?? '', value: note.value },
    });
    return seq;
  });
}
