-- What a person calls a group of a segments run. The next run's groups take the name of the one they continue.
CREATE TABLE segment_name (
  run      TEXT    NOT NULL REFERENCES run (id),
  -- Its place in the run's result, from 0.
  place    INTEGER NOT NULL,
  name     TEXT    NOT NULL,
  named_by TEXT    NOT NULL,
  named_at INTEGER NOT NULL,
  PRIMARY KEY (run, place)
) STRICT, WITHOUT ROWID;
