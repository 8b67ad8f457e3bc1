-- What the sales of an order were cheaper by than their list prices. Null: the file did not tell, which is not zero.
ALTER TABLE sale_order ADD COLUMN discount_minor INTEGER;
