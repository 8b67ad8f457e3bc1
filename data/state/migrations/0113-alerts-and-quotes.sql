-- Alerts of any kind: one an ongoing cause, with the money that it is about, and where it was posted.
CREATE TABLE any_alert (
  id            TEXT PRIMARY KEY,
  -- 'week', 'days', 'series', 'pace', 'house', or a rule that somebody made: 'L-1'.
  rule          TEXT NOT NULL,
  side          TEXT NOT NULL CHECK (side IN ('below', 'above')),
  -- What goes on: 'sales below'. Two alerts of one cause are never open at once.
  cause         TEXT NOT NULL,
  -- How much money it is about, whichever way; 0 where that is not known.
  impact        INTEGER NOT NULL CHECK (impact >= 0),
  opened_at     INTEGER NOT NULL,
  closed_at     INTEGER,
  finding       TEXT NOT NULL CHECK (json_valid(finding)),
  owner         TEXT,
  owner_name    TEXT,
  snoozed_until INTEGER
) STRICT;
INSERT INTO any_alert
  SELECT id, rule, side, CASE rule WHEN 'pace' THEN 'spend ' ELSE 'sales ' END || side,
    CAST(abs(ifnull(json_extract(finding, '$.gap'), 0)) AS INTEGER),
    opened_at, closed_at, finding, owner, owner_name, snoozed_until
  FROM alert;
CREATE TABLE any_vote (
  alert  TEXT NOT NULL REFERENCES any_alert (id),
  person TEXT NOT NULL,
  useful INTEGER NOT NULL CHECK (useful IN (0, 1)),
  at     INTEGER NOT NULL,
  PRIMARY KEY (alert, person)
) STRICT, WITHOUT ROWID;
INSERT INTO any_vote SELECT alert, person, useful, at FROM alert_vote;
DROP TABLE alert_vote;
DROP TRIGGER alert_is_kept;
DROP TABLE alert;
ALTER TABLE any_alert RENAME TO alert;
ALTER TABLE any_vote RENAME TO alert_vote;
CREATE UNIQUE INDEX alert_ongoing ON alert (cause) WHERE closed_at IS NULL;
CREATE TRIGGER alert_is_kept BEFORE DELETE ON alert BEGIN SELECT raise(ABORT, 'alerts are kept'); END;

-- What the alert budget of a channel was spent on.
CREATE TABLE alert_post (
  alert   TEXT NOT NULL REFERENCES alert (id),
  door    TEXT NOT NULL,
  channel TEXT NOT NULL,
  at      INTEGER NOT NULL,
  PRIMARY KEY (alert, door, channel)
) STRICT, WITHOUT ROWID;

-- Thresholds that people set.
CREATE TABLE alert_rule (
  -- 'L-1'.
  name         TEXT PRIMARY KEY,
  metric       TEXT    NOT NULL,
  cut          TEXT,
  slice        TEXT,
  every        TEXT    NOT NULL CHECK (every IN ('day', 'week', 'month')),
  side         TEXT    NOT NULL CHECK (side IN ('below', 'above')),
  -- In the unit of the metric; a share of what it is compared with, where it is compared.
  threshold    REAL    NOT NULL,
  against      TEXT    CHECK (against IN ('last', 'usual')),
  paused       INTEGER NOT NULL DEFAULT 0 CHECK (paused IN (0, 1)),
  made_by      TEXT    NOT NULL,
  made_by_name TEXT    NOT NULL,
  made_at      INTEGER NOT NULL,
  CHECK ((cut IS NULL) = (slice IS NULL))
) STRICT, WITHOUT ROWID;

-- Who has quoted a receipt: the messages and the answers that carry it.
CREATE TABLE quote (
  receipt  TEXT    NOT NULL,
  door     TEXT    NOT NULL,
  -- Where all can read it; empty for an answer to one person.
  channel  TEXT    NOT NULL,
  -- Whom it was told, 'slack:U1'; empty for a message that nobody asked for.
  person   TEXT    NOT NULL,
  -- The command, or the key of the message.
  what     TEXT    NOT NULL,
  first_at INTEGER NOT NULL,
  last_at  INTEGER NOT NULL,
  times    INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (receipt, door, channel, person, what)
) STRICT, WITHOUT ROWID;
