import type { Catalogue } from './catalogue.ts';

/** What /why tells of a number. */
export const receipts: Catalogue = {
  'Where a number came from: method, data, past error, assumptions, and who has quoted it':
    'Dari mana sebuah angka: metode, data, galat masa lalu, asumsi, dan siapa yang mengutipnya',
  'the receipt beside the number, such as F-1042': 'bukti di samping angka, misalnya F-1042',
  'compute it again on the data it was made on': 'hitung lagi dengan data saat dibuat',
  '{0} is nothing that is computed': '{0} bukan sesuatu yang dihitung',
  'I know of no {0}': 'Saya tidak mengenal {0}',
  '{0} cannot be computed again': '{0} tidak bisa dihitung lagi',
  '{0} computed again: the same to the last digit': '{0} dihitung lagi: sama sampai angka terakhir',
  '{0} computed again: not the same': '{0} dihitung lagi: tidak sama',
  'Numbers compared': 'Angka yang dibandingkan',
  Different: 'Berbeda',
  'What it was asked with has changed since: {0}.': 'Yang menjadi dasar pertanyaannya sudah berubah: {0}.',
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
  'Asked for': 'Yang diminta',
  'each {0}': 'setiap {0}',
  'groups of {0}': 'kelompok dari {0}',
  '{0} a week': '{0} seminggu',
  '{0} ahead': '{0} ke depan',
  'What it used': 'Yang dipakai',
  'Past error, on held-out stretches (rolling origin)': 'Galat masa lalu, pada rentang yang disisihkan (asal bergulir)',
  'How far to trust it': 'Seberapa jauh bisa dipercaya',
  'Frozen {0}: {1} weeks stand in the ledger and cannot be changed.':
    'Dibekukan {0}: {1} minggu ada di catatan dan tidak bisa diubah.',
  'Compute it again': 'Hitung lagi',
  'Fitness checks': 'Pemeriksaan kelayakan',
  Check: 'Pemeriksaan',
  passed: 'lulus',
  '/why {0} tells how it was made.': '/why {0} menjelaskan bagaimana dibuatnya.',
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
  'I have no orders yet': 'Saya belum punya pesanan',
  '{0} days from {1} of {2}': '{0} hari sejak {1} dari {2}',
  'Intervals come from past misses of the same method, not from a formula.':
    'Rentang berasal dari meleset masa lalu metode yang sama, bukan dari rumus.',
  'left out, not told by any file: {0} days, {1}': 'tidak dipakai, tidak disebut berkas mana pun: {0} hari, {1}',
  '{0}: missed days by {1} and week totals by {2} over {3} days ahead; the 80% band held {4} of days':
    '{0}: meleset {1} per hari dan {2} pada total minggu untuk {3} hari ke depan; rentang 80% memuat {4} hari',
  '{0}: missed days by {1} and week totals by {2} over {3} days ahead, MASE {4}; the 80% band held {5} of days':
    '{0}: meleset {1} per hari dan {2} pada total minggu untuk {3} hari ke depan, MASE {4}; rentang 80% memuat {5} hari',
  'each slice for itself': 'setiap bagian sendiri-sendiri',
  '{0}, by day from {1}': '{0}, per hari sejak {1}',
  '{0}, by week from {1}': '{0}, per minggu sejak {1}',
  'Each slice is forecast from its own history: the sums of slices and the forecast of the whole need not meet.':
    'Setiap bagian diperkirakan dari riwayatnya sendiri: jumlah bagian dan perkiraan keseluruhan tidak harus sama.',
  'Prophet is left out. Intervals come from past misses of the same method.':
    'Prophet tidak dipakai. Rentang berasal dari meleset masa lalu metode yang sama.',
  'none told': 'tidak disebut',
  'the weekly pool': 'gabungan mingguan',
  'The single methods missed week totals by: {0}.': 'Metode satu per satu meleset pada total mingguan: {0}.',
  '{0}: {1}, missed week totals by {2}; repeating last week by {3}':
    '{0}: {1}, meleset {2} pada total minggu; mengulang minggu lalu {3}',
  'What moved most. Every split is of the same difference: do not add splits up':
    'Yang paling berubah. Setiap pembagian adalah dari selisih yang sama: jangan menjumlahkan antarpembagian',
  'Moved most: {0}.': 'Paling berubah: {0}.',
  'Moved most, the same difference looked at in several ways: {0}. They overlap: do not add them up.':
    'Paling berubah, selisih yang sama dilihat dari beberapa sisi: {0}. Semuanya tumpang-tindih: jangan dijumlahkan.',
  'by campaign, {0}': 'menurut kampanye, {0}',
  'by channel, {0}': 'menurut saluran, {0}',
  'by product, {0}': 'menurut produk, {0}',
  'by place, {0}': 'menurut tempat, {0}',
  'Receipts stand beside the numbers: W for the sales of a week, F for forecasts, L for their record, D for what moved and what brings revenue, S for segments, M for moves between them, N for referrals, E for where customers are expected and the rules of groups, R for campaign returns, B for budget plans, P for proposals, X for what was carried out, T for lists, V for what lists and shifts brought, I for imports, A for alerts.':
    'Bukti ada di samping angka: W untuk penjualan seminggu, F untuk perkiraan, L untuk rekam jejaknya, D untuk yang berubah dan yang membawa pendapatan, S untuk segmen, M untuk perpindahan antarsegmen, N untuk rujukan, E untuk tempat pelanggan diperkirakan dan aturan kelompok, R untuk hasil kampanye, B untuk rencana anggaran, P untuk usulan, X untuk yang sudah dijalankan, T untuk daftar, V untuk hasil daftar dan pergeseran, I untuk impor, A untuk peringatan.',
  'It is a file: its numbers were counted when it was read. /why {0} tells them.':
    'Ini berkas: angkanya dihitung saat dibaca. /why {0} menyebutkannya.',
  'It is a decision of people. /why {0} tells the plan it was built on, which can be computed again.':
    'Ini keputusan orang. /why {0} menyebutkan rencana yang mendasarinya, yang bisa dihitung ulang.',
  'It is a list: who is on it was drawn once and stays. /list result list:{0} is computed, with a receipt of its own.':
    'Ini daftar: isinya diundi sekali dan tetap. /list result list:{0} dihitung, dengan bukti sendiri.',
  'It is an alert: it stays as it was raised. /why {0} tells the forecast it was held against, which can be computed again.':
    'Ini peringatan: tetap seperti saat muncul. /why {0} menyebutkan perkiraan pembandingnya, yang bisa dihitung ulang.',
  'Sales of a week, forecasts, segments, returns and plans are.':
    'Yang dihitung: penjualan seminggu, perkiraan, segmen, hasil kampanye, dan rencana.',
  'What is left of the month as on the same days of past months, or in proportion to what was spent so far, whichever erred less; with fewer than three whole months, from the last weeks.':
    'Sisa bulan seperti pada hari yang sama di bulan-bulan lalu, atau sebanding dengan belanja sejauh ini, mana yang lebih kecil galatnya; dengan kurang dari tiga bulan penuh, dari minggu-minggu terakhir.',
  'Spend of {0} campaigns, {1}.': 'Belanja iklan {0} kampanye, {1}.',
  'Data until {0}. /why {1} tells how it was made.': 'Data sampai {0}. /why {1} menjelaskan cara membuatnya.',
  'Campaigns, last {0} weeks ({1})': 'Kampanye, {0} minggu terakhir ({1})',
  'What to do with budgets, largest stake first ({0})': 'Langkah untuk anggaran, taruhan terbesar lebih dulu ({0})',
  'Past error of each method, {0} ahead ({1})': 'Galat lampau tiap metode, {0} ke depan ({1})',
  'Next week: {0} (80%: {1} to {2}), {3}.': 'Minggu depan: {0} (80%: {1} sampai {2}), {3}.',
  'Sales: {0}.': 'Penjualan: {0}.',
  'Net revenue per week · data until {0} · 80% and 95% intervals · {1}, {2}':
    'Pendapatan bersih per minggu · data sampai {0} · rentang 80% dan 95% · {1}, {2}',
  'Against the forecast: +{0}.': 'Terhadap perkiraan: +{0}.',
  'Against the forecast: {0}.': 'Terhadap perkiraan: {0}.',
  'What moved most ({0}). Every split is of the same difference: do not add splits up':
    'Yang paling berubah ({0}). Setiap pembagian adalah dari selisih yang sama: jangan menjumlahkan antarpembagian',
  'Told or compared with when the week had begun: counted in no record':
    'Disebut atau dipakai sebagai pembanding setelah minggunya mulai: tidak masuk rekam jejak',
  "The share who ordered of those written to, less that of those held out by lot; Newcombe's interval, 95%.":
    'Bagian yang memesan dari yang dihubungi, dikurangi bagian dari kelompok pembanding yang diundi; rentang Newcombe, 95%.',
  '{0} people written to, {1} held out; orders of {2}.': '{0} orang dihubungi, {1} jadi pembanding; pesanan {2}.',
  'Left out: {0} people who were taken out of the data.': 'Tidak dihitung: {0} orang yang sudah dihapus dari data.',
  'Everybody counts where the draw put them, whether the message arrived or not.':
    'Setiap orang dihitung di tempat undian menaruhnya, pesannya sampai atau tidak.',
  '{0} computed again: not the same, its method has moved since':
    '{0} dihitung ulang: tidak sama, metodenya sudah berubah sejak itu',
  'What differs': 'Yang berbeda',
  '1 more number differs and is not in the table.': '1 angka lagi berbeda dan tidak ada di tabel.',
  '{0} more numbers differ and are not in the table.': '{0} angka lagi berbeda dan tidak ada di tabel.',
  'not told': 'tidak disebut',
  'Files came in since: {0}. I left them out.': 'Berkas yang masuk sejak itu: {0}. Saya tidak memakainya.',
  'Files were taken back since: {0}. They count here, as they did then.':
    'Berkas yang dibatalkan sejak itu: {0}. Di sini tetap dihitung, seperti dulu.',
  'It changes nothing here.': 'Di sini tidak mengubah apa pun.',
  'The method moved to version {0} since; it was made before I kept versions.':
    'Metodenya sekarang versi {0}; angka ini dibuat sebelum saya menyimpan versi.',
  'The method moved from version {0} to version {1} since.': 'Metodenya berubah dari versi {0} ke versi {1} sejak itu.',
  'what to do with campaigns': 'langkah untuk kampanye',
  "the month's spend against its plan": 'belanja iklan bulan ini terhadap rencananya',
  'sales of a week': 'penjualan seminggu',
  'what moved most': 'yang paling berubah',
  'what brings the revenue': 'yang membawa pendapatan',
  "what customers' spend or answers go with": 'yang sejalan dengan belanja atau jawaban pelanggan',
  'when people buy': 'kapan orang membeli',
  'who slid into a worse group': 'siapa yang turun ke kelompok lebih buruk',
  'the record of posted forecasts': 'rekam jejak perkiraan yang diposting',
  'what a list brought': 'hasil sebuah daftar',
  'how a promise stands': 'keadaan sebuah janji',
  'Version of the method': 'Versi metode',
  'It cannot be computed again.': 'Ini tidak bisa dihitung ulang.',
  'What a tenth of the weekly spend would gain or lose by the response curve of each campaign.':
    'Yang didapat atau hilang dari sepersepuluh belanja mingguan menurut kurva respons tiap kampanye.',
  'Response curves of {0} and costs of {1}, {2} weeks.': 'Kurva respons {0} dan biaya {1}, {2} minggu.',
  'It is the way back of a shift: it holds the budgets from before, and nothing was computed for it.':
    'Ini jalan kembali sebuah pergeseran: isinya anggaran sebelumnya, dan tidak ada yang dihitung.',
  'It was made before I kept what was asked.': 'Ini dibuat sebelum saya menyimpan apa yang ditanyakan.',
  'It was made before I kept which budgets other shifts had set.':
    'Ini dibuat sebelum saya menyimpan anggaran mana yang sudah diatur pergeseran lain.',
  'It was made from files that were taken back and then erased for good: {0}.':
    'Ini dibuat dari berkas yang dibatalkan lalu dihapus untuk selamanya: {0}.',
  '/why {0} says how it was made.': '/why {0} menjelaskan cara membuatnya.',
  "Linear regression, its R² shared out over the drivers by Shapley's rule (LMG).":
    'Regresi linear, R²-nya dibagi ke setiap faktor dengan aturan Shapley (LMG).',
  '{0} customers of whom it is known.': '{0} pelanggan yang datanya diketahui.',
  'Looked at: {0}.': 'Yang dilihat: {0}.',
  'This says what goes together, never what causes it.': 'Ini menunjukkan apa yang sejalan, bukan sebabnya.',
  'Own sales of the lines that moved, week by week, against what the old budgets would have brought by {0}.':
    'Penjualan sendiri dari baris yang bergeser, minggu demi minggu, terhadap yang akan dibawa anggaran lama menurut {0}.',
  '{0} weeks of these campaigns, {1}.': '{0} minggu dari kampanye ini, {1}.',
  'A promise that is true falls short by so much that the watch stops it 1 time in 20.':
    'Janji yang benar pun kurang sejauh itu sehingga dihentikan 1 dari 20 kali.',
  'What each member of a cut brought, less its part of what was expected: its share of the {0} before.':
    'Yang dibawa tiap bagian, dikurangi bagiannya dari yang diperkirakan: bagiannya dalam {0} sebelumnya.',
  'Orders of {0}, and of the {1} before.': 'Pesanan {0}, dan {1} sebelumnya.',
  '{0} expected by {1}.': '{0} diperkirakan oleh {1}.',
  'Expected: {0}, what came in the period before.': 'Diperkirakan: {0}, yang datang pada periode sebelumnya.',
  'Expected: {0}, the middle of the eight periods before.':
    'Diperkirakan: {0}, nilai tengah delapan periode sebelumnya.',
  'Only {0}.': 'Hanya {0}.',
  'By campaign, channel, product and place the one difference is split again and again: parts of different splits do not add up.':
    'Menurut kampanye, saluran, produk, dan tempat, selisih yang satu itu dibagi berulang kali: bagian dari pembagian yang berbeda tidak bisa dijumlahkan.',
  'It says where the difference lies, never why.': 'Ini menunjukkan di mana selisihnya, bukan mengapa.',
  'Posted forecasts held against what came: the sum of absolute errors by the sum of what came.':
    'Perkiraan yang diposting dibandingkan dengan kenyataan: jumlah galat mutlak dibagi jumlah kenyataan.',
  '{0}: {1} said by {2}, {3} came.': '{0}: {1} menurut {2}, kenyataannya {3}.',
  'Of each of the {0} weeks the forecast counts that was posted last before it began: {1}.':
    'Dari tiap {0} minggu, yang dihitung perkiraan terakhir yang diposting sebelum minggu itu mulai: {1}.',
  "Each day against its own week; Student's intervals over weeks.":
    'Tiap hari terhadap minggunya sendiri; rentang Student dari minggu ke minggu.',
  'Logarithm of revenue a day by month beside a steady trend, least squares; {0} whole months.':
    'Logaritma pendapatan per hari menurut bulan di samping tren tetap, kuadrat terkecil; {0} bulan penuh.',
  'Share of net revenue of the last year, and its change in the last 8 weeks; intervals over weeks.':
    'Bagian pendapatan bersih setahun terakhir, dan perubahannya dalam 8 minggu terakhir; rentang dari minggu ke minggu.',
  'Left out: {0} smaller ones.': 'Tidak ditampilkan: {0} yang lebih kecil.',
  'This says what revenue comes with, never why.': 'Ini menunjukkan dari mana pendapatan datang, bukan mengapa.',
  "Sales of weekdays, paydays and double dates against what their days would have sold; Student's intervals over the times each was seen.":
    'Penjualan hari kerja, hari gajian, dan tanggal kembar terhadap yang biasanya terjual pada hari itu; rentang Student dari setiap kali terlihat.',
  '{0} days, {1}, of {2}': '{0} hari, {1}, dari {2}',
  'Left out: {0} national holidays.': 'Tidak dihitung: {0} hari libur nasional.',
  'The first day looked at is {0}.': 'Hari pertama yang dilihat: {0}.',
  'Net revenue: what was sold less what was cancelled or sent back, on the day it was.':
    'Pendapatan bersih: yang terjual dikurangi yang dibatalkan atau dikembalikan, pada harinya.',
  '{0} orders of {1}; {2} of the same days of the week before.':
    '{0} pesanan {1}; {2} pada hari yang sama minggu sebelumnya.',
  'Left out: what was never paid, and of orders that several files tell of all versions but the newest.':
    'Tidak dihitung: yang tidak pernah dibayar, dan dari pesanan yang ada di beberapa berkas, semua versi selain yang terbaru.',
  'A file that comes later may still change these {0}: it is another number then.':
    'Berkas yang datang kemudian masih bisa mengubah {0} ini: angkanya lalu menjadi angka lain.',
  'Customers whom the fixed model {0} puts into a worse group than a week before.':
    'Pelanggan yang oleh model tetap {0} ditempatkan di kelompok lebih buruk daripada seminggu sebelumnya.',
  '{0} customers with an order before {1}.': '{0} pelanggan dengan pesanan sebelum {1}.',
  'Worse: those who spent less and ordered longer ago. The money is what these people spent in the year before that week; it is not lost yet.':
    'Lebih buruk: yang belanjanya lebih sedikit dan terakhir memesan lebih lama. Uangnya adalah belanja mereka dalam setahun sebelum minggu itu; belum hilang.',
  'Usual: the mean of the {0} weeks before.': 'Biasanya: rata-rata {0} minggu sebelumnya.',
  'Against the period before.': 'Dibanding periode sebelumnya.',
  'Against what is usual.': 'Dibanding biasanya.',
  revised: 'diubah',
  recomputed: 'dihitung ulang',
  reminded: 'diingatkan',
  agreed: 'setuju',
  refused: 'ditolak sistem',
  'not applied': 'tidak diterapkan',
  'looked up': 'diperiksa',
  'not known whether it was applied': 'tidak diketahui apakah sudah diterapkan',
  'crossed its bound': 'melewati batasnya',
  'own proposal': 'usulan sendiri',
  'no right to decide': 'tidak berhak memutuskan',
  ledger: 'catatan perkiraan',
  executed: 'dijalankan',
};
