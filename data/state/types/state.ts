import type { Shop } from '../../types/shop.ts';
import type { Alerts, Thresholds } from './alerts.ts';
import type { Audit } from './audit.ts';
import type { Calendar } from './calendar.ts';
import type { CampaignNotes } from './campaign-notes.ts';
import type { Channels, Digests } from './channels.ts';
import type { Executions } from './executions.ts';
import type { Aliases, HeldFiles } from './files.ts';
import type { Learning } from './learning.ts';
import type { Ledger } from './ledger.ts';
import type { Tests } from './lists.ts';
import type { Memory } from './memory.ts';
import type { Outbox } from './outbox.ts';
import type { People } from './people.ts';
import type { Policy } from './policy.ts';
import type { Promises } from './promises.ts';
import type { Proposals } from './proposals.ts';
import type { Quotes } from './quotes.ts';
import type { Runs } from './runs.ts';
import type { ScheduleRules, Schedules } from './schedules.ts';
import type { SegmentNames } from './segments.ts';
import type { Passes, Workspace } from './workspace.ts';

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
