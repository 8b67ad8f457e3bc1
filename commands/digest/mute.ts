import { z } from 'zod';
import type { ChannelDigest } from '../../data/state/types/channels.ts';
import { say } from '../../words/say.ts';
import { actorOf } from '../actor.ts';
import { type Context, defineCommand } from '../command.ts';
import { choice } from '../inputs.ts';
import { Refusal } from '../refusal.ts';
import type { Action } from '../reply.ts';
import { channelArgument, nameOf, placeOf } from './places.ts';
import { type Section, sections, sectionsFor, sectionWords } from './sections.ts';

const section = choice(sections as readonly [Section, ...Section[]], say`the line that is meant`);

/** Under the digest of a channel: which of its lines nobody there wants to read. */
export function muteAction(place: ChannelDigest, has: readonly Section[]): Action {
  return {
    label: say`Mute this line`,
    style: 'plain',
    ask: { name: 'digest mute', input: { channel: nameOf(place) } },
    form: {
      title: say`Mute a line of this channel's digest`,
      submit: say`Mute`,
      fields: [
        {
          name: 'section',
          label: say`Which line`,
          kind: 'choice',
          required: true,
          choices: has.map((each) => ({ value: each, label: sectionWords[each] })),
        },
      ],
    },
  };
}

export const digestMute = defineCommand({
  name: 'digest mute',
  summary: say`Leave a line out of the digest of a channel`,
  examples: ['digest mute section:moved', 'digest mute section:advice channel:slack:C024BE91L'],
  needs: 'analyst',
  bare: 'section',
  input: z.strictObject({ section, channel: channelArgument.optional() }),
  run({ section, channel }, context) {
    const place = placeOf(channel, context);
    if (!sectionsFor(place).includes(section))
      throw new Refusal(say`That line is not in the digest of ${nameOf(place)}`, say`/schedule list shows what is.`);
    change(place, [...place.muted, section], { act: 'digest line muted', section }, context);
    return {
      title: say`Muted in ${nameOf(place)}: ${sectionWords[section]}`,
      tone: 'good',
      parts: [{ kind: 'text', text: say`From the next digest on. Other channels keep it.` }],
      actions: [
        {
          label: say`Unmute`,
          style: 'plain',
          ask: { name: 'digest unmute', input: { section, channel: nameOf(place) } },
        },
      ],
    };
  },
});

export const digestUnmute = defineCommand({
  name: 'digest unmute',
  summary: say`Put a muted line back into the digest of a channel`,
  examples: ['digest unmute section:moved'],
  needs: 'analyst',
  bare: 'section',
  input: z.strictObject({ section, channel: channelArgument.optional() }),
  run({ section, channel }, context) {
    const place = placeOf(channel, context);
    if (!place.muted.includes(section))
      throw new Refusal(say`That line is not muted in ${nameOf(place)}`, say`/schedule list shows what is.`);
    const left = place.muted.filter((each) => each !== section);
    change(place, left, { act: 'digest line unmuted', section }, context);
    return {
      title: say`Back in the digest of ${nameOf(place)}: ${sectionWords[section]}`,
      tone: 'good',
      parts: [],
    };
  },
});

function change(
  place: ChannelDigest,
  muted: readonly string[],
  { act, section }: { readonly act: string; readonly section: Section },
  { state, caller, now }: Context,
): void {
  const { id: actor, name: actorName } = actorOf(caller);
  state.atomically(() => {
    state.digests.mute(place, muted);
    state.audit.append({ at: now, actor, actorName, act, subject: nameOf(place), version: null, detail: { section } });
  });
}
