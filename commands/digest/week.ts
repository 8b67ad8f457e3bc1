import type { Day } from '../../data/types/shop.ts';
import { addDays, daysBetween } from '../../models/days.ts';
import { day, type Said as Sentence, say, sentences, type Words } from '../../words/say.ts';
import type { Context } from '../command.ts';
import { recordWords } from '../ledger/record.ts';
import { AHEAD_WEEKS, standingForecast } from '../models/champion.ts';
import type { Action, Part, Reply } from '../reply.ts';
import { type Cut, readCut } from '../runs/cut.ts';
import { forecastRun, throughWeeks } from '../runs/forecast.ts';
import { freezeLate } from '../runs/freeze.ts';
import { weekRun } from '../runs/week.ts';
import { adviceSection, campaignsSection, pacingSection } from './campaigns.ts';
import { modelsSection } from './model-notes.ts';
import { chartSection, headline, movedSection, quietLine, salesSection, verdictOf } from './sales.ts';
import { type Section, sections } from './sections.ts';
import { reachSection, segmentsSection } from './segments.ts';
import type { Said, Told, Week } from './told.ts';
import { alertsSection, waitingSection } from './waiting.ts';

const WEEK = 7;
/** Without this much history before it, nothing could have been said of a week. */
const LEAST_HISTORY_WEEKS = 8;

const told: Readonly<Record<Section, (context: Context, week: Week) => Told | Promise<Told>>> = {
  sales: salesSection,
  chart: chartSection,
  moved: movedSection,
  segments: segmentsSection,
  reach: reachSection,
  campaigns: campaignsSection,
  advice: adviceSection,
  pacing: pacingSection,
  waiting: waitingSection,
  alerts: alertsSection,
  models: modelsSection,
  record: async (context) => ({ record: await recordWords(context) }),
};

/** Sections that can be news, and the record, which two lines have too: made before it is known whether those are enough. */
const newsworthy: readonly Section[] = ['segments', 'pacing', 'waiting', 'alerts', 'record'];

/** A week with what is to be told of it. Each section is made once, for all channels that have it. */
export type WeekNews = { readonly week: Week; readonly told: ReadonlyMap<Section, Told> };

/**
 * Looks at the week that begins on a Monday, as far as its days are known.
 *
 * @param wanted the sections that somebody will be told
 * @param whole also where two lines are enough
 */
export async function weekNews(
  context: Context,
  {
    cut,
    from,
    wanted,
    whole,
  }: { readonly cut: Cut; readonly from: Day; readonly wanted: ReadonlySet<Section>; readonly whole: boolean },
): Promise<WeekNews> {
  const end = addDays(from, WEEK);
  const before = cut.before < end ? cut.before : end;
  const ahead = await standingForecast(context, cut, throughWeeks(cut, AHEAD_WEEKS));
  const sales = await weekRun(context, cut, { from, days: daysBetween(from, before) });
  const said = await whatWasSaid(context, from, cut);
  const [next] = ahead.run.result.weekly;
  if (next && next.firstDay < context.today) freezeLate(context, ahead.run, ahead.history, next.firstDay);
  const week: Week = { cut, from, before, isWhole: before === end, sales, said, ahead };
  const made = new Map<Section, Told>();
  const make = async (some: readonly Section[]) => {
    for (const section of some) if (wanted.has(section)) made.set(section, await told[section](context, week));
  };
  await make(newsworthy);
  if (whole || !isQuiet(week, [...made.values()])) await make(sections.filter((each) => !newsworthy.includes(each)));
  return { week, told: made };
}

/** The forecast as posted held, and nothing waits: two lines are enough. */
function isQuiet(week: Week, parts: readonly Told[]): boolean {
  return week.said?.frozen === true && verdictOf(week) === 'inside' && !parts.some(({ isNews }) => isNews);
}

/** A digest: the message, and what goes into its thread. */
export type Digest = { readonly reply: Reply; readonly details: readonly Part[] };

/**
 * The digest with these sections. Two lines when the posted forecast held and nothing in them is news, unless the whole is
 * asked for.
 */
export function digestOf(
  { week, told }: WeekNews,
  {
    has,
    late,
    whole,
    footer,
    actions = [],
  }: {
    readonly has: readonly Section[];
    readonly late: Words | null;
    readonly whole: boolean;
    /** The last sentence: how far it has come. */
    readonly footer: Sentence | null;
    readonly actions?: readonly Action[];
  },
): Digest {
  const { said, ahead } = week;
  const verdict = verdictOf(week);
  const parts = has.flatMap((section) => told.get(section) ?? []);
  const quiet = !whole && isQuiet(week, parts);
  const spoken = parts.flatMap(({ lines = [] }) => lines).filter((line) => line !== null);
  const record = parts.find((each) => each.record)?.record ?? null;
  const body: Part[] = quiet
    ? [{ kind: 'text', text: quietLine(week) }]
    : [
        { kind: 'note', text: headWords(week) },
        ...parts.flatMap((each) => each.parts ?? []),
        ...spoken.map((text): Part => ({ kind: 'text', text })),
      ];
  return {
    reply: {
      title: headline(week),
      tone: verdict === 'above' ? 'good' : verdict === 'below' ? 'careful' : 'plain',
      parts: [
        ...(late ? [{ kind: 'text' as const, text: late }] : []),
        ...body,
        ...(record || footer ? [{ kind: 'note' as const, text: sentences(record, footer) }] : []),
      ],
      actions: [
        { label: say`Why?`, style: 'plain', ask: { name: 'why', input: { id: said?.run ?? ahead.run.id } } },
        ...(whole ? [] : [details]),
        ...(quiet ? [] : parts.flatMap((each) => each.actions ?? [])),
        ...actions,
      ],
    },
    details: quiet ? [] : parts.flatMap((each) => each.details ?? []),
  };
}

const details: Action = {
  label: say`Details`,
  style: 'plain',
  ask: { name: 'digest', input: { details: 'yes' } },
};

/** How far the data reaches, and in whose time. */
function headWords({ cut, isWhole }: Week): Sentence {
  const { zone } = cut.shop;
  return isWhole
    ? say`Complete week · data up to ${day(cut.lastDay)} · ${zone}`
    : say`The week is not complete · data up to ${day(cut.lastDay)} · ${zone}`;
}

/** What was posted for this week before it began; failing that, what the same method says without having seen it. */
async function whatWasSaid(context: Context, week: Day, cut: Cut): Promise<Said | null> {
  const frozen = context.state.ledger.promised(week);
  if (frozen) return { ...frozen, frozen: true };
  if (daysBetween(cut.firstDay, week) < LEAST_HISTORY_WEEKS * WEEK) return null;
  const past = await readCut(context, week);
  const { run, history } = await forecastRun(context, past, { horizon: WEEK, method: 'auto' });
  const said = run.result.weekly.find(({ firstDay }) => firstDay === week);
  if (!said) return null;
  freezeLate(context, run, history, week);
  return { ...said, run: run.id, frozen: false };
}
