import type { PromiseFinding, PromiseVerdict } from '../../data/state/types/promises.ts';
import { addDays } from '../../models/days.ts';
import { day, listed, money, named, type Said, say, sentences } from '../../words/say.ts';
import { findingWords, promisedBy, shiftOf } from '../budget/promise/promise-words.ts';
import { finishedPromises } from '../budget/promise/record.ts';
import type { Context } from '../command.ts';
import type { Action } from '../reply.ts';

const WEEK_MS = 7 * 86_400_000;

/**
 * Shifts whose promise was judged since the last look back, one that was judged anew with what was said before; and when
 * those close that are still watched.
 */
export function closedShifts({ state, now, today }: Context): {
  readonly lines: readonly Said[];
  readonly actions?: readonly Action[];
} {
  const finished = finishedPromises(state);
  const closed = finished.filter(({ finding }) => finding.at > now - WEEK_MS);
  const over = new Set(finished.map(({ promise }) => promise.key));
  const open = state.promises
    .list()
    .filter(({ key }) => !over.has(key))
    .map((promise) => ({ promise, end: addDays(promise.firstWeek, 7 * promisedBy(promise, { state }).weeks) }))
    .filter(({ end }) => end > today);
  const watched = open.map(({ promise, end }) => say`${shiftOf(promise)}, closes ${day(end)}`);
  return {
    lines: [
      ...closed.map(({ promise, finding }) =>
        sentences(
          findingWords(promise, promisedBy(promise, { state }), finding),
          finding.run && named(finding.run),
          beforeWords(state.promises.findings(promise.key)),
        ),
      ),
      ...(watched.length > 0 ? [say`Still watched: ${listed(watched)}.`] : []),
    ],
    ...(closed.length > 0 && {
      actions: [{ label: say`Shifts`, style: 'plain', ask: { name: 'budget record', input: {} } }],
    }),
  };
}

type Final = Exclude<PromiseVerdict, 'watching' | 'crossed'>;
const verdictWords: Readonly<Record<Final, Said>> = {
  worked: say`worked`,
  'did not': say`did not work`,
  "can't tell": say`can't tell`,
};

/** What the verdict before the last one was; null where there was none. */
function beforeWords(findings: readonly PromiseFinding[]): Said | null {
  const before = findings.slice(0, -1).findLast(({ verdict }) => verdict in verdictWords);
  if (!before) return null;
  const [gain, low, high] = [money(before.gain), money(before.low80), money(before.high80)];
  const then = verdictWords[before.verdict as Final];
  return sentences(
    say`Opened again by newer data. Before: ${gain} a week (80%: ${low} to ${high}), ${then}.`,
    before.run && named(before.run),
  );
}
