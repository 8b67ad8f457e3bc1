import embed from 'vega-embed';
import { expressionInterpreter } from 'vega-interpreter';
import { type ReplyAround, vegaLiteSpec } from '../../charts/spec.ts';
import type { ChartPart } from '../../told.ts';

const refuse = (what: string) => Promise.reject(new Error(`a chart may not load ${what}`));

/**
 * Draws a chart. Expressions are interpreted, because the page's policy forbids to compile them; there is no menu,
 * because Vega's own hands the data to a site elsewhere; and nothing is loaded.
 */
export async function drawChart(into: HTMLElement, part: ChartPart, reply: ReplyAround): Promise<void> {
  // Text is measured as it is drawn: with the real letters there, or labels would end up beside their places.
  await Promise.all([document.fonts.load('400 20px Inter'), document.fonts.load('600 20px Inter')]);
  await embed(into, vegaLiteSpec(part, reply), {
    mode: 'vega-lite',
    renderer: 'svg',
    actions: false,
    ast: true,
    expr: expressionInterpreter,
    defaultStyle: false,
    tooltip: { disableDefaultStyle: true },
    loader: { load: refuse, sanitize: refuse, http: refuse, file: refuse },
  });
}
