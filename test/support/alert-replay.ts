import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { checkAlerts } from '../../commands/alerts/night.ts';
import { byHand, defineCommand } from '../../commands/command.ts';
import type { Compute } from '../../commands/compute.ts';
import { commands } from '../../commands/index.ts';
import { scoreLedger } from '../../commands/ledger/score.ts';
import { checkData } from '../../commands/models/hold.ts';
import { readCut } from '../../commands/runs/cut.ts';
import { openDatabase } from '../../data/database.ts';
import { openFacts } from '../../data/facts/open.ts';
import { loadSample } from '../../data/sample/load.ts';
import { type SampleShop, sampleShop } from '../../data/sample/shop.ts';
import { openState } from '../../data/state/open.ts';
import type { Alert } from '../../data/state/types/alerts.ts';
import type { Day } from '../../data/types/shop.ts';
import { addDays, daysBetween, startOfMonth, startOfWeek } from '../../models/days.ts';
import { tasks } from '../../models/tasks.ts';
import { openHeldFiles } from '../../src/held-files.ts';
import { openHouse } from '../../src/house.ts';
import { localDay, toInstant } from '../../src/wall-clock.ts';
import { say } from '../../words/say.ts';
import { knownAt } from './known-at.ts';

/** A forecast that the team has posted for all to see, every so many Mondays. */
export type Post = { readonly line: string; readonly everyWeeks: number };

const clock = { door: 'clock', user: 'sextant', name: 'Sextant' } as const;
const team = { door: 'terminal', user: 'ana', name: 'Ana' } as const;
const { zone } = sampleShop;

/** The part of the nightly refresh that wakes people: what it does itself, less the models that it computes ahead. */
const night = defineCommand({
  name: 'night',
  summary: say`Alerts`,
  examples: ['night'],
  needs: 'admin',
  hidden: true,
  input: z.strictObject({}),
  async run(_, context) {
    await checkData(context);
    const cut = await readCut(context);
    await scoreLedger(context, cut);
    await checkAlerts(context, cut);
    return { title: say`Alerts`, tone: 'plain', parts: [] };
  },
});

/** Without Prophet, which costs more than all other methods together, and from the newest days only where so many are told. */
export function quick(days = Number.POSITIVE_INFINITY): Compute {
  type Asked = { readonly firstDay: Day; readonly values: Float64Array };
  const newest = ({ firstDay, values, ...ask }: Asked) => {
    const skipped = Math.max(0, values.length - days);
    return { ...ask, firstDay: addDays(firstDay, skipped), values: values.slice(skipped), prophet: 'left out' };
  };
  return async (name, input) => {
    const asked =
      name === 'forecast'
        ? newest(input as never)
        : name === 'forecastEach'
          ? (input as never as Asked[]).map(newest)
          : input;
    return tasks[name](asked as never) as never;
  };
}

/**
 * A shop whose days come one by one, with every rule at work that stands by itself: bands of days and weeks, of parts and
 * other metrics, the pace of spend, what the house says of itself. Each month as much is planned as will be spent.
 */
export function replay(
  sample: SampleShop,
  {
    posts,
    compute,
    isNight = () => true,
  }: {
    readonly posts: readonly Post[];
    readonly compute: Compute;
    /** Whether the rules look at all on the morning of this day. */
    readonly isNight?: (day: Day) => boolean;
  },
) {
  const db = openDatabase(':memory:');
  loadSample(db, sample);
  const state = openState(db);
  state.shop.set(sampleShop);
  state.channels.add('digest', 'web', 'marketing');
  let now = 0;
  const facts = openFacts(db);
  const house = openHouse({
    commands: [...commands, night],
    state,
    facts: knownAt(facts, () => localDay(now, zone)),
    files: openHeldFiles({ state, folder: join(tmpdir(), 'sextant-no-files'), now: () => now }),
    compute,
    now: () => now,
    reportFault(error) {
      throw error;
    },
    doors: () => [],
    passes: { signInLink: () => '', apiToken: () => '' },
    execution: byHand,
  });
  const answered = async (answer: ReturnType<typeof house.ask>) => {
    const { outcome, title } = await answer;
    if (outcome !== 'answered') throw new Error(`${outcome}: ${title}`);
  };

  async function morning(day: Day): Promise<void> {
    now = toInstant(day, { hour: 2, minute: 30 }, zone);
    if (isNight(day)) await answered(house.ask({ name: 'night', input: {} }, clock));
    now = toInstant(day, { hour: 8, minute: 0 }, zone);
    if (startOfMonth(day) === day) await planMonth(day);
    if (startOfWeek(day) !== day) return;
    const week = daysBetween(startOfWeek(sample.firstDay), day) / 7;
    for (const { line, everyWeeks } of posts) {
      if (week % everyWeeks === 0) await answered(house.askLine(`${line} share:yes`, team));
    }
  }

  async function planMonth(month: Day): Promise<void> {
    const from = daysBetween(sample.firstDay, month);
    const before = daysBetween(sample.firstDay, startOfMonth(addDays(month, 31)));
    for (const { name, spend } of sample.campaigns) {
      const amount = spend.subarray(from, before).reduce((sum, day) => sum + day, 0);
      if (before > spend.length || amount === 0) continue;
      const input = { campaign: name, amount: String(amount), month: month.slice(0, 7) };
      await answered(house.ask({ name: 'campaign budget', input }, team));
    }
  }

  return {
    state,
    facts,
    /** Every morning from one day to before another. Returns the alerts that opened, oldest first. */
    async mornings(from: Day, before: Day): Promise<readonly Alert[]> {
      const opened = toInstant(from, { hour: 0, minute: 0 }, zone);
      for (let day = from; day < before; day = addDays(day, 1)) await morning(day);
      return state.alerts
        .list(1000)
        .filter(({ openedAt }) => openedAt >= opened)
        .reverse();
    },
    close: () => void db.close(),
  };
}

/** What an alert is on, whichever side: "sales", "spend", a part of the shop. */
export const seriesOf = ({ cause }: Pick<Alert, 'cause'>) => cause.replace(/ (above|below)$/, '');

/** How many alerts each series had; those without any are not in it. */
export function bySeries(alerts: readonly Alert[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const alert of alerts) counts.set(seriesOf(alert), (counts.get(seriesOf(alert)) ?? 0) + 1);
  return counts;
}

/** The day on which an alert was opened, in the shop. */
export const openedOn = ({ openedAt }: Pick<Alert, 'openedAt'>): Day => localDay(openedAt, zone);

/** A smaller shop: so large a share of its orders, each with all its lines and returns. */
export function smaller(sample: SampleShop, share: number): SampleShop {
  const last = sample.lines.at(-1)!;
  return { ...sample, lines: sample.lines.filter((line) => line === last || luckOf(line.order) < share) };
}

/** What goes wrong with a shop from a day on. */
export const breaks = {
  /** Of all orders, this share stays away. */
  drop: (share: number) => (sample: SampleShop, from: Day) =>
    without(sample, from, ({ order }) => luckOf(`lost ${order}`) < share),
  /** A campaign ends, and its spend with it. */
  campaignStops:
    (name: string) =>
    (sample: SampleShop, from: Day): SampleShop => ({
      ...without(sample, from, ({ campaign }) => campaign === name),
      campaigns: sample.campaigns.map((each) =>
        each.name === name
          ? { ...each, spend: each.spend.map((day, at) => (at < daysBetween(sample.firstDay, from) ? day : 0)) }
          : each,
      ),
    }),
  /** Orders come and no longer tell their campaign. */
  trackingStops:
    () =>
    (sample: SampleShop, from: Day): SampleShop => ({
      ...sample,
      lines: sample.lines.map((line) =>
        line.day < daysBetween(sample.firstDay, from) ? line : { ...line, campaign: null },
      ),
    }),
  /** The orders of one sales channel are no longer in the files. */
  channelStops: (name: string) => (sample: SampleShop, from: Day) =>
    without(sample, from, ({ channel }) => channel === name),
};

function without(sample: SampleShop, from: Day, isGone: (line: SampleShop['lines'][number]) => boolean): SampleShop {
  const first = daysBetween(sample.firstDay, from);
  const last = sample.lines.at(-1)!;
  return { ...sample, lines: sample.lines.filter((line) => line === last || line.day < first || !isGone(line)) };
}

/** Uniform in [0, 1), the same for all lines of an order: FNV-1a, and the finish of MurmurHash3. */
function luckOf(order: string): number {
  let hash = 2_166_136_261;
  for (const char of order.replace(/-R-.*$/, '')) hash = Math.imul(hash ^ char.charCodeAt(0), 16_777_619);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
