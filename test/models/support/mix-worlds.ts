import { adstockGeometric } from '../../../models/campaigns/adstock.ts';
import { type Curve, salesAt } from '../../../models/campaigns/curve.ts';
import type { MixRequest } from '../../../models/campaigns/mix/types.ts';
import type { Random } from '../../../models/random.ts';
import { MONDAY, normal } from './series.ts';

/**
 * Three channels as in reference/models.md section 12: carry-over, half-saturation (of the usual spend), strength. One
 * is always on, one most weeks, one in bursts: `on` is the chance to stay on, `off` to stay off.
 */
const channels = [
  { keep: 0.2, half: 1, most: 60, on: 1, off: 0 },
  { keep: 0.5, half: 0.8, most: 35, on: 0.8, off: 0.6 },
  { keep: 0.7, half: 1.5, most: 45, on: 0.85, off: 0.85 },
] as const;

/** Minor units to one of the generator's own. */
const UNIT = 10_000;
const WEEKS = 156;
const BEFORE = 20;

/**
 * A world with known truth: level, trend, season, three channels with carry-over (in units of spend) and saturation,
 * normal noise of this standard deviation. Where spend follows the season, more is spent when more would sell anyway.
 */
export function mixWorld(
  random: Random,
  { noise, follows = false }: { readonly noise: number; readonly follows?: boolean },
) {
  const phase = 2 * Math.PI * random();
  const season = (week: number) => Math.sin((2 * Math.PI * week) / 52.18 + phase);
  const drawn = channels.map(({ keep, half, most, on, off }) => {
    let level = 0;
    let isOn = true;
    const all = Float64Array.from({ length: BEFORE + WEEKS }, (_, week) => {
      level = 0.3 * level + 0.45 * normal(random);
      isOn = random() < (isOn ? on : 1 - off);
      if (!isOn) return 0;
      return Math.round(UNIT * Math.exp(level) * (follows ? 1 + 0.5 * season(week - BEFORE) : 1));
    });
    const curve: Curve = { form: 'hill', a: most * UNIT, b: half * UNIT, shape: 1 };
    const built = adstockGeometric(all, keep).subarray(BEFORE);
    const brought = built.map((x) => salesAt(curve, (1 - keep) * x));
    return { curve, keep, spend: all.slice(BEFORE), brought, contribution: brought.reduce((sum, x) => sum + x, 0) };
  });
  const sales = Float64Array.from({ length: WEEKS }, (_, week) => {
    const base = 100 + (20 * week) / WEEKS + 11 * season(week) + noise * normal(random);
    return drawn.reduce((sum, { brought }) => sum + brought[week]!, UNIT * base);
  });
  return { from: MONDAY, sales, channels: drawn };
}

export type MixWorld = ReturnType<typeof mixWorld>;

/** What a model may know of it. */
export function mixRequest({ from, sales, channels }: MixWorld, seed: number): MixRequest {
  return {
    from,
    sales,
    channels: channels.map(({ spend }, i) => ({ id: i, name: `channel ${i}`, spend, at: UNIT })),
    controls: [],
    seed,
  };
}

/** A shop of as many channels as asked for, for the clock: three in each world, their sales added up. */
export function wideWorld(random: Random, count: number): { request: MixRequest; spends: readonly Float64Array[] } {
  const worlds = Array.from({ length: Math.ceil(count / channels.length) }, () => mixWorld(random, { noise: 5 }));
  const all = worlds.flatMap((world) => world.channels).slice(0, count);
  const sales = Float64Array.from({ length: WEEKS }, (_, week) =>
    worlds.reduce((sum, world) => sum + world.sales[week]!, 0),
  );
  const [first] = worlds;
  return {
    request: {
      ...mixRequest(first!, 1),
      sales,
      channels: all.map(({ spend }, i) => ({ id: i, name: `channel ${i}`, spend, at: UNIT })),
    },
    spends: all.map(({ spend }) => spend),
  };
}
