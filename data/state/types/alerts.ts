import type { Named } from '../../../words/say.ts';
import type { Metric, SliceBy } from '../../types/series.ts';
import type { Instant } from '../../types/shop.ts';
import type { PersonId } from './people.ts';
import type { Actor } from './proposals.ts';

/** The rules that stand by themselves (`pace`: a month's spend; `house`: Sextant's own work), or a threshold: "L-1". */
export type AlertRule = 'week' | 'days' | 'series' | 'pace' | 'house' | `L-${number}`;

export type AlertSide = 'below' | 'above';

export type Alert = {
  /** "A-207". */
  readonly id: Named;
  readonly rule: AlertRule;
  readonly side: AlertSide;
  /** What goes on, "sales below": one alert of it is open at most. */
  readonly cause: string;
  /** The money that it is about, whichever way, in minor units; 0 where that is not known. */
  readonly impact: number;
  readonly openedAt: Instant;
  readonly closedAt: Instant | null;
  /** Plain data: what the command found. */
  readonly finding: unknown;
  readonly owner: PersonId | null;
  readonly ownerName: Named | null;
  readonly snoozedUntil: Instant | null;
};

type Target = { readonly door: string; readonly channel: string };

export type Alerts = {
  /** Opens an alert, or renews the one that is open of this cause. */
  raise(
    alert: Pick<Alert, 'rule' | 'side' | 'cause' | 'impact' | 'finding'>,
    at: Instant,
  ): { readonly alert: Alert; readonly isNew: boolean };
  /** At most one a cause. */
  ongoing(): readonly Alert[];
  close(id: string, at: Instant): Alert;
  find(id: string): Alert | null;
  /** Newest first. */
  list(limit: number): readonly Alert[];
  take(id: string, by: Actor): void;
  snooze(id: string, until: Instant | null): void;
  /** The last word of a person counts. */
  vote(id: string, person: PersonId, useful: boolean, at: Instant): void;
  votes(id: string): { readonly useful: number; readonly not: number };
  /** How many of a rule's alerts after `since` were voted down, and none useful after them. */
  votedDown(rule: AlertRule, since: Instant): number;
  /** Says that it was posted there: the first time counts. */
  posted(id: string, target: Target, at: Instant): void;
  postedSince(target: Target, since: Instant): readonly Alert[];
  /** Opened since, and never posted there; the most money first. */
  unposted(target: Target, since: Instant): readonly Alert[];
};

export type ThresholdMetric = Metric | 'spend';

/** What somebody wants to be told of: a metric below or above something, over a complete period. */
export type Threshold = {
  /** "L-1". */
  readonly name: `L-${number}`;
  readonly metric: ThresholdMetric;
  /** A part of the shop; null for the whole. */
  readonly slice: { readonly by: SliceBy; readonly name: string } | null;
  readonly every: 'day' | 'week' | 'month';
  readonly side: AlertSide;
  /** In the unit of the metric, money in minor units; where it is compared, a share of that: 0.2 is 20 %. */
  readonly threshold: number;
  /** The period before, or what is usual: the middle of the eight before it. Null: the threshold itself. */
  readonly against: 'last' | 'usual' | null;
  readonly paused: boolean;
  readonly madeBy: PersonId;
  readonly madeByName: string;
  readonly madeAt: Instant;
};

export type Thresholds = {
  list(): readonly Threshold[];
  find(name: string): Threshold | null;
  add(rule: Omit<Threshold, 'name'>): Threshold;
  put(rule: Threshold): void;
  remove(name: string): void;
};
