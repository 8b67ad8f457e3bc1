import type { Random } from '../../random.ts';

/** A standard normal draw (Box & Muller, 1958). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** A gamma draw of this shape >= 1 and scale 1 (Marsaglia & Tsang, A Simple Method for Generating Gamma Variables, 2000). */
export function gamma(shape: number, random: Random): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * x ** 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** A draw of N(mean, sd^2) above 0 (Robert, Simulation of Truncated Normal Variables, 1995). */
export function positiveNormal(mean: number, sd: number, random: Random): number {
  const least = -mean / sd;
  if (least <= 0) {
    for (;;) {
      const z = normal(random);
      if (z > least) return mean + sd * z;
    }
  }
  const rate = (least + Math.sqrt(least ** 2 + 4)) / 2;
  for (;;) {
    const z = least - Math.log(1 - random()) / rate;
    if (Math.log(1 - random()) <= -0.5 * (z - rate) ** 2) return mean + sd * z;
  }
}

/** log of the standard normal distribution function, to 1e-7 also far out on the left (Press et al., erfcc). */
export function logNormalBelow(x: number): number {
  const z = Math.abs(x) / Math.SQRT2;
  const t = 1 / (1 + 0.5 * z);
  const poly = [
    -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223,
    0.17087277,
  ].reduceRight((sum, coefficient) => coefficient + t * sum, 0);
  const logTail = Math.log(t / 2) - z ** 2 + poly;
  return x < 0 ? logTail : Math.log1p(-Math.exp(logTail));
}
