-- A message that belongs into another's thread: it waits until that one stands there.
ALTER TABLE outbox ADD COLUMN thread INTEGER REFERENCES outbox (id);

-- Since when a channel may be written to again: after the pace of its platform, after the pause the platform asked
-- for, or, while somebody writes there, after their lease.
CREATE TABLE outbox_channel (
  door    TEXT NOT NULL,
  channel TEXT NOT NULL,
  free_at INTEGER NOT NULL,
  PRIMARY KEY (door, channel)
) STRICT, WITHOUT ROWID;

ALTER TABLE workspace_message ADD COLUMN thread INTEGER REFERENCES workspace_message (ref);
