import { printTable, type Row } from './print.ts';

/**
 * `npm run bench`: what Sextant costs, each figure beside a yardstick measured in the same run. Absolute figures move
 * with the machine; the ratios are what is promised.
 */
const suites: Readonly<Record<string, () => Promise<{ readonly measure: () => Promise<readonly Row[]> }>>> = {
  import: () => import('./import.ts'),
  'k-means': () => import('./k-means.ts'),
  answers: () => import('./answers.ts'),
  money: () => import('./money.ts'),
  network: () => import('./network.ts'),
  promises: () => import('./promises.ts'),
  loop: () => import('./loop.ts'),
  acknowledgement: () => import('./acknowledgement.ts'),
  charts: () => import('./charts.ts'),
  outbox: () => import('./outbox.ts'),
  start: () => import('./start.ts'),
  alerts: () => import('./alerts.ts'),
  'random-forest': () => import('./random-forest.ts'),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in suites));
if (unknown.length > 0) {
  console.error(`No bench called ${unknown.join(', ')}. There is: ${Object.keys(suites).join(', ')}.`);
  process.exit(1);
}
console.log(`Node ${process.version}, ${process.platform} ${process.arch}\n`);
for (const [name, load] of Object.entries(suites)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const { measure } = await load();
  printTable(name, await measure());
}
