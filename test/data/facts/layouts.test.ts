import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { ShopUnknown } from '../../../data/facts/errors.ts';
import { readBasket, shareOut } from '../../../data/facts/layouts/distributor-transactions.ts';
import { emptyShop, jakarta, london } from './fixture.ts';

// Headers as the platforms write them (reference/connectors.md, section 4); the orders are made up.

const shopeeIndonesian =
  'No. Pesanan|Status Pesanan|Alasan Pembatalan|Status Pembatalan/ Pengembalian|No. Resi|Opsi Pengiriman|Antar ke counter/ pick-up|Pesanan Harus Dikirimkan Sebelum (Menghindari keterlambatan)|Waktu Pengiriman Diatur|Waktu Pesanan Dibuat|Waktu Pembayaran Dilakukan|Metode Pembayaran|SKU Induk|Nama Produk|Nomor Referensi SKU|Nama Variasi|Harga Awal|Harga Setelah Diskon|Jumlah|Returned quantity|Subtotal Pesanan|Total Diskon|Diskon Dari Penjual|Diskon Dari Shopee|Berat Produk|Jumlah Produk di Pesan|Total Berat|Voucher Ditanggung Penjual|Cashback Koin|Voucher Ditanggung Shopee|Paket Diskon|Ongkos Kirim Dibayar oleh Pembeli|Total Pembayaran|Perkiraan Ongkos Kirim|Catatan dari Pembeli|Catatan|Username (Pembeli)|Nama Penerima|No. Telepon|Alamat Pengiriman|Kota/Kabupaten|Provinsi|Waktu Pesanan Selesai'.split(
    '|',
  );
const shopeeEnglish =
  'Order ID|Order Status|Cancel reason|Return / Refund Status|Tracking Number*|Order Creation Date|Order Paid Time|Parent SKU Reference No.|Product Name|SKU Reference No.|Variation Name|Original Price (PHP)|Deal Price (PHP)|Quantity|Returned quantity|Product Subtotal (PHP)|Seller Voucher(PHP)|Grand Total (PHP)|Username (Buyer)|City|Province|Country|Order Complete Time'.split(
    '|',
  );
const tiktok =
  'Order ID|Order Status|Order Substatus|Cancelation/Return Type|Normal or Pre-order|SKU ID|Seller SKU|Product Name|Variation|Quantity|Sku Quantity of return|SKU Unit Original Price|SKU Subtotal Before Discount|SKU Platform Discount|SKU Seller Discount|SKU Subtotal After Discount|Shipping Fee After Discount|Order Refund Amount|Order Amount|Created Time|Paid Time|Shipped Time|Delivered Time|Cancelled Time|Cancel By|Buyer Username|Recipient|Country|Province|Regency and City|Purchase Channel'.split(
    '|',
  );
const shopify =
  'Name|Email|Financial Status|Paid at|Fulfillment Status|Fulfilled at|Accepts Marketing|Currency|Subtotal|Shipping|Taxes|Total|Discount Code|Discount Amount|Shipping Method|Created at|Lineitem quantity|Lineitem name|Lineitem price|Lineitem compare at price|Lineitem sku|Shipping City|Notes|Cancelled at|Payment Method|Refunded Amount|Id|Source|Lineitem discount|Phone'.split(
    '|',
  );
const woocommerce =
  'Date|Order #|N. Revenue (formatted)|Status|Customer|Customer type|Product(s)|Items sold|Coupon(s)|Net Sales|Attribution'.split(
    '|',
  );
const amazon =
  'amazon-order-id|merchant-order-id|purchase-date|last-updated-date|order-status|fulfillment-channel|sales-channel|product-name|sku|asin|item-status|quantity|currency|item-price|item-tax|shipping-price|item-promotion-discount|ship-city|promotion-ids'.split(
    '|',
  );

type Row = Readonly<Record<string, string>>;
const cellsOf = (header: readonly string[], row: Row) => {
  for (const name of Object.keys(row)) if (!header.includes(name)) throw new Error(`No column ${name}`);
  return header.map((name) => row[name] ?? '');
};
const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const csv = (header: readonly string[], ...rows: readonly Row[]) =>
  [header, ...rows.map((row) => cellsOf(header, row))].map((cells) => `${cells.map(quoted).join(',')}\n`).join('');

const pesanan = (row: Row): Row => ({
  'Status Pesanan': 'Selesai',
  'Waktu Pesanan Dibuat': '2026-04-20 10:22',
  'Waktu Pembayaran Dilakukan': '2026-04-20 10:25',
  'Nama Produk': 'Saringan Air',
  'Nomor Referensi SKU': 'SAM-1',
  'Harga Setelah Diskon': '15.000',
  Jumlah: '2',
  'Returned quantity': '0',
  'Voucher Ditanggung Penjual': '5.000',
  'Total Pembayaran': '40.000',
  'Username (Pembeli)': 'ana',
  'Nama Penerima': '******',
  ...row,
});

describe('Shopee orders', () => {
  it('are read from the Indonesian workbook, with rupiah and Jakarta time', async () => {
    const { load, facts, db } = emptyShop();
    const rows = [
      pesanan({ 'No. Pesanan': '2604200ABC' }),
      pesanan({
        'No. Pesanan': '2604200ABC',
        'Nomor Referensi SKU': 'SAM-2',
        'Harga Setelah Diskon': '10.000',
        Jumlah: '1',
      }),
      pesanan({
        'No. Pesanan': '2604200DEF',
        'Harga Setelah Diskon': '1.234.567',
        Jumlah: '1',
        'Username (Pembeli)': 'ben',
      }),
    ];
    const sheet = [shopeeIndonesian, ...rows.map((row) => cellsOf(shopeeIndonesian, row))];

    const report = await load(await writeXlsx({ sheets: [{ name: 'orders', rows: sheet }] }), {
      name: 'Order.all.20260401_20260430 (1).xlsx',
    });

    // The voucher and the total of 40.000 stand on both rows of the first order and are summed in neither.
    expect(report).toMatchObject({
      layout: 'Shopee orders',
      stored: 3,
      orders: 2,
      customers: 2,
      revenueMinor: 30_000 + 10_000 + 1_234_567,
      shop: { currency: 'IDR', zone: 'Asia/Jakarta' },
    });
    expect(report.notes).toContainEqual(expect.stringMatching(/^Money: Price after/));
    expect(await facts.coverage()).toMatchObject({ products: 2, firstDay: '2026-04-20' });
    expect(db.prepare('SELECT ref FROM customer').pluck().all()).toEqual(['ana', 'ben']);
  });

  it('count what is cancelled, unpaid or came back for what it is', async () => {
    const { load, facts } = emptyShop();
    const content = csv(
      shopeeIndonesian,
      pesanan({ 'No. Pesanan': 'A' }),
      pesanan({ 'No. Pesanan': 'B', 'Status Pesanan': 'Batal' }),
      pesanan({ 'No. Pesanan': 'C', 'Status Pesanan': 'Belum Bayar', 'Waktu Pembayaran Dilakukan': '' }),
      pesanan({
        'No. Pesanan': 'D',
        Jumlah: '5',
        'Returned quantity': '2',
        'Status Pembatalan/ Pengembalian': 'Permintaan Disetujui',
      }),
      pesanan({
        'No. Pesanan': 'E',
        'Status Pesanan': 'Pesanan diterima, namun Pembeli masih dapat mengajukan pengembalian hingga 2026-04-28',
      }),
    );

    const report = await load(content);

    expect(report).toMatchObject({ rows: 5, stored: 5, revenueMinor: 30_000 + 75_000 - 30_000 + 30_000 });
    expect(report).toMatchObject({ cancelledRows: 3, cancelledMinor: -90_000 });
    expect([...(await facts.revenue.daily({ before: '2026-05-01' })).orders]).toEqual([3]);
  });

  it('are read in English, where the headers name the money', async () => {
    const { load } = emptyShop();
    const row = {
      'Order ID': '2604200XYZ',
      'Order Status': 'Completed',
      'Order Creation Date': '2026-04-20 10:22',
      'Product Name': 'Water filter',
      'Deal Price (PHP)': '1,299.50',
      Quantity: '2',
      'Username (Buyer)': 'ana',
    };
    expect(await load(csv(shopeeEnglish, row))).toMatchObject({
      layout: 'Shopee orders',
      revenueMinor: 259_900,
      shop: { currency: 'PHP', zone: 'Asia/Manila' },
    });
  });
});

describe('Tokopedia orders, of before 2025', () => {
  const header =
    'Nomor Invoice|Tanggal Pembayaran|Status Terakhir|Tanggal Pesanan Selesai|Tanggal Pengiriman Barang|Nama Produk|Nomor SKU|Jumlah Produk Dibeli|Harga Awal (IDR)|Harga Jual (IDR)|Nilai Kupon Toko Terpakai (IDR)|Nama Kurir|No Resi / Kode Booking|Nama Penerima|No Telp Penerima|Alamat Pengiriman|Provinsi|Kota'.split(
      '|',
    );
  const order = (row: Row): Row => ({
    'Status Terakhir': 'Pesanan Selesai',
    'Tanggal Pembayaran': '03-04-2024 10:22:05',
    'Nama Produk': 'Saringan',
    'Nomor SKU': 'SAM-1',
    'Jumlah Produk Dibeli': '2',
    'Harga Jual (IDR)': '150.000',
    'Nilai Kupon Toko Terpakai (IDR)': '10.000',
    'Nama Penerima': 'Budi',
    Kota: 'Kota Bandung',
    ...row,
  });

  it('are read from the fifth row on, with nobody’s name', async () => {
    const { load, db } = emptyShop();
    const head = 'Laporan Penjualan\nToko,Toko Saya\nPeriode,01-04-2024 - 30-04-2024\n\n';

    const report = await load(
      head +
        csv(
          header,
          order({ 'Nomor Invoice': 'INV/20240403/MPL/1' }),
          order({ 'Nomor Invoice': 'INV/20240403/MPL/2', 'Status Terakhir': 'Dibatalkan oleh Penjual' }),
        ),
    );

    expect(report).toMatchObject({ layout: 'Tokopedia orders', rows: 2, stored: 2, revenueMinor: 300_000 });
    expect(report).toMatchObject({ cancelledRows: 1, firstDay: '2024-04-03', anonymousRows: 2 });
    expect(report.shop).toMatchObject({ currency: 'IDR', zone: 'Asia/Jakarta' });
    expect(db.prepare('SELECT ref FROM sale_place').pluck().all()).toEqual(['Kota Bandung']);
    expect(db.prepare('SELECT COUNT(*) FROM customer').pluck().get()).toBe(0);
  });
});

describe('TikTok Shop orders', () => {
  const order = (row: Row): Row => ({
    'Order Status': 'Completed',
    'SKU ID': '1729384756102938475',
    'Product Name': 'Botol',
    Quantity: '2',
    'Sku Quantity of return': '0',
    'SKU Subtotal Before Discount': '100000',
    'SKU Platform Discount': '5000',
    'SKU Seller Discount': '10000',
    'Order Amount': '999999',
    'Created Time': '03/04/2026 10:22:05',
    'Buyer Username': 'ana',
    Country: 'Indonesia',
    ...row,
  });

  it('leave the description row out, read day before month, and subtract the seller’s discount only', async () => {
    const { load, facts } = emptyShop();
    const description = { 'Order ID': 'Platform unique order ID.', 'Created Time': 'Order created time.' };

    const report = await load(
      csv(
        tiktok,
        description,
        order({ 'Order ID': '576460752303423488' }),
        order({ 'Order ID': '576460752303423489', Quantity: '4', 'Sku Quantity of return': '1' }),
        order({ 'Order ID': '576460752303423490', 'Order Status': 'Canceled' }),
      ),
    );

    expect(report).toMatchObject({ rows: 3, stored: 3, revenueMinor: 90_000 + 90_000 - 22_500, cancelledRows: 2 });
    expect(report.shop).toMatchObject({ currency: 'IDR' });
    expect(await facts.coverage()).toMatchObject({ firstDay: '2026-04-03', lastDay: '2026-04-03' });
  });
});

describe('Shopify orders', () => {
  const head = {
    Name: '#1001',
    Email: 'ana@example.com',
    'Financial Status': 'paid',
    Currency: 'EUR',
    Subtotal: '45.00',
    Shipping: '5.00',
    Total: '50.00',
    'Discount Amount': '5.00',
    'Created at': '2026-04-20 23:30:00 +0200',
    'Lineitem quantity': '2',
    'Lineitem name': 'Soap',
    'Lineitem price': '20.00',
    'Lineitem sku': 'S1',
    Notes: 'Ring\ntwice, "please"',
    'Refunded Amount': '0.00',
  };

  it('take what stands on the first row for the whole order, and its money once', async () => {
    const { load, facts } = emptyShop();
    const second = { Name: '#1001', 'Lineitem quantity': '1', 'Lineitem name': 'Dish', 'Lineitem price': '10.00' };
    const refunded = { ...head, Name: '#1002', 'Financial Status': 'refunded', 'Refunded Amount': '50.00' };
    const voided = { ...head, Name: '#1003', 'Financial Status': 'voided' };

    const report = await load(csv(shopify, head, second, refunded, voided));

    expect(report).toMatchObject({ rows: 4, stored: 4, orders: 3, customers: 1, shop: { currency: 'EUR' } });
    // #1002: goods 40, less 5, less a refund of 50 of which 45 were goods.
    expect(report.revenueMinor).toBe(4500 + (4000 - 500 - 4500));
    expect(await facts.coverage()).toMatchObject({ firstDay: '2026-04-20', lines: 4 });
    const view = await facts.customers.view({ before: '2026-05-01' });
    expect([...view.revenueMinor]).toEqual([4500 + 3500]);
  });

  it('are rejected where a refund cannot be read: taken for none, revenue would be too high', async () => {
    const damaged = { ...head, Name: '#1004', 'Refunded Amount': '50,0O' };
    const { rejected, stored, id } = await emptyShop().load(csv(shopify, head, damaged));
    expect({ rejected, stored, id }).toEqual({ rejected: 1, stored: 1, id: 'I-1' });
    // What is void is no revenue, whatever it says of refunds.
    const voided = { ...damaged, 'Financial Status': 'voided' };
    expect(await emptyShop().load(csv(shopify, head, voided))).toMatchObject({ rejected: 0, stored: 2 });
  });
});

describe('WooCommerce orders', () => {
  it('are read with their signs of money, one row an order', async () => {
    const { load } = emptyShop();
    const row = (order: string, net: string, status = 'completed') => ({
      Date: '2026-04-20 09:00:00',
      'Order #': order,
      'N. Revenue (formatted)': `৳${net}`,
      Status: status,
      Customer: 'Ana B',
      'Customer type': 'new',
      'Product(s)': '2× Soap, 1× Dish',
      'Items sold': '3',
      'Net Sales': net,
    });
    const shop = { ...london, currency: 'BDT' };
    const header = woocommerce.filter((name) => name !== 'Net Sales');
    const { 'Net Sales': _, ...old } = row('3', '12,345.50');

    expect(await load(csv(woocommerce, row('1', '2999'), row('2', '500', 'cancelled')), { shop })).toMatchObject({
      layout: 'WooCommerce orders',
      revenueMinor: 299_900,
      cancelledRows: 1,
    });
    expect(await load(csv(header, old), { shop })).toMatchObject({ revenueMinor: 1_234_550 });
    await expect(emptyShop().load(csv(woocommerce, row('1', '2999')))).rejects.toThrow(ShopUnknown);
  });
});

describe('Amazon orders', () => {
  it('are read from tabs in Windows-1252, cancelled rows without a price too', async () => {
    const { load } = emptyShop();
    const row = (more: Row): Row => ({
      'amazon-order-id': '028-1',
      'purchase-date': '2026-04-20T23:30:00+00:00',
      'last-updated-date': '2026-04-22T08:00:00+00:00',
      'order-status': 'Shipped',
      'sales-channel': 'Amazon.de',
      'product-name': 'Tür',
      sku: 'T1',
      quantity: '2',
      currency: 'EUR',
      'item-price': '39.98',
      'item-promotion-discount': '4.00',
      'ship-city': 'Köln',
      ...more,
    });
    const rows = [
      row({}),
      row({ 'amazon-order-id': '028-2', 'order-status': 'Cancelled', quantity: '0', 'item-price': '', currency: '' }),
    ];
    const text = [amazon, ...rows.map((each) => cellsOf(amazon, each))]
      .map((cells) => `${cells.join('\t')}\n`)
      .join('');

    const report = await load(Buffer.from(text, 'latin1'));

    expect(report).toMatchObject({ layout: 'Amazon orders', stored: 2, revenueMinor: 3598, shop: { currency: 'EUR' } });
    expect(report.notes[0]).toContain('Windows-1252');
  });
});

describe('Online Retail II', () => {
  it('is read under its new names, with American dates and numbers for customers', async () => {
    const { load, facts, db } = emptyShop();
    const report = await load(
      'Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country\n' +
        '489434,85048,LIGHTS,12,12/1/2009 7:45,6.95,13085.0,United Kingdom\n' +
        'C489449,22087,BUNTING,-12,12/1/2009 10:33,2.95,16321.0,Australia\n',
    );
    expect(report).toMatchObject({ layout: 'UCI Online Retail', stored: 2, revenueMinor: 8340 - 3540 });
    expect(await facts.coverage()).toMatchObject({ firstDay: '2009-12-01', lastDay: '2009-12-01' });
    expect(db.prepare('SELECT ref FROM customer').pluck().all()).toEqual(['13085', '16321']);
  });
});

describe('a superstore', () => {
  it('is orders like any other: sales by line, dates of one order of numbers', async () => {
    const { load, facts } = emptyShop();
    const report = await load(
      '\uFEFFRow ID,Order ID,Order Date,Customer ID,City,Product ID,Product Name,Sales,Quantity,Discount,Profit\n' +
        '1,CA-1,11/8/2018,CG-1,Henderson,FUR-1,"Chair, Fabric",731.94,3,0,219.58\n' +
        '2,CA-2,12/31/2018,CG-2,Kassel,FUR-2,"Nail 5""",14.6,2,0,6.87\n',
      { shop: { ...london, currency: 'USD' } },
    );
    expect(report).toMatchObject({ layout: 'generic orders', stored: 2, revenueMinor: 74_654 });
    expect(await facts.coverage()).toMatchObject({ firstDay: '2018-11-08', lastDay: '2018-12-31' });
  });
});

describe('distributor transactions', () => {
  const header = 'transaction_id;member_id;service_centre;payment_date;product_json;total_amt;discount;paid_amt\n';
  const rows =
    't1;m1;Bandung;31-01-2022 10:00;{"Omega 3": 2, "Zinc": 1};100000;10000;90000\n' +
    "t2;m2;Medan;13-02-2022 11:00;[{'product': 'Zinc', 'qty': 3}];50000;0;50000\n" +
    't3;m1;Bandung;14-02-2022 11:00;Omega and Zinc;50000;0;50000\n' +
    't4;m1;Bandung;;{"Zinc": 1};50000;0;50000\n';

  it('unpack the products of a purchase and share its amount among them', async () => {
    const { load, facts, db } = emptyShop();

    const report = await load(header + rows, { shop: jakarta });

    expect(report).toMatchObject({ layout: 'distributor transactions', rows: 4, stored: 2, rejected: 2 });
    expect(report).toMatchObject({ revenueMinor: 150_000, orders: 2, customers: 2 });
    expect((await facts.imports.rejects('I-1', 9)).map(({ column, reason }) => [column, reason])).toEqual([
      ['product_json', 'is neither JSON nor a Python literal'],
      ['payment_date', 'is empty'],
    ]);
    expect(
      db
        .prepare(
          'SELECT ref, quantity, amount_minor FROM sale_line JOIN product ON product.id = product_id ORDER BY ref, quantity',
        )
        .raw()
        .all(),
    ).toEqual([
      ['Omega 3', 2, 66_667],
      ['Zinc', 1, 33_333],
      ['Zinc', 3, 50_000],
    ]);
    const view = await facts.customers.view({ before: '2022-03-01' });
    expect([...view.quantity]).toEqual([3, 3]);
    expect(view.cleaning.rowsUsed).toBe(2);
  });

  it('count what was paid when that is the answer', async () => {
    const report = await emptyShop().load(header + rows, { shop: jakarta, decisions: { revenue: 'paid' } });
    expect(report.revenueMinor).toBe(140_000);
  });

  it.each([
    ["{'A': 2, \"B's\": 1}", 2],
    ["[('A', 2), ('B', 1),]", 2],
    ['["A","B","A"]', 3],
    ["[{'sku': 'A', 'qty': 2, 'gift': None, 'new': True}]", 1],
  ])('read %s', (text, count) => expect(readBasket(text)).toMatchObject({ items: { length: count } }));

  it.each(['', '{}', '[]', '{"A": "many"}', '{"A": 0}', "__import__('os')", '{A: 1}', '3', "{'A': 2"])(
    'reject %s',
    (text) => expect(readBasket(text)).toHaveProperty('reason'),
  );

  it('shares add up to the amount', () => {
    for (let minor = -50; minor <= 50; minor++) {
      const shares = shareOut(minor, [{ quantity: 3 }, { quantity: 3 }, { quantity: 1 }]);
      expect(shares.reduce((a, b) => a + b, 0)).toBe(minor);
    }
  });
});
