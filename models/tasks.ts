import { allocate } from './campaigns/allocation.ts';
import { mix } from './campaigns/mix/mix.ts';
import { returns } from './campaigns/returns.ts';
import { drivers } from './drivers/drivers.ts';
import { responseDrivers } from './drivers/response.ts';
import { monthEffects, weekdayEffects } from './drivers/seasons.ts';
import { shareChanges } from './drivers/share-changes.ts';
import { forecastEach, forecastWeeksOfEach } from './forecast/each.ts';
import { forecast } from './forecast/forecast.ts';
import { referralBranch } from './network/branch.ts';
import { network } from './network/network.ts';
import { makePromise } from './promises/promise.ts';
import type { PromiseRequest } from './promises/types.ts';
import { conversion } from './segments/conversion.ts';
import { segmentMoves } from './segments/moves.ts';
import { placement, rfmScores } from './segments/placement.ts';
import { nextGroups } from './segments/predict-next.ts';
import { groupRules } from './segments/predict-rules.ts';
import { segmentProfile } from './segments/profile.ts';
import { segments } from './segments/segments.ts';
import { slips } from './segments/slips.ts';
import { splitSegment } from './segments/split.ts';

/**
 * What the worker can be asked to compute. Each is a pure function of one plain record, and answers with a plain
 * record: both cross a thread border by structured clone.
 */
export const tasks = {
  network,
  referralBranch,
  drivers,
  responseDrivers,
  weekdayEffects,
  monthEffects,
  shareChanges,
  forecast,
  forecastEach,
  forecastWeeksOfEach,
  segments,
  placement,
  rfmScores,
  conversion,
  segmentMoves,
  splitSegment,
  slips,
  groupRules,
  nextGroups,
  segmentProfile,
  returns,
  mix,
  allocate,
  makePromise: (request: PromiseRequest) => makePromise(request),
};

export type Tasks = typeof tasks;
