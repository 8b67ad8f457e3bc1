-- What a shift that was carried out promised, and what was found since. Neither can be changed or deleted.
CREATE TABLE promise (
  -- Of the execution: "P-31.v2".
  key        TEXT PRIMARY KEY REFERENCES execution (key),
  -- The budget run that says what is promised, and the one the model had proposed where a person changed it.
  run        TEXT NOT NULL REFERENCES run (id),
  model_run  TEXT REFERENCES run (id),
  asked_by   TEXT NOT NULL,
  asked_name TEXT NOT NULL,
  -- The first Monday from which the new budgets hold for whole weeks.
  first_week TEXT NOT NULL,
  made_at    INTEGER NOT NULL
) STRICT;
CREATE TRIGGER promise_is_frozen BEFORE UPDATE ON promise BEGIN SELECT raise(ABORT, 'a promise is frozen'); END;
CREATE TRIGGER promise_is_kept BEFORE DELETE ON promise BEGIN SELECT raise(ABORT, 'promises are kept'); END;

-- One row for each time there was something new to say. Late costs and corrections make another: the last one holds.
CREATE TABLE promise_finding (
  seq      INTEGER PRIMARY KEY AUTOINCREMENT,
  key      TEXT NOT NULL REFERENCES promise (key),
  at       INTEGER NOT NULL,
  weeks    INTEGER NOT NULL,
  -- 'watching' until the bound is crossed or the last week is over.
  verdict  TEXT NOT NULL CHECK (verdict IN ('watching', 'crossed', 'worked', 'did not', 'can''t tell')),
  -- Mean gain a week, and what is missing in all.
  gain     REAL,
  low80    REAL,
  high80   REAL,
  shortfall REAL NOT NULL
) STRICT;
CREATE INDEX promise_finding_by_key ON promise_finding (key, seq);
CREATE TRIGGER promise_finding_is_immutable BEFORE UPDATE ON promise_finding
BEGIN SELECT raise(ABORT, 'findings are append-only'); END;
CREATE TRIGGER promise_finding_is_kept BEFORE DELETE ON promise_finding
BEGIN SELECT raise(ABORT, 'findings are append-only'); END;
