-- When something is done for the channels: Sextant's own schedules where somebody moved or paused them, and people's own.
CREATE TABLE schedule_rule (
  -- 'digest', or 'Q-1'.
  name         TEXT PRIMARY KEY,
  -- Of the shop's day.
  minute       INTEGER NOT NULL CHECK (minute BETWEEN 0 AND 1439),
  -- 1 Monday to 7; with month_day null too it is every day.
  weekday      INTEGER CHECK (weekday BETWEEN 1 AND 7),
  month_day    INTEGER CHECK (month_day BETWEEN 1 AND 28),
  paused       INTEGER NOT NULL DEFAULT 0 CHECK (paused IN (0, 1)),
  -- A command line, and where its answer goes; null for Sextant's own.
  line         TEXT,
  door         TEXT,
  channel      TEXT,
  made_by      TEXT    NOT NULL,
  made_by_name TEXT    NOT NULL,
  made_at      INTEGER NOT NULL,
  CHECK (weekday IS NULL OR month_day IS NULL),
  CHECK ((line IS NULL) = (door IS NULL) AND (line IS NULL) = (channel IS NULL))
) STRICT, WITHOUT ROWID;
