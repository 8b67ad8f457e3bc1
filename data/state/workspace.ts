import type { Connection } from '../database.ts';
import type { Workspace, WorkspaceMessage } from './types/workspace.ts';

type Row = Omit<WorkspaceMessage, 'ref' | 'thread' | 'content'> & {
  readonly ref: number;
  readonly thread: number | null;
  readonly content: string;
};

export function openWorkspace(db: Connection): Workspace {
  const post = db.prepare<[string, string, string, number, number | null], number>(
    `INSERT INTO workspace_message (channel, key, content, posted_at, thread) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET content = excluded.content RETURNING ref`,
  );
  const update = db.prepare<[string, number, number]>(
    'UPDATE workspace_message SET content = ?, changed_at = ? WHERE ref = ?',
  );
  const find = db.prepare<[string, string], number>('SELECT ref FROM workspace_message WHERE channel = ? AND key = ?');
  const list = db.prepare<[string, number], Row>(
    `SELECT * FROM (
       SELECT ref, channel, thread, content, posted_at AS postedAt, changed_at AS changedAt
       FROM workspace_message WHERE channel = ? ORDER BY ref DESC LIMIT ?
     ) ORDER BY ref`,
  );
  return {
    post: (channel, key, content, at, thread) =>
      String(post.pluck().get(channel, key, JSON.stringify(content), at, thread === null ? null : Number(thread))),
    update: (ref, content, at) => update.run(JSON.stringify(content), at, Number(ref)).changes === 1,
    find(channel, key) {
      const ref = find.pluck().get(channel, key);
      return ref === undefined ? null : String(ref);
    },
    list: (channel, limit) =>
      list.all(channel, limit).map((row) => ({
        ...row,
        ref: String(row.ref),
        thread: row.thread === null ? null : String(row.thread),
        content: JSON.parse(row.content),
      })),
  };
}
