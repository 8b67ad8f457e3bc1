import { alertsList, alertsRestore, alertsSnooze, alertsTake, alertsVote } from './alerts/alerts.ts';
import { budgetApprove, budgetDone, budgetExpire, budgetReject, budgetWithdraw } from './budget/decide.ts';
import { budgetLog, budgetPending, budgetShow } from './budget/list.ts';
import { budgetPlan } from './budget/plan.ts';
import { budgetPropose } from './budget/propose.ts';
import { campaignRoi } from './campaign-roi.ts';
import { channelSet } from './channel.ts';
import type { Command } from './command.ts';
import { dataSources } from './data/sources.ts';
import { dataUndo } from './data/undo.ts';
import { digest } from './digest/digest.ts';
import { lookBack } from './digest/look-back.ts';
import { forecast } from './forecast.ts';
import { help } from './help.ts';
import { importFile } from './import.ts';
import { ledger, ledgerForecasts } from './ledger/forecasts.ts';
import { ledgerOverride } from './ledger/override.ts';
import { ledgerPeople } from './ledger/people.ts';
import { models } from './models/models.ts';
import { refresh } from './refresh.ts';
import { retry } from './retry.ts';
import { segment } from './segment.ts';
import { signin, tokenIssue } from './signin.ts';
import { status } from './status.ts';
import { teamList, teamRemove, teamSet } from './team.ts';
import { why } from './why.ts';

/** All that may be asked, in the order help shows it. A command that is not listed does not exist. */
export const commands: readonly Command[] = [
  help,
  forecast,
  segment,
  campaignRoi,
  budgetPlan,
  budgetPropose,
  budgetPending,
  budgetShow,
  budgetApprove,
  budgetReject,
  budgetWithdraw,
  budgetDone,
  budgetLog,
  digest,
  lookBack,
  ledger,
  ledgerForecasts,
  ledgerOverride,
  ledgerPeople,
  models,
  alertsList,
  alertsTake,
  alertsSnooze,
  alertsVote,
  alertsRestore,
  importFile,
  dataSources,
  dataUndo,
  why,
  status,
  retry,
  teamList,
  teamSet,
  teamRemove,
  channelSet,
  signin,
  tokenIssue,
  refresh,
  budgetExpire,
];
