import type { ChannelDigest } from '../../data/state/types/channels.ts';
import type { Day } from '../../data/types/shop.ts';
import { addDays, daysBetween } from '../../models/days.ts';
import { count, day, instant, lines, listed, period, plural, type Said, say, sentences } from '../../words/say.ts';
import type { Context } from '../command.ts';
import { AHEAD_WEEKS, shadowForecasts } from '../models/champion.ts';
import { postIn } from '../post.ts';
import { Refusal } from '../refusal.ts';
import type { Reply } from '../reply.ts';
import type { Cut } from '../runs/cut.ts';
import { throughWeeks } from '../runs/forecast.ts';
import { freeze } from '../runs/freeze.ts';
import { askFirst, tellAdmins } from './ask-first.ts';
import { onItsWay, rememberPosted, subjectOf } from './footer.ts';
import { forPlace } from './for-place.ts';
import { digestPlaces, nameOf } from './places.ts';
import { sectionsFor } from './sections.ts';
import { lastCompleteWeek, lateness, latestFor, weekOver } from './turn.ts';
import { type WeekNews, weekNews } from './week.ts';

const WEEK = 7;

/**
 * Posts the digest of the last week to every channel that has let it, and shows it to the admins for those that have not.
 * A week of which days are missing is waited for, and told without them when that takes too long or an admin says so. The
 * forecast in it is frozen with the message.
 */
export async function postDigest(
  context: Context,
  cut: Cut,
  { isPartial, planned }: { readonly isPartial: boolean; readonly planned?: number | undefined },
): Promise<Reply> {
  const { state, shop, now } = context;
  const whole = lastCompleteWeek(cut);
  const due = weekOver(context);
  const isLacking = whole < due && !shop?.demo;
  if (isLacking && !isPartial && now < latestFor(due, context)) return waitFor(due, cut, context);
  if (isLacking && cut.before <= due) throw nothingOf(due);
  const from = isLacking ? due : whole;

  const { ready, unseen } = digestPlaces(context);
  const asked = unseen.filter(({ declined }) => declined !== from);
  const wanted = new Set([...ready, ...asked].flatMap(sectionsFor));
  const news = await weekNews(context, { cut, from, wanted, whole: false });
  const shadows = ready.length > 0 ? await shadowForecasts(context, cut, throughWeeks(cut, AHEAD_WEEKS)) : [];
  const hasWaited = !isPartial && state.memory.get('digest', 'waits for') === from;
  const late = hasWaited ? waitedWords : lateness(planned, context);
  const posted = state.atomically(() => {
    const made = ready.filter((place) => putIn(place, { news, late, copies: ready.length }, context));
    for (const place of asked)
      askFirst(place, { from, digest: forPlace(place, { news, late, footer: null }) }, context);
    if (made.length === 0) return made;
    freeze(context, news.week.ahead.run, news.week.ahead.history, shadows);
    rememberPosted(from, context);
    return made;
  });
  return outcome({ from, posted, ready, asked });
}

const waitedWords = say`Late: it waited for the last days of the week.`;

/** False when it is there already. */
function putIn(
  place: ChannelDigest,
  { news, late, copies }: { readonly news: WeekNews; readonly late: Said | null; readonly copies: number },
  context: Context,
): boolean {
  const { from } = news.week;
  const { reply, details } = forPlace(place, { news, late, footer: onItsWay(copies) });
  const report = { report: 'digest', period: from };
  if (!postIn(context, place, { ...report, subject: subjectOf(from), reply })) return false;
  if (details.length > 0) {
    const title = say`Details of the week ${period(from, addDays(from, WEEK - 1))}`;
    const more: Reply = { title, tone: 'plain', parts: details };
    postIn(context, place, { report: 'digest-details', period: from, thread: report, reply: more });
  }
  return true;
}

/** Part of the week is not here yet: say so once, and leave a note for the refresh that brings it. */
function waitFor(week: Day, cut: Cut, context: Context): Reply {
  const { state, now } = context;
  const [sunday, latest] = [addDays(week, WEEK - 1), latestFor(week, context)];
  const known = Math.max(0, daysBetween(week, cut.before));
  const missing = cut.before <= week ? week : cut.before;
  const how = cut.held ? sentences(cut.held.says) : say`Bring what is missing with /data add.`;
  const reply: Reply = {
    title:
      missing === sunday
        ? say`The digest waits: Sunday, ${day(sunday)}, is missing`
        : say`The digest waits: ${period(missing, sunday)} are missing`,
    tone: 'careful',
    parts: [
      {
        kind: 'text',
        text:
          known === 0
            ? sentences(say`I post it when the week is complete.`, how)
            : sentences(
                say`I post it when the week is complete, at the latest ${instant(latest)}, or without the missing days if an admin says so.`,
                how,
              ),
      },
    ],
    actions:
      known === 0
        ? []
        : [
            {
              label: plural(known, say`Post now, ${count(known)} day`, say`Post now, ${count(known)} days`),
              style: 'plain',
              ask: { name: 'digest', input: { post: 'yes', partial: 'yes' } },
            },
          ],
  };
  const { ready } = digestPlaces(context);
  state.atomically(() => {
    for (const place of ready) postIn(context, place, { report: 'digest-waits', period: week, reply });
    if (ready.length === 0) tellAdmins(context, { report: 'digest-waits', period: week, reply });
    state.memory.set('digest', 'waits for', week, now);
    state.schedules.add('digest', `${week}, at the latest`, latest);
  });
  return reply;
}

function nothingOf(week: Day): Refusal {
  return new Refusal(
    say`No day of ${period(week, addDays(week, WEEK - 1))} is in: there is no digest of it`,
    say`Bring those days with /data add, and it is posted.`,
  );
}

function outcome({
  from,
  posted,
  ready,
  asked,
}: {
  readonly from: Day;
  readonly posted: readonly ChannelDigest[];
  readonly ready: readonly ChannelDigest[];
  readonly asked: readonly ChannelDigest[];
}): Reply {
  const week = period(from, addDays(from, WEEK - 1));
  const nowhere = ready.length + asked.length === 0;
  const title =
    posted.length > 0
      ? plural(
          posted.length,
          say`The digest goes to ${count(posted.length)} channel`,
          say`The digest goes to ${count(posted.length)} channels`,
        )
      : ready.length > 0 || nowhere
        ? say`The digest of ${week} is already posted`
        : say`The digest of ${week} waits for an admin to look at it first`;
  return {
    title: nowhere ? say`The digest of ${week} has nowhere to go` : title,
    tone: nowhere || (posted.length === 0 && asked.length > 0) ? 'careful' : 'good',
    parts: [
      {
        kind: 'text',
        text: nowhere
          ? say`No channel is set for it: run /channel set purpose:digest where it should be.`
          : lines([
              say`Week ${week}.`,
              asked.length > 0
                ? say`Shown to the admins first, since they have not seen it as it is set for ${listed(asked.map(nameOf))}.`
                : null,
            ]),
      },
    ],
    actions:
      asked.length > 0 ? [{ label: say`Preview`, style: 'primary', ask: { name: 'digest preview', input: {} } }] : [],
  };
}
