import { allocate } from './campaigns/allocation.ts';
import { mix } from './campaigns/mix/mix.ts';
import { returns } from './campaigns/returns.ts';
import { drivers } from './drivers/drivers.ts';
import { forecastEach, forecastWeeksOfEach } from './forecast/each.ts';
import { forecast } from './forecast/forecast.ts';
import { network } from './network/network.ts';
import { segmentMoves } from './segments/moves.ts';
import { segments } from './segments/segments.ts';
import { splitSegment } from './segments/split.ts';

/**
 * What the worker can be asked to compute. Each is a pure function of one plain record, and answers with a plain
 * record: both cross a thread border by structured clone.
 */
export const tasks = {
  network,
  drivers,
  forecast,
  forecastEach,
  forecastWeeksOfEach,
  segments,
  segmentMoves,
  splitSegment,
  returns,
  mix,
  allocate,
};

export type Tasks = typeof tasks;
