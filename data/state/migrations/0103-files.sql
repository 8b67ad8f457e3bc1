-- Files between two clicks, each under its id in the folder beside the database. Their day over, row and file go.
CREATE TABLE held_file (
  id         TEXT PRIMARY KEY,
  name       TEXT    NOT NULL,
  bytes      INTEGER NOT NULL,
  -- "door:user" of whoever sent it.
  owner      TEXT    NOT NULL,
  held_at    INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;

-- Headers beside those that a layout knows.
CREATE TABLE column_alias (
  layout       TEXT    NOT NULL,
  field        TEXT    NOT NULL,
  header       TEXT    NOT NULL,
  told_by      TEXT    NOT NULL,
  told_by_name TEXT    NOT NULL,
  told_at      INTEGER NOT NULL,
  PRIMARY KEY (layout, field, header)
) STRICT, WITHOUT ROWID;
