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
import type { Day } from '../../data/types/shop.ts';
import { addDays, startOfMonth, startOfWeek } from '../../models/days.ts';
import { tasks } from '../../models/tasks.ts';
import { openHeldFiles } from '../../src/held-files.ts';
import { openHouse } from '../../src/house.ts';
import { localDay, toInstant } from '../../src/wall-clock.ts';
import { say } from '../../words/say.ts';
import { knownAt } from './known-at.ts';

/** What a team has posted for all to see: the digest every Monday, and its parts. */
export type Habits = {
  /** `/forecast` lines, asked every so many Mondays. */
  readonly posts: readonly { readonly line: string; readonly everyWeeks: number }[];
  /** Budgets are typed at the start of each month, as much as is spent on the whole. */
  readonly budgets: boolean;
};

const clock = { door: 'clock', user: 'sextant', name: 'Sextant' } as const;
const team = { door: 'terminal', user: 'ana', name: 'Ana' } as const;

/** The part of the nightly refresh that wakes people: what the schedule does, without the models that it computes ahead. */
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

/** Without Prophet, which costs more than all other methods together. */
const quick: Compute = async (name, input) =>
  tasks[name]((name === 'forecast' ? { ...(input as object), prophet: 'left out' } : input) as never) as never;

/** A shop whose days come one by one, with every rule at work that stands by itself. */
export function replay(sample: SampleShop, { posts, budgets }: Habits, compute: Compute = quick) {
  const db = openDatabase(':memory:');
  loadSample(db, sample);
  const state = openState(db);
  state.shop.set(sampleShop);
  state.channels.add('digest', 'web', 'marketing');
  let now = 0;
  const { zone } = sampleShop;
  const house = openHouse({
    commands: [...commands, night],
    state,
    facts: knownAt(openFacts(db), () => localDay(now, zone)),
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
  const asked = async (answer: ReturnType<typeof house.ask>) => {
    const { outcome, title } = await answer;
    if (outcome !== 'answered') throw new Error(`${outcome}: ${title}`);
  };
  const begun = startOfWeek(sample.firstDay);
  const weeksSince = (day: Day) => Math.round((Date.parse(day) - Date.parse(begun)) / (7 * 86_400_000));

  /** One morning: what ended yesterday is looked at, and on Mondays posted. */
  async function morning(day: Day): Promise<void> {
    now = toInstant(day, { hour: 2, minute: 30 }, zone);
    await asked(house.ask({ name: 'night', input: {} }, clock));
    now = toInstant(day, { hour: 8, minute: 0 }, zone);
    if (budgets && startOfMonth(day) === day) await typeBudgets(day);
    if (startOfWeek(day) !== day) return;
    for (const { line, everyWeeks } of posts) {
      if (weeksSince(day) % everyWeeks === 0) await asked(house.askLine(`${line} share:yes`, team));
    }
  }

  async function typeBudgets(month: Day): Promise<void> {
    for (const { name, spend } of sample.campaigns) {
      const amount = Math.round((30.4 * spend.reduce((sum, day) => sum + day, 0)) / spend.length);
      await asked(
        house.ask(
          { name: 'campaign budget', input: { campaign: name, amount: String(amount), month: month.slice(0, 7) } },
          team,
        ),
      );
    }
  }

  return {
    state,
    db,
    /** Every morning from one day to before another. */
    async mornings(from: Day, before: Day): Promise<void> {
      for (let day = from; day < before; day = addDays(day, 1)) await morning(day);
    },
  };
}
