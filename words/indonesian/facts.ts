import type { Catalogue } from './catalogue.ts';

/** What is said of a file: why it was not taken, how it was read, what is wrong with its rows. */
export const facts: Catalogue = {
  'Export a shorter period, or split the file, and send the parts one after the other.':
    'Ekspor periode yang lebih pendek, atau bagi berkasnya, lalu kirim bagian-bagiannya satu per satu.',
  'Nothing to do. For newer orders, export the file again.':
    'Tidak ada yang perlu dilakukan. Untuk pesanan yang lebih baru, ekspor lagi berkasnya.',
  'Same file as {0}, by content.': 'Isi berkasnya sama dengan {0}.',
  'Mend that column in the file, or export it again, and send it once more.':
    'Perbaiki kolom itu di berkasnya, atau ekspor lagi, lalu kirim sekali lagi.',
  'Import it into a database of its own, or export it in the currency of the shop.':
    'Impor ke basis data tersendiri, atau ekspor dalam mata uang toko.',
  'The file is in {0}, the shop counts in {1}.': 'Berkas memakai {0}, toko menghitung dalam {1}.',
  'Send this one again when that one is done.': 'Kirim lagi yang ini setelah yang itu selesai.',
  'Another file is being read: {0} {1}.': 'Berkas lain sedang dibaca: {0} {1}.',
  'Set SHOP_NAME, SHOP_CURRENCY (such as IDR) and SHOP_ZONE (such as Asia/Jakarta), start again and send the file once more. A file with a currency column says it by itself.':
    'Isi SHOP_NAME, SHOP_CURRENCY (misalnya IDR) dan SHOP_ZONE (misalnya Asia/Jakarta), mulai ulang, lalu kirim lagi berkasnya. Berkas dengan kolom mata uang sudah mengatakannya sendiri.',
  'I do not know in what money and what time zone the shop counts, and a file of {0} does not say.':
    'Saya tidak tahu toko menghitung dalam mata uang dan zona waktu apa, dan berkas {0} tidak mengatakannya.',
  '"{0}" can be read as {1}: {2}.': '"{0}" bisa dibaca sebagai {1}: {2}.',
  'Say which, for example {0}={1}, and send the file again.':
    'Katakan yang mana, misalnya {0}={1}, lalu kirim lagi berkasnya.',
  'Export the file again in one go, or mend that column: files were put together, or edited by hand.':
    'Ekspor lagi berkasnya sekaligus, atau perbaiki kolom itu: berkasnya digabung atau diubah dengan tangan.',
  '"{0}" is written in two ways that contradict each other: {1} and {2}.':
    '"{0}" ditulis dengan dua cara yang bertentangan: {1} dan {2}.',
  '"{0}" should hold whole numbers and has {1}: the thousands were lost before the file came here.':
    '"{0}" seharusnya berisi bilangan bulat tetapi berisi {1}: ribuannya hilang sebelum berkas ini sampai di sini.',
  'Export the file again and send it as it comes. If these are fractions indeed, say {0}=decimal.':
    'Ekspor lagi berkasnya dan kirim apa adanya. Jika memang pecahan, katakan {0}=decimal.',
  'Export the file again and send it as it comes; or say repair=x1000, and the thousands are put back. Nothing was stored.':
    'Ekspor lagi berkasnya dan kirim apa adanya; atau katakan repair=x1000, dan ribuannya dikembalikan. Belum ada yang disimpan.',
  'One number has lost the thousands: {0} where {1} must be meant.':
    'Satu angka kehilangan ribuannya: {0}, padahal maksudnya pasti {1}.',
  '{0} numbers have lost the thousands: {1} where {2} must be meant.':
    '{0} angka kehilangan ribuannya: {1}, padahal maksudnya pasti {2}.',
  'Export the file again and send it as it comes, without opening it in a spreadsheet. Nothing was stored.':
    'Ekspor lagi berkasnya dan kirim apa adanya, tanpa membukanya di aplikasi lembar kerja. Belum ada yang disimpan.',
  'The numbers in this file contradict each other, and putting lost thousands back does not mend them.':
    'Angka-angka di berkas ini saling bertentangan, dan mengembalikan ribuan yang hilang tidak memperbaikinya.',
  'Say which column is which, export the file again, or say checks=ignore if it is right as it stands. Nothing was stored.':
    'Katakan kolom mana yang mana, ekspor lagi berkasnya, atau katakan checks=ignore jika memang sudah benar. Belum ada yang disimpan.',
  'Most rows of this file contradict themselves.':
    'Sebagian besar baris di berkas ini bertentangan dengan dirinya sendiri.',
  'Export the file again from the shop and send it as it comes, without opening it in Excel. If Excel must be used, import that column as text.':
    'Ekspor lagi berkasnya dari toko dan kirim apa adanya, tanpa membukanya di Excel. Jika harus memakai Excel, impor kolom itu sebagai teks.',
  '"{0}" has lost digits on line {1}: {2}.': '"{0}" kehilangan angka di baris {1}: {2}.',
  'The imports that can be undone are the stored ones of the last 30 days.':
    'Impor yang bisa dibatalkan adalah yang tersimpan dalam 30 hari terakhir.',
  '{0} numbers that had lost their thousands got them back, such as {1}':
    '{0} angka yang kehilangan ribuannya sudah dikembalikan, misalnya {1}',
  '{0}: {1} below 1,000 stay as they are, which no check can prove':
    '{0}: {1} angka di bawah 1.000 dibiarkan, karena tidak bisa dibuktikan oleh pemeriksaan apa pun',
  '{0}: holds in {1} of {2} rows as they stand, in {3} of {4} with the thousands back.':
    '{0}: benar di {1} dari {2} baris apa adanya, di {3} dari {4} setelah ribuannya dikembalikan.',
  'Line {0}, {1}: {2}, where whole numbers are due.': 'Baris {0}, {1}: {2}, padahal seharusnya bilangan bulat.',
  '{0}: holds in {1} of {2} rows; not in {3}.': '{0}: benar di {1} dari {2} baris; tidak di {3}.',
  'A quote is opened on line {0} and not closed.': 'Tanda kutip dibuka di baris {0} dan tidak ditutup.',
  'Close or remove the quote on that line, or export the file again.':
    'Tutup atau hapus tanda kutip di baris itu, atau ekspor lagi berkasnya.',
  'Line {0} has {1} columns; up to {2} are read.': 'Baris {0} punya {1} kolom; paling banyak {2} yang dibaca.',
  'Line {0} is longer than {1} characters: far too many columns, or an open quote.':
    'Baris {0} lebih panjang dari {1} karakter: kolomnya terlalu banyak, atau ada tanda kutip yang terbuka.',
  'Open it in the program it came from and save it as CSV (UTF-8).':
    'Buka di program asalnya dan simpan sebagai CSV (UTF-8).',
  'The file is not text: it has zero bytes in it.': 'Berkas ini bukan teks: ada byte nol di dalamnya.',
  'The file is neither UTF-8 nor Windows-1252: line {0} has a byte that is no character.':
    'Berkas ini bukan UTF-8 maupun Windows-1252: baris {0} punya byte yang bukan karakter.',
  'The file has {0}; up to {1} are read.': 'Berkasnya {0}; paling besar {1} yang dibaca.',
  'Export it again.': 'Ekspor lagi.',
  'The file changed while it was being read.': 'Berkasnya berubah selagi dibaca.',
  'Send it again when it is finished.': 'Kirim lagi setelah berkasnya selesai.',
  'The file is a zip archive without a CSV in it.': 'Berkas ini arsip zip tanpa CSV di dalamnya.',
  'Unpack it and send the files in it.': 'Buka arsipnya dan kirim berkas di dalamnya.',
  'There is no such file.': 'Tidak ada berkas seperti itu.',
  'Check the path and send it again.': 'Periksa lokasinya dan kirim lagi.',
  'That is not a file.': 'Itu bukan berkas.',
  'Name one CSV file or one workbook.': 'Sebutkan satu berkas CSV atau satu buku kerja.',
  'The gzip file is damaged or cut short.': 'Berkas gzip ini rusak atau terpotong.',
  'Send it again, or send it unpacked.': 'Kirim lagi, atau kirim tanpa dikompres.',
  'The workbook or archive has more than {0}.': 'Buku kerja atau arsip ini lebih besar dari {0}.',
  'The file unpacks to more than {0}: that is no list of orders.':
    'Setelah dibuka berkasnya lebih besar dari {0}: itu bukan daftar pesanan.',
  '{0} MB': '{0} MB',
  'The file is {0}, not CSV or .xlsx.': 'Berkas ini {0}, bukan CSV atau .xlsx.',
  'The file is a web page, not CSV, whatever it is called.': 'Berkas ini halaman web, bukan CSV, apa pun namanya.',
  'The file has more than {0} rows.': 'Berkas ini punya lebih dari {0} baris.',
  '0 of {0} rows fit.': '0 dari {0} baris cocok.',
  'First reason, on line {0}: {1}.': 'Alasan pertama, di baris {0}: {1}.',
  'First reason, on line {0}, {1} "{2}": {3}.': 'Alasan pertama, di baris {0}, {1} "{2}": {3}.',
  'The file has blank lines only.': 'Berkas ini hanya berisi baris kosong.',
  'The file has a header and no rows.': 'Berkas ini punya judul kolom tetapi tanpa baris.',
  'Export it for a longer period.': 'Ekspor untuk periode yang lebih panjang.',
  'Nothing says which days this report is about.': 'Tidak ada yang mengatakan laporan ini tentang hari apa.',
  'Send it under the name it was exported with, such as voucher_20250901-20250930.xlsx.':
    'Kirim dengan nama saat diekspor, misalnya voucher_20250901-20250930.xlsx.',
  'The report has a header and no rows.': 'Laporan ini punya judul kolom tetapi tanpa baris.',
  'A report has at most {0} rows.': 'Laporan paling banyak berisi {0} baris.',
  'These {0} files are of no kind that belongs together: {1}.':
    '{0} berkas ini bukan jenis yang saling melengkapi: {1}.',
  'Send them one at a time.': 'Kirim satu per satu.',
  '{0} and {1} are both the table of {2}.': '{0} dan {1} sama-sama tabel {2}.',
  'Send one of each: together they would count twice.':
    'Kirim masing-masing satu: bersama-sama akan terhitung dua kali.',
  'Of {0}, {1} came; still needed: {2}.': 'Dari {0}, yang datang {1}; masih diperlukan: {2}.',
  'Send them together: several files at once, or the zip archive that has them all.':
    'Kirim bersama-sama: beberapa berkas sekaligus, atau arsip zip yang memuat semuanya.',
  That: 'Itu',
  '{0} is no import of this shop.': '{0} bukan impor toko ini.',
  '{0} was never stored.': '{0} tidak pernah disimpan.',
  '{0} was undone before.': '{0} sudah pernah dibatalkan.',
  '{0} was stored {1} days ago; up to {2} days it can be undone.':
    '{0} disimpan {1} hari lalu; bisa dibatalkan paling lama {2} hari.',
  'The workbook has no visible sheet.': 'Buku kerja ini tidak punya lembar yang terlihat.',
  'Unhide the sheet.': 'Tampilkan lembarnya.',
  'Row {0} has more than {1} columns.': 'Baris {0} punya lebih dari {1} kolom.',
  'Row {0} has a cell of more than {1} characters.': 'Baris {0} punya sel yang lebih dari {1} karakter.',
  'Open it in Excel, save it as .xlsx without a password, and send it again.':
    'Buka di Excel, simpan sebagai .xlsx tanpa kata sandi, lalu kirim lagi.',
  'The workbook is damaged: {0}.': 'Buku kerja ini rusak: {0}.',
  'The workbook unpacks to more than {0} MB.': 'Setelah dibuka buku kerja ini lebih dari {0} MB.',
  'Pack it again without a password, or send what is in it.': 'Arsipkan lagi tanpa kata sandi, atau kirim isinya.',
  'The zip file has {0} parts: that is no table.': 'Berkas zip ini punya {0} bagian: itu bukan tabel.',
  'The zip file has a password.': 'Berkas zip ini berkata sandi.',
  'The zip file is packed in an unusual way.': 'Berkas zip ini dikompres dengan cara yang tidak biasa.',
  'The zip file is damaged or cut short.': 'Berkas zip ini rusak atau terpotong.',
  'Send it again.': 'Kirim lagi.',
  'The zip file unpacks to more than {0} MB.': 'Setelah dibuka berkas zip ini lebih dari {0} MB.',
  'No kind of file fits these columns: {0}. For {1}, missing: {2}.':
    'Tidak ada jenis berkas yang cocok dengan kolom ini: {0}. Untuk {1}, yang kurang: {2}.',
  'Say which column is which, for example {0}="{1}", or what the file is: {2}.':
    'Katakan kolom mana yang mana, misalnya {0}="{1}", atau berkas apa ini: {2}.',
  'I know no files of {0}.': 'Saya tidak mengenal berkas {0}.',
  'Kinds are: {0}.': 'Jenisnya: {0}.',
  'There is no field "{0}" to map.': 'Tidak ada isian "{0}" untuk dipetakan.',
  'Fields are: {0}.': 'Isiannya: {0}.',
  'The file has no column "{0}".': 'Berkas ini tidak punya kolom "{0}".',
  'Its columns are: {0}.': 'Kolomnya: {0}.',
  '{0} and {1} more': '{0} dan {1} lagi',
  'net revenue: what was sold less what was cancelled or sent back, on the day it was':
    'pendapatan bersih: yang terjual dikurangi yang dibatalkan atau dikembalikan, pada hari terjadinya',
  'orders with at least one sale, on the day they were placed':
    'pesanan dengan paling sedikit satu penjualan, pada hari dipesan',
  'units sold less units sent back, on the day they were':
    'unit terjual dikurangi unit yang dikembalikan, pada hari terjadinya',
  'different customers with a sale; orders without a customer are not counted':
    'pelanggan berbeda yang membeli; pesanan tanpa pelanggan tidak dihitung',
  'what was sold, before returns, by the number of orders': 'yang terjual, sebelum pengembalian, dibagi jumlah pesanan',
  'Places of postcodes are not read.': 'Lokasi kode pos tidak dibaca.',
  'Lines are counted through the tables: order items, products, customers, reviews.':
    'Nomor baris berlanjut dari tabel ke tabel: isi pesanan, produk, pelanggan, ulasan.',
  '{0} rows of orders repeat an order: {1} different ones.':
    '{0} baris pesanan mengulang sebuah pesanan: ada {1} yang berbeda.',
  '{0} orders name two customers: they count, and nobody is taken for their buyer.':
    '{0} pesanan menyebut dua pelanggan: tetap dihitung, tanpa seorang pun dianggap pembelinya.',
  '{0} orders are told in two ways: the first of them is read.':
    '{0} pesanan ditulis dengan dua cara: yang pertama yang dibaca.',
  'Paid what items and freight come to, to a cent: {0} of {1} orders; {2} differ.':
    'Dibayar persis sebesar barang dan ongkos kirim: {0} dari {1} pesanan; {2} berbeda.',
  '{0} orders have no payment.': '{0} pesanan tidak punya pembayaran.',
  '{0} orders have no items: nothing of them is stored.': '{0} pesanan tidak punya isi: tidak ada yang disimpan.',
  '{0} orders are of customers who are not in the table: they count, and nobody is taken for their buyer.':
    '{0} pesanan milik pelanggan yang tidak ada di tabel: tetap dihitung, tanpa seorang pun dianggap pembelinya.',
  '{0} items name a product that is not in its table.': '{0} barang menyebut produk yang tidak ada di tabelnya.',
  '{0} items name a seller that is not in its table.': '{0} barang menyebut penjual yang tidak ada di tabelnya.',
  Contacted: 'Dihubungi',
  'No column says who a customer is: each row is a person of its own, who is in no other file.':
    'Tidak ada kolom yang mengatakan siapa pelanggannya: setiap baris dianggap satu orang yang tidak ada di berkas lain.',
  'No column names the campaign: it is called "{0}" after the file.':
    'Tidak ada kolom nama kampanye: namanya "{0}", menurut berkasnya.',
  'Taken as contacted: {0}.': 'Dianggap dihubungi: {0}.',
  'Taken as held out: {0}.': 'Dianggap kelompok pembanding: {0}.',
  'Nobody was held out: what would have happened without cannot be told from this list.':
    'Tidak ada kelompok pembanding: dari daftar ini tidak bisa diketahui apa yang terjadi tanpa kampanye.',
  'tells again what an earlier line tells': 'mengulang isi baris sebelumnya',
  'tells again what line {0} tells': 'mengulang isi baris {0}',
  '{0} of {1} customers bought more than once ({2}).': '{0} dari {1} pelanggan membeli lebih dari sekali ({2}).',
  'In Olist’s own tables one in thirty did: the customers of this copy look altered.':
    'Di tabel Olist sendiri hanya satu dari tiga puluh: pelanggan di salinan ini tampaknya sudah diubah.',
  '1 order has the number of an order from another kind of file. They count as different orders: should they be the same, undo one of the files.':
    '1 pesanan bernomor sama dengan pesanan dari jenis berkas lain. Keduanya dihitung sebagai pesanan berbeda: jika sebenarnya sama, batalkan salah satu berkas.',
  '{0} orders have the number of an order from another kind of file. They count as different orders: should they be the same, undo one of the files.':
    '{0} pesanan bernomor sama dengan pesanan dari jenis berkas lain. Semuanya dihitung sebagai pesanan berbeda: jika sebenarnya sama, batalkan salah satu berkas.',
  'is the customer': 'adalah pelanggan itu sendiri',
  'came through {0}, or through somebody who did': 'datang lewat {0}, atau lewat orang yang diajaknya',
  Referrals: 'Rujukan',
  Sponsors: 'Pengajak',
  '{0} customers came through each other in a circle, by this file and earlier ones together. The newest word on each counts.':
    '{0} pelanggan saling mengajak secara melingkar, menurut berkas ini dan berkas sebelumnya. Untuk masing-masing berlaku keterangan terbaru.',
  'Customers listed': 'Pelanggan tercantum',
  'Products listed': 'Produk tercantum',
  'Campaigns listed': 'Kampanye tercantum',
  'Also kept: {0}.': 'Juga disimpan: {0}.',
  '{0} is {1} on every row: it tells nothing and was left out.':
    '{0} berisi {1} di setiap baris: tidak mengatakan apa-apa, jadi tidak disimpan.',
  '{0} of {1} have no {2}: not known, and not zero.': '{0} dari {1} tidak punya {2}: tidak diketahui, bukan nol.',
  '{0}: {1} × {2} (line {3}). Stored as told, and not to be believed.':
    '{0}: {1} × {2} (baris {3}). Disimpan apa adanya, tetapi jangan dipercaya.',
  'line {0}, {1}': 'baris {0}, {1}',
  '{0}: {1} of {2} rows, {3} of them exactly; not {4}': '{0}: {1} dari {2} baris, {3} di antaranya tepat; tidak di {4}',
  '{0}: {1} of {2} rows': '{0}: {1} dari {2} baris',
  'Price × quantity = subtotal': 'Harga × jumlah = subtotal',
  '{0} of the days add up to the summary': '{0} per hari berjumlah sama dengan ringkasannya',
  'line {0}: {1}': 'baris {0}: {1}',
  'line {0}: {1} told, {2} added up': 'baris {0}: tertulis {1}, jumlahnya {2}',
  '{0}: {1} of {2} rows; not in {3}': '{0}: {1} dari {2} baris; tidak di {3}',
  'Looked at {0} of {1} rows': '{0} dari {1} baris diperiksa',
  'is empty': 'kosong',
  'is not a plain number such as 1234.50': 'bukan angka biasa seperti 1234.50',
  'is too large a number': 'angkanya terlalu besar',
  'is a date that no calendar has': 'tanggalnya tidak ada di kalender',
  'is not a date such as 2026-04-20 09:30': 'bukan tanggal seperti 2026-04-20 09:30',
  'is before {0}': 'sebelum {0}',
  'is a time that no clock shows': 'jamnya tidak mungkin',
  'is a date that no calendar has, read as {0}': 'tanggalnya tidak ada di kalender jika dibaca sebagai {0}',
  'is not a date': 'bukan tanggal',
  'has no month called {0}': 'tidak ada bulan bernama {0}',
  'Not read: {0}.': 'Tidak dibaca: {0}.',
  'Read as {0}.': 'Dibaca sebagai {0}.',
  'Read as Windows-1252, because it is not UTF-8: look at a name with an accent.':
    'Dibaca sebagai Windows-1252, karena bukan UTF-8: periksa nama yang berhuruf khusus.',
  '{0}: read as {1}.': '{0}: dibaca sebagai {1}.',
  '{0}: read as Excel’s count of days.': '{0}: dibaca sebagai hitungan hari Excel.',
  '{0}: read as {1}, as {2} of its cells can only be; {3} could be either.':
    '{0}: dibaca sebagai {1}, karena {2} selnya hanya bisa begitu; {3} bisa keduanya.',
  'has {0} cells where the header has {1}': 'punya {0} sel, padahal judul kolomnya {1}',
  'The header is on line {0}; what stands above is left out.':
    'Judul kolom ada di baris {0}; yang di atasnya tidak dibaca.',
  'Read from the sheet "{0}"; not from {1}.': 'Dibaca dari lembar "{0}"; bukan dari {1}.',
  '{0} columns are called {1}: the first of them is read.': '{0} kolom bernama {1}: yang pertama yang dibaca.',
  'is not a number such as 1234.50': 'bukan angka seperti 1234.50',
  'is in {0}, and the shop counts in {1}': 'memakai {0}, padahal toko menghitung dalam {1}',
  'is not written like the rest of its column, {0}': 'tidak ditulis seperti isi kolom lainnya, {0}',
  'is not the customer of the earlier lines of order {0}': 'bukan pelanggan di baris-baris sebelumnya dari pesanan {0}',
  'Sheets read: {0}; lines count on from one to the next.':
    'Lembar yang dibaca: {0}; nomor baris berlanjut dari satu ke berikutnya.',
  'Sheets not read: {0}.': 'Lembar yang tidak dibaca: {0}.',
  'Where no cell tells the days, they are taken from {0}.':
    'Jika tidak ada sel yang menyebut harinya, harinya diambil dari {0}.',
  'Left out, because they only add up others: {0} rows.':
    'Tidak dipakai, karena hanya menjumlahkan yang lain: {0} baris.',
  'Left out, because they are parts of other rows: {0} rows.':
    'Tidak dipakai, karena bagian dari baris lain: {0} baris.',
  'Left out, because their one day stands again: {0} rows.':
    'Tidak dipakai, karena harinya sudah tertulis lagi: {0} baris.',
  'Columns that I do not know: {0}.': 'Kolom yang tidak saya kenal: {0}.',
  'Counted as sales, by {0}: {1}.': 'Dihitung sebagai penjualan, menurut {0}: {1}.',
  'Not counted: {0}.': 'Tidak dihitung: {0}.',
  '{0} and {1} more words': '{0} dan {1} kata lagi',
  'is in the future': 'masih di masa depan',
  'Not read, because it is no table of {0}: {1}.': 'Tidak dibaca, karena bukan tabel {0}: {1}.',
  'Item price less the item’s promotion discount; before tax, shipping and gift wrap.':
    'Harga barang dikurangi potongan promosinya; sebelum pajak, ongkos kirim dan bungkus kado.',
  'below zero': 'di bawah nol',
  'is empty: was this one contacted or left out?': 'kosong: yang ini dihubungi atau tidak?',
  'before 1900': 'sebelum 1900',
  'above ten times the median': 'di atas sepuluh kali median',
  'has no year of four digits': 'tidak punya tahun empat angka',
  'The amount of the purchase, shared among its products by quantity.':
    'Nilai pembelian, dibagi ke produknya menurut jumlah.',
  'is neither JSON nor a Python literal': 'bukan JSON maupun literal Python',
  'names no products with quantities': 'tidak menyebut produk dengan jumlahnya',
  'names more than {0} products': 'menyebut lebih dari {0} produk',
  'is not {0}, the currency of the shop': 'bukan {0}, mata uang toko',
  'makes too large an amount': 'menghasilkan nilai yang terlalu besar',
  '{0} names the first day of a period: its cost stands on that day.':
    '{0} menyebut hari pertama suatu periode: biayanya dicatat pada hari itu.',
  'is below zero': 'di bawah nol',
  'Costs of several days stay with their period: only rows of one day also go into the daily costs of campaigns.':
    'Biaya untuk beberapa hari tetap pada periodenya: hanya baris satu hari yang juga masuk ke biaya harian kampanye.',
  'The price of each item; freight is not revenue. Orders canceled or unavailable do not count.':
    'Harga setiap barang; ongkos kirim bukan pendapatan. Pesanan canceled atau unavailable tidak dihitung.',
  'is not in the table of orders': 'tidak ada di tabel pesanan',
  'is no status of Olist': 'bukan status Olist',
  'is not from 1 to 5': 'bukan dari 1 sampai 5',
  'is no table of Olist': 'bukan tabel Olist',
  'is not a day or a period such as 01-09-2025-30-09-2025': 'bukan hari atau periode seperti 01-09-2025-30-09-2025',
  'has no figure in it': 'tidak berisi angka',
  'is not a time such as 00:01:22': 'bukan waktu seperti 00:01:22',
  'is empty, and so the review has no name': 'kosong, jadi ulasannya tidak bernama',
  'Costs are of the whole period, as the file tells them: only a file of one day also goes into the daily costs of campaigns.':
    'Biaya berlaku untuk seluruh periode, seperti di berkasnya: hanya berkas satu hari yang juga masuk ke biaya harian kampanye.',
  'Money going out is below zero, as the statement has it.': 'Uang keluar ditulis di bawah nol, seperti di laporannya.',
  'Price after the item’s discount times quantity, less returned goods; before vouchers, coins and shipping, which stand on every row of an order and are not summed.':
    'Harga setelah diskon barang dikali jumlah, dikurangi barang yang dikembalikan; sebelum voucher, koin dan ongkos kirim, yang tertulis di setiap baris pesanan dan tidak dijumlahkan.',
  'CSAT is the platform’s own of each period; without the number of answers it cannot be averaged.':
    'CSAT dihitung platform untuk setiap periode; tanpa jumlah jawaban tidak bisa dirata-ratakan.',
  'Sales are those of orders that used it: attributed, not incremental.':
    'Penjualan adalah dari pesanan yang memakainya: teratribusi, bukan tambahan.',
  'The report tells no cost: what a flash sale costs has to be entered.':
    'Laporan ini tidak menyebut biaya: biaya flash sale harus diisi sendiri.',
  'Price times quantity, less the order’s discount once and less refunds up to the goods; before shipping and tax.':
    'Harga dikali jumlah, dikurangi diskon pesanan satu kali dan pengembalian dana sampai senilai barang; sebelum ongkos kirim dan pajak.',
  'Price before discounts less the seller’s own discount, less returned goods; order amounts, fees and shipping stand on every row and are not summed.':
    'Harga sebelum diskon dikurangi diskon penjual sendiri dan barang yang dikembalikan; nilai pesanan, biaya dan ongkos kirim tertulis di setiap baris dan tidak dijumlahkan.',
  'Costs are of the whole period: only a file of one day also goes into the daily costs of campaigns.':
    'Biaya berlaku untuk seluruh periode: hanya berkas satu hari yang juga masuk ke biaya harian kampanye.',
  'Selling price times quantity, on the day of payment; before the shop’s coupons and shipping.':
    'Harga jual dikali jumlah, pada hari pembayaran; sebelum kupon toko dan ongkos kirim.',
  'is neither yes nor no': 'bukan ya maupun tidak',
  'a column without a name': 'kolom tanpa nama',
  'Not kept, because there are too many: {0}.': 'Tidak disimpan, karena terlalu banyak: {0}.',
  'is above zero on a cancelled invoice': 'di atas nol pada faktur yang dibatalkan',
  'Net sales of the order as WooCommerce counts them: after coupons and refunds, before tax and shipping.':
    'Penjualan bersih pesanan seperti dihitung WooCommerce: setelah kupon dan pengembalian dana, sebelum pajak dan ongkos kirim.',
};
