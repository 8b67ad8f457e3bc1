import type { Named } from '../../words/say.ts';
import type { Connection } from '../database.ts';
import { nextId } from './counter.ts';
import type { Receipt, Run, RunKind, Runs } from './types/runs.ts';

const prefixes: Readonly<Record<RunKind, string>> = {
  forecast: 'F',
  slices: 'F',
  segments: 'S',
  moves: 'M',
  split: 'S',
  profile: 'S',
  trial: 'S',
  network: 'N',
  rules: 'E',
  prediction: 'E',
  returns: 'R',
  advice: 'R',
  pacing: 'R',
  budget: 'B',
  week: 'W',
  moved: 'D',
  seasons: 'D',
  drivers: 'D',
  timing: 'D',
  slips: 'M',
  record: 'H',
  result: 'V',
  finding: 'V',
};

type Row = {
  readonly id: Named;
  readonly kind: RunKind;
  readonly key: string;
  readonly madeAt: number;
  readonly tookMs: number;
  readonly receipt: string;
  readonly result: string;
};

const columns = 'id, kind, key, made_at AS madeAt, took_ms AS tookMs, receipt, result';

export function openRuns(db: Connection): Runs {
  const byKey = db.prepare<[string], Row>(`SELECT ${columns} FROM run WHERE key = ?`);
  const byId = db.prepare<[string], Row>(`SELECT ${columns} FROM run WHERE id = ?`);
  const latest = db.prepare<[string], Row>(
    `SELECT ${columns} FROM run WHERE kind = ? ORDER BY made_at DESC, rowid DESC LIMIT 1`,
  );
  const latestOn = db.prepare<[string, string], Row>(
    `SELECT ${columns} FROM run WHERE kind = ? AND json_extract(receipt, '$.dataUntil') < ?
     ORDER BY json_extract(receipt, '$.dataUntil') DESC, rowid DESC LIMIT 1`,
  );
  const insert = db.prepare<[Row]>(
    `INSERT INTO run (id, kind, key, made_at, took_ms, receipt, result)
     VALUES (@id, @kind, @key, @madeAt, @tookMs, @receipt, @result)`,
  );
  const keep = db.transaction((run: Parameters<Runs['keep']>[0], at: number): Run => {
    const known = byKey.get(run.key);
    if (known) return toRun(known);
    const id = nextId(db, prefixes[run.kind]);
    const row: Row = {
      ...run,
      id,
      madeAt: at,
      tookMs: Math.round(run.tookMs),
      receipt: JSON.stringify(run.receipt),
      result: JSON.stringify(run.result, plainArrays),
    };
    insert.run(row);
    return toRun(row);
  });
  return {
    keep: (run, at) => keep.immediate(run, at),
    byKey: (key) => orNull(byKey.get(key)),
    byId: (id) => orNull(byId.get(id)),
    latest: (kind) => orNull(latest.get(kind)),
    latestOn: (kind, dataBefore) => orNull(latestOn.get(kind, dataBefore)),
  };
}

function orNull(row: Row | undefined): Run | null {
  return row ? toRun(row) : null;
}

function toRun(row: Row): Run {
  return { ...row, receipt: JSON.parse(row.receipt) as Receipt, result: JSON.parse(row.result) };
}

/** JSON writes a typed array as an object with a key per index; NaN becomes null either way. */
function plainArrays(_key: string, value: unknown): unknown {
  return ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : value;
}
