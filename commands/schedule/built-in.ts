import type { ScheduleRule, ScheduleRules, ScheduleTime } from '../../data/state/types/schedules.ts';
import { named, type Said, say, type Words } from '../../words/say.ts';

const HOUR_MS = 3_600_000;

/** What Sextant does by itself. Its name is the command that is asked. */
export type BuiltIn = ScheduleTime & {
  readonly name: 'refresh' | 'digest' | 'lookback' | 'budget suggest';
  readonly says: Said;
  /** Missed by more than this, a run is skipped: the next one says it better. */
  readonly graceMs: number;
  /** It is written for the channels, which are told when it is late. */
  readonly posts: boolean;
};

const monday = { weekday: 1, monthDay: null };

export const builtIn: readonly BuiltIn[] = [
  {
    name: 'refresh',
    says: say`compute the models anew`,
    minute: 150,
    weekday: null,
    monthDay: null,
    graceMs: 24 * HOUR_MS,
    posts: false,
  },
  { name: 'digest', says: say`the weekly digest`, minute: 480, ...monday, graceMs: 6 * 24 * HOUR_MS, posts: true },
  {
    name: 'budget suggest',
    says: say`a budget shift, if one is worth it`,
    minute: 540,
    ...monday,
    graceMs: 2 * 24 * HOUR_MS,
    posts: true,
  },
  {
    name: 'lookback',
    says: say`were we right?`,
    minute: 960,
    weekday: 5,
    monthDay: null,
    graceMs: 2 * 24 * HOUR_MS,
    posts: true,
  },
];

/** What somebody asked for is skipped when it is later than this: the next one is near, or as good as. */
function ownGraceMs({ weekday, monthDay }: ScheduleTime): number {
  return weekday === null && monthDay === null ? 12 * HOUR_MS : 6 * 24 * HOUR_MS;
}

/** A schedule as it stands: Sextant's own, moved or not, and people's. */
export type Standing = ScheduleTime & {
  readonly name: string;
  readonly says: Words;
  readonly paused: boolean;
  readonly graceMs: number;
  readonly posts: boolean;
  readonly rule: ScheduleRule | null;
};

/** All schedules, Sextant's own first. */
export function schedules(rules: ScheduleRules): readonly Standing[] {
  const kept = rules.list();
  const own = kept.flatMap((rule) =>
    rule.post === null ? [] : [{ ...rule, says: named(rule.post.line), graceMs: ownGraceMs(rule), posts: false, rule }],
  );
  const ours = builtIn.map((each) => {
    const rule = kept.find(({ name }) => name === each.name) ?? null;
    const time = rule ? { minute: rule.minute, weekday: rule.weekday, monthDay: rule.monthDay } : {};
    return { ...each, ...time, paused: rule?.paused ?? false, rule };
  });
  return [...ours, ...own];
}
