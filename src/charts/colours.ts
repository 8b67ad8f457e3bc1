import type { Chart, LineChart, Part } from '../told.ts';
import { categorical, QUIET } from './look.ts';

/** Which colour a campaign or a group has, by its name: the same in all pictures of a reply. */
export type Colours = ReadonlyMap<string, string>;

/** Each name keeps the colour of the first picture that tells it from others by colour. What no colour is left for is grey. */
export function coloursOf(parts: readonly Part[]): Colours {
  const colours = new Map<string, string>();
  for (const part of parts) {
    const names = part.kind === 'chart' ? namesIn(part.chart) : [];
    const taken = new Set(names.map((name) => colours.get(name)));
    const free = categorical.filter((colour) => !taken.has(colour));
    for (const name of names) if (!colours.has(name)) colours.set(name, free.shift() ?? QUIET);
  }
  return colours;
}

/** A yardstick is grey, so that grey is left to it. */
export function isYardstick({ dashed, band }: LineChart['lines'][number]): boolean {
  return dashed === true && band === undefined;
}

function namesIn(chart: Chart): string[] {
  if (chart.type === 'scatter') return chart.groups.map(({ label }) => label);
  if (chart.type === 'lines') return chart.lines.filter((line) => !isYardstick(line)).map(({ label }) => label);
  return [];
}
