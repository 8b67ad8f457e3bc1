import { z } from 'zod';
import type { Override } from '../../data/state/types/ledger.ts';
import { count, day, named, type Said, say } from '../../words/say.ts';
import { actorOf } from '../actor.ts';
import { defineCommand } from '../command.ts';
import type { Fact, Part } from '../reply.ts';

/** Fewer scored overrides say more about luck than about a person. */
const ENOUGH_WEEKS = 8;

export const ledgerPeople = defineCommand({
  name: 'ledger people',
  summary: say`Whether overrides helped: yours to you alone, the team in total to all`,
  examples: ['ledger people'],
  needs: 'viewer',
  input: z.strictObject({}),
  run(_, { state, caller, shared }) {
    const counted = lastWords(state.ledger.overrides().filter(({ actual }) => actual !== null));
    const own = counted.filter(({ person }) => person === actorOf(caller).id);
    const parts: Part[] = [{ kind: 'facts', facts: facts(teamWords, counted) }];
    if (!shared && own.length > 0) {
      parts.push({ kind: 'facts', facts: facts(ownWords, own) }, ownTable(own));
    }
    parts.push({
      kind: 'note',
      text: say`Of each week and person the last number counts. Below ${count(ENOUGH_WEEKS)} scored weeks this says little. Your own lines are shown to you alone, whoever asks.`,
    });
    return { title: verdict(counted), tone: 'plain', parts };
  },
});

/** Whoever changed their mind is held to the last of it. */
function lastWords(overrides: readonly Override[]): Override[] {
  return overrides.filter(
    ({ week, person }, i) => overrides.findIndex((each) => each.week === week && each.person === person) === i,
  );
}

function verdict(counted: readonly Override[]): Said {
  if (counted.length < ENOUGH_WEEKS)
    return say`Overrides scored: ${count(counted.length)}, too few to say whether they help`;
  const { said, model } = errors(counted);
  const points = count(Math.abs(100 * (model - said)));
  return said < model
    ? say`Overrides helped: error lower by ${points} points`
    : say`Overrides did not help: error higher by ${points} points`;
}

type WhoWords = { readonly scored: Said; readonly error: Said; readonly nearer: Said };

const teamWords: WhoWords = {
  scored: say`The team: overrides scored`,
  error: say`The team: error`,
  nearer: say`The team: nearer than the model`,
};
const ownWords: WhoWords = {
  scored: say`You: overrides scored`,
  error: say`You: error`,
  nearer: say`You: nearer than the model`,
};

function facts(words: WhoWords, overrides: readonly Override[]): Fact[] {
  const { said, model, nearer } = errors(overrides);
  const known = overrides.length > 0;
  return [
    { label: words.scored, value: overrides.length, unit: 'count' },
    { label: words.error, value: known ? said : null, unit: 'share' },
    { label: say`The model on the same weeks`, value: known ? model : null, unit: 'share' },
    { label: words.nearer, value: nearer, unit: 'count' },
  ];
}

/** Missed money over money that came, of the people and of the model they stand beside. */
function errors(overrides: readonly Override[]): { said: number; model: number; nearer: number } {
  const sum = (of: (each: Override) => number) => overrides.reduce((total, each) => total + of(each), 0);
  const came = Math.max(
    sum(({ actual }) => Math.abs(actual!)),
    Number.MIN_VALUE,
  );
  return {
    said: sum(({ value, actual }) => Math.abs(value - actual!)) / came,
    model: sum(({ expected, actual }) => Math.abs(expected - actual!)) / came,
    nearer: overrides.filter(({ value, expected, actual }) => Math.abs(value - actual!) < Math.abs(expected - actual!))
      .length,
  };
}

function ownTable(own: readonly Override[]): Part {
  return {
    kind: 'table',
    title: say`Yours`,
    columns: [
      { title: say`Week from`, unit: 'day' },
      { title: say`You said`, unit: 'money' },
      { title: say`The model`, unit: 'money' },
      { title: say`Came`, unit: 'money' },
      { title: say`Reason`, unit: 'text' },
      { title: say`Receipt`, unit: 'receipt' },
    ],
    rows: own.map(({ week, value, expected, actual, reason, run }) => [
      day(week),
      value,
      expected,
      actual,
      named(reason),
      named(run),
    ]),
  };
}
