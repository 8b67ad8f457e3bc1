-- A forecast is held against what came with all its bands and by how far ahead it looked; beside it stand what other
-- models would have said and what people said instead. None of it can be changed or deleted.

ALTER TABLE frozen_week ADD COLUMN low50 REAL;
ALTER TABLE frozen_week ADD COLUMN high50 REAL;
ALTER TABLE frozen_week ADD COLUMN low95 REAL;
ALTER TABLE frozen_week ADD COLUMN high95 REAL;
-- How many weeks after the end of the data: 1 is the first that begins then. Null in rows from before this column.
ALTER TABLE frozen_week ADD COLUMN ahead INTEGER;
-- Mean absolute change from week to week in the history it was made from: what its error is divided by for MASE.
ALTER TABLE frozen_week ADD COLUMN step REAL;
ALTER TABLE frozen_week ADD COLUMN recipe TEXT NOT NULL DEFAULT 'combination';
-- 0: shown to nobody, kept to compare with. It may become 1, and never 0 again.
ALTER TABLE frozen_week ADD COLUMN posted INTEGER NOT NULL DEFAULT 1 CHECK (posted IN (0, 1));
-- How many times wider its bands were drawn than the model had them.
ALTER TABLE frozen_week ADD COLUMN widened REAL NOT NULL DEFAULT 1;

DROP TRIGGER frozen_week_is_frozen;
CREATE TRIGGER frozen_week_is_frozen
BEFORE UPDATE OF run, week, frozen_at, expected, low50, high50, low80, high80, low95, high95, naive, ahead, step, recipe,
  widened ON frozen_week
BEGIN SELECT raise(ABORT, 'a posted forecast is frozen'); END;
CREATE TRIGGER frozen_week_stays_posted BEFORE UPDATE OF posted ON frozen_week WHEN old.posted > new.posted
BEGIN SELECT raise(ABORT, 'a posted forecast is frozen'); END;

-- What was posted of other metrics and of parts of the shop. It is scored like the rest, and judges no model.
CREATE TABLE frozen_series_week (
  run       TEXT NOT NULL REFERENCES run (id),
  metric    TEXT NOT NULL,
  -- Null: the whole shop.
  cut       TEXT,
  -- Empty: the whole shop, or the orders that tell none.
  slice     TEXT NOT NULL,
  -- Whose orders a segment counts: the run that found the segments, the day before which, and their names then.
  people    TEXT CHECK (json_valid(people)),
  week      TEXT NOT NULL,
  frozen_at INTEGER NOT NULL,
  expected  REAL NOT NULL,
  low50     REAL NOT NULL,
  high50    REAL NOT NULL,
  low80     REAL NOT NULL,
  high80    REAL NOT NULL,
  low95     REAL NOT NULL,
  high95    REAL NOT NULL,
  naive     REAL,
  ahead     INTEGER NOT NULL,
  step      REAL,
  actual    REAL,
  scored_at INTEGER,
  PRIMARY KEY (run, slice, week)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER frozen_series_week_is_frozen
BEFORE UPDATE OF run, metric, cut, slice, people, week, frozen_at, expected, low50, high50, low80, high80, low95, high95,
  naive, ahead, step ON frozen_series_week
BEGIN SELECT raise(ABORT, 'a posted forecast is frozen'); END;
CREATE TRIGGER frozen_series_week_is_scored_once BEFORE UPDATE OF actual, scored_at ON frozen_series_week
WHEN old.actual IS NOT NULL
BEGIN SELECT raise(ABORT, 'a week is scored once'); END;
CREATE TRIGGER frozen_series_week_is_kept BEFORE DELETE ON frozen_series_week
BEGIN SELECT raise(ABORT, 'the ledger is kept'); END;

-- What a person said instead of the model, before the week began.
CREATE TABLE override (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  week      TEXT NOT NULL,
  value     REAL NOT NULL,
  reason    TEXT NOT NULL,
  person    TEXT NOT NULL,
  name      TEXT NOT NULL,
  said_at   INTEGER NOT NULL,
  -- The forecast it stands beside, as it was then.
  run       TEXT NOT NULL REFERENCES run (id),
  expected  REAL NOT NULL,
  actual    REAL,
  scored_at INTEGER
) STRICT;
CREATE INDEX override_by_week ON override (week);
CREATE TRIGGER override_is_frozen BEFORE UPDATE OF id, week, value, reason, person, name, said_at, run, expected ON override
BEGIN SELECT raise(ABORT, 'what was said is frozen'); END;
CREATE TRIGGER override_is_scored_once BEFORE UPDATE OF actual, scored_at ON override WHEN old.actual IS NOT NULL
BEGIN SELECT raise(ABORT, 'a week is scored once'); END;
CREATE TRIGGER override_is_kept BEFORE DELETE ON override BEGIN SELECT raise(ABORT, 'the ledger is kept'); END;

-- Which model is used, by whose decision. The last row holds.
CREATE TABLE model_decision (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  at         INTEGER NOT NULL,
  -- 'use': `recipe` takes over. 'keep': `recipe` stays, although `challenger` was offered.
  act        TEXT NOT NULL CHECK (act IN ('use', 'keep')),
  recipe     TEXT NOT NULL,
  challenger TEXT NOT NULL,
  person     TEXT NOT NULL,
  name       TEXT NOT NULL,
  reason     TEXT NOT NULL
) STRICT;
CREATE TRIGGER model_decision_is_immutable BEFORE UPDATE ON model_decision
BEGIN SELECT raise(ABORT, 'decisions are append-only'); END;
CREATE TRIGGER model_decision_is_kept BEFORE DELETE ON model_decision
BEGIN SELECT raise(ABORT, 'decisions are append-only'); END;

-- Data that looks wrong: models stand on the days before it until it passes, or a person says that it is right.
CREATE TABLE data_hold (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  at       INTEGER NOT NULL,
  -- The first day that is not used, and the last that was looked at.
  before   TEXT NOT NULL,
  until    TEXT NOT NULL,
  finding  TEXT NOT NULL,
  says     TEXT NOT NULL,
  ended_at INTEGER,
  ended_as TEXT CHECK (ended_as IN ('passed', 'accepted'))
) STRICT;
CREATE UNIQUE INDEX data_hold_open ON data_hold ((ended_at IS NULL)) WHERE ended_at IS NULL;

-- One row an ongoing cause, and what people thought of it.
CREATE TABLE alert (
  id            TEXT PRIMARY KEY,
  rule          TEXT NOT NULL CHECK (rule IN ('week', 'days')),
  side          TEXT NOT NULL CHECK (side IN ('below', 'above')),
  opened_at     INTEGER NOT NULL,
  closed_at     INTEGER,
  finding       TEXT NOT NULL CHECK (json_valid(finding)),
  owner         TEXT,
  owner_name    TEXT,
  snoozed_until INTEGER
) STRICT;
CREATE UNIQUE INDEX alert_ongoing ON alert (side) WHERE closed_at IS NULL;
CREATE TRIGGER alert_is_kept BEFORE DELETE ON alert BEGIN SELECT raise(ABORT, 'alerts are kept'); END;

CREATE TABLE alert_vote (
  alert  TEXT NOT NULL REFERENCES alert (id),
  person TEXT NOT NULL,
  useful INTEGER NOT NULL CHECK (useful IN (0, 1)),
  at     INTEGER NOT NULL,
  PRIMARY KEY (alert, person)
) STRICT, WITHOUT ROWID;
