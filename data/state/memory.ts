import type { Connection } from '../database.ts';
import type { Memory } from './types/memory.ts';

export function openMemory(db: Connection): Memory {
  const get = db.prepare<[string, string], string>('SELECT value FROM memory WHERE topic = ? AND key = ?');
  const set = db.prepare<[string, string, string, number]>(
    'INSERT INTO memory (topic, key, value, at) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  );
  const first = db.prepare<[string, string, number]>(
    "INSERT INTO memory (topic, key, value, at) VALUES (?, ?, '', ?) ON CONFLICT DO NOTHING",
  );
  const forget = db.prepare<[string, number]>('DELETE FROM memory WHERE topic = ? AND at < ?');
  const list = db.prepare<[string], { readonly key: string; readonly value: string }>(
    'SELECT key, value FROM memory WHERE topic = ? ORDER BY at, key',
  );
  const drop = db.prepare<[string, string]>('DELETE FROM memory WHERE topic = ? AND key = ?');
  return {
    get: (topic, key) => get.pluck().get(topic, key) ?? null,
    set(topic, key, value, at) {
      set.run(topic, key, value, at);
    },
    first: (topic, key, at) => first.run(topic, key, at).changes === 1,
    forget(topic, before) {
      forget.run(topic, before);
    },
    list: (topic) => list.all(topic),
    drop(topic, key) {
      return drop.run(topic, key).changes > 0;
    },
  };
}
