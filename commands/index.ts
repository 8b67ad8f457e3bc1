import { alertsList, alertsRestore, alertsSnooze, alertsTake, alertsVote } from './alerts/alerts.ts';
import {
  alertsAdd,
  alertsBudget,
  alertsChange,
  alertsHouse,
  alertsPause,
  alertsRemove,
  alertsResume,
  alertsRules,
  alertsStale,
} from './alerts/rules.ts';
import { budgetDeadlines } from './budget/approval/deadlines.ts';
import { budgetApprove, budgetReject } from './budget/approval/decide.ts';
import { budgetPolicy } from './budget/approval/policy.ts';
import { budgetReconsider, budgetRemind } from './budget/approval/remind.ts';
import { budgetApplied, budgetExecute } from './budget/execution/execute.ts';
import { budgetFreeze, budgetUnfreeze } from './budget/execution/freeze.ts';
import { budgetPlan } from './budget/plan/plan.ts';
import { budgetPromise } from './budget/promise/promise.ts';
import { budgetRecord } from './budget/promise/record.ts';
import { budgetWatch } from './budget/promise/watch.ts';
import { budgetAdjust, budgetWhatIf } from './budget/proposal/adjust.ts';
import { budgetAnother } from './budget/proposal/another.ts';
import { budgetDone, budgetWithdraw } from './budget/proposal/close.ts';
import { budgetLog, budgetPending, budgetShow } from './budget/proposal/list.ts';
import { budgetPropose } from './budget/proposal/propose.ts';
import { budgetSuggest } from './budget/proposal/suggest.ts';
import { budgetUndo } from './budget/proposal/undo.ts';
import { calendarAdd } from './calendar/add.ts';
import { calendarLebaran } from './calendar/lebaran.ts';
import { calendarList } from './calendar/list.ts';
import { calendarRemove } from './calendar/remove.ts';
import { campaignAdd } from './campaigns/add.ts';
import { campaignCost } from './campaigns/cost.ts';
import { campaignDiscount } from './campaigns/discount.ts';
import { campaignFunnel } from './campaigns/funnel.ts';
import { campaignList, campaignShow } from './campaigns/list.ts';
import { campaignBudget, campaignPacing } from './campaigns/pacing.ts';
import { campaignOwner, campaignPlan } from './campaigns/plan.ts';
import { campaignRoi } from './campaigns/roi.ts';
import { campaignSame } from './campaigns/same.ts';
import { campaignTarget } from './campaigns/target.ts';
import { campaignTiming } from './campaigns/timing.ts';
import { channelList, channelRemove, channelSet } from './channel.ts';
import type { Command } from './command.ts';
import { dataAdd } from './data/add.ts';
import { dataAlias } from './data/alias.ts';
import { dataAsk } from './data/ask.ts';
import { dataAssumptions } from './data/assumptions.ts';
import { dataCancel } from './data/cancel.ts';
import { dataCheck } from './data/check.ts';
import { dataExport } from './data/export.ts';
import { dataFigures } from './data/figures.ts';
import { dataFix } from './data/fix.ts';
import { importFile } from './data/import.ts';
import { dataSources } from './data/sources.ts';
import { dataUndo } from './data/undo.ts';
import { digest } from './digest/digest.ts';
import { digestDelivered } from './digest/footer.ts';
import { lookBack } from './digest/look-back.ts';
import { digestMute, digestUnmute } from './digest/mute.ts';
import { digestApprove, digestDecline, digestPreview } from './digest/preview.ts';
import { forecast } from './forecast/forecast.ts';
import { help } from './help.ts';
import { home } from './home.ts';
import { ledgerComment, ledgerDelete } from './ledger/comment.ts';
import { ledger, ledgerForecasts } from './ledger/forecasts.ts';
import { ledgerOverride } from './ledger/override.ts';
import { ledgerPeople } from './ledger/people.ts';
import { listExport } from './lists/export.ts';
import { listHold } from './lists/hold.ts';
import { listMake } from './lists/make.ts';
import { listResult } from './lists/result.ts';
import { listShow } from './lists/show.ts';
import { models } from './models/models.ts';
import { network } from './network/network.ts';
import { refresh } from './refresh.ts';
import { retry } from './retry.ts';
import { scheduleAdd } from './schedule/add.ts';
import { scheduleMove, schedulePause, scheduleRemove, scheduleResume, scheduleRun } from './schedule/change.ts';
import { scheduleList } from './schedule/list.ts';
import { segmentConversion } from './segments/conversion.ts';
import { keyDrivers } from './segments/drivers.ts';
import { segmentExport } from './segments/export.ts';
import { segmentMoves } from './segments/moves.ts';
import { segmentName } from './segments/name.ts';
import { segmentNext } from './segments/next.ts';
import { segmentProfile } from './segments/profile.ts';
import { segmentQuality } from './segments/quality.ts';
import { segment } from './segments/segment.ts';
import { segmentSplit } from './segments/split.ts';
import { segmentUse } from './segments/use.ts';
import { segmentWho } from './segments/who.ts';
import { demo } from './setup/demo.ts';
import { demoForecasts } from './setup/demo-forecasts.ts';
import { language } from './setup/language.ts';
import { settings } from './setup/settings.ts';
import { settingsLog } from './setup/settings-log.ts';
import { start } from './setup/start.ts';
import { signin, tokenIssue } from './signin.ts';
import { status } from './status.ts';
import { teamList, teamRemove, teamSet } from './team.ts';
import { why } from './why.ts';

/** All that may be asked, in the order help shows it. A command that is not listed does not exist. */
export const commands: readonly Command[] = [
  help,
  start,
  demo,
  forecast,
  segment,
  segmentMoves,
  segmentNext,
  segmentWho,
  segmentName,
  segmentSplit,
  segmentQuality,
  segmentProfile,
  segmentUse,
  segmentConversion,
  segmentExport,
  keyDrivers,
  network,
  listMake,
  listHold,
  listExport,
  listResult,
  listShow,
  campaignRoi,
  campaignList,
  campaignShow,
  campaignAdd,
  campaignCost,
  campaignSame,
  campaignTarget,
  campaignPlan,
  campaignOwner,
  campaignTiming,
  campaignFunnel,
  campaignDiscount,
  campaignBudget,
  campaignPacing,
  budgetPlan,
  budgetPropose,
  budgetPending,
  budgetShow,
  budgetApprove,
  budgetAdjust,
  budgetReject,
  budgetAnother,
  budgetRemind,
  budgetWithdraw,
  budgetDone,
  budgetUndo,
  budgetExecute,
  budgetApplied,
  budgetPromise,
  budgetRecord,
  budgetLog,
  budgetFreeze,
  budgetUnfreeze,
  budgetPolicy,
  calendarList,
  calendarAdd,
  calendarLebaran,
  calendarRemove,
  digest,
  digestPreview,
  digestApprove,
  digestDecline,
  digestMute,
  digestUnmute,
  digestDelivered,
  lookBack,
  ledger,
  ledgerForecasts,
  ledgerOverride,
  ledgerPeople,
  ledgerComment,
  ledgerDelete,
  models,
  alertsList,
  alertsTake,
  alertsSnooze,
  alertsVote,
  alertsAdd,
  alertsRules,
  alertsChange,
  alertsPause,
  alertsResume,
  alertsRemove,
  alertsBudget,
  alertsHouse,
  alertsStale,
  alertsRestore,
  dataAdd,
  importFile,
  dataCheck,
  dataSources,
  dataFigures,
  dataAssumptions,
  dataExport,
  dataUndo,
  dataAlias,
  why,
  home,
  status,
  retry,
  settings,
  settingsLog,
  language,
  teamList,
  teamSet,
  teamRemove,
  channelSet,
  channelList,
  channelRemove,
  signin,
  tokenIssue,
  dataFix,
  dataCancel,
  dataAsk,
  refresh,
  demoForecasts,
  budgetWhatIf,
  budgetReconsider,
  budgetDeadlines,
  budgetSuggest,
  budgetWatch,
  scheduleList,
  scheduleAdd,
  schedulePause,
  scheduleResume,
  scheduleMove,
  scheduleRun,
  scheduleRemove,
];
