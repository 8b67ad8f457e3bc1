-- When the rows of an import that was taken back were taken out for good. The line in this table stays.
ALTER TABLE import ADD COLUMN purged_at INTEGER;
