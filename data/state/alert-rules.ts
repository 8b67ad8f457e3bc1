import type { Connection } from '../database.ts';
import { nextId } from './counter.ts';
import type { Threshold, Thresholds } from './types/alerts.ts';

type Row = Omit<Threshold, 'paused' | 'slice'> & {
  readonly paused: number;
  readonly cut: string | null;
  readonly slice: string | null;
};

const columns = `name, metric, cut, slice, every, side, threshold, against, paused, made_by AS madeBy,
  made_by_name AS madeByName, made_at AS madeAt`;

/** Thresholds that people set: what alerts look at beside the bands of the forecast. */
export function openThresholds(db: Connection): Thresholds {
  const list = db.prepare<[], Row>(`SELECT ${columns} FROM alert_rule ORDER BY made_at, length(name), name`);
  const find = db.prepare<[string], Row>(`SELECT ${columns} FROM alert_rule WHERE name = ?`);
  const put = db.prepare<[Row]>(
    `INSERT INTO alert_rule (name, metric, cut, slice, every, side, threshold, against, paused, made_by, made_by_name, made_at)
     VALUES (@name, @metric, @cut, @slice, @every, @side, @threshold, @against, @paused, @madeBy, @madeByName, @madeAt)
     ON CONFLICT DO UPDATE SET every = excluded.every, side = excluded.side, threshold = excluded.threshold,
       against = excluded.against, paused = excluded.paused`,
  );
  const remove = db.prepare<[string]>('DELETE FROM alert_rule WHERE name = ?');
  const write = ({ slice, paused, ...rest }: Threshold) =>
    put.run({ ...rest, cut: slice?.by ?? null, slice: slice?.name ?? null, paused: Number(paused) });
  return {
    list: () => list.all().map(toThreshold),
    find(name) {
      const row = find.get(name);
      return row ? toThreshold(row) : null;
    },
    add(rule) {
      const named = { ...rule, name: nextId(db, 'L') as Threshold['name'] };
      write(named);
      return named;
    },
    put: (rule) => void write(rule),
    remove(name) {
      remove.run(name);
    },
  };
}

function toThreshold({ cut, slice, paused, ...rest }: Row): Threshold {
  return {
    ...rest,
    slice: cut === null || slice === null ? null : ({ by: cut, name: slice } as NonNullable<Threshold['slice']>),
    paused: paused === 1,
  };
}
