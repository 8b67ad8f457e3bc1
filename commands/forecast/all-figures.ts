import type { Part } from '../reply.ts';
import { allFacts } from './headline.ts';
import type { Look } from './look.ts';
import { fullNote } from './note.ts';
import { lookTable, monthsTable } from './tables.ts';
import { useByTable } from './use-by.ts';

/** Every figure of a forecast: both bands of each period, months, what it is good for until when, and how it was tried. */
export function allFigures(look: Look): Part[] {
  const { run, words, cut } = look;
  return [
    { kind: 'facts', facts: allFacts(look) },
    lookTable(look, { widest: 0.95 }),
    ...monthsTable(run.result, words),
    ...useByTable(run.result, cut),
    { kind: 'note', text: fullNote(look) },
  ];
}
