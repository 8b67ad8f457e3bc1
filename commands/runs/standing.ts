import type { Receipt } from '../../data/state/types/runs.ts';
import type { Check } from '../../models/check.ts';
import { lowered, widen } from '../../models/forecast/drift.ts';
import type { ForecastRequest, ForecastResult } from '../../models/forecast/types.ts';
import type { Words } from '../../words/say.ts';

/** What the ledger makes of a model's forecast: which model is used and why, and how wide its bands must be. */
export type Standing = {
  /** As `/models` calls it. */
  readonly recipe: string;
  readonly prophet: NonNullable<ForecastRequest['prophet']>;
  /** Why this model, where somebody or the ledger has chosen it. */
  readonly reason: Words | null;
  /** 1: as the model has them. */
  readonly widened: number;
  /** What the ledger and the data check have against it. */
  readonly checks: readonly Check[];
  /** What is wrong with the newest days, where they are left out. */
  readonly held: string | null;
};

/** Where nothing was chosen and nothing widened, the run is the same as one that knows of no ledger. */
export function parametersOf(standing: Standing | undefined): Receipt['parameters'] {
  if (!standing) return {};
  const { recipe, widened, held } = standing;
  return { ...(recipe !== 'combination' && { recipe }), ...(widened !== 1 && { widened }), ...(held && { held }) };
}

/** The forecast with its bands widened, and saying so. */
export function stoodBy(made: ForecastResult, { reason, widened, checks }: Standing): ForecastResult {
  const said = { ...made, reason: reason ?? made.reason, checks: [...made.checks, ...checks] };
  if (widened === 1) return said;
  const { daily, weekly, monthly, total, useBy } = made;
  const days = Array.from(daily.typical, (typical, i) =>
    widen(
      {
        expected: typical,
        low50: daily.low50[i]!,
        high50: daily.high50[i]!,
        low80: daily.low80[i]!,
        high80: daily.high80[i]!,
        low95: daily.low95[i]!,
        high95: daily.high95[i]!,
      },
      widened,
    ),
  );
  const column = (bound: keyof (typeof days)[number]) => Float64Array.from(days, (day) => day[bound]);
  return {
    ...said,
    daily: {
      ...daily,
      low50: column('low50'),
      high50: column('high50'),
      low80: column('low80'),
      high80: column('high80'),
      low95: column('low95'),
      high95: column('high95'),
    },
    weekly: weekly.map((week) => widen(week, widened)),
    monthly: monthly.map((month) => widen(month, widened)),
    total: widen(total, widened),
    useBy: lowered(useBy),
  };
}
