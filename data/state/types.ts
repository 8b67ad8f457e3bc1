import type { Words } from '../../words/say.ts';
import type { CampaignKind, ColumnAlias, Day, Instant, Metric, Shop, SliceBy } from '../types.ts';

/**
 * What Sextant itself computed, proposed, sent and was told to do. SQLite, synchronous. Every function that writes
 * is one transaction; `atomically` makes several of them one.
 */
export type State = {
  /** Runs `write` in one immediate transaction: all of it happens, or nothing. */
  atomically<T>(write: () => T): T;
  readonly shop: {
    /** Null until a first import or the demo sets it up. */
    read(): Shop | null;
    set(shop: Shop): void;
  };
  readonly people: People;
  readonly runs: Runs;
  readonly ledger: Ledger;
  readonly learning: Learning;
  readonly alerts: Alerts;
  readonly thresholds: Thresholds;
  readonly proposals: Proposals;
  readonly executions: Executions;
  readonly promises: Promises;
  readonly policy: Policy;
  readonly audit: Audit;
  readonly outbox: Outbox;
  readonly quotes: Quotes;
  readonly channels: Channels;
  readonly digests: Digests;
  readonly schedules: Schedules;
  readonly scheduleRules: ScheduleRules;
  readonly workspace: Workspace;
  readonly passes: Passes;
  readonly memory: Memory;
  readonly calendar: Calendar;
  readonly segmentNames: SegmentNames;
  readonly tests: Tests;
  readonly files: HeldFiles;
  readonly aliases: Aliases;
  readonly campaignNotes: CampaignNotes;
};

/** People who are not on a list, and why: what follows "because they". */
export type LeftOff = { readonly because: Words; readonly people: number };

/** A list of customers to write to, some of whom are left out to compare with. */
export type Test = {
  /** "T-12". */
  readonly id: string;
  readonly name: Words;
  readonly run: string;
  readonly windowDays: number;
  /** Share of such people who ordered in as many days before; null where it cannot be told. */
  readonly base: number | null;
  /** Who is not on the list. */
  readonly leftOut: readonly LeftOff[];
  readonly madeBy: PersonId;
  readonly madeAt: Instant;
  readonly heldShare: number;
  readonly reason: string | null;
  readonly exportedBy: PersonId | null;
  readonly exportedAt: Instant | null;
  readonly firstDay: Day | null;
};

export type Tests = {
  /** Keeps a list and its people, each with a draw from 0 to 1 that `draws` makes of the list's id. Returns that. */
  open(
    test: Omit<Test, 'id' | 'exportedBy' | 'exportedAt' | 'firstDay'>,
    draws: (id: string) => Iterable<readonly [customer: number, draw: number]>,
  ): string;
  find(id: string): Test | null;
  /** Newest first. */
  list(limit: number): readonly Test[];
  /** Columns, ordered by customer. Who drew less than the held share is held out. */
  members(id: string): { readonly id: Int32Array; readonly draw: Float64Array };
  /** How many of its people are written to and how many are held out. */
  arms(id: string): { readonly treated: number; readonly held: number };
  /** Customers on an exported list whose window is not over on this day, and whether they are held out of one. */
  running(on: Day): ReadonlyMap<number, boolean>;
  hold(id: string, share: number, reason: string | null): void;
  /** Takes people off a list that was not exported, and keeps how many by reason. */
  drop(id: string, customers: readonly number[], leftOut: Test['leftOut']): void;
  /** False when it was exported before. */
  export(id: string, by: PersonId, at: Instant, firstDay: Day): boolean;
};

/** What people call the groups of a segments run, by their place in it. */
export type SegmentNames = {
  of(run: string): ReadonlyMap<number, string>;
  set(run: string, place: number, name: string, by: PersonId, at: Instant): void;
};

/** A platform user id with its platform: "slack:U123", "terminal:dina". Never a display name. */
export type PersonId = `${string}:${string}`;

export type Person = {
  readonly door: string;
  readonly user: string;
  readonly name: string;
  readonly role: 'viewer' | 'analyst' | 'approver' | 'admin';
};

export type People = {
  find(door: string, user: string): Person | null;
  list(): readonly Person[];
  set(person: Person, by: PersonId, at: Instant): void;
  /** False when there was no such person. */
  remove(door: string, user: string): boolean;
};

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
  | 'budget';

export type NewRun = {
  readonly kind: RunKind;
  /** Everything the result depends on: a run with the same key is the same run. */
  readonly key: string;
  readonly tookMs: number;
  readonly receipt: Receipt;
  /** Plain data; typed arrays come back as arrays. */
  readonly result: unknown;
};

export type Run = NewRun & { readonly id: string; readonly madeAt: Instant };

export type Runs = {
  /** Keeps a run and gives it its id, "F-1042". A run with a known key is returned as it was kept. */
  keep(run: NewRun, at: Instant): Run;
  byKey(key: string): Run | null;
  byId(id: string): Run | null;
  latest(kind: RunKind): Run | null;
  /** Of the runs on data that ended earlier, the one on the newest data; of several the last made. */
  latestOn(kind: RunKind, dataBefore: Day): Run | null;
};

export type FrozenWeek = {
  readonly run: string;
  /** Its Monday. */
  readonly week: Day;
  readonly expected: number;
  /** Of the 50 and 95 % bands, the look ahead and the step nothing is known in rows from before they were kept. */
  readonly low50: number | null;
  readonly high50: number | null;
  readonly low80: number;
  readonly high80: number;
  readonly low95: number | null;
  readonly high95: number | null;
  readonly naive: number | null;
  /** Weeks after the end of the data: 1 is the first that begins then. */
  readonly ahead: number | null;
  /** Mean absolute change from week to week in the history it was made from. */
  readonly step: number | null;
  /** The model that said it, by the name `/models` gives it. */
  readonly recipe: string;
  /** False: shown to nobody, kept to compare with. */
  readonly posted: boolean;
  /** How many times wider its bands were drawn than the model had them. */
  readonly widened: number;
};

export type LedgerWeek = FrozenWeek & { readonly frozenAt: Instant; readonly actual: number | null };

/** A metric of the shop, or of a part of it, as it is asked for again when its weeks are over. */
export type FrozenSeries = {
  readonly metric: Metric;
  /** Null: the whole shop. */
  readonly by: SliceBy | 'segment' | null;
  /** Null: orders that tell none. Empty for the whole shop. */
  readonly slice: string | null;
  /** Whose orders a segment counts: by the model of which run, with what was bought before which day. Null elsewhere. */
  readonly people: { readonly run: string; readonly before: Day; readonly names: readonly string[] } | null;
};

/** A week of what was posted of other than the shop's revenue. */
export type FrozenSeriesWeek = FrozenSeries &
  Pick<FrozenWeek, 'run' | 'week' | 'expected' | 'low80' | 'high80' | 'naive' | 'step'> & {
    readonly low50: number;
    readonly high50: number;
    readonly low95: number;
    readonly high95: number;
    readonly ahead: number;
  };

export type LedgerSeriesWeek = FrozenSeriesWeek & { readonly frozenAt: Instant; readonly actual: number | null };

/** What a person said of a coming week instead of the model, and the model's number beside it. */
export type NewOverride = {
  readonly week: Day;
  readonly value: number;
  readonly reason: string;
  readonly person: PersonId;
  readonly name: string;
  readonly run: string;
  readonly expected: number;
};
export type Override = NewOverride & { readonly saidAt: Instant; readonly actual: number | null };

/** Posted forecasts of other metrics and of parts of the shop: kept and scored alike, and apart from the shop's revenue. */
export type SeriesLedger = {
  /** There is no way to change or delete it. */
  freeze(weeks: readonly FrozenSeriesWeek[], at: Instant): void;
  /** Once only. */
  score(week: Pick<FrozenSeriesWeek, 'run' | 'slice' | 'week'>, actual: number, at: Instant): void;
  /** Oldest week first. */
  unscored(): readonly LedgerSeriesWeek[];
  /** By slice and week; empty when the run was never frozen. */
  of(run: string): readonly LedgerSeriesWeek[];
  /** All that was said of the last so many scored weeks and of those to come, newest week first, then last said first. */
  history(weeks: number): readonly LedgerSeriesWeek[];
};

export type Ledger = {
  readonly series: SeriesLedger;
  /** Freezes what a forecast says of the coming weeks. There is no way to change or delete it. */
  freeze(weeks: readonly FrozenWeek[], at: Instant): void;
  /** The last posted forecast for a week, or null. Only weeks that have not begun are frozen. */
  promised(week: Day): LedgerWeek | null;
  /** Writes what came beside all that was said of a week. Once only. */
  score(week: Day, actual: number, at: Instant): void;
  /** Oldest week first, posted or not. */
  unscored(): readonly LedgerWeek[];
  /** The weeks that a run was frozen for; empty when it never was. */
  of(run: string): readonly LedgerWeek[];
  /** One row a week, the last posted forecast of it, newest week first. */
  scored(limit: number): readonly LedgerWeek[];
  /** All that was said of the last so many scored weeks, posted or not, newest week first, then last said first. */
  history(weeks: number): readonly LedgerWeek[];
  /** Posted runs, newest first. */
  runs(limit: number): readonly {
    readonly run: string;
    readonly frozenAt: Instant;
    readonly weeks: number;
    readonly scored: number;
    readonly firstWeek: Day;
    readonly lastWeek: Day;
  }[];
  override(said: NewOverride, at: Instant): void;
  /** Newest week first, then last said first. */
  overrides(): readonly Override[];
};

/** Which model is used. `use`: `recipe` takes over; `keep`: it stays, although `challenger` was offered. */
export type ModelDecision = {
  readonly act: 'use' | 'keep';
  readonly recipe: string;
  readonly challenger: string;
  readonly person: PersonId;
  readonly name: string;
  readonly reason: Words;
};

/** Data that looks wrong. Days from `before` on are not used; `until` is the last that was looked at. */
export type DataHold = { readonly before: Day; readonly until: Day; readonly finding: string; readonly says: Words };

export type Learning = {
  decide(decision: ModelDecision, at: Instant): void;
  /** Newest first. */
  decisions(): readonly (ModelDecision & { readonly at: Instant })[];
  /** Sets or renews the one open hold. */
  hold(hold: DataHold, at: Instant): void;
  held(): (DataHold & { readonly at: Instant }) | null;
  /** Ends the open hold, if there is one. */
  release(as: 'passed' | 'accepted', at: Instant): void;
  /** The last day of the last hold that a person accepted: what lies before it is not questioned again. */
  acceptedUntil(): Day | null;
};

/** `pace`: a month's spend against its budget; the others are of sales. */
/** The rules that stand by themselves, or the name of a threshold that somebody set: "L-1". */
export type AlertRule = 'week' | 'days' | 'series' | 'pace' | 'house' | `L-${number}`;
export type AlertSide = 'below' | 'above';

export type Alert = {
  /** "A-207". */
  readonly id: string;
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
  readonly ownerName: string | null;
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

/** Where a receipt was quoted: in a message to a channel, or in an answer to a person. */
export type Quote = {
  readonly receipt: string;
  readonly door: string;
  /** Null for an answer that one person saw. */
  readonly channel: string | null;
  /** Null for a message that nobody asked for. */
  readonly person: PersonId | null;
  /** The command, or the key of the message. */
  readonly what: string;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  readonly times: number;
};

export type Quotes = {
  /** Notes every receipt that the content carries. */
  add(content: unknown, where: Pick<Quote, 'door' | 'channel' | 'person' | 'what'>, at: Instant): void;
  /** The first of them, oldest first, and how many there are. */
  of(receipt: string, most: number): { readonly quotes: readonly Quote[]; readonly total: number };
};

export type ProposalState = 'proposed' | 'approved' | 'executed' | 'rejected' | 'withdrawn' | 'expired';

export type Proposal = {
  readonly id: string;
  readonly version: number;
  readonly state: ProposalState;
  readonly requester: PersonId;
  readonly requesterName: string;
  readonly run: string;
  /** What the numbers were built on. When it no longer holds, the proposal is stale. */
  readonly basis: string;
  readonly proposedAt: Instant;
  /** Whoever can decide is reminded; at the deadline their deputies are asked too; then it expires. */
  readonly remindAt: Instant;
  readonly deadlineAt: Instant;
  readonly expiresAt: Instant;
  /** Who took the last step. Of an approval that needed two, whoever gave the second. */
  readonly decidedBy: PersonId | null;
  readonly decidedByName: string | null;
  readonly decidedAt: Instant | null;
  readonly reason: Words | null;
  /** The proposal that this one takes back, and the rejected one that it was made after. */
  readonly reverses: string | null;
  readonly follows: string | null;
};

export type Actor = { readonly id: PersonId; readonly name: string };

/** What a version of a proposal is put forward with. */
export type ProposalTerms = Pick<Proposal, 'run' | 'basis' | 'remindAt' | 'deadlineAt' | 'expiresAt'> & {
  readonly by: Actor;
};

/** That a person agrees to one version. */
export type Approval = Actor & { readonly at: Instant };

export type Proposals = {
  propose(
    draft: ProposalTerms & { readonly reverses?: string | undefined; readonly follows?: string | undefined },
    at: Instant,
  ): Proposal;
  /**
   * A new version on other numbers, with no approvals yet. Who revises becomes the one who asks; who merely recomputes
   * (`sameAsker`) does not. Null when the version is no longer the open one.
   */
  revise(
    change: ProposalTerms & { readonly id: string; readonly version: number; readonly sameAsker?: boolean },
    at: Instant,
  ): Proposal | null;
  /**
   * Counts an approval, once a person and version, and approves the proposal by one conditional UPDATE where
   * `areEnough` of them are there. Null when this version is no longer open: someone was faster, or time is up.
   */
  approve(
    vote: {
      readonly id: string;
      readonly version: number;
      readonly by: Actor;
      readonly areEnough: (approvals: readonly Approval[]) => boolean;
    },
    at: Instant,
  ): Proposal | null;
  /** Approvals of the current version, oldest first. */
  approvals(id: string): readonly Approval[];
  /**
   * Moves a proposal on by one conditional UPDATE, with its audit row. Null when nothing was moved: someone was
   * faster, the version is old, or time is up.
   */
  move(
    step: {
      readonly id: string;
      readonly version: number;
      readonly from: ProposalState;
      readonly to: ProposalState;
      readonly by: Actor;
      readonly reason?: Words;
    },
    at: Instant,
  ): Proposal | null;
  find(id: string): Proposal | null;
  /** Everyone who asked for it, in any version. */
  requesters(id: string): readonly PersonId[];
  /** Newest first. */
  list(filter: { readonly states?: readonly ProposalState[]; readonly limit: number }): readonly Proposal[];
};

/** What an admin has laid down for budget shifts. Money is what a shift moves in a week. */
export type BudgetPolicy = {
  /** Above this two approvals are needed; null: at no size. */
  readonly twoAboveMinor: number | null;
  /** Two are also needed where a line changes by more than this share. */
  readonly step: number;
  /** Whether whoever asked may approve. */
  readonly own: boolean;
  /** From the proposal to its deadline. */
  readonly hours: number;
  readonly weekly: 'always' | 'quiet' | 'off';
};

/** How far one approver may go, and who stands in. Stays when the person goes. */
export type ApproverTerms = {
  readonly door: string;
  readonly user: string;
  readonly name: string;
  /** Above this, the approval of this person alone is not enough; null: at no size. */
  readonly limitMinor: number | null;
  readonly deputy: PersonId | null;
};

export type Policy = {
  read(): BudgetPolicy;
  set(policy: BudgetPolicy): void;
  approvers(): readonly ApproverTerms[];
  setApprover(terms: ApproverTerms): void;
};

/**
 * approved -> executing -> sent -> confirmed, or unknown, which is looked up: confirmed, or not applied and approved
 * again. failed: it is certain that nothing was applied, and a person was told. cancelled: withdrawn before it began.
 */
export type ExecutionState = 'approved' | 'executing' | 'sent' | 'unknown' | 'confirmed' | 'failed' | 'cancelled';

/** Who applies a shift: a person, a receiver over HTTP, or whoever takes files from a folder. */
export type ExecutorName = 'manual' | 'webhook' | 'file';

/** What changes. Money in minor units a week. */
export type Change = {
  /** The Monday from which it holds. */
  readonly week: Day;
  /** ISO 4217, and its decimal places. */
  readonly currency: string;
  readonly digits: number;
  /** Lines that move. */
  readonly lines: readonly {
    readonly id: number;
    readonly name: string;
    readonly fromMinor: number;
    readonly toMinor: number;
  }[];
  /** The key of the shift that this one takes back. */
  readonly restores: string | null;
};

export type Execution = {
  /** "P-31.v2": of the proposal and its version, and the idempotency key at the receiver. */
  readonly key: string;
  /** "X-55". */
  readonly id: string;
  readonly proposal: string;
  readonly version: number;
  readonly executor: ExecutorName;
  readonly change: Change;
  readonly movedMinor: number;
  readonly state: ExecutionState;
  readonly turn: number;
  /** How often it was sent, and since then looked up. */
  readonly attempts: number;
  readonly looks: number;
  /** Null: nothing more is done by itself. */
  readonly nextAt: Instant | null;
  /** What a person should know of the state. */
  readonly says: Words | null;
  readonly approvedAt: Instant;
  readonly startedAt: Instant | null;
  readonly endedAt: Instant | null;
  /** What imported spend tells of it. Plain data. */
  readonly seen: unknown;
};

export type Freeze = {
  readonly at: Instant;
  readonly person: PersonId;
  readonly name: string;
  readonly reason: string;
};

export type Executions = {
  /** @throws when the version has one: a version is carried out once */
  open(draft: Pick<Execution, 'proposal' | 'version' | 'executor' | 'change' | 'movedMinor'>, at: Instant): Execution;
  byKey(key: string): Execution | null;
  byReceipt(id: string): Execution | null;
  /** Of the proposal's last version that was approved. */
  of(proposal: string): Execution | null;
  /**
   * Takes the next one that is due: an approved one becomes 'executing' before it is returned, others are to be looked
   * up. One whose sender has died becomes 'unknown'. While all is frozen nothing approved is taken.
   */
  claim(executors: readonly ExecutorName[], at: Instant, leaseMs: number): Execution | null;
  /** Gives back what processes that are gone, and this one before it, had taken: to be called when a process starts. */
  release(lookAt: Instant): void;
  /** The next state of one that was taken. Null when somebody else has moved it since. */
  settle(
    taken: Pick<Execution, 'key' | 'turn' | 'state'>,
    step: { readonly to: ExecutionState; readonly nextAt?: Instant | null; readonly says?: Words | null },
    at: Instant,
  ): Execution | null;
  see(key: string, seen: unknown): void;
  /** Money moved since then, also by what may have been applied; besides one. */
  movedSince(since: Instant, but: { readonly besides: string }): number;
  /** First approved first. */
  list(states: readonly ExecutionState[]): readonly Execution[];
  freeze(frozen: boolean, why: { readonly by: Actor; readonly reason: string }, at: Instant): void;
  /** Who froze, while it is frozen. */
  frozen(): Freeze | null;
};

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

export type AuditEntry = {
  readonly at: Instant;
  readonly actor: PersonId;
  readonly actorName: string;
  readonly act: string;
  readonly subject: string;
  readonly version: number | null;
  readonly detail: Readonly<Record<string, unknown>>;
};

export type Audit = {
  append(entry: AuditEntry): void;
  /** Oldest first. */
  about(subject: string): readonly AuditEntry[];
  /** What was done of these kinds, newest first. */
  recent(acts: readonly string[], limit: number): readonly AuditEntry[];
};

/** One of the messages that say the same in several channels. */
export type Copy = Place & {
  readonly key: string;
  readonly content: unknown;
  /** Some version of it stands there. */
  readonly isSent: boolean;
  /** Why it was given up; null while it was not. */
  readonly failed: string | null;
};

export type NewMessage = {
  /** (channel, report, period) or (channel, proposal): the same key twice is one message. */
  readonly key: string;
  readonly door: string;
  readonly channel: string;
  /** What it is about, so that every copy can be changed together: "P-31". */
  readonly subject?: string;
  /** The key of the message in whose thread it belongs. Where there is no such message it stands by itself. */
  readonly thread?: string;
  /** A Reply: plain data. */
  readonly content: object;
};

export type OutgoingMessage = {
  readonly id: number;
  readonly key: string;
  readonly door: string;
  readonly channel: string;
  readonly content: unknown;
  readonly revision: number;
  readonly attempts: number;
  /** An earlier attempt may have reached the platform. */
  readonly tried: boolean;
  readonly ref: string | null;
  /** The reference of the message in whose thread it belongs. */
  readonly thread: string | null;
  readonly createdAt: Instant;
};

/** `reached`: this attempt or an earlier one may have had its effect. */
type Failure = { readonly error: string; readonly reached: boolean };

/** `freeAt`: from when on the channel of the message may be written to again; at once, if left out. */
export type Outbox = {
  /** False when the key is already there. */
  enqueue(message: NewMessage, at: Instant): boolean;
  /** Changes every message about `subject` to say `content`. */
  rewrite(subject: string, content: object, at: Instant): void;
  /**
   * Takes one message of an open door that is due, or whose sender has died, in a channel that is free; the channel is
   * not, until the message is settled or the lease is over. It is marked as tried before it is returned.
   */
  claim(doors: readonly string[], at: Instant, leaseMs: number): OutgoingMessage | null;
  /** When the next message of these doors can be claimed; null when none waits. */
  next(doors: readonly string[]): Instant | null;
  /** The sender is still at it: its lease holds until then. */
  renew(id: number, until: Instant): void;
  sent(id: number, done: { readonly revision: number; readonly ref: string }, at: Instant, freeAt?: Instant): void;
  retry(id: number, failure: Failure & { readonly nextAt: Instant }, freeAt?: Instant): void;
  /** Gives a message up. False where others of its channel were given up for the same reason. */
  bury(id: number, failure: Failure, freeAt?: Instant): boolean;
  /** Makes what was given up due again, everywhere or for one channel; returns how many. */
  revive(where: { readonly door?: string; readonly channel?: string }, at: Instant): number;
  counts(): { readonly waiting: number; readonly sent: number; readonly dead: number };
  /** Of what is not delivered, since when the oldest waits: cheap enough to be asked for every few seconds. */
  oldest(): Instant | null;
  dead(): readonly { readonly id: number; readonly door: string; readonly channel: string; readonly error: string }[];
  /** Every message about `subject`, as it should be by now. */
  about(subject: string): readonly Copy[];
  /** Changes one message. */
  revise(key: string, content: object, at: Instant): void;
};

export type Purpose = 'digest' | 'approvals';

export type Place = { readonly door: string; readonly channel: string };

export type Channels = {
  of(purpose: Purpose): readonly Place[];
  add(purpose: Purpose, door: string, channel: string): void;
  /** False when it was not set. */
  remove(purpose: Purpose, place: Place): boolean;
};

/** How a channel wants its digest. */
export type ChannelDigest = Place & {
  readonly persona: string;
  /** Sections by name; null is what the persona has. */
  readonly include: readonly string[] | null;
  /** Sections that somebody has switched off here. */
  readonly muted: readonly string[];
  /** Rises with every setting that shows more. */
  readonly version: number;
  /** An admin has seen what it looks like, as it is set now. */
  readonly isApproved: boolean;
  /** The last period that an admin did not want to be posted. */
  readonly declined: string | null;
};

export type Digests = {
  list(): readonly ChannelDigest[];
  /** Null where no digest goes. */
  find(place: Place): ChannelDigest | null;
  /** Nothing is muted any more, and it has to be approved again. False when it was so already. */
  set(place: Place, as: Pick<ChannelDigest, 'persona' | 'include'>): boolean;
  /** False when it was so already. */
  mute(place: Place, muted: readonly string[]): boolean;
  /** False when the settings are others by now, or were approved before. */
  approve(place: Place, version: number): boolean;
  /** False when the settings are others by now. */
  decline(place: Place, what: { readonly version: number; readonly period: string }): boolean;
};

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

export type WorkspaceMessage = {
  readonly ref: string;
  readonly channel: string;
  /** The reference of the message in whose thread it stands. */
  readonly thread: string | null;
  readonly content: unknown;
  readonly postedAt: Instant;
  readonly changedAt: Instant | null;
};

export type Workspace = {
  /** `thread`: the reference of the message under which it stands. */
  post(channel: string, key: string, content: object, at: Instant, thread: string | null): string;
  /** False when there is no such message. */
  update(ref: string, content: object, at: Instant): boolean;
  find(channel: string, key: string): string | null;
  /** The last messages, oldest first. */
  list(channel: string, limit: number): readonly WorkspaceMessage[];
};

export type PassKind = 'link' | 'session' | 'token';

export type Passes = {
  /** Keeps the hash of a secret. */
  grant(pass: {
    readonly hash: string;
    readonly kind: PassKind;
    readonly door: string;
    readonly user: string;
    readonly expiresAt: Instant;
  }): void;
  holder(hash: string, kind: PassKind, at: Instant): { readonly door: string; readonly user: string } | null;
  /** A link works once. */
  redeem(hash: string, at: Instant): { readonly door: string; readonly user: string } | null;
  revoke(hash: string): void;
  /** Ends all links, sessions and tokens of a person. */
  revokeAll(door: string, user: string): void;
};

export type CalendarKind = 'season' | 'holiday' | 'school' | 'promotion' | 'price' | 'closed';

/** Days that sell differently, or not at all (`closed`); both days inclusive. */
export type NewCalendarEntry = {
  readonly name: string;
  readonly kind: CalendarKind;
  readonly from: Day;
  readonly to: Day;
  /** ISO 3166; null is this shop's own. */
  readonly country: string | null;
  /** Who announced it, or who added it. */
  readonly source: Words;
};
export type CalendarEntry = NewCalendarEntry & { readonly id: number };

export type Calendar = {
  /** What holds for a shop in this country, by first day. */
  list(country: string | null): readonly CalendarEntry[];
  /** Null when there is one of this name that begins on the same day. */
  add(entry: NewCalendarEntry, at: Instant): CalendarEntry | null;
  /** Null when there is no such entry. */
  remove(id: number, at: Instant): CalendarEntry | null;
  /** Goes up with every change: what was computed with another is old. */
  version(): number;
};

export type Memory = {
  get(topic: string, key: string): string | null;
  set(topic: string, key: string, value: string, at: Instant): void;
  /** True the first time only: for requests that a platform repeats. */
  first(topic: string, key: string, at: Instant): boolean;
  forget(topic: string, before: Instant): void;
};

/** A file that was uploaded and not yet decided on. */
export type HeldRow = {
  /** "U-7". */
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly owner: PersonId;
  readonly heldAt: Instant;
  readonly expiresAt: Instant;
};

export type HeldFiles = {
  hold(file: Omit<HeldRow, 'id'>): HeldRow;
  /** Null when there is none, or no longer. */
  find(id: string, at: Instant): HeldRow | null;
  /** Oldest first. */
  list(at: Instant): readonly HeldRow[];
  forget(id: string): void;
  /** Forgets those whose time is over. */
  expire(at: Instant): void;
};

export type ToldAlias = ColumnAlias & { readonly by: Actor; readonly at: Instant };

export type Aliases = {
  /** False when it is known already. */
  add(alias: ToldAlias): boolean;
  /** False when there was none. */
  remove(alias: ColumnAlias): boolean;
  list(): readonly ToldAlias[];
};

/** What a person said a campaign cost over some days: an amount, or a guess at a share of its sales. */
export type TypedCost = {
  readonly from: Day;
  /** The last day. */
  readonly to: Day;
  /** Null: `share` of what it sold, which is always an estimate. */
  readonly minor: number | null;
  readonly share: number | null;
  readonly isEstimated: boolean;
  readonly label: string | null;
};

/** What can be said of a campaign, each with its value. */
export type NoteValues = {
  /** `place` is its days. */
  readonly cost: TypedCost;
  readonly kind: CampaignKind;
  /** The name that it goes by now. */
  readonly same: string;
  readonly owner: { readonly owner: string; readonly due: Day | null };
  /** `place` is the month, "2026-05"; in minor units. */
  readonly budget: number;
};
export type NoteKind = keyof NoteValues;

export type CampaignNote<Kind extends NoteKind> = {
  readonly seq: number;
  /** The number of the first note on the same thing. */
  readonly first: number;
  readonly about: Kind;
  /** As files or people call it. */
  readonly campaign: string;
  readonly place: string;
  readonly value: NoteValues[Kind];
  readonly by: Actor;
  readonly at: Instant;
};

/** What people say of campaigns beside the files. Nothing is changed or deleted: the last note on a thing holds. */
export type CampaignNotes = {
  /** Returns the number of the note. */
  say<Kind extends NoteKind>(
    note: {
      readonly about: Kind;
      readonly campaign: string;
      readonly place?: string;
      readonly value: NoteValues[Kind];
      readonly by: Actor;
    },
    at: Instant,
  ): number;
  /** What holds, by campaign and place. */
  standing<Kind extends NoteKind>(about: Kind): readonly CampaignNote<Kind>[];
  /** What was said before it holds again. Null when it does not hold any more itself. Returns what was taken back. */
  takeBack(seq: number, by: Actor, at: Instant): CampaignNote<NoteKind> | null;
  /** Rises with every note: what was computed before it is old. */
  version(): number;
};
