import { rfm } from './rfm.ts';
import { groupsBy } from './score.ts';
import type { RfmResult, SegmentModel, SegmentsRequest } from './types.ts';

/*
 * What is told of each customer, as the worker is asked for it: of half a million customers it takes longer than the
 * loop that answers chat may stand still.
 */

export type PlacementRequest = { readonly model: SegmentModel; readonly view: SegmentsRequest['view'] };

/** The group of every customer by a model: shape (n,). */
export function placement({ model, view }: PlacementRequest): Int32Array {
  return groupsBy(model, view);
}

/** The RFM scores and segment of every customer. Equal values get equal scores, as in `/segment by:rfm`. */
export function rfmScores(view: SegmentsRequest['view']): RfmResult {
  return rfm(view, { ties: 'alike' });
}
