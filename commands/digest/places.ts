import type { ChannelDigest, Place } from '../../data/state/types/channels.ts';
import { listed, named, type Said, say } from '../../words/say.ts';
import type { Context } from '../command.ts';
import { text } from '../inputs.ts';
import { targets } from '../post.ts';
import { Refusal } from '../refusal.ts';
import type { Table } from '../reply.ts';
import { personaWords, type Section, sectionsFor, sectionWords } from './sections.ts';

/** A channel as an argument: "slack:C024BE91L". */
export const channelArgument = text(say`the channel, such as slack:C024BE91L; this one if left out`);

/** As people write it. */
export function nameOf({ door, channel }: Place): string {
  return `${door}:${channel}`;
}

/** Channels that get the digest by themselves, and those for which an admin has to look at it first. */
export function digestPlaces(context: Context): {
  readonly ready: readonly ChannelDigest[];
  readonly unseen: readonly ChannelDigest[];
} {
  const open = targets(context, 'digest');
  const set = context.state.digests.list();
  const known = set.filter((each) => open.some((place) => nameOf(place) === nameOf(each)));
  // Nothing is set: who asks in a channel is the one who lets it go there.
  const here = set.length === 0 ? open.map((place) => ({ ...unset, ...place })) : [];
  return {
    ready: [...known.filter(({ isApproved }) => isApproved), ...here],
    unseen: known.filter(({ isApproved }) => !isApproved),
  };
}

const unset = { persona: 'team', include: null, muted: [], version: 0, isApproved: true, declined: null };

/** The channel that is meant: as typed, or where it is asked. @throws {Refusal} where no digest goes */
export function placeOf(typed: string | undefined, { state, caller }: Context): ChannelDigest {
  const [, door, channel] = /^(\w+):(.+)$/.exec(typed?.trim() ?? '') ?? [
    '',
    caller.seat ?? caller.door,
    caller.channel ?? '',
  ];
  const found = state.digests.find({ door: door!, channel: channel! });
  if (found) return found;
  const all = state.digests.list().map(nameOf);
  throw new Refusal(
    typed === undefined ? say`No digest goes to this channel` : say`No digest goes to ${typed}`,
    all.length > 0
      ? say`It goes to ${listed(all)}. Name one with channel:, or set another with /channel set purpose:digest.`
      : say`Set one with /channel set purpose:digest.`,
  );
}

/** The sections by what they are called; muted ones are left out. */
export function sectionNames(place: ChannelDigest): readonly Said[] {
  return sectionsFor(place).map((section) => sectionWords[section]);
}

/** Who gets what, and whether it goes there by itself. */
export function placesTable(places: readonly ChannelDigest[]): Table {
  return {
    kind: 'table',
    title: say`Where the digest goes`,
    columns: [
      { title: say`Chat channel`, unit: 'text' },
      { title: say`Written for`, unit: 'text' },
      { title: say`Holds`, unit: 'text' },
      { title: say`Muted`, unit: 'text' },
      { title: say`State`, unit: 'text' },
    ],
    rows: places.map((place) => [
      named(nameOf(place)),
      personaWords[place.persona as keyof typeof personaWords],
      place.include === null ? say`all that is meant for them` : say`${listed(sectionNames(place))}`,
      place.muted.length === 0 ? null : say`${listed(place.muted.map((each) => sectionWords[each as Section]))}`,
      place.isApproved ? say`posts by itself` : say`waits for an admin to look: /digest preview`,
    ]),
  };
}
