import type { Connection } from '../database.ts';
import type { Aliases, ToldAlias } from './types/files.ts';

type Row = Omit<ToldAlias, 'by'> & { readonly by: string; readonly byName: string };

/** What columns are called in this shop's files, as its people said. */
export function openAliases(db: Connection): Aliases {
  const add = db.prepare<[Row]>(
    `INSERT INTO column_alias (layout, field, header, told_by, told_by_name, told_at)
     VALUES (@layout, @field, @header, @by, @byName, @at) ON CONFLICT DO NOTHING`,
  );
  const remove = db.prepare<[string, string, string]>(
    'DELETE FROM column_alias WHERE layout = ? AND field = ? AND header = ?',
  );
  const list = db.prepare<[], Row>(
    `SELECT layout, field, header, told_by AS "by", told_by_name AS byName, told_at AS at
     FROM column_alias ORDER BY layout, field, told_at`,
  );
  return {
    add({ by, ...alias }) {
      return add.run({ ...alias, by: by.id, byName: by.name }).changes === 1;
    },
    remove: ({ layout, field, header }) => remove.run(layout, field, header).changes === 1,
    list: () =>
      list
        .all()
        .map(({ by, byName, ...alias }) => ({ ...alias, by: { id: by as `${string}:${string}`, name: byName } })),
  };
}
