import type { Reader } from '../../words/tell.ts';
import type { PanelChart } from '../told.ts';
import { axisRoom, columnPlot, contentOf, hasRoomForNumbers, legendOf } from './columns.ts';
import type { Drawing } from './frame.ts';
import { notDrawn } from './said.ts';

/** More than this no phone shows at once; the rest is counted in the subtitle. */
const MOST_PANELS = 4;
const PANEL_HEIGHT = 150;

/** Small multiples: columns below columns, each on a scale of its own, all beginning at the same edge. */
export function panelDrawing({ panels }: PanelChart, reader: Reader): Drawing {
  const shown = panels
    .slice(0, MOST_PANELS)
    .map((panel) => ({ title: panel.title, content: contentOf(panel, reader) }));
  const contents = shown.map(({ content }) => content);
  const room = contents.every(hasRoomForNumbers) ? 'numbered' : Math.max(...contents.map(axisRoom));
  const left = panels.length - shown.length;
  return {
    plots: shown.map(({ title, content }) => ({ title, ...columnPlot(content, { height: PANEL_HEIGHT, room }) })),
    legend: [...legendOf(contents, reader), notDrawn(left, reader)],
  };
}
