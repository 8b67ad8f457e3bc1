-- Two million lines go in at once. What each of them cost beside being written: a look whether its order is there, which
-- the importer has just handed the number of, and a place in an index by customer that touched a page of its own for
-- every order. Questions about customers read the orders as they stand: that takes no longer.

DROP VIEW stored_order;
DROP INDEX sale_order_customer;

CREATE TABLE lean_line (
  -- No REFERENCES here and in sale_order: one import runs at a time, hands these numbers out itself, and takes rows back
  -- by them.
  order_id         INTEGER NOT NULL,
  -- The line of the file it came from.
  line             INTEGER NOT NULL,
  product_id       INTEGER,
  day              INTEGER NOT NULL,
  quantity         REAL    NOT NULL,
  -- Exact, 10,000 parts to the minor unit. Null when the file told the line's total only.
  unit_price_parts INTEGER,
  amount_minor     INTEGER NOT NULL,
  -- 0 sale; 1 reversal: negative, counts; 2 void: was never paid for, does not count; 3 free, written off or adjusted.
  kind             INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 3),
  PRIMARY KEY (order_id, line)
) STRICT, WITHOUT ROWID;
INSERT INTO lean_line SELECT * FROM sale_line;
DROP TABLE sale_line;
ALTER TABLE lean_line RENAME TO sale_line;

CREATE TABLE lean_order (
  id            INTEGER PRIMARY KEY,
  import_id     INTEGER NOT NULL,
  ref           TEXT    NOT NULL,
  customer_id   INTEGER,
  campaign_id   INTEGER,
  channel_id    INTEGER,
  place_id      INTEGER,
  happened_at   INTEGER NOT NULL,
  -- Days since 1970-01-01 in the shop's zone, derived once.
  day           INTEGER NOT NULL,
  lines         INTEGER NOT NULL,
  net_minor     INTEGER NOT NULL,
  -- Of its lines of kind 0 only.
  sale_lines    INTEGER NOT NULL,
  sale_quantity REAL    NOT NULL,
  sale_minor    INTEGER NOT NULL,
  -- The import whose version of this order counts instead. Null: this one does.
  hidden_by     INTEGER,
  -- The latest moment that the file tells of this order, and how far the order had come: 0 open … 5 returned or cancelled.
  told_at       INTEGER NOT NULL DEFAULT 0,
  stage         INTEGER NOT NULL DEFAULT 0,
  -- 1: some row of this order could not be read. Such a version does not take the place of a whole one.
  is_partial    INTEGER NOT NULL DEFAULT 0 CHECK (is_partial IN (0, 1)),
  -- What the sales of the order were cheaper by than their list prices. Null: the file did not tell, which is not zero.
  discount_minor INTEGER
) STRICT;
INSERT INTO lean_order SELECT id, import_id, ref, customer_id, campaign_id, channel_id, place_id, happened_at, day, lines,
  net_minor, sale_lines, sale_quantity, sale_minor, hidden_by, told_at, stage, is_partial, discount_minor FROM sale_order;
DROP TABLE sale_order;
ALTER TABLE lean_order RENAME TO sale_order;

CREATE UNIQUE INDEX sale_order_ref ON sale_order (ref, import_id);
CREATE INDEX sale_order_import ON sale_order (import_id);
CREATE INDEX sale_order_campaign ON sale_order (campaign_id, day) WHERE campaign_id IS NOT NULL;
CREATE VIEW stored_order AS
  SELECT * FROM sale_order WHERE hidden_by IS NULL AND +import_id IN (SELECT id FROM stored_import);
