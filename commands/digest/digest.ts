import { z } from 'zod';
import { say } from '../../words/say.ts';
import { type Context, defineCommand, mayActAs } from '../command.ts';
import { choice } from '../inputs.ts';
import { Refusal } from '../refusal.ts';
import { readCut, requireFresh } from '../runs/cut.ts';
import { postDigest } from './posting.ts';
import { personas, type Section, sectionsFor, sectionsOf } from './sections.ts';
import { behind, lastCompleteWeek, lateness } from './turn.ts';
import { digestOf, weekNews } from './week.ts';

export const digest = defineCommand({
  name: 'digest',
  summary: say`The weekly digest: last week against what was said, and what comes`,
  examples: ['digest', 'digest details:yes', 'digest persona:executive'],
  needs: 'analyst',
  input: z.strictObject({
    post: choice(['yes', 'no'], say`post it to the digest channels; without, only you see it`).default('no'),
    details: choice(['yes', 'no'], say`the whole of it, also when nothing happened`).default('no'),
    persona: choice(personas, say`for whom it is written; as it is set for this channel unless told`).optional(),
    partial: choice(['yes', 'no'], say`post it without the days that are missing`).default('no'),
    planned: z.coerce.number().optional().meta({ hidden: true, description: 'when it was due' }),
  }),

  async run({ post: posting, details, persona, partial, planned }, context) {
    const cut = await readCut(context);
    requireFresh(cut, context, '/forecast', 'write a digest');
    if (posting === 'yes') {
      requireAdmin(context);
      return postDigest(context, cut, { isPartial: partial === 'yes', planned });
    }
    const has = persona ? sectionsOf(persona) : sectionsHere(context);
    const whole = details === 'yes';
    const news = await weekNews(context, { cut, from: lastCompleteWeek(cut), wanted: new Set(has), whole });
    const made = digestOf(news, {
      has,
      late: lateness(planned, context) ?? behind(cut, context),
      whole,
      footer: null,
    });
    return whole ? { ...made.reply, parts: [...made.reply.parts, ...made.details] } : made.reply;
  },
});

function requireAdmin({ caller }: Context): void {
  if (caller.role !== null && mayActAs(caller.role, 'admin')) return;
  throw new Refusal(say`Posting the digest needs an admin`, say`Without post:yes you see it yourself.`);
}

/** What the digest of the channel holds in which it is asked. */
function sectionsHere({ state, caller }: Context): readonly Section[] {
  const place = caller.channel && state.digests.find({ door: caller.seat ?? caller.door, channel: caller.channel });
  return place ? sectionsFor(place) : sectionsOf('team');
}
