import { named } from '../words/say.ts';
import { type Context, mayActAs } from './command.ts';
import type { Fact, Part, Reply, Table, Value } from './reply.ts';

/** Fewer people than this could be known by their figures. */
export const FEW = 20;

const FEWER = named(`<${FEW}`);

/** Whether an answer may tell of single people: it goes to one person, who works with lists. */
export function mayTellOfFew({ caller, shared }: Pick<Context, 'caller' | 'shared'>): boolean {
  return !shared && caller.role !== null && mayActAs(caller.role, 'analyst');
}

/**
 * A reply for all who may read it: of a group of fewer than 20 people it says "<20" and none of its figures. Which columns,
 * facts and bars count people, they say themselves (`people`).
 */
export function withoutFew(reply: Reply): Reply {
  return { ...reply, parts: reply.parts.map(partWithoutFew) };
}

function partWithoutFew(part: Part): Part {
  switch (part.kind) {
    case 'table':
      return tableWithoutFew(part);
    case 'facts':
      return { ...part, facts: part.facts.map(factWithoutFew) };
    case 'chart':
      return part.chart.type === 'bars'
        ? { ...part, chart: { ...part.chart, bars: part.chart.bars.filter(({ people }) => !isFew(people)) } }
        : part;
    default:
      return part;
  }
}

/** Nobody is no secret. */
export function isFew(people: Value | undefined): boolean {
  return typeof people === 'number' && people > 0 && people < FEW;
}

function tableWithoutFew(table: Table): Table {
  const { columns } = table;
  const rows = table.rows.map((row) => {
    if (!columns.some(({ people }, at) => people && isFew(row[at]))) return row;
    return row.map((value, at) => {
      const { people, unit } = columns[at]!;
      if (unit === 'text') return value;
      return people && isFew(value) ? FEWER : null;
    });
  });
  return { ...table, rows };
}

function factWithoutFew(fact: Fact): Fact {
  return fact.people && isFew(fact.value) ? { ...fact, value: FEWER } : fact;
}
