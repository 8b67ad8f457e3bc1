import type { Connection } from '../database.ts';
import type { SegmentNames } from './types/segments.ts';

export function openSegmentNames(db: Connection): SegmentNames {
  const of = db.prepare<[string], { place: number; name: string }>(
    'SELECT place, name FROM segment_name WHERE run = ?',
  );
  const set = db.prepare(
    `INSERT INTO segment_name (run, place, name, named_by, named_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET name = excluded.name, named_by = excluded.named_by, named_at = excluded.named_at`,
  );
  return {
    of: (run) => new Map(of.all(run).map(({ place, name }) => [place, name])),
    set(run, place, name, by, at) {
      set.run(run, place, name, by, at);
    },
  };
}
