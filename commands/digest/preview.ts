import { z } from 'zod';
import type { ChannelDigest } from '../../data/state/types/channels.ts';
import { listed, say, sentences } from '../../words/say.ts';
import { actorOf } from '../actor.ts';
import { type Context, defineCommand } from '../command.ts';
import { day, wholeNumber } from '../inputs.ts';
import { Refusal } from '../refusal.ts';
import type { Reply } from '../reply.ts';
import { readCut, requireFresh } from '../runs/cut.ts';
import { previewCard, previewSubject } from './ask-first.ts';
import { forPlace } from './for-place.ts';
import { channelArgument, nameOf, placeOf } from './places.ts';
import { postDigest } from './posting.ts';
import { sectionsFor } from './sections.ts';
import { weekToPost } from './turn.ts';
import { weekNews } from './week.ts';

export const digestPreview = defineCommand({
  name: 'digest preview',
  summary: say`The digest as a channel would get it, before anybody there sees it`,
  examples: ['digest preview', 'digest preview channel:slack:C024BE91L'],
  needs: 'admin',
  bare: 'channel',
  input: z.strictObject({ channel: channelArgument.optional() }),
  async run({ channel }, context) {
    const unseen = context.state.digests.list().filter(({ isApproved }) => !isApproved);
    const place = channel === undefined ? unseen[0] : placeOf(channel, context);
    if (!place) {
      return {
        title: say`No preview waits`,
        tone: 'good',
        parts: [
          {
            kind: 'text',
            text: sentences(
              say`Every channel that gets the digest gets it by itself.`,
              say`To see it now, for you alone: /digest.`,
            ),
          },
        ],
        actions: [{ label: say`See the digest`, style: 'primary', ask: { name: 'digest', input: {} } }],
      };
    }
    const cut = await readCut(context);
    requireFresh(cut, context, '/forecast', 'write a digest');
    const wanted = new Set(sectionsFor(place));
    const news = await weekNews(context, { cut, from: weekToPost(cut, context), wanted, whole: false });
    const preview = previewCard(place, forPlace(place, { news, late: null, footer: null }), news.week.from);
    const others = unseen.filter((each) => nameOf(each) !== nameOf(place)).map(nameOf);
    if (others.length === 0) return preview;
    const more = say`Previews of ${listed(others)} wait, too: /digest preview channel:${others[0]!}`;
    return { ...preview, parts: [...preview.parts, { kind: 'note', text: more }] };
  },
});

const decided = {
  channel: channelArgument.optional(),
  version: wholeNumber({
    from: 1,
    to: Number.MAX_SAFE_INTEGER,
    says: say`the settings that were looked at`,
  }).optional(),
  week: day(say`the Monday of the week that was looked at`).optional(),
};

export const digestApprove = defineCommand({
  name: 'digest approve',
  summary: say`Let the digest go to a channel, now and from now on by itself`,
  examples: ['digest approve channel:slack:C024BE91L'],
  needs: 'admin',
  bare: 'channel',
  input: z.strictObject(decided),
  async run({ channel, version }, context) {
    const place = placeOf(channel, context);
    const cut = await readCut(context);
    requireFresh(cut, context, '/forecast', 'write a digest');
    if (!place.isApproved) {
      settle(place, version, 'digest approved', context, ({ state }, seen) => state.digests.approve(place, seen));
    }
    return postDigest(context, cut, { isPartial: false });
  },
});

export const digestDecline = defineCommand({
  name: 'digest decline',
  summary: say`Leave this week's digest out of a channel; next week it is shown again`,
  examples: ['digest decline channel:slack:C024BE91L'],
  needs: 'admin',
  bare: 'channel',
  input: z.strictObject(decided),
  async run({ channel, version, week }, context) {
    const place = placeOf(channel, context);
    if (place.isApproved) {
      throw new Refusal(
        say`The digest is posted to ${nameOf(place)} by itself`,
        say`Stop it with /channel remove purpose:digest, or pause all: /schedule pause digest.`,
      );
    }
    const period = week ?? weekToPost(await readCut(context), context);
    settle(place, version, 'digest declined', context, ({ state }, seen) =>
      state.digests.decline(place, { version: seen, period }),
    );
    return {
      title: say`Nothing is posted to ${nameOf(place)} this week`,
      tone: 'good',
      parts: [{ kind: 'text', text: say`Next week you are shown it again.` }],
    };
  },
});

/** One word of one admin settles it: the previews of all others say who gave it. */
function settle(
  place: ChannelDigest,
  version: number | undefined,
  act: 'digest approved' | 'digest declined',
  context: Context,
  write: (context: Context, seen: number) => boolean,
): void {
  const { state, caller, now } = context;
  const { id: actor, name: actorName } = actorOf(caller);
  const seen = version ?? place.version;
  const name = nameOf(place);
  state.atomically(() => {
    if (!write(context, seen)) throw changedSince(place);
    state.audit.append({ at: now, actor, actorName, act, subject: name, version: seen, detail: {} });
    const reply: Reply = {
      title:
        act === 'digest approved'
          ? say`The digest goes to ${name}: ${actorName} has looked at it`
          : say`No digest for ${name} this week: ${actorName} said not now`,
      tone: 'plain',
      parts: [],
    };
    state.outbox.rewrite(previewSubject(place), reply, now);
  });
}

function changedSince(place: ChannelDigest): Refusal {
  return new Refusal(
    say`The digest of ${nameOf(place)} was changed since that preview`,
    say`Look at it as it is set now.`,
    [{ label: say`Preview`, style: 'primary', ask: { name: 'digest preview', input: { channel: nameOf(place) } } }],
  );
}
