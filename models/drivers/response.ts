import { crossValidatedAuc } from './auc.ts';
import { type Drivers, type DriversRequest, drivers } from './drivers.ts';
import { type Logistic, logistic, type NoLogistic } from './logistic.ts';

export type ResponseDrivers = {
  /** How the differences are shared out, by a straight line through the answers. */
  readonly shares: Drivers;
  /** How the odds go with each driver, the others held. */
  readonly odds: Logistic | NoLogistic;
  /** Of ten folds; null where they cannot be fitted. */
  readonly auc: number | null;
};

/** What an answer of yes or no goes with: its parts of R² as of any outcome, and its odds. */
export function responseDrivers(request: DriversRequest): ResponseDrivers {
  const odds = logistic(request);
  return {
    shares: drivers(request),
    odds,
    auc: odds.kind === 'fitted' ? crossValidatedAuc(request, request.seed) : null,
  };
}
