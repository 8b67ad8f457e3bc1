-- What the digest of a channel holds, and who has let it go out. Rows of other purposes leave all of it as it is.
ALTER TABLE channel ADD COLUMN persona TEXT NOT NULL DEFAULT 'team';
-- Sections by name; null is what the persona has.
ALTER TABLE channel ADD COLUMN include TEXT CHECK (include IS NULL OR json_valid(include));
ALTER TABLE channel ADD COLUMN muted TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(muted));
-- Rises with every setting that shows more: what was approved before is to be looked at again.
ALTER TABLE channel ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE channel ADD COLUMN approved_version INTEGER;
-- The last period that somebody did not want to be posted.
ALTER TABLE channel ADD COLUMN declined TEXT;

-- Channels that have had a digest go on as they did.
UPDATE channel SET approved_version = 1
WHERE purpose = 'digest' AND EXISTS (
  SELECT 1 FROM outbox
  WHERE outbox.door = channel.door AND outbox.channel = channel.channel
    AND key LIKE channel.door || ':' || channel.channel || ':digest:%');
