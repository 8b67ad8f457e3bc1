import type { ReplyAround } from '../../charts/spec.ts';
import type { ChartPart } from '../../told.ts';
import { h } from './dom.ts';

/** A chart that can be pointed at, from the same specification as the picture in chat; its finding in words for all. */
export function chartFigure(part: ChartPart, reply: ReplyAround): HTMLElement {
  // Vega gives its own element another role and a description of every mark: here the finding is enough.
  const canvas = h('div', { 'aria-hidden': 'true' });
  const picture = h('div', { class: 'chart-picture', role: 'img', 'aria-label': part.alt }, canvas);
  const figure = h('figure', { class: 'chart' }, picture);
  import('./chart-live.ts')
    .then(({ drawChart }) => drawChart(canvas, part, reply))
    .catch(() => {
      picture.removeAttribute('role');
      picture.replaceChildren(h('p', { class: 'chart-words' }, `${part.title}. ${part.alt}`));
    });
  return figure;
}
