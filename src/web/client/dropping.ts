import type { Desk } from './desk.ts';
import { h } from './dom.ts';

/** A file dropped anywhere on the page is imported. */
export function acceptDrops(page: HTMLElement, desk: Desk): void {
  const veil = h('div', { class: 'veil', hidden: true }, h('p', {}, 'Drop the file to import it'));
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
    for (const file of event.dataTransfer?.files ?? []) void desk.importFile(file);
  });
}
