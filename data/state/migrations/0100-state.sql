-- What Sextant decided and promised. Small, precious, never deleted.

CREATE TABLE shop (
  one      INTEGER PRIMARY KEY CHECK (one = 1),
  name     TEXT NOT NULL,
  currency TEXT NOT NULL,
  zone     TEXT NOT NULL,
  locale   TEXT NOT NULL,
  demo     INTEGER NOT NULL CHECK (demo IN (0, 1))
) STRICT;

CREATE TABLE person (
  door     TEXT NOT NULL,
  user     TEXT NOT NULL,
  name     TEXT NOT NULL,
  role     TEXT NOT NULL CHECK (role IN ('viewer', 'analyst', 'approver', 'admin')),
  added_by TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  PRIMARY KEY (door, user)
) STRICT, WITHOUT ROWID;

-- The last number given out per kind of receipt: F-1042, P-31.
CREATE TABLE counter (
  prefix TEXT PRIMARY KEY,
  last   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE run (
  id       TEXT PRIMARY KEY,
  kind     TEXT NOT NULL,
  -- Everything the result depends on: same key, same answer.
  key      TEXT NOT NULL UNIQUE,
  made_at  INTEGER NOT NULL,
  took_ms  INTEGER NOT NULL,
  receipt  TEXT NOT NULL CHECK (json_valid(receipt)),
  result   TEXT NOT NULL CHECK (json_valid(result))
) STRICT;
CREATE INDEX run_by_kind ON run (kind, made_at);
CREATE TRIGGER run_is_immutable BEFORE UPDATE ON run BEGIN SELECT raise(ABORT, 'runs are immutable'); END;
CREATE TRIGGER run_is_kept BEFORE DELETE ON run BEGIN SELECT raise(ABORT, 'runs are kept'); END;

-- The ledger: what was promised for a week, and what came.
CREATE TABLE frozen_week (
  run       TEXT NOT NULL REFERENCES run (id),
  week      TEXT NOT NULL,
  frozen_at INTEGER NOT NULL,
  expected  REAL NOT NULL,
  low80     REAL NOT NULL,
  high80    REAL NOT NULL,
  naive     REAL,
  actual    REAL,
  scored_at INTEGER,
  PRIMARY KEY (run, week)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER frozen_week_is_frozen BEFORE UPDATE OF run, week, frozen_at, expected, low80, high80, naive ON frozen_week
BEGIN SELECT raise(ABORT, 'a posted forecast is frozen'); END;
CREATE TRIGGER frozen_week_is_scored_once BEFORE UPDATE OF actual, scored_at ON frozen_week WHEN old.actual IS NOT NULL
BEGIN SELECT raise(ABORT, 'a week is scored once'); END;
CREATE TRIGGER frozen_week_is_kept BEFORE DELETE ON frozen_week BEGIN SELECT raise(ABORT, 'the ledger is kept'); END;

CREATE TABLE proposal (
  id            TEXT PRIMARY KEY,
  version       INTEGER NOT NULL,
  state         TEXT NOT NULL CHECK (state IN ('proposed', 'approved', 'executed', 'rejected', 'withdrawn', 'expired')),
  -- "door:user" of whoever asked for this version.
  requester     TEXT NOT NULL,
  requester_name TEXT NOT NULL,
  -- The budget run it was built on, and what that run was built on.
  run           TEXT NOT NULL REFERENCES run (id),
  basis         TEXT NOT NULL,
  proposed_at   INTEGER NOT NULL,
  expires_at    INTEGER NOT NULL,
  decided_by    TEXT,
  decided_by_name TEXT,
  decided_at    INTEGER,
  reason        TEXT
) STRICT;

CREATE TABLE audit (
  seq     INTEGER PRIMARY KEY AUTOINCREMENT,
  at      INTEGER NOT NULL,
  actor   TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  act     TEXT NOT NULL,
  subject TEXT NOT NULL,
  version INTEGER,
  detail  TEXT NOT NULL CHECK (json_valid(detail))
) STRICT;
CREATE INDEX audit_by_subject ON audit (subject, seq);
CREATE TRIGGER audit_is_immutable BEFORE UPDATE ON audit BEGIN SELECT raise(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit BEGIN SELECT raise(ABORT, 'the audit log is append-only'); END;

CREATE TABLE channel (
  purpose TEXT NOT NULL CHECK (purpose IN ('digest', 'approvals')),
  door    TEXT NOT NULL,
  channel TEXT NOT NULL,
  PRIMARY KEY (purpose, door, channel)
) STRICT, WITHOUT ROWID;

-- One row a message, holding what it should say. Changing a message is changing its row: due again until what was
-- sent is what it should say.
CREATE TABLE outbox (
  id            INTEGER PRIMARY KEY,
  key           TEXT NOT NULL UNIQUE,
  door          TEXT NOT NULL,
  channel       TEXT NOT NULL,
  subject       TEXT,
  content       TEXT NOT NULL CHECK (json_valid(content)),
  revision      INTEGER NOT NULL DEFAULT 1,
  sent_revision INTEGER NOT NULL DEFAULT 0,
  state         TEXT NOT NULL CHECK (state IN ('due', 'sending', 'sent', 'dead')),
  attempts      INTEGER NOT NULL DEFAULT 0,
  -- Set before the platform is called: a message that may be out there is looked for before it is sent again.
  tried         INTEGER NOT NULL DEFAULT 0 CHECK (tried IN (0, 1)),
  next_at       INTEGER NOT NULL,
  lease_until   INTEGER,
  ref           TEXT,
  error         TEXT,
  created_at    INTEGER NOT NULL,
  sent_at       INTEGER
) STRICT;
CREATE INDEX outbox_waiting ON outbox (next_at) WHERE state IN ('due', 'sending');
CREATE INDEX outbox_by_subject ON outbox (subject) WHERE subject IS NOT NULL;

CREATE TABLE schedule (
  name        TEXT PRIMARY KEY,
  next_due_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE job (
  id          INTEGER PRIMARY KEY,
  key         TEXT NOT NULL UNIQUE,
  schedule    TEXT NOT NULL,
  period      TEXT NOT NULL,
  planned_at  INTEGER NOT NULL,
  state       TEXT NOT NULL CHECK (state IN ('due', 'running', 'done', 'failed', 'skipped')),
  attempts    INTEGER NOT NULL DEFAULT 0,
  next_at     INTEGER NOT NULL,
  -- Who is doing it, and until when nobody else may: a job whose owner is gone is due again.
  owner_pid   INTEGER,
  lease_until INTEGER,
  finished_at INTEGER,
  error       TEXT
) STRICT;
CREATE INDEX job_waiting ON job (next_at) WHERE state IN ('due', 'running');

-- The local workspace's own messages: what Slack and Discord keep for theirs.
CREATE TABLE workspace_message (
  ref        INTEGER PRIMARY KEY,
  channel    TEXT NOT NULL,
  key        TEXT NOT NULL UNIQUE,
  content    TEXT NOT NULL CHECK (json_valid(content)),
  posted_at  INTEGER NOT NULL,
  changed_at INTEGER
) STRICT;
CREATE INDEX workspace_message_by_channel ON workspace_message (channel, ref);

-- One-time links and sessions of the workspace, and tokens of the HTTP API. Only hashes are kept.
CREATE TABLE pass (
  hash       TEXT PRIMARY KEY,
  kind       TEXT NOT NULL CHECK (kind IN ('link', 'session', 'token')),
  door       TEXT NOT NULL,
  user       TEXT NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Small things that must survive a restart: long buttons, the hash of registered commands, requests seen.
CREATE TABLE memory (
  topic TEXT NOT NULL,
  key   TEXT NOT NULL,
  value TEXT NOT NULL,
  at    INTEGER NOT NULL,
  PRIMARY KEY (topic, key)
) STRICT, WITHOUT ROWID;
