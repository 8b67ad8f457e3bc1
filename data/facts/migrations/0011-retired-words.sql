-- Lists and receipts keep the numbers of people. When a person's word is taken out for good, nobody may get the number:
-- up to here they have all been given out.
CREATE TABLE retired_word (
  words   TEXT PRIMARY KEY CHECK (words IN ('customer', 'product', 'campaign', 'sale_channel', 'sale_place')),
  last_id INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
