-- A list of customers to write to, with those who are left out on purpose: "T-12". Decided before anything is sent, so
-- that what it brought can be told afterwards.
CREATE TABLE test (
  id          TEXT PRIMARY KEY,
  name        TEXT    NOT NULL,
  -- The segments run and the group in it that the people come from.
  run         TEXT    NOT NULL REFERENCES run (id),
  -- Orders within this many days after it was exported are what is compared.
  window_days INTEGER NOT NULL,
  -- The share of such people who ordered in as many days before.
  base        REAL,
  left_out    TEXT    NOT NULL CHECK (json_valid(left_out)),
  made_by     TEXT    NOT NULL,
  made_at     INTEGER NOT NULL,
  held_share  REAL    NOT NULL CHECK (held_share >= 0 AND held_share < 1),
  -- Why nobody is held out, where nobody is.
  reason      TEXT,
  exported_by TEXT,
  exported_at INTEGER,
  -- The first day of the window: set when it is exported.
  first_day   TEXT
) STRICT;

CREATE TABLE test_member (
  test        TEXT    NOT NULL REFERENCES test (id),
  customer_id INTEGER NOT NULL,
  -- 0..1 by a stable hash: below the held share, the person is held out.
  draw        REAL    NOT NULL,
  PRIMARY KEY (test, customer_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX test_member_by_customer ON test_member (customer_id);

CREATE TRIGGER test_is_exported_once BEFORE UPDATE ON test WHEN old.exported_at IS NOT NULL
BEGIN SELECT raise(ABORT, 'an exported list is kept as it is'); END;
