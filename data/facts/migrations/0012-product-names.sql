-- The first name that each import gives a product: a question about the past does not know it before, and when that file is
-- taken back its name goes with it.
CREATE TABLE product_name (
  product_id INTEGER NOT NULL,
  import_id  INTEGER NOT NULL REFERENCES import,
  name       TEXT    NOT NULL,
  PRIMARY KEY (product_id, import_id)
) STRICT, WITHOUT ROWID;
-- Which imports told the name was not noted: each that sold the product may have.
INSERT INTO product_name
  SELECT id, import_id, name FROM product WHERE name IS NOT NULL
  UNION
  SELECT product.id, sale_order.import_id, name
  FROM sale_order JOIN sale_line ON order_id = sale_order.id JOIN product ON product.id = product_id
  WHERE name IS NOT NULL;

DROP VIEW stored_product;
ALTER TABLE product DROP COLUMN name;
CREATE VIEW stored_product AS
  SELECT product.id, product.ref, product.import_id,
    IFNULL(told.name, (SELECT name FROM product_name WHERE product_id = product.id
      AND product_name.import_id IN (SELECT id FROM stored_import) ORDER BY product_name.import_id LIMIT 1)) AS name,
    IFNULL(told.category, product.category) AS category,
    IFNULL(told.unit_cost_parts, product.unit_cost_parts) AS unit_cost_parts, told.price_parts
  FROM product LEFT JOIN (
    SELECT subject_id, MAX(CASE name WHEN 'name' THEN text END) AS name,
      MAX(CASE name WHEN 'category' THEN text END) AS category,
      CAST(ROUND(MAX(CASE name WHEN 'unit cost' THEN number END) * 10000) AS INTEGER) AS unit_cost_parts,
      CAST(ROUND(MAX(CASE name WHEN 'price' THEN number END) * 10000) AS INTEGER) AS price_parts
    FROM current_trait WHERE subject = 'product' GROUP BY subject_id) AS told ON told.subject_id = product.id
  WHERE product.import_id IN (SELECT id FROM stored_import);
