import { byHand } from '../../../commands/command.ts';
import { addDays } from '../../../models/days.ts';
import { named } from '../../../words/say.ts';
import { begun, keptBeginning } from '../../support/beginning.ts';
import { DAY_MS, FRIDAY_FOUR, HOUR_MS, MONDAY_EIGHT, NOON } from '../../support/clock.ts';
import { clock, dina, houseOn, rina } from '../../support/house.ts';
import { frozenWeek } from '../../support/ledger.ts';
import { bring } from '../../support/orders.ts';

/**
 * What has to have happened for a row of product.md, job 5, to come true. Models are computed here, before a chat is open:
 * they hold up the process, as they do not where they have a thread of their own.
 */

type Whole = ReturnType<typeof houseOn>;

/** F-1 and F-2: what ledgers and lists are said to be made by. */
const forecasts = ['/forecast weeks:1 method:naive', '/forecast weeks:2 method:naive'];

/** The demo shop on Friday at four, its models computed, nothing posted yet. */
export async function friday(): Promise<Whole> {
  const begins = await keptBeginning('friday', async () => {
    const { say, db } = houseOn(begun('demo'), { at: FRIDAY_FOUR });
    for (const line of [...forecasts, '/lookback']) await say(line, rina);
    return db;
  });
  return houseOn(begins, { at: FRIDAY_FOUR });
}

/** The day after the lists of these scenes were sent, and how long they were watched: until 12 April. */
const SENT = '2026-03-16';
const WINDOW = 28;

type Arm = { readonly of: number; readonly ordered: number };
type Sent = { readonly name: string; readonly written: Arm; readonly held: Arm; readonly also?: readonly number[] };

/** A list that has closed, of which so many have ordered; `also` were written to as well. Gives who was held out. */
export async function sentList(
  { facts, state }: Whole,
  { name, written, held, also = [] }: Sent,
): Promise<readonly number[]> {
  const { id: customers, recencyDays } = await facts.customers.view({ before: addDays(SENT, WINDOW) });
  const taken = new Set([...state.tests.list(100).flatMap(({ id }) => [...state.tests.members(id).id]), ...also]);
  const pick = (many: number, ordered: boolean) => {
    const free = customers.filter((each, row) => !taken.has(each) && recencyDays[row]! <= WINDOW === ordered);
    const picked = [...free.slice(0, many)];
    for (const each of picked) taken.add(each);
    return picked;
  };
  const arm = ({ of, ordered }: Arm) => [...pick(ordered, true), ...pick(of - ordered, false)];
  const [on, out] = [[...arm(written), ...also], arm(held)];
  const heldShare = out.length / (on.length + out.length);
  const list = { name: named(name), run: 'F-1', windowDays: WINDOW, base: 0.3, leftOut: [], reason: null, heldShare };
  state.atomically(() => {
    const id = state.tests.open({ ...list, madeBy: 'web:rina', madeAt: 0 }, () => [
      ...on.map((each) => [each, 0.999] as const),
      ...out.map((each) => [each, 0] as const),
    ]);
    state.tests.export(id, 'web:rina', 0, SENT);
  });
  return out;
}

/** A file of orders of the window comes in after it: these people ordered after all. */
export async function lateOrders(whole: Whole, people: readonly number[]): Promise<void> {
  const ref = whole.db.prepare<[number], string>('SELECT ref FROM customer WHERE id = ?').pluck();
  const rows = people.map((each, at) => `late-${at},2026-04-09,${ref.get(each)},A,1,150000,Shopee`);
  await bring({ rows, learnedOn: '2026-05-05' }, whole);
}

/** What was said of a week, and what came: in millions. */
type Millions = { readonly ours: number; readonly theirs: number; readonly naive: number; readonly came: number };

/** Twelve weeks of forecasts, the last one first: F-1 was posted, and a challenger spoke unasked beside it. */
export function ledgerOf({ state }: Whole, challenger: string, said: (weeksAgo: number) => Millions): void {
  for (let ago = 0; ago < 12; ago++) {
    const week = addDays('2026-04-13', -7 * ago);
    const { ours, theirs, naive, came } = said(ago);
    const words = (millions: number) => ({
      expected: millions * 1e6,
      low80: millions * 0.8e6,
      high80: millions * 1.2e6,
      naive: naive * 1e6,
      step: 20e6,
    });
    state.ledger.freeze(
      [
        frozenWeek({ run: 'F-1', week, ...words(ours) }),
        frozenWeek({ run: 'F-2', week, ...words(theirs), recipe: challenger, posted: false }),
      ],
      NOON - (ago + 1) * 7 * DAY_MS,
    );
    state.ledger.score(week, came * 1e6, NOON);
  }
}

/** A shift of February, set by hand, on the Tuesday after its six weeks: it was judged. */
export async function judgedShift(): Promise<Whole> {
  const at = NOON - 70 * DAY_MS;
  const begins = await keptBeginning('shift-by-hand', async () => {
    const { say, db, state, time } = houseOn(begun('demo'), { at, replay: true, execution: byHand });
    state.shop.set({ ...state.shop.read()!, demo: false });
    for (const line of [...forecasts, '/budget propose max-step:20']) await say(line, rina);
    await say('/budget approve P-1', dina);
    await say('/budget done P-1', rina);
    time.at = FRIDAY_FOUR;
    await say('/lookback', rina);
    return db;
  });
  const whole = houseOn(begins, { at: at + 49 * DAY_MS, replay: true });
  await whole.house.ask({ name: 'budget watch', input: {} }, clock);
  return whole;
}

/** The digest of Monday was made at 9:12 instead of 8:00, and one message was given up. */
export function roughWeek({ state }: Whole): void {
  state.schedules.add('digest', '2026-04-20', MONDAY_EIGHT);
  state.schedules.done(state.schedules.claim(MONDAY_EIGHT, HOUR_MS)!.id, MONDAY_EIGHT + 72 * 60_000);
  state.outbox.enqueue({ key: 'gone', door: 'web', channel: 'gone', content: { title: 'T' } }, MONDAY_EIGHT);
  const { id } = state.outbox.claim(['web'], MONDAY_EIGHT, HOUR_MS)!;
  state.outbox.bury(id, { error: 'channel_not_found', reached: false });
}
