import type { Named, Words } from '../../../words/say.ts';
import type { Day, Instant } from '../../types/shop.ts';

/** What `/why` tells of a run. All plain data. */
export type Receipt = {
  readonly method: Words;
  /** Of the program that made it; missing in receipts from before it was kept. */
  readonly version?: number;
  readonly parameters: Readonly<Record<string, string | number | boolean | null>>;
  /** What it was computed from beside the data, to compute it again; missing in receipts from before it was kept. */
  readonly asked?: unknown;
  readonly seed: number | null;
  /** The last complete day used, and the imports it came from. */
  readonly dataUntil: Day;
  readonly imports: readonly string[];
  readonly used: readonly Words[];
  readonly checks: readonly { readonly name: string; readonly passed: boolean; readonly says: Words }[];
  /** Past error beside the yardstick, in words and numbers. */
  readonly record: readonly Words[];
  readonly assumptions: readonly Words[];
};

export type RunKind =
  | 'forecast'
  | 'slices'
  | 'segments'
  | 'moves'
  | 'split'
  | 'profile'
  | 'trial'
  | 'network'
  | 'rules'
  | 'prediction'
  | 'returns'
  | 'advice'
  | 'pacing'
  | 'budget'
  | 'week'
  | 'moved'
  | 'seasons'
  | 'drivers'
  | 'timing'
  | 'slips'
  | 'record'
  | 'result'
  | 'finding';

export type NewRun = {
  readonly kind: RunKind;
  /** Everything the result depends on: a run with the same key is the same run. */
  readonly key: string;
  readonly tookMs: number;
  readonly receipt: Receipt;
  /** Plain data; typed arrays come back as arrays. */
  readonly result: unknown;
};

export type Run = NewRun & { readonly id: Named; readonly madeAt: Instant };

export type Runs = {
  /** Keeps a run and gives it its id, "F-1042". A run with a known key is returned as it was kept. */
  keep(run: NewRun, at: Instant): Run;
  byKey(key: string): Run | null;
  byId(id: string): Run | null;
  latest(kind: RunKind): Run | null;
  /** Of the runs on data that ended earlier, the one on the newest data; of several the last made. */
  latestOn(kind: RunKind, dataBefore: Day): Run | null;
};
