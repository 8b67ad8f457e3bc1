import { readFileSync } from 'node:fs';

const D = JSON.parse(readFileSync('/tmp/m4dump.json', 'utf8'));
const H = 13;
function score(fc: (d: any) => number[]) {
  let sm = 0,
    ma = 0;
  for (const d of D) {
    const f = fc(d);
    let a = 0,
      b = 0;
    for (let h = 0; h < H; h++) {
      a += (200 * Math.abs(f[h] - d.test[h])) / (Math.abs(f[h]) + Math.abs(d.test[h])) / H;
      b += Math.abs(f[h] - d.test[h]) / d.naive / H;
    }
    sm += a;
    ma += b;
  }
  return [sm / D.length, ma / D.length];
}
const nv = score((d) => Array(H).fill(d.y.at(-1)));
const show = (l: string, s: number[]) =>
  console.log(
    l.padEnd(44),
    s[0]!.toFixed(3),
    s[1]!.toFixed(3),
    'OWA',
    ((s[0]! / nv[0]! + s[1]! / nv[1]!) / 2).toFixed(4),
  );
show('naive', nv);
const names = new Set<string>();
for (const d of D) for (const m of d.fin) names.add(m.n);
if (process.argv[2] === 'all')
  for (const n of names) {
    show(
      n,
      score((d) => {
        const m = d.fin.find((x: any) => x.n === n) ?? d.fin[0];
        return m.v.map(Math.exp);
      }),
    );
  }
const err = (d: any, n: string, p = 1) => {
  let e = 0,
    c = 0;
  for (const f of d.folds) {
    const v = f.m[n];
    if (!v) {
      continue;
    }
    let fe = 0,
      fa = 0;
    for (let h = 0; h < H; h++) {
      fe += Math.abs(Math.exp(v[h]) - f.a[h]);
      fa += Math.abs(f.a[h]);
    }
    e += fe / fa;
    c++;
  }
  return c ? e / c : NaN;
};
for (const d of D) for (const m of d.fin) m.e = err(d, m.n);
const prior: any = {
  w4: null,
  G: { level: 0.2, yearly: 0.5, analogue: 0.3 },
  G2: { level: 0.35, yearly: 0.4, analogue: 0.25 },
  Eq: { level: 0.333, yearly: 0.333, analogue: 0.333 },
};
for (const [pn, pr] of Object.entries(prior) as any)
  for (const pw of [2, 4, 6, 8])
    for (const sp of ['log', 'lin']) {
      show(
        `${pn} pow ${pw} ${sp}`,
        score((d) => {
          const ms = d.fin.filter((m: any) => isFinite(m.e) && (process.argv[3] !== 'noan' || m.g !== 'analogue'));
          const best = Math.min(...ms.map((m: any) => m.e));
          const cnt: any = {};
          for (const m of ms) cnt[m.g] = (cnt[m.g] ?? 0) + 1;
          let W = 0;
          const f = new Array(H).fill(0);
          for (const m of ms) {
            const w = (pr ? pr[m.g] / cnt[m.g] : 1) * (Math.max(m.e, 1e-9) / Math.max(best, 1e-9)) ** -pw;
            W += w;
            for (let h = 0; h < H; h++) f[h] += w * (sp === 'log' ? m.v[h] : Math.exp(m.v[h]));
          }
          return f.map((x) => (sp === 'log' ? Math.exp(x / W) : x / W));
        }),
      );
    }
