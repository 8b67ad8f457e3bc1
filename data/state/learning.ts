import type { Connection } from '../database.ts';
import type { DataHold, Learning, ModelDecision } from './types/learning.ts';
import { textOf, wordsOf } from './words.ts';

/** A row: what is told of it as text. */
type Kept<Row, Told extends keyof Row> = Omit<Row, Told> & { readonly at: number } & Readonly<Record<Told, string>>;

/** Which model is used, and whether the data is fit to learn from. */
export function openLearning(db: Connection): Learning {
  const decide = db.prepare<[Kept<ModelDecision, 'reason'>]>(
    `INSERT INTO model_decision (at, act, recipe, challenger, person, name, reason)
     VALUES (@at, @act, @recipe, @challenger, @person, @name, @reason)`,
  );
  const decisions = db.prepare<[], Kept<ModelDecision, 'reason'>>(
    'SELECT at, act, recipe, challenger, person, name, reason FROM model_decision ORDER BY id DESC',
  );
  const hold = db.prepare<[Kept<DataHold, 'says'>]>(
    `INSERT INTO data_hold (at, before, until, finding, says) VALUES (@at, @before, @until, @finding, @says)
     ON CONFLICT ((ended_at IS NULL)) WHERE ended_at IS NULL DO UPDATE
       SET before = excluded.before, until = excluded.until, finding = excluded.finding, says = excluded.says`,
  );
  const held = db.prepare<[], Kept<DataHold, 'says'>>(
    'SELECT at, before, until, finding, says FROM data_hold WHERE ended_at IS NULL',
  );
  const release = db.prepare<[number, string]>(
    'UPDATE data_hold SET ended_at = ?, ended_as = ? WHERE ended_at IS NULL',
  );
  const accepted = db.prepare<[], string>("SELECT max(until) FROM data_hold WHERE ended_as = 'accepted'");
  return {
    decide(decision, at) {
      decide.run({ ...decision, reason: textOf(decision.reason), at });
    },
    decisions: () => decisions.all().map((row) => ({ ...row, reason: wordsOf(row.reason) })),
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
