import { z } from 'zod';
import type { ChannelDigest, Place } from '../data/state/types/channels.ts';
import { listed, say } from '../words/say.ts';
import { actorOf } from './actor.ts';
import { type Context, defineCommand } from './command.ts';
import { channelArgument, nameOf, placeOf, placesTable, sectionNames } from './digest/places.ts';
import { isSection, personas, personaWords, type Section, sections } from './digest/sections.ts';
import { choice, text } from './inputs.ts';
import { nearest } from './nearest.ts';
import { Refusal } from './refusal.ts';
import type { Reply } from './reply.ts';

const purposes = ['digest', 'approvals'] as const;
const toPreview = (place: Place) =>
  ({
    label: say`Preview`,
    style: 'primary',
    ask: { name: 'digest preview', input: { channel: nameOf(place) } },
  }) as const;

export const channelSet = defineCommand({
  name: 'channel set',
  summary: say`Post the digest, or the approvals, in this channel; and what its digest holds`,
  examples: [
    'channel set purpose:digest',
    'channel set purpose:approvals',
    'channel set purpose:digest persona:executive',
    'channel set purpose:digest include:"sales, moved, waiting"',
  ],
  needs: 'admin',
  bare: 'purpose',
  input: z.strictObject({
    purpose: choice(purposes, say`what to post here`),
    persona: choice(personas, say`for whom the digest is written`).optional(),
    include: text(say`instead of all that is meant for them: ${sections.join(', ')}`).optional(),
    channel: channelArgument.optional(),
  }),
  run({ purpose, persona, include, channel }, context) {
    if (purpose === 'approvals' && (persona ?? include) !== undefined) {
      throw new Refusal(
        say`persona: and include: are for the digest`,
        say`/channel set purpose:digest persona:executive`,
      );
    }
    const chosen = include === undefined ? null : sectionsTyped(include);
    // A channel that gets it already is changed from anywhere, and was looked at when it was set.
    const place = channel === undefined ? placeHere(context) : placeOf(channel, context);
    const { state, now } = context;
    return state.atomically(() => {
      state.channels.add(purpose, place.door, place.channel);
      state.outbox.revive(place, now);
      record(place, `${purpose} set`, { persona: persona ?? null, include: chosen?.join(', ') }, context);
      if (purpose === 'approvals') {
        return {
          title: say`Proposals will be posted here`,
          tone: 'good',
          parts: [{ kind: 'text', text: say`It stays private elsewhere. /status shows what was delivered.` }],
        };
      }
      const before = state.digests.find(place)!;
      if (persona !== undefined || chosen !== null || channel !== undefined) {
        state.digests.set(place, { persona: persona ?? before.persona, include: chosen });
      }
      return digestCard(state.digests.find(place)!);
    });
  },
});

export const channelRemove = defineCommand({
  name: 'channel remove',
  summary: say`Post the digest, or the approvals, in this channel no more`,
  examples: ['channel remove purpose:digest'],
  needs: 'admin',
  bare: 'purpose',
  input: z.strictObject({
    purpose: choice(purposes, say`what not to post any more`),
    channel: channelArgument.optional(),
  }),
  run({ purpose, channel }, context) {
    const { state } = context;
    const place = purpose === 'digest' ? placeOf(channel, context) : placeHere(context);
    const isRemoved = state.atomically(() => {
      const was = state.channels.remove(purpose, place);
      if (was) record(place, `${purpose} removed`, {}, context);
      return was;
    });
    if (!isRemoved) throw new Refusal(say`${nameOf(place)} is not set for that`, say`/channel list shows what is.`);
    return {
      title: say`${nameOf(place)} gets no more of that`,
      tone: 'good',
      parts: [{ kind: 'text', text: say`What was posted stays. /channel set brings it back.` }],
    };
  },
});

export const channelList = defineCommand({
  name: 'channel list',
  summary: say`Where the digest and the approvals go`,
  examples: ['channel list'],
  needs: 'viewer',
  input: z.strictObject({}),
  run(_, { state }) {
    const approvals = state.channels.of('approvals');
    return {
      title: say`Where posts go`,
      tone: 'plain',
      parts: [
        placesTable(state.digests.list()),
        {
          kind: 'text',
          text:
            approvals.length === 0
              ? say`Proposals are posted nowhere: /channel set purpose:approvals.`
              : say`Proposals go to ${listed(approvals.map(nameOf))}.`,
        },
      ],
    };
  },
});

/** The channel it is asked in. @throws {Refusal} where nothing may be posted */
function placeHere({ caller, shop }: Context): Place {
  const seat = caller.seat ?? caller.door;
  if (seat === 'terminal' || !caller.channel) {
    throw new Refusal(
      say`There is no channel here`,
      say`Run this in the Slack or Discord channel that should get the posts, or name one that gets them with channel:.`,
    );
  }
  if (caller.outsiders) {
    throw new Refusal(
      say`People of other companies read this channel`,
      say`It is a Slack Connect channel, and posts hold money figures. Run this in a channel of your own.`,
    );
  }
  if (shop?.demo && seat !== 'web') {
    throw new Refusal(say`Demo data is not posted to real channels`, say`Set up a shop of your own first: /start.`);
  }
  return { door: seat, channel: caller.channel };
}

/** @throws {Refusal} on a name that no section has */
function sectionsTyped(typed: string): readonly Section[] {
  const names = typed
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '');
  return names.map((name) => {
    if (isSection(name)) return name;
    const near = nearest(name, sections);
    throw new Refusal(
      say`The digest has no section "${name}"`,
      near ? say`Did you mean ${near}? There is: ${sections.join(', ')}.` : say`There is: ${sections.join(', ')}.`,
    );
  });
}

function digestCard(place: ChannelDigest): Reply {
  return {
    title: say`The Monday digest will be posted in ${nameOf(place)}`,
    tone: 'good',
    parts: [
      {
        kind: 'text',
        text: say`Written for ${personaWords[place.persona as keyof typeof personaWords]}. It holds: ${listed(sectionNames(place))}.`,
      },
      {
        kind: 'text',
        text: place.isApproved
          ? say`It goes out by itself.`
          : say`The first time an admin sees it before the channel does.`,
      },
    ],
    actions: place.isApproved ? [] : [toPreview(place)],
  };
}

function record(
  place: Place,
  act: string,
  detail: Readonly<Record<string, unknown>>,
  { state, caller, now }: Context,
): void {
  const { id: actor, name: actorName } = actorOf(caller);
  state.audit.append({ at: now, actor, actorName, act, subject: nameOf(place), version: null, detail });
}
