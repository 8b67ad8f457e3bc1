-- 1: some row of this order could not be read. Such a version does not take the place of a whole one.
ALTER TABLE sale_order ADD COLUMN is_partial INTEGER NOT NULL DEFAULT 0 CHECK (is_partial IN (0, 1));
