-- A forecast of a week that had begun, or was over, when a digest told it or compared with it: to be seen in the ledger, and
-- counted in no record.
ALTER TABLE frozen_week ADD COLUMN late INTEGER NOT NULL DEFAULT 0 CHECK (late IN (0, 1));
DROP TRIGGER frozen_week_is_frozen;
CREATE TRIGGER frozen_week_is_frozen
BEFORE UPDATE OF run, week, frozen_at, expected, low50, high50, low80, high80, low95, high95, naive, ahead, step, recipe,
  widened, late ON frozen_week
BEGIN SELECT raise(ABORT, 'a posted forecast is frozen'); END;

-- The run that says how a promise stands. Null in findings from before it was kept.
ALTER TABLE promise_finding ADD COLUMN run TEXT REFERENCES run (id);
