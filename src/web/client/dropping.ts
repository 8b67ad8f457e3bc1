import type { Desk } from './desk.ts';
import { h } from './dom.ts';
import { say, told } from './words.ts';

/** Files dropped anywhere on the page are looked at before they come in. */
export function acceptDrops(page: HTMLElement, desk: Desk): void {
  const veil = h(
    'div',
    { class: 'veil', hidden: true },
    h('p', {}, told(say`Drop files to see what they would bring`)),
  );
  page.append(veil);
  const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
  page.addEventListener('dragover', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    veil.hidden = false;
  });
  page.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) veil.hidden = true;
  });
  page.addEventListener('drop', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    veil.hidden = true;
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0) void desk.bring(files);
  });
}
