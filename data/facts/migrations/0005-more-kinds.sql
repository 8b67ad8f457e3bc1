-- Files tell of more than orders. Each of these tables keeps every import's word under its own number; the current_*
-- views show the newest word of the stored imports. Undoing an import needs nothing more than its mark.

-- What the file was taken for beside its layout, what it was checked for, who decided what, and what it brought.
ALTER TABLE import ADD COLUMN grain     TEXT NOT NULL DEFAULT 'order lines';
ALTER TABLE import ADD COLUMN figures   TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(figures));
ALTER TABLE import ADD COLUMN checks    TEXT CHECK (checks IS NULL OR json_valid(checks));
ALTER TABLE import ADD COLUMN decisions TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(decisions));
ALTER TABLE import ADD COLUMN told_by   TEXT;
-- The columns of the file, hashed: what was decided for one file holds for the next with the same columns.
ALTER TABLE import ADD COLUMN columns_sha TEXT;

-- Newest first: what an import tells is as new as the latest moment in it, then as the moment it was learned.
CREATE VIEW newest_import AS
  SELECT id, ROW_NUMBER() OVER (ORDER BY told_at, learned_at, sha256) AS age FROM stored_import;

-- Something known of a customer, a product or a campaign. A blank cell tells nothing and has no row.
CREATE TABLE trait (
  -- 'customer', 'product' or 'campaign', and its number there.
  subject    TEXT    NOT NULL CHECK (subject IN ('customer', 'product', 'campaign')),
  subject_id INTEGER NOT NULL,
  name       TEXT    NOT NULL,
  import_id  INTEGER NOT NULL REFERENCES import,
  line       INTEGER NOT NULL,
  -- What `number` counts: money in minor units, days since 1970-01-01, 1 for yes and 0 for no, or anything else.
  unit       TEXT    NOT NULL CHECK (unit IN ('money', 'day', 'yes', 'count', 'word')),
  number     REAL,
  text       TEXT,
  PRIMARY KEY (subject, subject_id, name, import_id)
) STRICT, WITHOUT ROWID;

-- A campaign's cost on a day; several lines of a file add up.
DROP VIEW stored_spend;
CREATE TABLE campaign_cost (
  campaign_id INTEGER NOT NULL REFERENCES campaign,
  day         INTEGER NOT NULL,
  import_id   INTEGER NOT NULL REFERENCES import,
  line        INTEGER NOT NULL,
  -- Null: spent, but how much is not known.
  spend_minor INTEGER CHECK (spend_minor >= 0),
  PRIMARY KEY (campaign_id, day, import_id, line)
) STRICT, WITHOUT ROWID;
INSERT INTO campaign_cost SELECT campaign_id, day, import_id, 0, spend_minor FROM campaign_spend;
DROP TABLE campaign_spend;
ALTER TABLE campaign_cost RENAME TO campaign_spend;

-- A platform's own statistics: one number for a period, a metric, a basis and what it is about.
CREATE TABLE figure (
  -- The kind of report: 'shopee traffic'.
  source    TEXT    NOT NULL,
  -- What of the shop it is about: a channel, a voucher, a product; '' for all of it.
  about     TEXT    NOT NULL,
  from_day  INTEGER NOT NULL,
  to_day    INTEGER NOT NULL,
  metric    TEXT    NOT NULL,
  -- 'placed', 'ready to ship', 'paid'; '' where there is one only.
  basis     TEXT    NOT NULL,
  import_id INTEGER NOT NULL REFERENCES import,
  line      INTEGER NOT NULL,
  -- Money in minor units, times in seconds, shares 0..1.
  value     REAL    NOT NULL,
  PRIMARY KEY (source, about, metric, basis, from_day, to_day, import_id)
) STRICT, WITHOUT ROWID;

-- No REFERENCES to customers and products from here on, for the reason given in 0001: to let a failed import's words go,
-- the check would read these tables once for each of them.

-- Who was contacted or held out, by which campaign.
CREATE TABLE contact (
  campaign_id INTEGER NOT NULL REFERENCES campaign,
  customer_id INTEGER NOT NULL,
  import_id   INTEGER NOT NULL REFERENCES import,
  line        INTEGER NOT NULL,
  day         INTEGER,
  -- 0: left out on purpose, to compare with.
  is_treated  INTEGER NOT NULL CHECK (is_treated IN (0, 1)),
  channel     TEXT,
  -- Which of several treatments; null where there is one.
  arm         TEXT,
  PRIMARY KEY (campaign_id, customer_id, import_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE referral (
  customer_id INTEGER NOT NULL,
  import_id   INTEGER NOT NULL REFERENCES import,
  line        INTEGER NOT NULL,
  sponsor_id  INTEGER NOT NULL,
  PRIMARY KEY (customer_id, import_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE review (
  -- The review's own number; where it has none, its order and product.
  ref         TEXT    NOT NULL,
  import_id   INTEGER NOT NULL REFERENCES import,
  line        INTEGER NOT NULL,
  order_ref   TEXT,
  product_id  INTEGER,
  customer_id INTEGER,
  day         INTEGER,
  score       REAL    NOT NULL,
  PRIMARY KEY (ref, import_id)
) STRICT, WITHOUT ROWID;

CREATE VIEW current_trait AS
  SELECT trait.* FROM trait JOIN newest_import AS mine ON mine.id = import_id
  WHERE NOT EXISTS (SELECT 1 FROM trait AS later JOIN newest_import AS theirs ON theirs.id = later.import_id
    WHERE later.subject = trait.subject AND later.subject_id = trait.subject_id AND later.name = trait.name
      AND theirs.age > mine.age);
CREATE VIEW current_spend AS
  SELECT campaign_id, day, import_id, CASE WHEN COUNT(spend_minor) = COUNT(*) THEN SUM(spend_minor) END AS spend_minor
  FROM campaign_spend JOIN newest_import AS mine ON mine.id = import_id
  WHERE NOT EXISTS (SELECT 1 FROM campaign_spend AS later JOIN newest_import AS theirs ON theirs.id = later.import_id
    WHERE later.campaign_id = campaign_spend.campaign_id AND later.day = campaign_spend.day AND theirs.age > mine.age)
  GROUP BY campaign_id, day, import_id;
CREATE VIEW current_figure AS
  SELECT figure.* FROM figure JOIN newest_import AS mine ON mine.id = import_id
  WHERE NOT EXISTS (SELECT 1 FROM figure AS later JOIN newest_import AS theirs ON theirs.id = later.import_id
    WHERE later.source = figure.source AND later.about = figure.about AND later.metric = figure.metric
      AND later.basis = figure.basis AND later.from_day = figure.from_day AND later.to_day = figure.to_day
      AND theirs.age > mine.age);
CREATE VIEW current_contact AS
  SELECT contact.* FROM contact JOIN newest_import AS mine ON mine.id = import_id
  WHERE NOT EXISTS (SELECT 1 FROM contact AS later JOIN newest_import AS theirs ON theirs.id = later.import_id
    WHERE later.campaign_id = contact.campaign_id AND later.customer_id = contact.customer_id
      AND theirs.age > mine.age);
CREATE VIEW current_referral AS
  SELECT referral.* FROM referral JOIN newest_import AS mine ON mine.id = import_id
  WHERE NOT EXISTS (SELECT 1 FROM referral AS later JOIN newest_import AS theirs ON theirs.id = later.import_id
    WHERE later.customer_id = referral.customer_id AND theirs.age > mine.age);
CREATE VIEW current_review AS
  SELECT review.* FROM review JOIN newest_import AS mine ON mine.id = import_id
  WHERE NOT EXISTS (SELECT 1 FROM review AS later JOIN newest_import AS theirs ON theirs.id = later.import_id
    WHERE later.ref = review.ref AND theirs.age > mine.age);

-- What files of products and campaigns say goes before what orders let one guess.
DROP VIEW stored_product;
CREATE VIEW stored_product AS
  SELECT product.id, product.ref, product.import_id, IFNULL(told.name, product.name) AS name,
    IFNULL(told.category, product.category) AS category,
    IFNULL(told.unit_cost_parts, product.unit_cost_parts) AS unit_cost_parts, told.price_parts
  FROM product LEFT JOIN (
    SELECT subject_id, MAX(CASE name WHEN 'name' THEN text END) AS name,
      MAX(CASE name WHEN 'category' THEN text END) AS category,
      CAST(ROUND(MAX(CASE name WHEN 'unit cost' THEN number END) * 10000) AS INTEGER) AS unit_cost_parts,
      CAST(ROUND(MAX(CASE name WHEN 'price' THEN number END) * 10000) AS INTEGER) AS price_parts
    FROM current_trait WHERE subject = 'product' GROUP BY subject_id) AS told ON told.subject_id = product.id
  WHERE product.import_id IN (SELECT id FROM stored_import);
DROP VIEW stored_campaign;
CREATE VIEW stored_campaign AS
  SELECT campaign.id, campaign.ref, campaign.import_id, IFNULL(told.kind, campaign.kind) AS kind,
    told.from_day, told.to_day, told.cost_minor
  FROM campaign LEFT JOIN (
    SELECT subject_id, MAX(CASE name WHEN 'kind' THEN text END) AS kind,
      CAST(MAX(CASE name WHEN 'from' THEN number END) AS INTEGER) AS from_day,
      CAST(MAX(CASE name WHEN 'to' THEN number END) AS INTEGER) AS to_day,
      CAST(ROUND(MAX(CASE name WHEN 'cost' THEN number END)) AS INTEGER) AS cost_minor
    FROM current_trait WHERE subject = 'campaign' GROUP BY subject_id) AS told ON told.subject_id = campaign.id
  WHERE campaign.import_id IN (SELECT id FROM stored_import);
