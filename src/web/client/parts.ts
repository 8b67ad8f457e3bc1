import type { Unit } from '../../../words/quantity.ts';
import { count } from '../../../words/say.ts';
import type { ReplyAround } from '../../charts/spec.ts';
import { formatValue, isNumeric, moreRows } from '../../text.ts';
import type { Column, Fact, Part, Table, Value } from '../../told.ts';
import { chartFigure } from './chart.ts';
import type { Desk } from './desk.ts';
import { type Child, h, icon } from './dom.ts';
import { icons } from './icons.ts';
import { say, told } from './words.ts';

/** Longer tables open with a button. */
const ROWS_AT_FIRST = 12;

type Reader = ReplyAround & { readonly desk: Desk };

/** One part of a reply as an element. */
export function partView(part: Part, reader: Reader): HTMLElement {
  switch (part.kind) {
    case 'text':
      return h('p', { class: 'words' }, ...withLinks(part.text, reader));
    case 'facts':
      return h('dl', { class: 'facts' }, ...part.facts.map((fact) => factView(fact, reader)));
    case 'table':
      return tableView(part, reader);
    case 'chart':
      return chartFigure(part, reader);
    case 'note':
      return h('p', { class: 'note' }, part.text);
    case 'file':
      return fileView(part, reader);
  }
}

/** Words, with the sign-in links that Sextant itself made here to be pressed; no other address is. */
function withLinks(text: string, { language }: Reader): Child[] {
  const begin = `${location.origin}/signin?token=`;
  return text
    .split(/(https?:\/\/\S+)/)
    .map((piece) =>
      piece.startsWith(begin)
        ? h('a', { href: piece, class: 'button primary sign-in-link' }, told(say`Open the workspace`, language))
        : piece,
    );
}

function factView({ label, value, unit, low, high, exact, receipt }: Fact, reader: Reader): HTMLElement {
  const written = (each: number) => formatValue(each, unit, reader.shop);
  const range =
    low !== undefined && high !== undefined
      ? told(say`80% range ${written(low)} to ${written(high)}`, reader.language)
      : null;
  return h(
    'div',
    { class: 'fact' },
    h('dt', {}, label),
    h('dd', { class: unit === 'text' ? 'fact-text' : 'fact-value' }, cell(value, { unit, exact }, reader)),
    range !== null && h('dd', { class: 'fact-range' }, range),
    receipt !== undefined && h('dd', { class: 'fact-receipt' }, receiptButton(receipt, reader)),
  );
}

/** A number anybody may doubt: its id asks where it came from. */
function receiptButton(id: string, { desk, language }: Reader): HTMLElement {
  const ask = () => desk.ask({ line: `/why ${id}` });
  return h(
    'button',
    { type: 'button', class: 'receipt', 'aria-label': told(say`Why ${id}?`, language), onclick: ask },
    id,
  );
}

function cell(value: Value, { unit, exact }: { unit: Unit; exact?: boolean | undefined }, reader: Reader): Child {
  if (unit === 'receipt' && typeof value === 'string') return receiptButton(value, reader);
  return formatValue(value, unit, reader.shop, exact);
}

function tableView({ title, columns, rows }: Table, reader: Reader): HTMLElement {
  const align = ({ unit }: Column) => (isNumeric(unit) ? 'number' : unit === 'text' ? null : 'short');
  const body = h('tbody');
  const show = (upTo: number) =>
    body.replaceChildren(
      ...rows
        .slice(0, upTo)
        .map((row) =>
          h(
            'tr',
            {},
            ...columns.map((column, i) =>
              h('td', { class: align(column), 'data-title': column.title }, cell(row[i] ?? null, column, reader)),
            ),
          ),
        ),
    );
  show(rows.length <= ROWS_AT_FIRST + 2 ? rows.length : ROWS_AT_FIRST);
  const left = rows.length - body.rows.length;
  const more = h('button', { type: 'button', class: 'button plain small' }, moreRows(left, reader.language));
  more.addEventListener('click', () => {
    show(rows.length);
    more.remove();
  });
  const head = h('tr', {}, ...columns.map((column) => h('th', { scope: 'col', class: align(column) }, column.title)));
  const table = h(
    'table',
    { class: onPhone(columns) },
    h('caption', { class: title === undefined ? 'unseen' : null }, title ?? told(say`Table`, reader.language)),
    h('thead', {}, head),
    body,
  );
  const frame = h(
    'div',
    { class: 'table-frame', tabindex: 0, role: 'region', 'aria-label': title ?? told(say`Table`, reader.language) },
    table,
  );
  return h('div', { class: 'table' }, frame, left > 0 && more);
}

/** More columns than these are wider than a phone. */
const FIT_A_PHONE = 4;

/**
 * How a row is set where there is no room for a table: with words in it as a card of lines; of numbers alone in pairs, the
 * first beside what it is about. Null: as it is, for it fits.
 */
function onPhone(columns: readonly Column[]): 'wordy' | 'paired' | null {
  if (columns.length <= FIT_A_PHONE) return null;
  return columns.slice(1).some(({ unit }) => unit === 'text') ? 'wordy' : 'paired';
}

function fileView({ name, mime, content }: Extract<Part, { kind: 'file' }>, { language }: Reader): HTMLElement {
  const size = new Blob([content]).size;
  const save = () => {
    const address = URL.createObjectURL(new Blob([content], { type: mime }));
    h('a', { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  };
  return h(
    'button',
    { type: 'button', class: 'file', onclick: save },
    icon(icons.download),
    h('span', { class: 'file-name' }, name),
    h(
      'span',
      { class: 'quiet' },
      told(size < 1024 ? say`${count(size)} bytes` : say`${count(Math.ceil(size / 1024))} KB`, language),
    ),
  );
}
