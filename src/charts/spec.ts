import type { TopLevelSpec } from 'vega-lite';
import type { Shop } from '../../data/types.ts';
import type { ChartPart } from '../told.ts';
import { barDrawing } from './bars.ts';
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

/**
 * The one specification of a chart: the picture in chat and the live chart in the workspace are both drawn from it.
 * Pure; all values are inline, and no foreign text enters unprintable.
 */
export function vegaLiteSpec(part: ChartPart, shop: Shop | null): TopLevelSpec {
  return framed(part, drawing(part.chart, shop));
}

function drawing(chart: ChartPart['chart'], shop: Shop | null): Drawing {
  switch (chart.type) {
    case 'forecast':
      return forecastDrawing(chart, shop);
    case 'bars':
      return barDrawing(chart, shop);
    case 'columns':
      return columnDrawing(chart, shop);
    case 'panels':
      return panelDrawing(chart, shop);
    case 'lines':
      return lineDrawing(chart, shop);
    case 'scatter':
      return scatterDrawing(chart, shop);
    case 'heat':
      return heatDrawing(chart, shop);
    case 'flow':
      return flowDrawing(chart, shop);
    case 'tree':
      return treeDrawing(chart, shop);
    case 'waterfall':
      return waterfallDrawing(chart, shop);
  }
}
