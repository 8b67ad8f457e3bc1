-- When a message first stood there: what was late then says so for as long as it stands there. Not known of older ones.
ALTER TABLE outbox ADD COLUMN delivered_at INTEGER;
