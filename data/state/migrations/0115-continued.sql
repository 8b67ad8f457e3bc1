-- A message too long for its platform goes on in others, in its thread and in order.
ALTER TABLE outbox ADD COLUMN continues INTEGER REFERENCES outbox (id);
CREATE INDEX outbox_by_head ON outbox (continues) WHERE continues IS NOT NULL;

-- Since when a message stands there in words, without a picture that belongs to it: it is sent again until that has come.
ALTER TABLE outbox ADD COLUMN lacks_since INTEGER;
