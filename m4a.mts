// dump: for each series, folds × members errors & final forecasts, to explore weights offline
import { writeFileSync } from 'node:fs';
import { runPool } from '/tmp/forecast/models/forecast/pool.ts';
import { test, train } from './m4.mts';

const every = Number(process.argv[2] ?? 3),
  H = 13,
  NF = 8,
  STEP = Number(process.argv[3] ?? 3);
const out: any[] = [];
const t0 = performance.now();
for (let s = 0; s < train.length; s += every) {
  const y = train[s]!;
  const t = y.length;
  const x = y.map((v) => Math.log(v));
  const mk = (n: number) => ({
    unit: 'week' as const,
    days: Int32Array.from({ length: n }, (_, i) => i * 7 + 4),
    values: x.subarray(0, n),
    ahead: Int32Array.from({ length: H }, (_, i) => (n + i) * 7 + 4),
  });
  const folds = [] as any[];
  for (let f = NF - 1; f >= 0; f--) {
    const o = t - H - f * STEP;
    if (o < Math.min(52, t / 2)) continue;
    folds.push({ o, m: runPool(mk(o), { levelOnly: false, events: [] }) });
  }
  const fin = runPool(mk(t), { levelOnly: false, events: [] });
  out.push({
    s,
    y: Array.from(y.slice(-120)),
    t,
    naive:
      Array.from(y)
        .slice(1)
        .reduce((a, v, i) => a + Math.abs(v - y[i]!), 0) /
      (t - 1),
    test: Array.from(test[s]!),
    fin: fin.map((m) => ({ n: m.name, g: m.group, v: Array.from(m.values) })),
    folds: folds.map((f) => ({
      o: f.o,
      a: Array.from(y.subarray(f.o, f.o + H)),
      m: Object.fromEntries(f.m.map((m: any) => [m.name, Array.from(m.values)])),
    })),
  });
}
console.log('s', (performance.now() - t0) / 1000, 'per series', (performance.now() - t0) / out.length);
writeFileSync('/tmp/m4dump.json', JSON.stringify(out));
