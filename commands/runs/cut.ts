import type { DataHold } from '../../data/state/types/learning.ts';
import type { Coverage } from '../../data/types/quality.ts';
import type { Day, Shop } from '../../data/types/shop.ts';
import { addDays, daysBetween } from '../../models/days.ts';
import { day, type Said, say } from '../../words/say.ts';
import type { Context } from '../command.ts';
import { Refusal } from '../refusal.ts';

/** What a run may look at: complete days before `before`, from these imports. */
export type Cut = {
  readonly shop: Shop;
  readonly before: Day;
  readonly lastDay: Day;
  readonly firstDay: Day;
  readonly coverage: Coverage;
  /** Only what was imported by the end of this day is looked at; without, everything. */
  readonly knownBy?: Day;
  /** Why the newest days are left out, if they are: they look wrong, and nobody has said that they are right. */
  readonly held: DataHold | null;
};

/** Data that ended longer ago than this says nothing about the coming weeks. */
export const STALE_AFTER_DAYS = 28;

/**
 * The data that models may stand on: as it is, or as it was before `asOf`, without the newest days while they are held.
 *
 * @throws {Refusal} when there are no orders, or none before `asOf`, or `asOf` lies ahead
 */
export async function readCut(context: Context, asOf?: Day): Promise<Cut> {
  const cut = await wholeCut(context, asOf);
  const held = context.state.learning.held();
  if (held === null || held.before >= cut.before) return cut;
  return { ...cut, before: held.before, lastDay: addDays(held.before, -1), held };
}

/** All complete days, those that are held among them. @throws {Refusal} as `readCut` */
export async function wholeCut({ facts, shop, today }: Context, asOf?: Day): Promise<Cut> {
  const coverage = await facts.coverage();
  const { firstDay, lastCompleteDay } = coverage;
  if (!shop || firstDay === null || lastCompleteDay === null) {
    throw new Refusal(
      say`I have no orders yet`,
      say`Drop a file of orders here, or bring it with /data add. /start leads through it step by step; to look around first, try /demo.`,
    );
  }
  if (asOf !== undefined && asOf > today) {
    throw new Refusal(
      say`${day(asOf)} is still to come`,
      say`Today is ${day(today)}. as-of: asks what could be known before a past day.`,
    );
  }
  if (asOf !== undefined && asOf <= firstDay) {
    throw new Refusal(say`There is nothing before ${day(asOf)}`, say`The first order I know is from ${day(firstDay)}.`);
  }
  const end = addDays(lastCompleteDay, 1);
  const before = asOf !== undefined && asOf < end ? asOf : end;
  return { shop, before, lastDay: addDays(before, -1), firstDay, coverage, held: null };
}

/**
 * The data as it was known when `asOf` ended, up to the day before it: late orders and later corrections do not count.
 * A shop that has imported its history since then knew nothing at the time: then what happened before `asOf` has to do,
 * and `knownBy` is not set.
 *
 * @throws {Refusal} as `readCut` does
 */
export async function readCutAsKnown(context: Context, asOf: Day): Promise<Cut> {
  const cut = await readCut(context, asOf);
  const coverage = await context.facts.coverage({ knownBy: asOf });
  const { firstDay, lastCompleteDay } = coverage;
  if (firstDay === null || lastCompleteDay === null || firstDay >= cut.before) return cut;
  const end = addDays(lastCompleteDay, 1);
  const before = end < cut.before ? end : cut.before;
  return { ...cut, before, lastDay: addDays(before, -1), firstDay, coverage, knownBy: asOf };
}

/** What is not done on data that ended long ago. */
const notFrom = {
  'look ahead': (until: Day) => say`My last complete day is ${day(until)}: I do not look ahead from that`,
  'write a digest': (until: Day) => say`My last complete day is ${day(until)}: I do not write a digest from that`,
  'plan a budget': (until: Day) => say`My last complete day is ${day(until)}: I do not plan a budget from that`,
  'adjust a budget': (until: Day) => say`My last complete day is ${day(until)}: I do not adjust a budget from that`,
  'propose a budget': (until: Day) => say`My last complete day is ${day(until)}: I do not propose a budget from that`,
  'suggest a budget': (until: Day) => say`My last complete day is ${day(until)}: I do not suggest a budget from that`,
  'make a list': (until: Day) => say`My last complete day is ${day(until)}: I do not make a list from that`,
  'plan the next 30 days': (until: Day) =>
    say`My last complete day is ${day(until)}: I do not plan the next 30 days from that`,
} satisfies Readonly<Record<string, (until: Day) => Said>>;

/** @throws {Refusal} when the data ended so long ago that the coming weeks cannot be told from it */
export function requireFresh(
  { lastDay, before }: Cut,
  { today }: Context,
  command: string,
  what: keyof typeof notFrom,
): void {
  if (daysBetween(lastDay, today) <= STALE_AFTER_DAYS) return;
  throw new Refusal(
    notFrom[what](lastDay),
    say`It is ${day(today)} now. Import newer orders, or ask what could be said then: ${command} as-of:${before}`,
    [{ label: say`As of ${day(before)}`, style: 'plain', ask: { name: command.slice(1), input: { 'as-of': before } } }],
  );
}
