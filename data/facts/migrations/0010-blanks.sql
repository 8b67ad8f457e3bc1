-- A blank says nothing: what a newer file leaves open is as the newest file has it that says something.
DROP VIEW current_contact;
CREATE VIEW current_contact AS
  SELECT contact.campaign_id, contact.customer_id, contact.import_id, contact.line, contact.is_treated,
    IFNULL(contact.day, (SELECT other.day FROM contact AS other JOIN newest_import AS theirs ON theirs.id = other.import_id
      WHERE other.campaign_id = contact.campaign_id AND other.customer_id = contact.customer_id AND other.day IS NOT NULL ORDER BY theirs.age DESC LIMIT 1)) AS day,
    IFNULL(contact.channel, (SELECT other.channel FROM contact AS other JOIN newest_import AS theirs ON theirs.id = other.import_id
      WHERE other.campaign_id = contact.campaign_id AND other.customer_id = contact.customer_id AND other.channel IS NOT NULL ORDER BY theirs.age DESC LIMIT 1)) AS channel,
    IFNULL(contact.arm, (SELECT other.arm FROM contact AS other JOIN newest_import AS theirs ON theirs.id = other.import_id
      WHERE other.campaign_id = contact.campaign_id AND other.customer_id = contact.customer_id AND other.arm IS NOT NULL ORDER BY theirs.age DESC LIMIT 1)) AS arm
  FROM contact JOIN newest_import AS mine ON mine.id = import_id
  WHERE NOT EXISTS (SELECT 1 FROM contact AS later JOIN newest_import AS theirs ON theirs.id = later.import_id
    WHERE later.campaign_id = contact.campaign_id AND later.customer_id = contact.customer_id AND theirs.age > mine.age);
DROP VIEW current_review;
CREATE VIEW current_review AS
  SELECT review.ref, review.import_id, review.line, review.score,
    IFNULL(review.order_ref, (SELECT other.order_ref FROM review AS other JOIN newest_import AS theirs ON theirs.id = other.import_id
      WHERE other.ref = review.ref AND other.order_ref IS NOT NULL ORDER BY theirs.age DESC LIMIT 1)) AS order_ref,
    IFNULL(review.product_id, (SELECT other.product_id FROM review AS other JOIN newest_import AS theirs ON theirs.id = other.import_id
      WHERE other.ref = review.ref AND other.product_id IS NOT NULL ORDER BY theirs.age DESC LIMIT 1)) AS product_id,
    IFNULL(review.customer_id, (SELECT other.customer_id FROM review AS other JOIN newest_import AS theirs ON theirs.id = other.import_id
      WHERE other.ref = review.ref AND other.customer_id IS NOT NULL ORDER BY theirs.age DESC LIMIT 1)) AS customer_id,
    IFNULL(review.day, (SELECT other.day FROM review AS other JOIN newest_import AS theirs ON theirs.id = other.import_id
      WHERE other.ref = review.ref AND other.day IS NOT NULL ORDER BY theirs.age DESC LIMIT 1)) AS day
  FROM review JOIN newest_import AS mine ON mine.id = import_id
  WHERE NOT EXISTS (SELECT 1 FROM review AS later JOIN newest_import AS theirs ON theirs.id = later.import_id
    WHERE later.ref = review.ref AND theirs.age > mine.age);
