import type { Connection } from '../database.ts';
import type { DataHold, Learning, ModelDecision } from './types.ts';
import { textOf, wordsOf } from './words.ts';

type HoldRow = Omit<DataHold, 'says'> & { readonly says: string; readonly at: number };

/** Which model is used, and whether the data is fit to learn from. */
export function openLearning(db: Connection): Learning {
  const decide = db.prepare<[ModelDecision & { at: number }]>(
    `INSERT INTO model_decision (at, act, recipe, challenger, person, name, reason)
     VALUES (@at, @act, @recipe, @challenger, @person, @name, @reason)`,
  );
  const decisions = db.prepare<[], ModelDecision & { at: number }>(
    'SELECT at, act, recipe, challenger, person, name, reason FROM model_decision ORDER BY id DESC',
  );
  const hold = db.prepare<[HoldRow]>(
    `INSERT INTO data_hold (at, before, until, finding, says) VALUES (@at, @before, @until, @finding, @says)
     ON CONFLICT ((ended_at IS NULL)) WHERE ended_at IS NULL DO UPDATE
       SET before = excluded.before, until = excluded.until, finding = excluded.finding, says = excluded.says`,
  );
  const held = db.prepare<[], HoldRow>('SELECT at, before, until, finding, says FROM data_hold WHERE ended_at IS NULL');
  const release = db.prepare<[number, string]>(
    'UPDATE data_hold SET ended_at = ?, ended_as = ? WHERE ended_at IS NULL',
  );
  const accepted = db.prepare<[], string>("SELECT max(until) FROM data_hold WHERE ended_as = 'accepted'");
  return {
    decide(decision, at) {
      decide.run({ ...decision, at });
    },
    decisions: () => decisions.all(),
    hold(found, at) {
      hold.run({ ...found, says: textOf(found.says), at });
    },
    held() {
      const row = held.get();
      return row ? { ...row, says: wordsOf(row.says) } : null;
    },
    release(as, at) {
      release.run(at, as);
    },
    acceptedUntil: () => accepted.pluck().get() ?? null,
  };
}
