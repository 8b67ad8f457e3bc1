-- Days that sell differently and that no rule tells: announced holidays, own plans, closed days. Rules (paydays, double
-- dates) and national holidays are computed. Nothing is deleted, so that a forecast can be explained by what was known.
CREATE TABLE calendar_event (
  id         INTEGER PRIMARY KEY,
  name       TEXT NOT NULL,
  kind       TEXT NOT NULL CHECK (kind IN ('season', 'holiday', 'school', 'promotion', 'price', 'closed')),
  first_day  TEXT NOT NULL,
  last_day   TEXT NOT NULL CHECK (last_day >= first_day),
  -- ISO 3166. Null: of this shop, wherever it is.
  country    TEXT,
  -- Who announced it, or who added it.
  source     TEXT NOT NULL,
  added_at   INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;
CREATE UNIQUE INDEX calendar_event_once ON calendar_event (name, first_day) WHERE removed_at IS NULL;
CREATE TRIGGER calendar_event_is_kept BEFORE DELETE ON calendar_event
BEGIN SELECT raise(ABORT, 'calendar events are removed by a date, not deleted'); END;

-- Ramadan begins and ends when it is announced, and the announcement may differ by a day from any computation: a table,
-- to be added to each year. Sources: Kementerian Agama (sidang isbat) and the joint decrees (SKB 3 Menteri) of each year.
INSERT INTO calendar_event (name, kind, first_day, last_day, country, source, added_at) VALUES
  ('Ramadan', 'season', '2020-04-24', '2020-05-23', 'ID', 'Kementerian Agama, sidang isbat', 0),
  ('Run-up to Lebaran', 'season', '2020-05-10', '2020-05-23', 'ID', 'the fortnight before 1 Syawal as announced by Kementerian Agama', 0),
  ('Lebaran', 'season', '2020-05-24', '2020-05-25', 'ID', 'SKB 3 Menteri: holiday and collective leave', 0),
  ('Ramadan', 'season', '2021-04-13', '2021-05-12', 'ID', 'Kementerian Agama, sidang isbat', 0),
  ('Run-up to Lebaran', 'season', '2021-04-29', '2021-05-12', 'ID', 'the fortnight before 1 Syawal as announced by Kementerian Agama', 0),
  ('Lebaran', 'season', '2021-05-12', '2021-05-14', 'ID', 'SKB 3 Menteri: holiday and collective leave', 0),
  ('Ramadan', 'season', '2022-04-03', '2022-05-01', 'ID', 'Kementerian Agama, sidang isbat', 0),
  ('Run-up to Lebaran', 'season', '2022-04-18', '2022-05-01', 'ID', 'the fortnight before 1 Syawal as announced by Kementerian Agama', 0),
  ('Lebaran', 'season', '2022-04-29', '2022-05-06', 'ID', 'SKB 3 Menteri: holiday and collective leave', 0),
  ('Ramadan', 'season', '2023-03-23', '2023-04-21', 'ID', 'Kementerian Agama, sidang isbat', 0),
  ('Run-up to Lebaran', 'season', '2023-04-08', '2023-04-21', 'ID', 'the fortnight before 1 Syawal as announced by Kementerian Agama', 0),
  ('Lebaran', 'season', '2023-04-19', '2023-04-25', 'ID', 'SKB 3 Menteri: holiday and collective leave', 0),
  ('Ramadan', 'season', '2024-03-12', '2024-04-09', 'ID', 'Kementerian Agama, sidang isbat', 0),
  ('Run-up to Lebaran', 'season', '2024-03-27', '2024-04-09', 'ID', 'the fortnight before 1 Syawal as announced by Kementerian Agama', 0),
  ('Lebaran', 'season', '2024-04-08', '2024-04-15', 'ID', 'SKB 3 Menteri: holiday and collective leave', 0),
  ('Ramadan', 'season', '2025-03-01', '2025-03-30', 'ID', 'Kementerian Agama, sidang isbat', 0),
  ('Run-up to Lebaran', 'season', '2025-03-17', '2025-03-30', 'ID', 'the fortnight before 1 Syawal as announced by Kementerian Agama', 0),
  ('Lebaran', 'season', '2025-03-31', '2025-04-07', 'ID', 'SKB 3 Menteri: holiday and collective leave', 0),
  ('Ramadan', 'season', '2026-02-19', '2026-03-20', 'ID', 'Kementerian Agama, sidang isbat', 0),
  ('Run-up to Lebaran', 'season', '2026-03-07', '2026-03-20', 'ID', 'the fortnight before 1 Syawal as announced by Kementerian Agama', 0),
  ('Lebaran', 'season', '2026-03-20', '2026-03-24', 'ID', 'SKB 3 Menteri: holiday and collective leave', 0);
