import { ms, quantile, type Row } from './print.ts';
import { houseInFolder, inFolder } from './shops.ts';

const TIMES = 200;
const lines = [
  '/forecast weeks:8',
  '/segment',
  '/segment next',
  '/segment who r:30 f:5 m:1.5M',
  '/campaign roi',
  '/budget plan',
  '/digest',
  '/status',
  '/help',
  '/why F-1',
];

/** How long a person waits for each command once its run is stored, beside the cheapest question to the same pool. */
export function measure(): Promise<readonly Row[]> {
  return inFolder(async (folder) => {
    const { house, pool, close } = await houseInFolder(folder);
    const timed = async (work: () => Promise<unknown>): Promise<number[]> => {
      const sample: number[] = [];
      for (let i = 0; i < TIMES; i++) {
        const started = performance.now();
        await work();
        sample.push(performance.now() - started);
      }
      return sample;
    };
    const ask = (line: string) => house.askLine(line, { door: 'terminal', user: 'bench' });
    for (const line of lines) await ask(line);
    const floor = await timed(() => pool.facts.imports.find('I-1'));
    const rows: Row[] = [];
    for (const line of lines) {
      const sample = await timed(() => ask(line));
      rows.push({
        what: `${line}, stored run`,
        measured: `p50 ${ms(quantile(sample, 0.5))}, p99 ${ms(quantile(sample, 0.99))}`,
        beside: `one question to the worker: p50 ${ms(quantile(floor, 0.5))}, p99 ${ms(quantile(floor, 0.99))}`,
        goal: '',
      });
    }
    await close();
    return rows;
  });
}
