import type { ChannelDigest, Place } from '../../data/state/types/channels.ts';
import type { Day } from '../../data/types/shop.ts';
import { say } from '../../words/say.ts';
import type { Context } from '../command.ts';
import { postToPeople } from '../post.ts';
import type { Action, Reply } from '../reply.ts';
import { nameOf } from './places.ts';
import { personas, personaWords } from './sections.ts';
import type { Digest } from './week.ts';

/** Shows every admin what would be posted, in private; the same settings and week once. */
export function askFirst(
  place: ChannelDigest,
  { from, digest }: { readonly from: Day; readonly digest: Digest },
  context: Context,
): void {
  tellAdmins(context, {
    report: `digest-preview:${nameOf(place)}`,
    period: `${from} v${place.version}`,
    subject: previewSubject(place),
    reply: previewCard(place, digest, from),
  });
}

/** A private message to every admin whom a chat can reach. */
export function tellAdmins(
  context: Context,
  message: { readonly report: string; readonly period: string; readonly subject?: string; readonly reply: Reply },
): void {
  const admins = context.state.people.list().filter(({ role }) => role === 'admin');
  postToPeople(
    context,
    admins.map(({ door, user }) => `${door}:${user}` as const),
    message,
  );
}

/** All previews of one channel. */
export function previewSubject(place: Place): string {
  return `digest-preview ${nameOf(place)}`;
}

/** A digest before anybody in its channel sees it. `week`: the Monday of the week that it is about. */
export function previewCard(place: ChannelDigest, { reply, details }: Digest, week: Day): Reply {
  const name = nameOf(place);
  const audience = personaWords[place.persona as keyof typeof personaWords];
  const input = { channel: name, version: place.version, week };
  return {
    title: say`Preview for ${name}: ${reply.title}`,
    tone: reply.tone,
    parts: [
      {
        kind: 'text',
        text: place.isApproved
          ? say`The digest is posted to ${name} by itself, written for ${audience}.`
          : say`Nothing goes to ${name} before you press. After that the digest is posted there by itself, written for ${audience}.`,
      },
      ...reply.parts,
      ...details,
    ],
    actions: [
      { label: say`Post it`, style: 'primary', ask: { name: 'digest approve', input } },
      changeAction(place),
      ...(place.isApproved
        ? []
        : [{ label: say`Not now`, style: 'plain' as const, ask: { name: 'digest decline', input } }]),
    ],
  };
}

/** The form for what a channel's digest holds. */
function changeAction(place: ChannelDigest): Action {
  return {
    label: say`Change`,
    style: 'plain',
    ask: { name: 'channel set', input: { purpose: 'digest', channel: nameOf(place) } },
    form: {
      title: say`The digest of this channel`,
      submit: say`Change`,
      fields: [
        {
          name: 'persona',
          label: say`Written for`,
          kind: 'choice',
          required: true,
          initial: place.persona,
          choices: personas.map((each) => ({ value: each, label: personaWords[each] })),
        },
        {
          name: 'include',
          label: say`What it holds`,
          kind: 'text',
          required: false,
          ...(place.include && { initial: place.include.join(', ') }),
          hint: say`Section names with commas. Empty: all that is meant for them.`,
        },
      ],
    },
  };
}
