import type { ProphetOptimizer } from '@bsull/augurs/prophet';
import { loadAugurs } from '../../models/forecast/augurs.ts';

const WEEK_SECONDS = 7 * 86_400;

/**
 * Prophet with its own defaults on a weekly series, run here on the same origins: no weekly rhythm, the yearly one from
 * two years on as R's and Python's `auto` do it, or `always`.
 *
 * @returns shape (horizon,)
 */
export async function prophetWeeks(
  values: Float64Array,
  {
    firstDay,
    horizon,
    yearly,
  }: { readonly firstDay: number; readonly horizon: number; readonly yearly: 'auto' | 'always' },
): Promise<Float64Array> {
  const { Prophet, optimizer } = await loadAugurs();
  const at = (week: number) => firstDay * 86_400 + week * WEEK_SECONDS;
  const model = new Prophet({
    // The two packages declare the same shape under two names.
    optimizer: optimizer as ProphetOptimizer,
    weeklySeasonality: { type: 'manual', enabled: false },
    dailySeasonality: { type: 'manual', enabled: false },
    yearlySeasonality: { type: 'manual', enabled: yearly === 'always' || values.length >= 104 },
    uncertaintySamples: 0,
  });
  try {
    model.fit({ ds: Array.from(values, (_, week) => at(week)), y: Array.from(values) }, { seed: 1 });
    const { yhat } = model.predict({ ds: Array.from({ length: horizon }, (_, h) => at(values.length + h)) });
    return Float64Array.from(yhat.point);
  } finally {
    model.free();
  }
}
