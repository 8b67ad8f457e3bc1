import { z } from 'zod';
import type { Day } from '../../data/types/shop.ts';
import { addDays, daysBetween, epochDay } from '../../models/days.ts';
import { shownName } from '../../models/segments/group-name.ts';
import { drawOf } from '../../models/segments/holdout.ts';
import { count, listed, named, day as onDay, period, say, sentences, type Words } from '../../words/say.ts';
import { inEveryLanguage } from '../../words/tell.ts';
import { actorOf } from '../actor.ts';
import { type Context, defineCommand } from '../command.ts';
import { day, text, wholeNumber } from '../inputs.ts';
import { Refusal } from '../refusal.ts';
import type { Reply } from '../reply.ts';
import { requireFresh } from '../runs/cut.ts';
import { type Groups, placeOfName, readOrderGroups } from '../segments/groups.ts';
import { STOPPED } from '../segments/moves.ts';
import { type Placed, placedBefore } from '../segments/placed.ts';
import { testCard } from './card.ts';
import { becauseWords, counted, LEAST_PEOPLE, type Quiet, recentReason, standingReason } from './exclusions.ts';
import { askForGroup, usual } from './make-form.ts';

/** As far back as `/segment moves` looks when it is told no day. */
const USUAL_DAYS = 26 * 7;

export const listMake = defineCommand({
  name: 'list make',
  summary: say`A list of one group, or of who fell from one to another, with people held out to see what it brings`,
  examples: [
    say`list make group:"lapsing mid spenders"`,
    say`list make from:"active high spenders" fell-to:"lapsing mid spenders"`,
  ],
  needs: 'analyst',
  bare: 'group',
  input: z.strictObject({
    group: text(say`the group of customers`, { names: 'segment' }).optional(),
    from: text(say`instead: the group they were in`, { names: 'segment' }).optional(),
    'fell-to': text(say`the group they are in now, or "${named(STOPPED)}"`, { names: 'segment' }).optional(),
    since: day(say`when they were in the other group; half a year ago unless told`).optional(),
    holdout: wholeNumber({ from: 1, to: 90, says: say`percent of them left out, to compare with` }).default(
      usual.holdout,
    ),
    window: wholeNumber({ from: 7, to: 182, says: say`days in which an order counts` }).default(usual.window),
    contacted: wholeNumber({ from: 0, to: 365, says: say`leave out who was written to in the last days` }).default(
      usual.contacted,
    ),
    bought: wholeNumber({ from: 0, to: 365, says: say`leave out who ordered in the last days` }).default(usual.bought),
  }),

  async run({ holdout, window, contacted, bought, ...wish }, context) {
    const groups = await readOrderGroups(context);
    requireFresh(groups.cut, context, '/segment', 'make a list');
    if (Object.values(wish).every((each) => each === undefined)) return askForGroup(groups.names);
    const people = peopleOf(wish, groups);
    const { ids, refs, leftOut, unasked, base } = await choose(context, groups, people, { window, contacted, bought });
    if (ids.length < LEAST_PEOPLE) {
      throw new Refusal(
        say`Only ${count(ids.length)} people of ${people.name} could be written to`,
        sentences(...becauseWords(leftOut), say`A list needs ${count(LEAST_PEOPLE)} people.`),
      );
    }
    const actor = actorOf(context.caller);
    const id = context.state.atomically(() =>
      context.state.tests.open(
        {
          name: people.name,
          run: groups.run.id,
          windowDays: window,
          base,
          leftOut,
          madeBy: actor.id,
          madeAt: context.now,
          heldShare: holdout / 100,
          reason: null,
        },
        (test) => ids.map((customer, at) => [customer, drawOf(test, refs[at]!)] as const),
      ),
    );
    return withUnasked(testCard(context, context.state.tests.find(id)!), unasked);
  },
});

/** Whether somebody agreed to messages may be in no file: they are on the list, and it is said. */
function withUnasked(card: Reply, unasked: number): Reply {
  if (unasked === 0) return card;
  const text = say`No file says of ${count(unasked)} of them whether they agreed to messages: see that they did, or import a list of customers with a consent column and make this list anew.`;
  return { ...card, parts: [...card.parts, { kind: 'note', text }] };
}

type Wish = {
  readonly group?: string | undefined;
  readonly from?: string | undefined;
  readonly 'fell-to'?: string | undefined;
  readonly since?: Day | undefined;
};

/** Who is meant: all of a group, or those of it who were in another on an earlier day. Groups by place. */
type People = {
  readonly name: Words;
  /** Null: who has not ordered since. */
  readonly now: number | null;
  readonly was: { readonly place: number; readonly since: Day } | null;
};

function peopleOf({ group, from, 'fell-to': to, since }: Wish, { names, cut }: Groups): People {
  const nameOf = (place: number) => shownName(names[place]!);
  if (group !== undefined) {
    if ((from ?? to ?? since) !== undefined) {
      throw new Refusal(say`A group or a flow, not both`, say`Say group:"…", or from:"…" fell-to:"…".`);
    }
    const now = placeOfName(names, group);
    return { name: nameOf(now), now, was: null };
  }
  if (from === undefined || to === undefined) {
    throw new Refusal(
      say`I do not know whom the list is of`,
      say`Say group:"…", or from:"…" fell-to:"…". The groups are: ${listed(names.map(shownName))}.`,
    );
  }
  const was = placeOfName(names, from);
  const day = since ?? addDays(cut.before, -USUAL_DAYS);
  if (daysBetween(day, cut.before) <= 0 || daysBetween(cut.firstDay, day) <= 0) {
    throw new Refusal(
      say`I know nobody's group on ${onDay(day)}`,
      say`My data is of ${period(cut.firstDay, cut.lastDay)}.`,
    );
  }
  if ([STOPPED, ...inEveryLanguage(say`stopped`)].includes(to.trim().toLowerCase())) {
    return { name: say`${nameOf(was)} who stopped`, now: null, was: { place: was, since: day } };
  }
  const now = placeOfName(names, to);
  return { name: say`${nameOf(now)} (fell from ${nameOf(was)})`, now, was: { place: was, since: day } };
}

/** Who of a group may be written to, who not and why, and how many of such people order anyway. */
async function choose(context: Context, groups: Groups, people: People, limits: Quiet & { readonly window: number }) {
  const { facts, state, today } = context;
  const { before } = groups.cut;
  /** Who the list would be of, so many days earlier. */
  const peopleAt = async (earlier: number) => {
    const [now, then] = await Promise.all([
      placedBefore(context, groups, addDays(before, -earlier)),
      people.was && placedBefore(context, groups, addDays(people.was.since, -earlier)),
    ]);
    return { now, rows: rowsOf(people, now, then) };
  };
  const [{ now, rows }, usual] = await Promise.all([peopleAt(0), peopleAt(limits.window)]);
  const { view } = now;
  const audience = await facts.audience(rows.map((row) => view.id[row]!));
  const running = state.tests.running(today);
  const day = epochDay(before);
  const reasons = Array.from(rows, (row, at) => {
    const contactedDay = audience.contactedDay[at]!;
    const ago = { contacted: contactedDay < 0 ? null : day - contactedDay, bought: view.recencyDays[row]! };
    return standingReason({ audience, running }, at, view.id[row]!) ?? recentReason(ago, limits);
  });
  const places = [...reasons.keys()].filter((at) => reasons[at] === null);
  return {
    ids: places.map((at) => view.id[rows[at]!]!),
    refs: places.map((at) => audience.ref[at]!),
    unasked: places.filter((at) => audience.consent[at]! < 0).length,
    leftOut: counted(reasons.filter((reason) => reason !== null)),
    base: usualShare(usual, now, limits.window),
  };
}

/** Rows of `now`, counted as `/segment moves` counts them: who ordered since is in the group of that day, others stopped. */
function rowsOf({ now: place, was }: People, now: Placed, then: Placed | null): Int32Array {
  const rows = Int32Array.from(now.view.id.keys());
  if (!was || !then) return rows.filter((row) => now.group[row] === place);
  const days = daysBetween(then.asOf, now.asOf);
  const wasIn = flags(then.view.id.filter((_, row) => then.group[row] === was.place));
  const hasCome = (row: number) => now.view.recencyDays[row]! <= days;
  return rows.filter(
    (row) =>
      wasIn[now.view.id[row]!] === 1 && (place === null ? !hasCome(row) : hasCome(row) && now.group[row] === place),
  );
}

type Candidates = { readonly now: Placed; readonly rows: Int32Array };

/** Of those who would have been on the list so many days ago, the share who have ordered since. Null without any. */
function usualShare({ now: then, rows }: Candidates, { view }: Placed, window: number): number | null {
  const hasOrdered = flags(view.id.filter((_, row) => view.recencyDays[row]! <= window));
  return rows.length === 0 ? null : rows.filter((row) => hasOrdered[then.view.id[row]!] === 1).length / rows.length;
}

/** 1 at the number of each of these customers: numbers are small, and there may be half a million. */
function flags(ids: Int32Array): Uint8Array {
  const flagged = new Uint8Array(1 + (ids.at(-1) ?? 0));
  for (const id of ids) flagged[id] = 1;
  return flagged;
}
