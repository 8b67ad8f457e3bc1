import { schedule as cron } from 'node-cron';
import type { Job, State } from '../data/state/types.ts';
import type { Instant } from '../data/types.ts';
import type { House } from './doors.ts';
import { localDay, nextWallTime, type WallTime } from './wall-clock.ts';

const MONDAY = 1;
const FRIDAY = 5;
const HOUR_MS = 3_600_000;
/** A job whose process gives no sign for this long is done again; a living one renews. */
const LEASE_MS = 2 * 60_000;
const RENEW_MS = 30_000;
/** Waits after a fault of ours; after the last of them a person is told. */
const RETRY_AFTER_MS = [60_000, 10 * 60_000, HOUR_MS, 6 * HOUR_MS];

type Rule = {
  readonly name: 'refresh' | 'digest' | 'lookback' | 'budget suggest';
  readonly time: WallTime;
  readonly weekday?: number;
  /** Missed by more than this, a run is skipped: the next one says it better. */
  readonly graceMs: number;
  /** It is written for the channels, which are told when it is late. */
  readonly posts?: true;
};

/** What is done when, on the shop's wall clock. */
const rules: readonly Rule[] = [
  { name: 'refresh', time: { hour: 2, minute: 30 }, graceMs: 24 * HOUR_MS },
  { name: 'digest', time: { hour: 8, minute: 0 }, weekday: MONDAY, graceMs: 6 * 24 * HOUR_MS, posts: true },
  { name: 'budget suggest', time: { hour: 9, minute: 0 }, weekday: MONDAY, graceMs: 2 * 24 * HOUR_MS, posts: true },
  { name: 'lookback', time: { hour: 16, minute: 0 }, weekday: FRIDAY, graceMs: 2 * 24 * HOUR_MS, posts: true },
];

const clock = { door: 'clock', user: 'sextant', name: 'Sextant' } as const;

export type Schedule = {
  /** Does all that is due. Returns when it is done. */
  tick(): Promise<void>;
  start(): void;
  /** Begins nothing more and waits for the job that is running. One that is cut off is done again at the next start. */
  stop(): Promise<void>;
};

/**
 * Does what is due. node-cron only wakes it each minute; what is due when stands in the database, so a run missed
 * while the process was down is caught up once, and two processes never do the same one.
 */
export function openSchedule({
  state,
  house,
  now,
  afterwards,
  report,
  began = () => {},
}: {
  readonly state: State;
  readonly house: House;
  readonly now: () => Instant;
  /** Sends what the jobs have put into the outbox. */
  readonly afterwards: () => Promise<unknown>;
  /** Tells a person. */
  readonly report: (text: string) => void;
  /** Told how long after its time a job begins. */
  readonly began?: (schedule: string, lateMs: number) => void;
}): Schedule {
  let running: Promise<void> | null = null;
  let stopping = false;
  state.schedules.release();

  const sweep = (): void => {
    const zone = state.shop.read()?.zone;
    if (zone === undefined) return;
    const next = ({ time, weekday }: Rule, after: Instant) => nextWallTime(after, time, zone, weekday);
    for (const rule of rules) state.schedules.start(rule.name, next(rule, now()));
    for (const { name, nextDueAt } of state.schedules.due()) {
      const rule = rules.find((each) => each.name === name);
      if (!rule || nextDueAt > now()) continue;
      // Down for several periods: only the newest is done.
      let dueAt = nextDueAt;
      for (let later = next(rule, dueAt); later <= now(); later = next(rule, dueAt)) dueAt = later;
      state.schedules.advance(
        {
          name,
          dueAt: nextDueAt,
          plannedAt: dueAt,
          nextDueAt: next(rule, now()),
          period: localDay(dueAt, zone),
          skip: now() - dueAt > rule.graceMs,
        },
        now(),
      );
    }
  };

  const work = async (): Promise<void> => {
    sweep();
    await house.ask({ name: 'budget deadlines', input: {} }, clock);
    for (
      let job = state.schedules.claim(now(), LEASE_MS);
      job && !stopping;
      job = state.schedules.claim(now(), LEASE_MS)
    ) {
      await attempt(job);
    }
    await afterwards();
  };

  const attempt = async (job: Job): Promise<void> => {
    began(job.schedule, now() - job.plannedAt);
    const renewing = setInterval(() => state.schedules.renew(job.id, now(), LEASE_MS), RENEW_MS);
    const posts = rules.some((rule) => rule.name === job.schedule && rule.posts);
    const input = posts ? { post: 'yes', planned: job.plannedAt } : {};
    const answer = await house.ask({ name: job.schedule, input }, clock).finally(() => clearInterval(renewing));
    if (answer.outcome === 'answered') return state.schedules.done(job.id, now());
    // Cut off with the process: it did not fail, and the next start gives it back.
    if (stopping && answer.outcome === 'fault') return;
    // What was refused will be refused again: only our own faults are worth another try.
    const wait = answer.outcome === 'fault' ? RETRY_AFTER_MS[job.attempts] : undefined;
    state.schedules.failed(job.id, now(), answer.title, wait === undefined ? null : now() + wait);
    if (wait === undefined) report(`The ${job.schedule} of ${job.period} was not done: ${answer.title}`);
  };

  const tick = (): Promise<void> => {
    running ??= work().finally(() => {
      running = null;
    });
    return running;
  };

  const task = cron('* * * * *', tick, { noOverlap: true });
  task.stop();
  return {
    tick,
    start: () => void task.start(),
    async stop() {
      stopping = true;
      await task.destroy();
      await running;
    },
  };
}
