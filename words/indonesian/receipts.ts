import type { Catalogue } from './catalogue.ts';

/** What /why tells of a number. */
export const receipts: Catalogue = {
  'Where a number came from: method, data, past error, assumptions, and who has quoted it':
    'Dari mana sebuah angka: metode, data, galat masa lalu, asumsi, dan siapa yang mengutipnya',
  'the receipt beside the number, such as F-1042': 'bukti di samping angka, misalnya F-1042',
  'compute it again on the data it was made on': 'hitung lagi dengan data saat dibuat',
  '{0} is nothing that is computed': '{0} bukan sesuatu yang dihitung',
  'Forecasts, segments, returns and plans are.': 'Yang dihitung adalah perkiraan, segmen, hasil, dan rencana.',
  'I know of no {0}': 'Saya tidak mengenal {0}',
  'Receipts stand beside the numbers: F for forecasts, S for segments, M for moves between them, N for referrals, E for where customers are expected and the rules of groups, R for campaign returns, B for budget plans, P for proposals, X for what was carried out, T for lists, I for imports, A for alerts.':
    'Bukti ada di samping angka: F untuk perkiraan, S untuk segmen, M untuk perpindahan antarsegmen, N untuk rujukan, E untuk perkiraan tempat pelanggan dan aturan kelompok, R untuk hasil kampanye, B untuk rencana anggaran, P untuk usulan, X untuk yang dijalankan, T untuk daftar, I untuk impor, A untuk peringatan.',
  '{0} cannot be computed again': '{0} tidak bisa dihitung lagi',
  'It is not computed from the data, or it was made before I kept what was asked. /why {0} says how it was made.':
    'Ini tidak dihitung dari data, atau dibuat sebelum saya menyimpan pertanyaannya. /why {0} mengatakan bagaimana dibuatnya.',
  '{0} computed again: the same to the last digit': '{0} dihitung lagi: sama sampai angka terakhir',
  '{0} computed again: not the same': '{0} dihitung lagi: tidak sama',
  'Numbers compared': 'Angka yang dibandingkan',
  Different: 'Berbeda',
  'The program that computes it is a later version.': 'Program yang menghitungnya adalah versi yang lebih baru.',
  'What it was asked with has changed since: {0}.': 'Yang menjadi dasar pertanyaannya sudah berubah: {0}.',
  'Files were taken back since: {0}.': 'Berkas yang sudah dibatalkan sejak itu: {0}.',
  'Files came in since: {0}. I left out what they tell, as far as this question can.':
    'Berkas yang datang sejak itu: {0}. Isinya saya kesampingkan, sejauh pertanyaan ini bisa.',
  'Same data, same seed, same program.': 'Data sama, benih acak sama, program sama.',
  'Data, seed and program are the same, so this should not be: tell whoever runs me.':
    'Data, benih acak, dan program sama, jadi ini seharusnya tidak terjadi: beri tahu siapa pun yang menjalankan saya.',
  '{0}: who did what, on which numbers': '{0}: siapa melakukan apa, dengan angka yang mana',
  'Built on': 'Berdasar pada',
  'Nobody has quoted it yet.': 'Belum ada yang mengutipnya.',
  'Quoted since': 'Dikutip sejak itu',
  First: 'Pertama',
  Last: 'Terakhir',
  In: 'Di dalam',
  Where: 'Di mana',
  Times: 'Kali',
  'a private answer': 'jawaban pribadi',
  '1 more place is not in the table.': '1 tempat lagi tidak ada di tabel.',
  '{0} more places are not in the table.': '{0} tempat lagi tidak ada di tabel.',
  Sextant: 'Sextant',
  'forecast of slices': 'perkiraan per bagian',
  'customer segments': 'segmen pelanggan',
  'moves between segments': 'perpindahan antarsegmen',
  'who brings customers in': 'siapa yang membawa pelanggan',
  'what segments come down to': 'inti dari segmen',
  'where customers are expected next': 'perkiraan tempat pelanggan berikutnya',
  'groups inside a segment': 'kelompok di dalam segmen',
  'what is known of each segment': 'yang diketahui tentang tiap segmen',
  'a number of segments that was asked for': 'jumlah segmen yang diminta',
  'From imports': 'Dari impor',
  Seed: 'Benih acak',
  'Asked with': 'Diminta dengan',
  'What it used': 'Yang dipakai',
  'Past error, on held-out stretches (rolling origin)': 'Galat masa lalu, pada rentang yang disisihkan (asal bergulir)',
  'How far to trust it': 'Seberapa jauh bisa dipercaya',
  'Frozen {0}: {1} weeks stand in the ledger and cannot be changed.':
    'Dibekukan {0}: {1} minggu ada di catatan dan tidak bisa diubah.',
  'Compute it again': 'Hitung lagi',
  'Fitness checks': 'Pemeriksaan kelayakan',
  Check: 'Pemeriksaan',
  passed: 'lulus',
  attribution: 'atribusi',
  circles: 'lingkaran',
  confounding: 'perancu',
  convergence: 'konvergensi',
  cost: 'biaya',
  curves: 'kurva',
  data: 'data',
  'equal marginals': 'marginal setara',
  events: 'peristiwa',
  features: 'fitur',
  fit: 'kecocokan',
  forest: 'hutan acak',
  gap: 'celah',
  goal: 'tujuan',
  horizon: 'jangkauan',
  level: 'tingkat',
  naive: 'naif',
  'negative spend': 'belanja negatif',
  range: 'kisaran',
  recent: 'terkini',
  renamed: 'berganti nama',
  response: 'respons',
  sales: 'penjualan',
  separation: 'pemisahan',
  stability: 'kestabilan',
  unit: 'satuan',
  variation: 'variasi',
  'weeks per effect': 'minggu per pengaruh',
  wish: 'harapan',
  '{0} order lines of {1} customers before {2}': '{0} baris pesanan dari {1} pelanggan sebelum {2}',
  'left out: {0} lines without a customer, {1} cancelled or free':
    'tidak dipakai: {0} baris tanpa pelanggan, {1} dibatalkan atau gratis',
  '{0} customers of a table; {1} left out: no spend, or last purchase not known':
    '{0} pelanggan dari tabel; {1} tidak dipakai: tanpa belanja, atau pembelian terakhir tidak diketahui',
  'I have no orders yet': 'Saya belum punya pesanan',
  'Bring a file of orders with /import (drop it here, or at the terminal: /import file:orders.csv). To look around first, start Sextant without DATABASE_PATH: it opens the demo shop.':
    'Bawa berkas pesanan dengan /import (letakkan di sini, atau di terminal: /import file:orders.csv). Untuk melihat-lihat dulu, mulai Sextant tanpa DATABASE_PATH: toko demo akan terbuka.',
  '{0} is still to come': '{0} belum tiba',
  'Today is {0}. as-of: asks what could be known before a past day.':
    'Hari ini {0}. as-of: menanyakan apa yang bisa diketahui sebelum hari yang sudah lewat.',
  'There is nothing before {0}': 'Tidak ada apa pun sebelum {0}',
  'The first order I know is from {0}.': 'Pesanan pertama yang saya kenal dari {0}.',
  '{0} days from {1} of {2}': '{0} hari sejak {1} dari {2}',
  'Intervals come from past misses of the same method, not from a formula.':
    'Rentang berasal dari meleset masa lalu metode yang sama, bukan dari rumus.',
  'left out, not told by any file: {0} days, {1}': 'tidak dipakai, tidak disebut berkas mana pun: {0} hari, {1}',
  '{0}: missed days by {1} and week totals by {2} over {3} days ahead; the 80% band held {4} of days':
    '{0}: meleset {1} per hari dan {2} pada total minggu untuk {3} hari ke depan; rentang 80% memuat {4} hari',
  '{0}: missed days by {1} and week totals by {2} over {3} days ahead, MASE {4}; the 80% band held {5} of days':
    '{0}: meleset {1} per hari dan {2} pada total minggu untuk {3} hari ke depan, MASE {4}; rentang 80% memuat {5} hari',
  'a small tree for rules, a random forest of 100 trees for what they rest on; explains {0}, decides nothing':
    'pohon kecil untuk aturan, hutan acak 100 pohon untuk dasarnya; menjelaskan {0}, tidak memutuskan apa pun',
  'random forest of 200 trees on the figures that {0} was found on':
    'hutan acak 200 pohon pada angka yang menjadi dasar {0}',
  'the row of the migration matrix, by the fixed model {0}': 'baris matriks perpindahan, menurut model tetap {0}',
  'Judged by {0} ({1} customers): log-loss {2} (forest), {3} (migration row); right for {4} and {5}.':
    'Dinilai dengan {0} ({1} pelanggan): log-loss {2} (hutan), {3} (baris perpindahan); benar untuk {4} dan {5}.',
  'a later period': 'periode berikutnya',
  'other customers': 'pelanggan lain',
  'The forest knows more than history alone: log-loss {0} against {1}, {2} less.':
    'Hutan acak tahu lebih dari riwayat saja: log-loss {0} banding {1}, {2} lebih kecil.',
  'History alone predicts as well: log-loss {0} against {1} of the migration matrix; the forest is used from 3% less on.':
    'Riwayat saja meramal sama baiknya: log-loss {0} banding {1} dari matriks perpindahan; hutan acak dipakai mulai 3% lebih kecil.',
  'medians and standardised means of the groups of {0}': 'median dan rata-rata baku dari kelompok {0}',
  '{0} customers before {1}': '{0} pelanggan sebelum {1}',
  'Ordered again: of who was in the group {0} days before, who has ordered since (Wilson, 95%).':
    'Memesan lagi: dari yang ada di kelompok {0} hari sebelumnya, siapa yang memesan sejak itu (Wilson, 95%).',
  '{0} ({1} of its differences)': '{0} ({1} dari perbedaannya)',
  'What lies between the groups rather than within them: {0}.': 'Yang ada di antara kelompok, bukan di dalamnya: {0}.',
  'They are clearly separated: silhouette {0}, where data without structure would give {1}.':
    'Kelompoknya jelas terpisah: siluet {0}, sedangkan data tanpa struktur memberi {1}.',
  'They are not sharply separated: silhouette {0}, where data without structure would give {1}.':
    'Kelompoknya tidak terpisah tajam: siluet {0}, sedangkan data tanpa struktur memberi {1}.',
  'each slice for itself': 'setiap bagian sendiri-sendiri',
  '{0}, by day from {1}': '{0}, per hari sejak {1}',
  '{0}, by week from {1}': '{0}, per minggu sejak {1}',
  'Each slice is forecast from its own history: the sums of slices and the forecast of the whole need not meet.':
    'Setiap bagian diperkirakan dari riwayatnya sendiri: jumlah bagian dan perkiraan keseluruhan tidak harus sama.',
  'Prophet is left out. Intervals come from past misses of the same method.':
    'Prophet tidak dipakai. Rentang berasal dari meleset masa lalu metode yang sama.',
  'none told': 'tidak disebut',
  'the weekly pool': 'gabungan mingguan',
  '{0}: {1}, missed week totals by {2}; repeating last week by {3}':
    '{0}: {1}, meleset {2} pada total minggu; mengulang minggu lalu {3}',
  'migration between {0} and {1} by the fixed model {2}': 'perpindahan antara {0} dan {1} menurut model tetap {2}',
};
