import { schedule as cron } from 'node-cron';
import type { Door } from '../commands/call.ts';
import { schedules } from '../commands/schedule/built-in.ts';
import type { Job, ScheduleRule, ScheduleTime } from '../data/state/types/schedules.ts';
import type { State } from '../data/state/types/state.ts';
import type { Instant } from '../data/types/shop.ts';
import { say } from '../words/say.ts';
import type { House } from './doors.ts';
import { SHARE } from './share.ts';
import type { Answer } from './told.ts';
import { localDay, nextWallTime } from './wall-clock.ts';

const HOUR_MS = 3_600_000;
/** A job whose process gives no sign for this long is done again; a living one renews. */
const LEASE_MS = 2 * 60_000;
const RENEW_MS = 30_000;
/** Waits after a fault of ours; after the last of them a person is told. */
const RETRY_AFTER_MS = [60_000, 10 * 60_000, HOUR_MS, 6 * HOUR_MS];
/** What is posted later than this says so. */
const LATE_AFTER_MS = 10 * 60_000;

/** Sextant itself, when nobody asks. */
export const clock = { door: 'clock', user: 'sextant', name: 'Sextant' } as const;

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
    const next = ({ minute, ...on }: ScheduleTime, after: Instant) =>
      nextWallTime(after, { hour: Math.floor(minute / 60), minute: minute % 60 }, zone, on);
    const running = schedules(state.scheduleRules).filter(({ paused }) => !paused);
    for (const rule of running) state.schedules.start(rule.name, next(rule, now()));
    for (const { name, nextDueAt } of state.schedules.due()) {
      const rule = running.find((each) => each.name === name);
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
    await house.ask({ name: 'digest delivered', input: {} }, clock);
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
    const schedule = schedules(state.scheduleRules).find(({ name }) => name === job.schedule);
    const answer = await (schedule?.rule?.post
      ? postAnswer(schedule.rule, job)
      : house.ask({ name: job.schedule, input: schedule?.posts ? { post: 'yes', planned: job.plannedAt } : {} }, clock)
    ).finally(() => clearInterval(renewing));
    if (answer.outcome === 'answered') return state.schedules.done(job.id, now());
    // Cut off with the process: it did not fail, and the next start gives it back.
    if (stopping && answer.outcome === 'fault') return;
    // What was refused will be refused again: only our own faults are worth another try.
    const wait = answer.outcome === 'fault' ? RETRY_AFTER_MS[job.attempts] : undefined;
    state.schedules.failed(job.id, now(), answer.title, wait === undefined ? null : now() + wait);
    if (wait === undefined) report(`The ${job.schedule} of ${job.period} was not done: ${answer.title}`);
  };

  /** Asked as whoever made the schedule, with the rights they have by now, and put where they made it. */
  const postAnswer = async ({ name, post, madeBy, madeByName }: ScheduleRule, job: Job): Promise<Answer> => {
    const { line, door, channel } = post!;
    const [asker, user] = [madeBy.slice(0, madeBy.indexOf(':')), madeBy.slice(madeBy.indexOf(':') + 1)];
    const caller = { door: asker as Door, user, name: madeByName, channel, seat: door as Door };
    const answer = await house.askLine(`${line} ${SHARE}:yes`, caller);
    if (answer.outcome !== 'answered') return answer;
    const isLate = now() - job.plannedAt > LATE_AFTER_MS;
    const { title, tone, parts, actions } = answer;
    const content = {
      title,
      tone,
      parts: [
        ...parts,
        {
          kind: 'note',
          text: isLate
            ? say`Late. ${name}, asked for by ${madeByName}: ${line}`
            : say`${name}, asked for by ${madeByName}: ${line}`,
        },
      ],
      ...(actions && { actions }),
    };
    state.outbox.enqueue({ key: `${door}:${channel}:${name}:${job.period}`, door, channel, content }, now());
    return answer;
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
