import type { ChartPart } from '../../../commands/reply.ts';
import type { Shop } from '../../../data/types.ts';
import { h } from './dom.ts';

/** A chart that can be pointed at, from the same specification as the picture in chat; its finding in words for all. */
export function chartFigure(part: ChartPart, shop: Shop | null): HTMLElement {
  const picture = h('div', { class: 'chart-picture', role: 'img', 'aria-label': part.alt });
  const figure = h('figure', { class: 'chart' }, picture);
  import('./chart-live.ts')
    .then(({ drawChart }) => drawChart(picture, part, shop))
    .catch(() => {
      picture.removeAttribute('role');
      picture.replaceChildren(h('p', { class: 'chart-words' }, `${part.title}. ${part.alt}`));
    });
  return figure;
}
