-- A forecast of a week that had begun, or was over, when a digest told it or compared with it: to be seen in the ledger, and
-- counted in no record.
ALTER TABLE frozen_week ADD COLUMN late INTEGER NOT NULL DEFAULT 0 CHECK (late IN (0, 1));
-- The run that says how a promise stands. Null in findings from before it was kept.
ALTER TABLE promise_finding ADD COLUMN run TEXT REFERENCES run (id);
