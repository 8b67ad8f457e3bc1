import type { Catalogue } from './catalogue.ts';

/** Why a file was not taken. */
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
};
