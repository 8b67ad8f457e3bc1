import type { TopLevelSpec } from 'vega-lite';
import type { Reader } from '../../words/tell.ts';
import type { ChartPart, Rendered } from '../told.ts';
import { barDrawing } from './bars.ts';
import { type Colours, coloursOf } from './colours.ts';
import { columnDrawing } from './columns.ts';
import { flowDrawing } from './flow.ts';
import { forecastDrawing } from './forecast.ts';
import { type Drawing, framed } from './frame.ts';
import { heatDrawing } from './heat.ts';
import { lineDrawing } from './lines.ts';
import { panelDrawing } from './panels.ts';
import { scatterDrawing } from './scatter.ts';
import { treeDrawing } from './tree.ts';
import { waterfallDrawing } from './waterfall.ts';

/** What a chart is part of: who reads it, and what stands beside it. */
export type ReplyAround = Pick<Rendered, 'language' | 'shop' | 'parts'>;

/**
 * The one specification of a chart: the picture in chat and the live chart in the workspace are both drawn from it.
 * Pure; all values are inline, and no foreign text enters unprintable.
 */
export function vegaLiteSpec(part: ChartPart, reply: ReplyAround): TopLevelSpec {
  return framed(part, drawing(part.chart, reply, coloursOf([...reply.parts, part])));
}

function drawing(chart: ChartPart['chart'], reader: Reader, colours: Colours): Drawing {
  switch (chart.type) {
    case 'forecast':
      return forecastDrawing(chart, reader);
    case 'bars':
      return barDrawing(chart, reader, colours);
    case 'columns':
      return columnDrawing(chart, reader);
    case 'panels':
      return panelDrawing(chart, reader);
    case 'lines':
      return lineDrawing(chart, reader, colours);
    case 'scatter':
      return scatterDrawing(chart, reader, colours);
    case 'heat':
      return heatDrawing(chart, reader);
    case 'flow':
      return flowDrawing(chart, reader);
    case 'tree':
      return treeDrawing(chart, reader);
    case 'waterfall':
      return waterfallDrawing(chart, reader);
  }
}
