-- What people say of campaigns beside the files: a cost, a kind, another name, an owner, a monthly budget. Append-only: of
-- several notes on one thing the last holds, and one without a value takes back what was said.
CREATE TABLE campaign_note (
  seq          INTEGER PRIMARY KEY AUTOINCREMENT,
  about        TEXT NOT NULL CHECK (about IN ('cost', 'kind', 'same', 'owner', 'budget')),
  campaign     TEXT NOT NULL,
  -- Which of several things: the days of a cost, the month of a budget; '' where there is one.
  place        TEXT NOT NULL,
  value        TEXT CHECK (value IS NULL OR json_valid(value)),
  told_by      TEXT NOT NULL,
  told_by_name TEXT NOT NULL,
  told_at      INTEGER NOT NULL
) STRICT;
CREATE INDEX campaign_note_standing ON campaign_note (about, campaign, place, seq);
CREATE TRIGGER campaign_note_is_immutable BEFORE UPDATE ON campaign_note
BEGIN SELECT raise(ABORT, 'notes are append-only'); END;
CREATE TRIGGER campaign_note_is_kept BEFORE DELETE ON campaign_note
BEGIN SELECT raise(ABORT, 'notes are append-only'); END;

-- Alerts on spend beside those on sales: one a side of each.
CREATE TABLE any_alert (
  id            TEXT PRIMARY KEY,
  rule          TEXT NOT NULL CHECK (rule IN ('week', 'days', 'pace')),
  side          TEXT NOT NULL CHECK (side IN ('below', 'above')),
  opened_at     INTEGER NOT NULL,
  closed_at     INTEGER,
  finding       TEXT NOT NULL CHECK (json_valid(finding)),
  owner         TEXT,
  owner_name    TEXT,
  snoozed_until INTEGER
) STRICT;
INSERT INTO any_alert SELECT id, rule, side, opened_at, closed_at, finding, owner, owner_name, snoozed_until FROM alert;
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
CREATE UNIQUE INDEX alert_ongoing ON alert (rule = 'pace', side) WHERE closed_at IS NULL;
CREATE TRIGGER alert_is_kept BEFORE DELETE ON alert BEGIN SELECT raise(ABORT, 'alerts are kept'); END;
