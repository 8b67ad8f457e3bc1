-- Who may decide on a budget shift, how far, and when they are reminded.

-- What is done with proposals. No row: as the program has it.
CREATE TABLE budget_policy (
  one             INTEGER PRIMARY KEY CHECK (one = 1),
  -- A shift that moves more than this a week needs two approvals. Null: none does for its size.
  two_above_minor INTEGER CHECK (two_above_minor >= 0),
  -- A line that changes by more than this share needs two approvals.
  step            REAL NOT NULL CHECK (step > 0),
  -- Whether whoever asked may approve.
  own             INTEGER NOT NULL CHECK (own IN (0, 1)),
  -- From the proposal to its deadline.
  hours           INTEGER NOT NULL CHECK (hours > 0),
  -- The weekly suggestion: always a word, only where something is worth moving, or none.
  weekly          TEXT NOT NULL CHECK (weekly IN ('always', 'quiet', 'off'))
) STRICT;

-- Kept when the person goes: then the deputy stands in.
CREATE TABLE approver (
  door        TEXT NOT NULL,
  user        TEXT NOT NULL,
  name        TEXT NOT NULL,
  -- Above this, the approval of this person alone is not enough.
  limit_minor INTEGER CHECK (limit_minor >= 0),
  -- "door:user" of who is asked at the deadline, or when this person is no approver any more.
  deputy      TEXT,
  PRIMARY KEY (door, user)
) STRICT, WITHOUT ROWID;

-- One approval a person and version; a new version has none.
CREATE TABLE approval (
  proposal    TEXT NOT NULL REFERENCES proposal (id),
  version     INTEGER NOT NULL,
  -- "door:user".
  person      TEXT NOT NULL,
  person_name TEXT NOT NULL,
  at          INTEGER NOT NULL,
  PRIMARY KEY (proposal, version, person)
) STRICT, WITHOUT ROWID;

-- Approvers are reminded, then their deputies are asked; at `expires_at` it is over.
ALTER TABLE proposal ADD COLUMN remind_at INTEGER;
ALTER TABLE proposal ADD COLUMN deadline_at INTEGER;
-- The proposal that this one takes back, or that was rejected before it.
ALTER TABLE proposal ADD COLUMN reverses TEXT REFERENCES proposal (id);
ALTER TABLE proposal ADD COLUMN follows TEXT REFERENCES proposal (id);
UPDATE proposal SET remind_at = (proposed_at + expires_at) / 2, deadline_at = expires_at;
