import type { Day } from '../types/shop.ts';
import type { SampleBudget } from './campaigns.ts';

/** How many weeks the demo's people have worked with Sextant: before that lies one file, from then on one a week. */
export const PAST_WEEKS = 16;

/** A shift that somebody asked for, so many weeks ago, and what became of it that nobody could know. */
export type SampleShift = {
  readonly weeksAgo: number;
  readonly line: string;
  /** The share of what its curve says that a campaign brings which was given more. */
  readonly answer: number;
};

/** Two shifts of the demo's past, each watched for six weeks: people soon tired of the first one's ads. */
export const sampleShifts: readonly SampleShift[] = [
  {
    weeksAgo: 16,
    line: '/budget propose max-step:50 keep:"Flash Sale Jumat, Voucher Gajian"',
    answer: 0.4,
  },
  { weeksAgo: 7, line: '/budget propose max-step:50', answer: 1.25 },
];

/** What waits for a decision when the demo is opened: to be tried out. */
export const sampleQuestion = '/budget propose max-step:30';

/** What the shop spent from a Monday on, once a shift was carried out. */
export function budgetsAfter(
  lines: readonly { readonly name: string; readonly fromMinor: number; readonly toMinor: number }[],
  from: Day,
  answer: number,
): SampleBudget[] {
  return lines.map(({ name, fromMinor, toMinor }) => ({
    campaign: name,
    from,
    weeklyMinor: toMinor,
    answer: toMinor > fromMinor ? answer : 1,
  }));
}
