import { count, lines, money, plural, type Said, say, sentences } from '../../words/say.ts';
import { promisedBy } from '../budget/promise/promise-words.ts';
import { type Finished, finishedPromises } from '../budget/promise/record.ts';
import type { Context } from '../command.ts';
import { toldVerdicts } from '../lists/verdict.ts';
import type { Action, Part } from '../reply.ts';

const MOST_LISTS = 200;

/** What was decided and judged since, a line for shifts and one for lists, each with the way to them. */
export function decisions(context: Context): { readonly parts: readonly Part[]; readonly actions: readonly Action[] } {
  const { state } = context;
  const shifts = finishedPromises(state);
  const lists = state.tests.list(MOST_LISTS).flatMap(({ id }) => toldVerdicts(id, context).slice(-1));
  if (shifts.length + lists.length === 0) return { parts: [], actions: [] };
  const listed = (verdict: (typeof lists)[number]['verdict']) =>
    count(lists.filter((list) => list.verdict === verdict).length);
  const text = lines([
    shifts.length > 0 ? shiftWords(shifts, context) : null,
    lists.length > 0
      ? say`Lists: worked ${listed('worked')}, did harm ${listed('did harm')}, can't tell ${listed("can't tell")}, void ${listed('void')}.`
      : null,
  ]);
  return {
    parts: [{ kind: 'text', text }],
    actions: [
      ...(shifts.length > 0 ? [open(say`Shifts`, 'budget record')] : []),
      ...(lists.length > 0 ? [open(say`Lists`, 'list show')] : []),
    ],
  };
}

function open(label: Said, name: string): Action {
  return { label, style: 'plain', ask: { name, input: {} } };
}

/**
 * How shifts ended, and the money that they promised and brought together. The weeks of one shift say nothing of another,
 * so that the squares of their intervals add up.
 */
function shiftWords(shifts: readonly Finished[], { state }: Context): Said {
  const ended = (verdict: Finished['finding']['verdict']) =>
    count(shifts.filter(({ finding }) => finding.verdict === verdict).length);
  const sum = (of: (shift: Finished) => number) => shifts.reduce((all, shift) => all + of(shift), 0);
  const promised = sum(({ promise }) => promisedBy(promise, { state }).gain.expected);
  const seen = sum(({ finding }) => finding.gain ?? 0);
  const half = Math.sqrt(sum(({ finding: { low80, high80 } }) => (((high80 ?? 0) - (low80 ?? 0)) / 2) ** 2));
  const [says, came] = [money(Math.round(promised)), money(seen)];
  const [low, high] = [money(Math.round(seen - half)), money(Math.round(seen + half))];
  return sentences(
    say`Budget shifts: worked ${ended('worked')}, did not ${ended('did not')}, can't tell ${ended("can't tell")}.`,
    plural(
      shifts.length,
      say`It promised ${says} a week and brought ${came} (80%: ${low} to ${high}).`,
      say`Together they promised ${says} a week and brought ${came} (80%: ${low} to ${high}).`,
    ),
  );
}
