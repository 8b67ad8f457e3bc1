import { schedule as cron } from 'node-cron';
import type { State } from '../data/state/types.ts';
import type { Instant } from '../data/types.ts';
import type { House } from './doors.ts';
import { localDay, nextWallTime, type WallTime } from './wall-clock.ts';

const MONDAY = 1;
const HOUR_MS = 3_600_000;
/** A job still running after this long is taken for dead and done again. */
const LEASE_MS = HOUR_MS;

type Rule = {
  readonly name: 'refresh' | 'digest';
  readonly time: WallTime;
  readonly weekday?: number;
  /** Missed by more than this, a run is skipped: the next one says it better. */
  readonly graceMs: number;
};

/** What is done when, on the shop's wall clock. */
const rules: readonly Rule[] = [
  { name: 'refresh', time: { hour: 2, minute: 30 }, graceMs: 24 * HOUR_MS },
  { name: 'digest', time: { hour: 8, minute: 0 }, weekday: MONDAY, graceMs: 6 * 24 * HOUR_MS },
];

const clock = { door: 'clock', user: 'sextant', name: 'Sextant' } as const;

export type Schedule = {
  /** Does all that is due. Returns when it is done. */
  tick(): Promise<void>;
  start(): void;
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
}: {
  readonly state: State;
  readonly house: House;
  readonly now: () => Instant;
  /** Sends what the jobs have put into the outbox. */
  readonly afterwards: () => Promise<unknown>;
  readonly report: (text: string) => void;
}): Schedule {
  let running: Promise<void> | null = null;

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
    await house.ask({ name: 'budget expire', input: {} }, clock);
    for (let job = state.schedules.claim(now(), LEASE_MS); job; job = state.schedules.claim(now(), LEASE_MS)) {
      const input = job.schedule === 'digest' ? { post: 'yes', planned: job.plannedAt } : {};
      const answer = await house.ask({ name: job.schedule, input }, clock);
      const problem = answer.outcome === 'answered' ? null : answer.title;
      if (problem) report(`${job.schedule} planned for ${new Date(job.plannedAt).toISOString()}: ${problem}`);
      // What was refused will be refused again: only our own faults are worth another try.
      state.schedules.finish(job.id, now(), problem, { final: answer.outcome !== 'fault' });
    }
    await afterwards();
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
      await task.destroy();
      await running;
    },
  };
}
