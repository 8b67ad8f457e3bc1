-- An approved shift on its way to where the campaigns run. Each step is one conditional UPDATE; whoever takes the next
-- one holds a lease. Money in minor units a week.
CREATE TABLE execution (
  -- "P-31.v2": the same at the receiver, which applies a key once.
  key         TEXT PRIMARY KEY,
  -- "X-55": its receipt.
  id          TEXT NOT NULL UNIQUE,
  proposal    TEXT NOT NULL REFERENCES proposal (id),
  version     INTEGER NOT NULL,
  executor    TEXT NOT NULL CHECK (executor IN ('manual', 'webhook', 'file')),
  -- What changes from what to what: the "from" is the snapshot that a roll-back restores.
  change      TEXT NOT NULL CHECK (json_valid(change)),
  moved_minor INTEGER NOT NULL,
  -- 'executing': it may be out there from now on. 'sent': taken, and not yet seen to be applied. 'unknown': nobody
  -- knows; it is looked up before anything is sent again.
  state       TEXT NOT NULL CHECK (state IN ('approved', 'executing', 'sent', 'unknown', 'confirmed', 'failed', 'cancelled')),
  -- Goes up each time somebody takes it: who is late finds another number.
  turn        INTEGER NOT NULL DEFAULT 0,
  attempts    INTEGER NOT NULL DEFAULT 0,
  looks       INTEGER NOT NULL DEFAULT 0,
  -- Null: nothing more is done by itself.
  next_at     INTEGER,
  lease_until INTEGER,
  owner_pid   INTEGER,
  -- What a person should know of the state.
  says        TEXT,
  approved_at INTEGER NOT NULL,
  -- When it could first have had its effect.
  started_at  INTEGER,
  ended_at    INTEGER,
  -- What the imported spend tells of it.
  seen        TEXT CHECK (json_valid(seen))
) STRICT;
CREATE INDEX execution_waiting ON execution (next_at) WHERE state IN ('approved', 'executing', 'sent', 'unknown');
CREATE INDEX execution_by_proposal ON execution (proposal, version);
CREATE TRIGGER execution_is_frozen BEFORE UPDATE OF key, id, proposal, version, executor, change, moved_minor, approved_at
ON execution BEGIN SELECT raise(ABORT, 'what was approved is frozen'); END;
CREATE TRIGGER execution_is_over BEFORE UPDATE OF state ON execution WHEN old.state IN ('confirmed', 'cancelled')
BEGIN SELECT raise(ABORT, 'what was carried out stays so'); END;
CREATE TRIGGER execution_is_kept BEFORE DELETE ON execution BEGIN SELECT raise(ABORT, 'executions are kept'); END;

-- The kill switch. The last row holds.
CREATE TABLE freeze (
  seq    INTEGER PRIMARY KEY AUTOINCREMENT,
  at     INTEGER NOT NULL,
  frozen INTEGER NOT NULL CHECK (frozen IN (0, 1)),
  person TEXT NOT NULL,
  name   TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;
CREATE TRIGGER freeze_is_immutable BEFORE UPDATE ON freeze BEGIN SELECT raise(ABORT, 'freezes are append-only'); END;
CREATE TRIGGER freeze_is_kept BEFORE DELETE ON freeze BEGIN SELECT raise(ABORT, 'freezes are append-only'); END;
