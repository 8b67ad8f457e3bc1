import type { Day, Instant } from '../../types/shop.ts';
import type { PersonId } from './people.ts';

/** What a shift that was carried out promised. What exactly stands in its run. */
export type KeptPromise = {
  /** Of the execution. */
  readonly key: string;
  readonly run: string;
  /** What the model had proposed, where a person changed it. */
  readonly modelRun: string | null;
  readonly askedBy: PersonId;
  readonly askedName: string;
  /** The first Monday from which the new budgets hold for whole weeks. */
  readonly firstWeek: Day;
  readonly madeAt: Instant;
};

export type PromiseVerdict = 'watching' | 'crossed' | 'worked' | 'did not' | "can't tell";

/** How a promise stood after some weeks. Money in minor units: gain is the mean a week, shortfall the sum. */
export type PromiseFinding = {
  readonly at: Instant;
  readonly weeks: number;
  readonly verdict: PromiseVerdict;
  readonly gain: number | null;
  readonly low80: number | null;
  readonly high80: number | null;
  readonly shortfall: number;
  /** The run that says so; null in findings from before it was kept. */
  readonly run: string | null;
};

export type Promises = {
  make(promise: Omit<KeptPromise, 'madeAt'>, at: Instant): void;
  find(key: string): KeptPromise | null;
  /** Newest first. */
  list(): readonly KeptPromise[];
  /** Oldest first; the last holds. */
  findings(key: string): readonly PromiseFinding[];
  say(key: string, finding: Omit<PromiseFinding, 'at'>, at: Instant): void;
};
