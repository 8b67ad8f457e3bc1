-- A file may tell again of orders that an earlier file told, as they stand now. Every version is kept under its own
-- import, one of them counts, and an import can be undone as if it had never been.

-- Set when somebody took the import back: its rows are invisible from then on.
ALTER TABLE import ADD COLUMN undone_at INTEGER;
-- Of the stored rows, those of orders that an earlier import had told otherwise.
ALTER TABLE import ADD COLUMN corrected INTEGER NOT NULL DEFAULT 0;
-- The latest moment that the file tells: of two exports, the newer knows better.
ALTER TABLE import ADD COLUMN told_at INTEGER NOT NULL DEFAULT 0;
-- How it was read, in words.
ALTER TABLE import ADD COLUMN notes TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(notes));

-- The import whose version of this order counts instead. Null: this one does.
ALTER TABLE sale_order ADD COLUMN hidden_by INTEGER;
-- The latest moment that the file tells of this order, and how far the order had come: 0 open … 5 returned or cancelled.
ALTER TABLE sale_order ADD COLUMN told_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sale_order ADD COLUMN stage INTEGER NOT NULL DEFAULT 0;
UPDATE sale_order SET told_at = happened_at;

-- In sale_line, a line below zero was told by the row of that number beside the row itself: goods that came back, or
-- what the order as a whole was cheaper by.

DROP INDEX sale_order_ref;
CREATE UNIQUE INDEX sale_order_ref ON sale_order (ref, import_id);
DROP INDEX sale_order_customer;
CREATE INDEX sale_order_customer
  ON sale_order (customer_id, day, lines, sale_lines, sale_quantity, sale_minor, import_id, hidden_by);
DROP INDEX import_content;
CREATE UNIQUE INDEX import_content ON import (sha256) WHERE status = 'stored' AND undone_at IS NULL;

DROP VIEW stored_order;
DROP VIEW stored_day;
DROP VIEW stored_spend;
DROP VIEW stored_campaign;
DROP VIEW stored_product;
CREATE VIEW stored_import AS
  SELECT * FROM import WHERE status = 'stored' AND undone_at IS NULL;
CREATE VIEW stored_order AS
  SELECT * FROM sale_order WHERE hidden_by IS NULL AND +import_id IN (SELECT id FROM stored_import);
-- A day whose orders are all told better elsewhere stays as a row of zero.
CREATE VIEW stored_day AS
  SELECT * FROM day_total WHERE lines <> 0 AND import_id IN (SELECT id FROM stored_import);
CREATE VIEW stored_spend AS
  SELECT * FROM campaign_spend WHERE import_id IN (SELECT id FROM stored_import);
CREATE VIEW stored_campaign AS
  SELECT * FROM campaign WHERE import_id IN (SELECT id FROM stored_import);
CREATE VIEW stored_product AS
  SELECT * FROM product WHERE import_id IN (SELECT id FROM stored_import);
