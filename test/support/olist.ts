/** One order of Olist in its three tables, by their files' names. */
export const olistFiles: Readonly<Record<string, string>> = {
  'olist_orders_dataset.csv':
    'order_id,customer_id,order_status,order_purchase_timestamp,order_approved_at,order_delivered_carrier_date,order_delivered_customer_date,order_estimated_delivery_date\no1,c1,delivered,2018-01-01 10:00:00,2018-01-01 11:00:00,,,2018-01-20 00:00:00\n',
  'olist_order_items_dataset.csv':
    'order_id,order_item_id,product_id,seller_id,shipping_limit_date,price,freight_value\no1,1,p1,s1,2018-01-05 10:00:00,29.99,8.72\n',
  'olist_customers_dataset.csv':
    'customer_id,customer_unique_id,customer_zip_code_prefix,customer_city,customer_state\nc1,u1,01310,sao paulo,SP\n',
};
