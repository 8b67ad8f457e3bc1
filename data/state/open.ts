import type { Connection } from '../database.ts';
import { lazily } from '../lazily.ts';
import { openThresholds } from './alert-rules.ts';
import { openAlerts } from './alerts.ts';
import { openAliases } from './aliases.ts';
import { openAudit } from './audit.ts';
import { openCalendar } from './calendar.ts';
import { openCampaignNotes } from './campaign-notes.ts';
import { openChannels } from './channels.ts';
import { openDigests } from './digests.ts';
import { openExecutions } from './executions.ts';
import { openFiles } from './files.ts';
import { openLearning } from './learning.ts';
import { openLedger } from './ledger.ts';
import { openMemory } from './memory.ts';
import { openOutbox } from './outbox.ts';
import { openPasses } from './passes.ts';
import { openPeople } from './people.ts';
import { openPolicy } from './policy.ts';
import { openPromises } from './promises.ts';
import { openProposals } from './proposals.ts';
import { openQuotes } from './quotes.ts';
import { openRuns } from './runs.ts';
import { openScheduleRules } from './schedule-rules.ts';
import { openSchedules } from './schedules.ts';
import { openSegmentNames } from './segment-names.ts';
import { openShop } from './shop.ts';
import { openTests } from './tests.ts';
import type { State } from './types/state.ts';
import { openWorkspace } from './workspace.ts';

/** Sextant's own memory over an open database. */
export function openState(db: Connection): State {
  const state: State = lazily<State>({
    atomically: () => (write) => db.transaction(write).immediate(),
    shop: () => openShop(db),
    people: () => openPeople(db),
    runs: () => openRuns(db),
    ledger: () => openLedger(db),
    learning: () => openLearning(db),
    alerts: () => openAlerts(db),
    thresholds: () => openThresholds(db),
    proposals: () => openProposals(db),
    executions: () => openExecutions(db),
    promises: () => openPromises(db),
    policy: () => openPolicy(db),
    audit: () => openAudit(db),
    outbox: () => openOutbox(db, state.quotes),
    quotes: () => openQuotes(db),
    channels: () => openChannels(db),
    digests: () => openDigests(db),
    schedules: () => openSchedules(db),
    scheduleRules: () => openScheduleRules(db),
    workspace: () => openWorkspace(db),
    passes: () => openPasses(db),
    memory: () => openMemory(db),
    calendar: () => openCalendar(db),
    segmentNames: () => openSegmentNames(db),
    tests: () => openTests(db),
    files: () => openFiles(db),
    aliases: () => openAliases(db),
    campaignNotes: () => openCampaignNotes(db),
  });
  return state;
}
