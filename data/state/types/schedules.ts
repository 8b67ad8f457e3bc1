import type { Instant } from '../../types/shop.ts';
import type { PersonId } from './people.ts';

export type Job = {
  readonly id: number;
  readonly schedule: string;
  /** The local date it was due on. */
  readonly period: string;
  readonly plannedAt: Instant;
  readonly attempts: number;
};

/** When something is done, on the shop's wall clock. */
export type ScheduleTime = {
  /** Of the day: 480 is 08:00. */
  readonly minute: number;
  /** 1 Monday to 7; null with a null `monthDay` is every day. */
  readonly weekday: number | null;
  /** 1 to 28. */
  readonly monthDay: number | null;
};

/** Sextant's own schedule as somebody moved or paused it, or one that somebody made. */
export type ScheduleRule = ScheduleTime & {
  /** "digest", or "Q-1". */
  readonly name: string;
  readonly paused: boolean;
  /** A command line, and the channel that gets its answer; null for Sextant's own. */
  readonly post: { readonly line: string; readonly door: string; readonly channel: string } | null;
  readonly madeBy: PersonId;
  readonly madeByName: string;
  readonly madeAt: Instant;
};

/** Each change makes the schedule due anew: what it missed until then is not made up for. */
export type ScheduleRules = {
  list(): readonly ScheduleRule[];
  find(name: string): ScheduleRule | null;
  /** Returns its name. */
  add(rule: Omit<ScheduleRule, 'name'>): string;
  put(rule: ScheduleRule): void;
  remove(name: string): void;
};

export type Schedules = {
  due(): readonly { readonly name: string; readonly nextDueAt: Instant }[];
  /** Sets when a schedule is due first; leaves a known one alone. */
  start(name: string, nextDueAt: Instant): void;
  /** Turns a due schedule into a job, once: false when another process already has. */
  advance(
    step: {
      readonly name: string;
      /** As it stands in the schedule: the condition of the update. */
      readonly dueAt: Instant;
      /** The period that is made up for; the newest of those missed. */
      readonly plannedAt: Instant;
      readonly nextDueAt: Instant;
      readonly period: string;
      readonly skip: boolean;
    },
    at: Instant,
  ): boolean;
  /** Adds a job outside the schedule; false when its period is already there. */
  add(name: string, period: string, at: Instant): boolean;
  claim(at: Instant, leaseMs: number): Job | null;
  /** Says that a job is still being done. */
  renew(id: number, at: Instant, leaseMs: number): void;
  /** Gives back the jobs of processes that are gone, and those of this one: to be called when a process starts. */
  release(): void;
  done(id: number, at: Instant): void;
  /** A job that failed is due again at `againAt`; null gives it up. */
  failed(id: number, at: Instant, error: string, againAt: Instant | null): void;
  /** How many of these were done more than `lateMs` after their time, since then. */
  late(schedules: readonly string[], lateMs: number, since: Instant): number;
  lastFinished(): readonly { readonly schedule: string; readonly finishedAt: Instant; readonly error: string | null }[];
};
