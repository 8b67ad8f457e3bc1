-- What happened in the shop. Happened: the row's own instant and local day. Learned: the learned_at of its import.
-- Rows count only once their import is 'stored': ask the stored_* views, never the tables.

CREATE TABLE import (
  id              INTEGER PRIMARY KEY,
  name            TEXT    NOT NULL,
  sha256          TEXT    NOT NULL,
  status          TEXT    NOT NULL CHECK (status IN ('loading', 'stored', 'failed')),
  layout          TEXT    NOT NULL,
  shop            TEXT    NOT NULL CHECK (json_valid(shop)),
  learned_at      INTEGER NOT NULL,
  finished_at     INTEGER,
  -- Who is loading it, and when it last gave a sign: an import whose owner is gone is taken back.
  owner_pid       INTEGER NOT NULL,
  alive_at        INTEGER NOT NULL,
  rows            INTEGER NOT NULL DEFAULT 0,
  stored          INTEGER NOT NULL DEFAULT 0,
  known           INTEGER NOT NULL DEFAULT 0,
  rejected        INTEGER NOT NULL DEFAULT 0,
  cancelled_rows  INTEGER NOT NULL DEFAULT 0,
  cancelled_minor INTEGER NOT NULL DEFAULT 0,
  anonymous_rows  INTEGER NOT NULL DEFAULT 0,
  anonymous_minor INTEGER NOT NULL DEFAULT 0,
  revenue_minor   INTEGER NOT NULL DEFAULT 0,
  orders          INTEGER NOT NULL DEFAULT 0,
  customers       INTEGER NOT NULL DEFAULT 0,
  first_day       INTEGER,
  last_day        INTEGER,
  CHECK (status <> 'stored' OR rows = stored + known + rejected)
) STRICT;

-- The same content is stored once, and one file is read at a time.
CREATE UNIQUE INDEX import_content ON import (sha256) WHERE status = 'stored';
CREATE UNIQUE INDEX import_loading ON import (status) WHERE status = 'loading';

CREATE TABLE import_reject (
  import_id INTEGER NOT NULL REFERENCES import,
  line      INTEGER NOT NULL,
  column    TEXT    NOT NULL,
  value     TEXT    NOT NULL,
  reason    TEXT    NOT NULL,
  PRIMARY KEY (import_id, line)
) STRICT, WITHOUT ROWID;

-- Dictionaries: the shop's own words once, integers everywhere else. import_id: the first import that named it.

CREATE TABLE customer (
  id         INTEGER PRIMARY KEY,
  ref        TEXT    NOT NULL UNIQUE,
  import_id  INTEGER NOT NULL REFERENCES import,
  sponsor_id INTEGER
) STRICT;

CREATE TABLE product (
  id              INTEGER PRIMARY KEY,
  ref             TEXT    NOT NULL UNIQUE,
  import_id       INTEGER NOT NULL REFERENCES import,
  name            TEXT,
  category        TEXT,
  -- In parts, 10,000 to the minor unit. Null: not known, which is not zero.
  unit_cost_parts INTEGER
) STRICT;

CREATE TABLE campaign (
  id        INTEGER PRIMARY KEY,
  ref       TEXT    NOT NULL UNIQUE,
  import_id INTEGER NOT NULL REFERENCES import,
  kind      TEXT    NOT NULL DEFAULT 'other' CHECK (kind IN ('voucher', 'flash_sale', 'ads', 'broadcast', 'other'))
) STRICT;

CREATE TABLE sale_channel (
  id        INTEGER PRIMARY KEY,
  ref       TEXT    NOT NULL UNIQUE,
  import_id INTEGER NOT NULL REFERENCES import
) STRICT;

CREATE TABLE sale_place (
  id        INTEGER PRIMARY KEY,
  ref       TEXT    NOT NULL UNIQUE,
  import_id INTEGER NOT NULL REFERENCES import
) STRICT;

-- An order carries the sums of its lines, so that questions about customers read orders only.
CREATE TABLE sale_order (
  id            INTEGER PRIMARY KEY,
  import_id     INTEGER NOT NULL REFERENCES import,
  ref           TEXT    NOT NULL,
  customer_id   INTEGER REFERENCES customer,
  campaign_id   INTEGER REFERENCES campaign,
  -- No REFERENCES here and in sale_line.product_id: the importer hands these ids out in the same transaction, and the
  -- check would need an index on every order to let a failed import's words go.
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
  sale_minor    INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX sale_order_ref ON sale_order (ref);
CREATE INDEX sale_order_import ON sale_order (import_id);
CREATE INDEX sale_order_customer
  ON sale_order (customer_id, day, lines, sale_lines, sale_quantity, sale_minor, import_id);
CREATE INDEX sale_order_campaign ON sale_order (campaign_id, day) WHERE campaign_id IS NOT NULL;

CREATE TABLE sale_line (
  order_id         INTEGER NOT NULL REFERENCES sale_order,
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

-- The daily roll-up, written with the status 'stored'.
CREATE TABLE day_total (
  import_id     INTEGER NOT NULL REFERENCES import,
  day           INTEGER NOT NULL,
  revenue_minor INTEGER NOT NULL,
  orders        INTEGER NOT NULL,
  lines         INTEGER NOT NULL,
  -- Local second of the day of its last row. Null when the rows tell no time of day.
  last_second   INTEGER,
  PRIMARY KEY (import_id, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE campaign_spend (
  campaign_id INTEGER NOT NULL REFERENCES campaign,
  day         INTEGER NOT NULL,
  import_id   INTEGER NOT NULL REFERENCES import,
  -- Null: spent, but how much is not known.
  spend_minor INTEGER CHECK (spend_minor >= 0),
  PRIMARY KEY (campaign_id, day)
) STRICT, WITHOUT ROWID;

-- The + keeps the planner from going by import: nearly all of them are stored, and the other indexes cover more.
CREATE VIEW stored_order AS
  SELECT * FROM sale_order WHERE +import_id IN (SELECT id FROM import WHERE status = 'stored');
CREATE VIEW stored_day AS
  SELECT * FROM day_total WHERE import_id IN (SELECT id FROM import WHERE status = 'stored');
CREATE VIEW stored_spend AS
  SELECT * FROM campaign_spend WHERE import_id IN (SELECT id FROM import WHERE status = 'stored');
CREATE VIEW stored_campaign AS
  SELECT * FROM campaign WHERE import_id IN (SELECT id FROM import WHERE status = 'stored');
CREATE VIEW stored_product AS
  SELECT * FROM product WHERE import_id IN (SELECT id FROM import WHERE status = 'stored');
