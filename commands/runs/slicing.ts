import type { Context } from '../command.ts';
import { peopleOf } from '../segments/people.ts';
import type { RunOf } from './keep.ts';
import type { KeptSegments } from './segments.ts';
import type { People, Slicing } from './series.ts';

/** Segments as a receipt keeps them: by whose model, before which day, under which names. Not who is in them. */
type KeptPeople = Pick<People, 'run' | 'before'> & { readonly names: readonly string[] };

/** A slicing as it is kept in a receipt. */
export function keepSlicing(by: Slicing): string | KeptPeople {
  return typeof by === 'string' ? by : { run: by.run, before: by.before, names: by.sets.map(({ name }) => name) };
}

/** The same read back: the people are found anew by the model of then. */
export async function keptSlicing(context: Context, kept: unknown): Promise<Slicing> {
  if (typeof kept === 'string') return kept as Slicing;
  const { run, before, names } = kept as KeptPeople;
  return peopleOf(context, context.state.runs.byId(run) as RunOf<KeptSegments>, before, names);
}
