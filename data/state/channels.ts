import type { Connection } from '../database.ts';
import type { Channels } from './types/channels.ts';

export function openChannels(db: Connection): Channels {
  const of = db.prepare<[string], { door: string; channel: string }>(
    'SELECT door, channel FROM channel WHERE purpose = ? ORDER BY door, channel',
  );
  const add = db.prepare<[string, string, string]>(
    'INSERT INTO channel (purpose, door, channel) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const remove = db.prepare<[string, string, string]>(
    'DELETE FROM channel WHERE purpose = ? AND door = ? AND channel = ?',
  );
  return {
    of: (purpose) => of.all(purpose),
    add(purpose, door, channel) {
      add.run(purpose, door, channel);
    },
    remove: (purpose, { door, channel }) => remove.run(purpose, door, channel).changes === 1,
  };
}
