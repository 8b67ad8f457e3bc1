import { byHand } from '../commands/command.ts';
import { commands } from '../commands/index.ts';
import type { Connection } from '../data/database.ts';
import type { SampleBudget } from '../data/sample/campaigns.ts';
import { loadSample } from '../data/sample/load.ts';
import { budgetsAfter, PAST_WEEKS, sampleQuestion, sampleShifts } from '../data/sample/past.ts';
import { generateShop, type SampleShop, sampleShop } from '../data/sample/shop.ts';
import { writeTruth } from '../data/sample/truth.ts';
import type { State } from '../data/state/types/state.ts';
import type { Day, Instant } from '../data/types/shop.ts';
import { addDays } from '../models/days.ts';
import { openDelivery } from './delivery.ts';
import type { OpenDoor } from './doors.ts';
import { heldFolder, openHeldFiles } from './held-files.ts';
import { openHouse } from './house.ts';
import { openPasses } from './passes.ts';
import { clock } from './schedule.ts';
import { toInstant, type WallTime } from './wall-clock.ts';
import { openBoard } from './web/board.ts';
import { defaultChannels } from './web/door.ts';
import { openPool, type Pool } from './worker/pool.ts';
import { addWorkspaceChannels, workspaceMessages } from './workspace.ts';

const SEED = 1;

type Opened = { readonly file: string; readonly db: Connection; readonly state: State };

/** The people whom one may act as in the demo, so that the approval flow can be tried alone. */
const demoTeam = [
  { user: 'rina', name: 'Rina', role: 'analyst' },
  { user: 'dina', name: 'Dina', role: 'approver' },
  { user: 'raka', name: 'Raka', role: 'approver' },
  { user: 'vina', name: 'Vina', role: 'viewer' },
  { user: 'ana', name: 'Ana', role: 'admin' },
] as const;

/** Fills an empty database with the demo shop of these two years. The note at the end says that it is whole. */
export function makeDemo(opened: Opened, lastDay: Day, now: Instant): void {
  const sample = generateShop({ seed: SEED, lastDay });
  loadSample(opened.db, sample);
  tellTruth(opened, sample);
  opened.state.atomically(() => {
    settleIn(opened, now);
    isWhole(opened, lastDay, now);
  });
}

/** The shop's facts and models, to be closed when the demo is made. */
type Workshop = Pick<Pool, 'facts' | 'compute' | 'close'>;

/**
 * The demo shop with a past: its people have brought a file a week, and shifted budgets. Nothing of that is written by
 * hand: they ask, approve and carry out as anybody does, on what was known at the time, and what they decide is what the
 * shop spends from then on.
 *
 * @param customers how many it has, for a smaller shop
 */
export async function makeLivedInDemo(
  opened: Opened,
  lastDay: Day,
  now: Instant,
  { customers, work = openPool }: { readonly customers?: number; readonly work?: (file: string) => Workshop } = {},
): Promise<void> {
  const { file, db, state } = opened;
  const today = addDays(lastDay, 1);
  const began = addDays(today, -7 * PAST_WEEKS);
  const live = (budgets: readonly SampleBudget[]) =>
    generateShop({ seed: SEED, lastDay, budgets, ...(customers !== undefined && { customers }) });
  let sample = live([]);

  state.atomically(() => settleIn(opened, at(began, MORNING)));
  loadSample(db, sample, { from: sample.firstDay, to: addDays(began, -1) });
  const workshop = work(file);
  try {
    const life = lifeIn(opened, workshop);
    for (let weeksAgo = PAST_WEEKS; weeksAgo > 0; weeksAgo--) {
      const monday = addDays(today, -7 * weeksAgo);
      const shift = sampleShifts.find((each) => each.weeksAgo === weeksAgo);
      await life.watch(at(monday, MORNING));
      if (shift) await life.say('rina', shift.line, at(addDays(monday, 1), NOON));
      for (const lines of await life.decide(addDays(monday, 1))) {
        const budgets = budgetsAfter(lines, addDays(monday, 7), shift?.answer ?? 1);
        sample = live([...sample.budgets, ...budgets]);
      }
      loadSample(db, sample, { from: monday, to: addDays(monday, 6) });
    }
    await life.watch(now);
    await life.say('rina', sampleQuestion, now);
  } finally {
    await workshop.close();
  }
  tellTruth(opened, sample);
  state.atomically(() => isWhole(opened, lastDay, now));
}

const MORNING = { hour: 8, minute: 0 };
const NOON = { hour: 12, minute: 0 };
const EVENING = { hour: 17, minute: 0 };

function at(day: Day, time: WallTime): Instant {
  return toInstant(day, time, sampleShop.zone);
}

/** The house as it stood at moments of the past. What it posts stands in the workspace as of then. */
function lifeIn({ file, state }: Opened, { facts, compute }: Workshop) {
  let moment: Instant = 0;
  const now = () => moment;
  const house = openHouse({
    commands,
    state,
    facts,
    files: openHeldFiles({ state, folder: heldFolder(file), now }),
    compute,
    now,
    // A past without a shift is one, too: nobody's first start fails for it.
    reportFault: () => 'demo',
    doors: () => [],
    passes: openPasses({ state, now, address: '' }),
    execution: byHand,
  });
  const { outlet } = openBoard({ messages: workspaceMessages(state), now }, defaultChannels);
  const workspace: OpenDoor = { name: 'web', outlet, state: () => '', isConnected: () => true, close: async () => {} };
  const { flush } = openDelivery({ state, doors: () => [workspace], now, report: () => {} });
  const say = async (user: string, line: string, when: Instant) => {
    moment = when;
    await house.askLine(line, { door: 'web', user });
    await flush();
  };
  return {
    say,
    async watch(when: Instant) {
      moment = when;
      await house.ask({ name: 'budget watch', input: {} }, clock);
      await flush();
    },
    /** What waits is approved, and carried out the next day. Returns the budgets that were set. */
    async decide(day: Day) {
      const waiting = state.proposals.list({ states: ['proposed'], limit: 10 }).map(({ id }) => id);
      for (const id of waiting) {
        for (const approver of ['dina', 'raka']) {
          if (state.proposals.find(id)?.state === 'proposed')
            await say(approver, `/budget approve ${id}`, at(day, EVENING));
        }
        await say('rina', `/budget done ${id}`, at(addDays(day, 1), NOON));
      }
      return waiting
        .filter((id) => state.proposals.find(id)?.state === 'executed')
        .map((id) => state.executions.of(id)!.change.lines);
    },
  };
}

function settleIn({ state }: Opened, at: Instant): void {
  state.shop.set(sampleShop);
  for (const person of demoTeam) state.people.set({ door: 'web', ...person }, 'web:ana', at);
  addWorkspaceChannels(state);
  // Nobody can be surprised by made-up figures: the first digest is there to look at.
  state.digests.approve({ door: 'web', channel: 'marketing' }, 1);
}

function tellTruth({ file }: Opened, sample: SampleShop): void {
  if (file !== ':memory:') writeTruth(`${file}.truth.json`, sample);
}

function isWhole({ state }: Opened, lastDay: Day, now: Instant): void {
  state.memory.set('demo', 'until', lastDay, now);
}
