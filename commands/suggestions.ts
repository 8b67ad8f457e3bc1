import { shownName } from '../models/segments/group-name.ts';
import { instant, named, period, say, type Words } from '../words/say.ts';
import { tell } from '../words/tell.ts';
import { stateWords } from './budget/proposal/state-words.ts';
import type { Context } from './command.ts';
import { languageOf } from './language.ts';
import type { KeptSegments } from './runs/segments.ts';
import { namesOf } from './runs/segments.ts';
import type { KeptSlices } from './runs/slices.ts';
import { builtIn } from './schedule/built-in.ts';

/** What can be typed in place of an argument, and what it is. */
export type Suggestion = { readonly value: string; readonly label: Words };

/** The kinds of thing that an argument may name. `slice` is a product, a channel, a place; `receipt` whatever has one. */
export type Nameable =
  | 'command'
  | 'segment'
  | 'campaign'
  | 'slice'
  | 'forecast'
  | 'segments'
  | 'plan'
  | 'proposal'
  | 'list'
  | 'import'
  | 'alert'
  | 'file'
  | 'schedule'
  | 'person'
  | 'receipt';

type Source = (context: Context) => readonly Suggestion[] | Promise<readonly Suggestion[]>;

/** As many as a person would look through. */
const MOST = 200;

/**
 * What of its kind is known, by what an argument may name. From what is kept already: a person waits for it at every
 * letter, so nothing is computed and no order is read.
 */
const known: Readonly<Record<Nameable, Source>> = {
  command: ({ commands }) =>
    commands.filter(({ hidden }) => !hidden).map(({ name, summary }) => of(name, say`${name} · ${summary}`)),
  /** As the reader knows them: every command that takes a group takes its name in any language. */
  segment({ state, caller }) {
    const run = state.runs.latest('segments');
    const { clusters } = (run?.result as KeptSegments | undefined) ?? { clusters: null };
    if (!run || !clusters) return [];
    const language = languageOf(state.memory, caller);
    return namesOf(state, run.id, clusters).map((name) => of(tell(shownName(name), { language, shop: null })));
  },
  campaign: async ({ facts }) => (await facts.campaigns.list()).map(({ name }) => of(name)),
  /** Of the slices that somebody has lately asked for. */
  slice({ state }) {
    const { slices } = (state.runs.latest('slices')?.result as KeptSlices | undefined) ?? { slices: [] };
    return slices.flatMap(({ name }) => (name ? [of(name)] : []));
  },
  forecast: ({ state }) =>
    state.ledger
      .runs(MOST)
      .map(({ run, firstWeek, lastWeek }) => of(run, say`${run} · ${period(firstWeek, lastWeek)}`)),
  segments: latest('segments'),
  plan: latest('budget'),
  proposal: ({ state }) =>
    state.proposals
      .list({ limit: MOST })
      .map(({ id, requesterName, state: at }) => of(id, say`${id} · ${requesterName} · ${stateWords[at]}`)),
  list: ({ state }) => state.tests.list(MOST).map(({ id, name }) => of(id, say`${id} · ${name}`)),
  import: async ({ facts }) => (await facts.imports.list()).map(({ id, name }) => of(id, say`${id} · ${name}`)),
  alert: ({ state }) => state.alerts.list(MOST).map(({ id, openedAt }) => of(id, say`${id} · ${instant(openedAt)}`)),
  /** The caller's own; others' names are theirs. */
  file: ({ state, caller, now }) =>
    state.files
      .list(now)
      .filter(({ owner }) => owner === `${caller.door}:${caller.user}`)
      .map(({ id, name }) => of(id, say`${id} · ${name}`))
      .reverse(),
  schedule: ({ state }) => [
    ...builtIn.map(({ name, says }) => of(name, say`${named(name)} · ${says}`)),
    ...state.scheduleRules.list().map(({ name }) => of(name)),
  ],
  person: ({ state }) =>
    state.people.list().map(({ door, user, name }) => of(`${door}:${user}`, say`${name} · ${`${door}:${user}`}`)),
  /** Whatever has a receipt, what waits for a decision first. */
  async receipt(context) {
    const each = [known.proposal, known.forecast, known.list, known.alert, known.import, known.segments, known.plan];
    return (await Promise.all(each.map((kind) => kind(context)))).flat();
  },
};

/** All that is known of a kind, what is likeliest meant first. */
export async function suggestions(names: Nameable, context: Context): Promise<readonly Suggestion[]> {
  return known[names](context);
}

function of(value: string, label: Words = named(value)): Suggestion {
  return { value, label };
}

function latest(kind: 'segments' | 'budget'): Source {
  return ({ state }) => {
    const run = state.runs.latest(kind);
    return run ? [of(run.id, say`${run.id} · ${instant(run.madeAt)}`)] : [];
  };
}
