import type { Catalogue } from './catalogue.ts';

/** Alerts and thresholds. */
export const alerts: Catalogue = {
  '{0} smaller alert was held back this week: /alerts.': '{0} peringatan yang lebih kecil ditahan minggu ini: /alerts.',
  '{0} smaller alerts were held back this week: /alerts.':
    '{0} peringatan yang lebih kecil ditahan minggu ini: /alerts.',
  'Look whether Sextant itself works, and tell the admins what does not':
    'Periksa apakah Sextant sendiri berjalan, dan beri tahu admin apa yang tidak',
  'Expected of each campaign, channel, product and place is its share of the eight weeks before. That a part moved does not prove that it is the cause.':
    'Yang diharapkan dari tiap kampanye, saluran, produk, dan tempat adalah porsinya dalam delapan minggu sebelumnya. Bahwa suatu bagian bergerak tidak membuktikan bahwa itulah penyebabnya.',
  Opened: 'Dibuka',
  'open, {0} has it': 'terbuka, ditangani {0}',
  open: 'terbuka',
  'Rule: a complete week outside the 95% band of the forecast that was posted before it, or weeks running outside their 80% bands, and together so far out that it happens by chance once in ten years.':
    'Aturan: satu minggu lengkap di luar rentang 95% dari perkiraan yang dikirim sebelumnya, atau beberapa minggu berturut-turut di luar rentang 80%, dan bersama-sama sejauh yang secara kebetulan terjadi sekali dalam sepuluh tahun.',
  'Rule: two complete days running outside their 80% band, or one outside the 95% band, and together so far out that it happens by chance once in ten years.':
    'Aturan: dua hari lengkap berturut-turut di luar rentang 80%, atau satu di luar rentang 95%, dan bersama-sama sejauh yang secara kebetulan terjadi sekali dalam sepuluh tahun.',
  'Rule: a complete week of a part of the shop outside the 95% band that was posted of it, or weeks running outside their 80% bands, and together so far out that it happens by chance once in ten years to one of all that was posted.':
    'Aturan: satu minggu lengkap dari suatu bagian toko di luar rentang 95% yang dikirim tentangnya, atau beberapa minggu berturut-turut di luar rentang 80%, dan bersama-sama sejauh yang secara kebetulan terjadi sekali dalam sepuluh tahun pada salah satu dari semua yang dikirim.',
  'Rule: a complete week without one order of a part of the shop that had orders in each of the 26 weeks before, ten a week or more on average.':
    'Aturan: satu minggu lengkap tanpa satu pesanan pun dari suatu bagian toko yang punya pesanan di tiap minggu dari 26 minggu sebelumnya, rata-rata sepuluh seminggu atau lebih.',
  'It is as far from what was usual in the half year before, too.':
    'Sejauh itu pula dari yang biasa dalam setengah tahun sebelumnya.',
  'Rule: the 99.9% interval of where the month will end lies beyond its plan, and its middle by a tenth of the plan or more. It is looked at every night, and over when the month is, or is on plan again.':
    'Aturan: rentang 99,9% dari akhir bulan berada di luar rencananya, dan tengahnya sepersepuluh rencana atau lebih. Ini dilihat setiap malam, dan selesai saat bulannya habis atau kembali sesuai rencana.',
  'Rule: something of my own does not work, or newer data does not come. The admins are told once, and when it is over the message says so.':
    'Aturan: sesuatu dari pekerjaan saya tidak berjalan, atau data baru tidak datang. Admin diberi tahu sekali, dan pesannya berubah saat selesai.',
  'Rule {0}, set by {1}: the newest complete period is held against it.':
    'Aturan {0}, dibuat oleh {1}: periode lengkap terbaru dibandingkan dengannya.',
  'Usual is the middle of the eight periods before; of days, the same weekday.':
    'Biasa adalah nilai tengah dari delapan periode sebelumnya; untuk hari, hari yang sama dalam minggu.',
  Alerts: 'Peringatan',
  Did: 'Tindakan',
  'the alert, such as A-207': 'peringatannya, misalnya A-207',
  'Alerts: what left its band, who has it, whether it was useful':
    'Peringatan: apa yang keluar dari rentang, siapa yang menangani, apakah berguna',
  'Nothing has left its band since I began to look.':
    'Belum ada yang keluar dari rentangnya sejak saya mulai mengamati.',
  Alert: 'Peringatan',
  Useful: 'Berguna',
  Not: 'Tidak',
  'Open alerts: {0}': 'Peringatan terbuka: {0}',
  'Open alerts about my own work: {0}': 'Peringatan terbuka tentang pekerjaan saya sendiri: {0}',
  'Alert again': 'Beri peringatan lagi',
  Thresholds: 'Ambang',
  'In {0}, 1 smaller alert of the last 7 days was held back: {1}. It takes {2} a week, the last one only for more money than the others (/alerts budget).':
    'Di {0}, 1 peringatan yang lebih kecil dari 7 hari terakhir ditahan: {1}. Kanal ini menerima {2} seminggu, yang terakhir hanya untuk uang yang lebih besar dari yang lain (/alerts budget).',
  'In {0}, {1} smaller alerts of the last 7 days were held back: {2}. It takes {3} a week, the last one only for more money than the others (/alerts budget).':
    'Di {0}, {1} peringatan yang lebih kecil dari 7 hari terakhir ditahan: {2}. Kanal ini menerima {3} seminggu, yang terakhir hanya untuk uang yang lebih besar dari yang lain (/alerts budget).',
  'Say that an alert is yours': 'Katakan bahwa suatu peringatan Anda tangani',
  '{0} is yours': '{0} sekarang Anda tangani',
  'All copies of the alert say so.': 'Semua salinan peringatan itu menyebutkannya.',
  'Keep an alert quiet for some days': 'Tunda peringatan beberapa hari',
  'for how many days': 'untuk berapa hari',
  '{0} is quiet for {1}': '{0} ditunda selama {1}',
  'If it still holds on {0}, I say so again. A new cause gets an alert of its own.':
    'Jika masih berlaku pada {0}, saya katakan lagi. Penyebab baru mendapat peringatan sendiri.',
  'Say whether an alert was useful': 'Katakan apakah suatu peringatan berguna',
  'was it worth your time': 'apakah sepadan dengan waktu Anda',
  Noted: 'Dicatat',
  ended: 'sudah berakhir',
  'I go on telling you of this kind.': 'Jenis ini tetap saya beri tahukan.',
  'Others found one of this kind useful: I go on telling you of it.':
    'Orang lain menilai peringatan sejenis berguna: jenis ini tetap saya beri tahukan.',
  '1 alert of this kind was not useful so far. After {0} I keep the kind to myself.':
    'Sejauh ini 1 peringatan sejenis tidak berguna. Setelah {0}, jenis itu tidak saya kirim lagi.',
  '{0} alerts of this kind were not useful so far. After {1} I keep the kind to myself.':
    'Sejauh ini {0} peringatan sejenis tidak berguna. Setelah {1}, jenis itu tidak saya kirim lagi.',
  'Let a kind of alert that was voted down be posted again': 'Kirim lagi jenis peringatan yang dinilai tidak berguna',
  'the kind of alert, such as days, or a threshold such as L-1':
    'jenis peringatan, misalnya days, atau ambang seperti L-1',
  'There is no kind of alert "{0}"': 'Tidak ada jenis peringatan "{0}"',
  'I alert again': 'Saya memberi peringatan lagi',
  'Alerts of a whole week outside its band are posted again.':
    'Peringatan tentang satu minggu penuh di luar rentangnya dikirim lagi.',
  'Alerts of days running outside their bands are posted again.':
    'Peringatan tentang hari-hari berturut-turut di luar rentangnya dikirim lagi.',
  'Alerts of a part of the shop outside its band are posted again.':
    'Peringatan tentang bagian toko di luar rentangnya dikirim lagi.',
  'Alerts of a month of spend beside its plan are posted again.':
    'Peringatan tentang belanja sebulan di luar rencananya dikirim lagi.',
  'Alerts about my own work are posted again.': 'Peringatan tentang pekerjaan saya sendiri dikirim lagi.',
  'Alerts of {0} are posted again.': 'Peringatan {0} dikirim lagi.',
  'Earlier votes no longer count.': 'Penilaian sebelumnya tidak dihitung lagi.',
  'That is often: /alerts change {0} gives it another bound.': 'Itu sering: /alerts change {0} memberinya batas lain.',
  '/alerts lists them.': '/alerts menampilkan daftarnya.',
  '{0} is over: {1}': '{0} selesai: {1}',
  '{0} has it.': 'Ditangani {0}.',
  'Quiet until {0}.': 'Ditunda sampai {0}.',
  '{0} is over': '{0} selesai',
  'Data complete to {0}.': 'Data lengkap sampai {0}.',
  'took it on': 'menanganinya',
  'snoozed it for {0}': 'menundanya selama {0}',
  'found it useful': 'menilainya berguna',
  'found it not useful': 'menilainya tidak berguna',
  'Usual difference, at most': 'Selisih yang biasa, paling banyak',
  'Alert below': 'Peringatan di bawah',
  'Alert above': 'Peringatan di atas',
  'The period before': 'Periode sebelumnya',
  Usual: 'Biasa',
  'Furthest from its plan: {0}. /campaign pacing shows all.':
    'Paling jauh dari rencananya: {0}. /campaign pacing menampilkan semua.',
  'Spend of {0} is going over its plan: +{1}': 'Belanja {0} akan melebihi rencananya: +{1}',
  'Spend of {0} is going under its plan: {1}': 'Belanja {0} akan di bawah rencananya: {1}',
  '+{0} against {1}': '+{0} dibanding {1}',
  '{0} against {1}': '{0} dibanding {1}',
  'Sales of the week {0} were above their band: {1}': 'Penjualan minggu {0} di atas rentangnya: {1}',
  'Sales of the week {0} were below their band: {1}': 'Penjualan minggu {0} di bawah rentangnya: {1}',
  '{0} still holds: {1}': '{0} masih berlaku: {1}',
  'Sales above their bands {0} weeks running, {1}: {2}':
    'Penjualan di atas rentang {0} minggu berturut-turut, {1}: {2}',
  'Sales below their bands {0} weeks running, {1}: {2}':
    'Penjualan di bawah rentang {0} minggu berturut-turut, {1}: {2}',
  '{0}: above its bands {1} weeks running, {2}: {3}': '{0}: di atas rentangnya {1} minggu berturut-turut, {2}: {3}',
  '{0}: below its bands {1} weeks running, {2}: {3}': '{0}: di bawah rentangnya {1} minggu berturut-turut, {2}: {3}',
  '{0}: not one order in the week {1}: {2}': '{0}: tidak ada satu pesanan pun di minggu {1}: {2}',
  'What is usual, {0}, is below {1} already: another bound is set with /alerts change {2}.':
    'Nilai biasa, {0}, sudah di bawah {1}: batas lain ditetapkan dengan /alerts change {2}.',
  'What is usual, {0}, is above {1} already: another bound is set with /alerts change {2}.':
    'Nilai biasa, {0}, sudah di atas {1}: batas lain ditetapkan dengan /alerts change {2}.',
  'Difference from the period before': 'Selisih dari periode sebelumnya',
  'Difference from usual': 'Selisih dari biasanya',
  '{0} is that already: {1} {2}': '{0} sudah seperti itu: {1} {2}',
  '{0} set it and has paused it. {1} or an admin can resume it.':
    '{0} yang membuat dan menjedanya. {1} atau admin bisa melanjutkannya.',
  '{0} set it. What it finds is posted for all; {1} or an admin can change it.':
    '{0} yang membuatnya. Temuannya dikirim untuk semua; {1} atau admin bisa mengubahnya.',
  'It is paused. /alerts resume {0} watches it again, /alerts change {1} gives it another bound, and /alerts remove {2} ends it.':
    'Ambang ini dijeda. /alerts resume {0} mengamatinya lagi, /alerts change {1} memberinya batas lain, dan /alerts remove {2} mengakhirinya.',
  'It is watched. /alerts change {0} gives it another bound, /alerts pause {1} stops it for a while, and /alerts remove {2} ends it.':
    'Ambang ini diamati. /alerts change {0} memberinya batas lain, /alerts pause {1} menghentikannya sementara, dan /alerts remove {2} mengakhirinya.',
  'In the last {0} complete days it would have alerted on {1}.':
    'Dalam {0} hari lengkap terakhir ambang ini akan memberi peringatan pada {1} hari.',
  'In the last {0} complete weeks it would have alerted in {1}.':
    'Dalam {0} minggu lengkap terakhir ambang ini akan memberi peringatan pada {1} minggu.',
  'In the last {0} complete months it would have alerted in {1}.':
    'Dalam {0} bulan lengkap terakhir ambang ini akan memberi peringatan pada {1} bulan.',
  'Sales of {0} were above their band: {1}': 'Penjualan {0} di atas rentangnya: {1}',
  'Sales of {0} were below their band: {1}': 'Penjualan {0} di bawah rentangnya: {1}',
  'Sales above their bands {0} running, {1}: {2}': 'Penjualan di atas rentang {0} berturut-turut, {1}: {2}',
  'Sales below their bands {0} running, {1}: {2}': 'Penjualan di bawah rentang {0} berturut-turut, {1}: {2}',
  '{0}: the week {1} was above its band: {2}': '{0}: minggu {1} di atas rentangnya: {2}',
  '{0}: the week {1} was below its band: {2}': '{0}: minggu {1} di bawah rentangnya: {2}',
  '{0} of {1}: {2} ({3}: {4})': '{0} {1}: {2} ({3}: {4})',
  Mine: 'Saya tangani',
  'Snooze 3 days': 'Tunda 3 hari',
  'Not useful': 'Tidak berguna',
  'a whole week outside its band': 'satu minggu penuh di luar rentangnya',
  'days running outside their bands': 'hari berturut-turut di luar rentangnya',
  'a part of the shop outside its band': 'satu bagian toko di luar rentangnya',
  'a month of spend beside its plan': 'belanja sebulan di luar rencananya',
  'my own work': 'pekerjaan saya sendiri',
  'The job {0} failed': 'Tugas {0} gagal',
  '{0} job failed': '{0} tugas gagal',
  '{0} jobs failed': '{0} tugas gagal',
  'The newest file was not stored': 'Berkas terbaru tidak tersimpan',
  'Try it again with /schedule run {0}; this is over when it works.':
    'Coba lagi dengan /schedule run {0}; ini selesai saat berhasil.',
  'The file {0} was not stored ({1})': 'Berkas {0} tidak tersimpan ({1})',
  '/why {0} says what was wrong with it. This is over when a file comes in.':
    '/why {0} mengatakan apa yang salah. Ini selesai saat ada berkas masuk.',
  'No newer data since {0}': 'Tidak ada data baru sejak {0}',
  'No newer {0} since {1}': 'Tidak ada {0} baru sejak {1}',
  'Such a file used to come every day; other files still come.':
    'Berkas seperti itu biasanya datang setiap hari; berkas lain masih datang.',
  'Such a file used to come every {0}; other files still come.':
    'Berkas seperti itu biasanya datang setiap {0}; berkas lain masih datang.',
  'What is computed from it ends there. Bring a newer one with /import: this is over when it comes.':
    'Yang dihitung darinya berakhir di sana. Kirim yang lebih baru dengan /import: ini selesai bila berkas itu datang.',
  'All numbers end there. Bring newer files with /import; I say so after {0} days (/alerts stale).':
    'Semua angka berakhir di sana. Bawa berkas baru dengan /import; saya katakan setelah {0} hari (/alerts stale).',
  "Last night's backup was not made": 'Cadangan tadi malam tidak dibuat',
  'Is there room on the disk? It is tried again every ten minutes.':
    'Apakah masih ada ruang di disk? Ini dicoba lagi setiap sepuluh menit.',
  'the threshold, such as L-1': 'ambangnya, misalnya L-1',
  'such as "below 50M a week" or "down 20% on last week"':
    'misalnya "di bawah 50jt seminggu" atau "turun 20% dari minggu lalu"',
  'Be told when a metric of a complete day, week or month is below or above something':
    'Diberi tahu saat suatu ukuran pada hari, minggu, atau bulan lengkap berada di bawah atau di atas sesuatu',
  'what is looked at': 'yang diamati',
  'orders of this channel only': 'hanya pesanan dari saluran ini',
  'orders of this category only': 'hanya pesanan dari kategori ini',
  'this product only': 'hanya produk ini',
  'orders of this campaign only': 'hanya pesanan dari kampanye ini',
  'orders of this place only': 'hanya pesanan dari tempat ini',
  'You have {0} thresholds': 'Anda punya {0} ambang',
  'Remove one first: /alerts rules.': 'Hapus satu dulu: /alerts rules.',
  'I look at it every night, at complete periods only. What crosses it is posted like other alerts.':
    'Saya melihatnya setiap malam, hanya periode lengkap. Yang melewatinya dikirim seperti peringatan lain.',
  'Thresholds that people set, and how many alerts a week a channel takes':
    'Ambang yang dibuat orang, dan berapa peringatan seminggu yang diterima kanal',
  'Thresholds: {0}': 'Ambang: {0}',
  'None is set. Set one: /alerts add metric:revenue when:"below 50M a week".':
    'Belum ada. Buat satu: /alerts add metric:revenue when:"di bawah 50jt seminggu".',
  'Set by': 'Dibuat oleh',
  'voted down': 'dinilai tidak berguna',
  watched: 'diamati',
  'Beside these, net revenue is held against the band of its forecast, day by day and week by week, and so is every other series that was posted.':
    'Selain itu, pendapatan bersih dibandingkan dengan rentang perkiraannya, hari demi hari dan minggu demi minggu, begitu juga setiap deret lain yang pernah dikirim.',
  'A channel takes {0} alerts a week: /alerts budget.': 'Satu kanal menerima {0} peringatan seminggu: /alerts budget.',
  'Another bound for a threshold': 'Batas lain untuk suatu ambang',
  'Stop looking at a threshold until it is resumed': 'Berhenti mengamati ambang sampai dilanjutkan',
  'Resume it: /alerts resume.': 'Lanjutkan: /alerts resume.',
  'Look at a paused threshold again': 'Amati lagi ambang yang dijeda',
  '/alerts rules shows what is.': '/alerts rules menampilkan yang dijeda.',
  '{0} is watched again': '{0} diamati lagi',
  'End a threshold that somebody set': 'Akhiri ambang yang dibuat orang',
  'Alerts that it raised stay in /alerts.': 'Peringatan darinya tetap ada di /alerts.',
  'How many alerts a week a channel takes; the most money comes first, the rest is counted in the digest':
    'Berapa peringatan seminggu yang diterima kanal; uang terbesar didahulukan, sisanya dihitung di ringkasan mingguan',
  'alerts a week': 'peringatan seminggu',
  'This channel takes {0} alerts a week': 'Kanal ini menerima {0} peringatan seminggu',
  'A channel takes {0} alerts a week, where nothing else is set':
    'Satu kanal menerima {0} peringatan seminggu, jika tidak diatur lain',
  'They go to what is about the most money. What is held back stands in /alerts.':
    'Dipakai untuk yang menyangkut uang terbesar. Yang ditahan ada di /alerts.',
  'After how many days without newer data the admins are told': 'Setelah berapa hari tanpa data baru admin diberi tahu',
  'days without newer data': 'hari tanpa data baru',
  'I tell the admins when there is no newer data for {0}':
    'Saya memberi tahu admin saat tidak ada data baru selama {0}',
  'That does not add up over a month: somebody who buys twice is one customer':
    'Itu tidak bisa dijumlah selama sebulan: yang membeli dua kali adalah satu pelanggan',
  'Ask for a day or a week of it.': 'Minta per hari atau per minggu.',
  'One part of the shop at a time': 'Satu bagian toko setiap kali',
  'Set a threshold for each.': 'Buat ambang untuk masing-masing.',
  'Spend is looked at as a whole': 'Belanja diamati secara keseluruhan',
  '/campaign pacing shows each campaign beside its plan.':
    '/campaign pacing menampilkan tiap kampanye di samping rencananya.',
  '/forecast by:{0} shows those there are.': '/forecast by:{0} menampilkan yang ada.',
  'There is no threshold "{0}"': 'Tidak ada ambang "{0}"',
  'None is set: /alerts add.': 'Belum ada: /alerts add.',
  'down {0} or more on the same day of the week before': 'turun {0} atau lebih dari hari yang sama minggu sebelumnya',
  'up {0} or more on the same day of the week before': 'naik {0} atau lebih dari hari yang sama minggu sebelumnya',
  'down {0} or more on the week before': 'turun {0} atau lebih dari minggu sebelumnya',
  'up {0} or more on the week before': 'naik {0} atau lebih dari minggu sebelumnya',
  'down {0} or more on the month before': 'turun {0} atau lebih dari bulan sebelumnya',
  'up {0} or more on the month before': 'naik {0} atau lebih dari bulan sebelumnya',
  'down {0} or more on a usual day': 'turun {0} atau lebih dari hari biasa',
  'up {0} or more on a usual day': 'naik {0} atau lebih dari hari biasa',
  'down {0} or more on a usual week': 'turun {0} atau lebih dari minggu biasa',
  'up {0} or more on a usual week': 'naik {0} atau lebih dari minggu biasa',
  'down {0} or more on a usual month': 'turun {0} atau lebih dari bulan biasa',
  'up {0} or more on a usual month': 'naik {0} atau lebih dari bulan biasa',
  'below {0} a day': 'di bawah {0} sehari',
  'above {0} a day': 'di atas {0} sehari',
  'below {0} a week': 'di bawah {0} seminggu',
  'above {0} a week': 'di atas {0} seminggu',
  'below {0} a month': 'di bawah {0} sebulan',
  'above {0} a month': 'di atas {0} sebulan',
  'I do not understand "{0}"': 'Saya tidak mengerti "{0}"',
  'Write it as when:"below 50M a week", when:"above 100 a day", when:"down 20% on last week" or when:"up 30% on a usual day". Periods are day, week and month.':
    'Tulis sebagai when:"di bawah 50jt seminggu", when:"di atas 100 sehari", when:"turun 20% dari minggu lalu" atau when:"naik 30% dari hari biasa". Periodenya hari, minggu, dan bulan.',
  'Three alerts of a whole week outside its band were not useful: I keep that kind to myself from now on. It stands in /alerts, and is posted again after /alerts restore rule:week.':
    'Tiga peringatan tentang satu minggu penuh di luar rentangnya tidak berguna: jenis itu mulai sekarang saya simpan sendiri. Tetap ada di /alerts, dan dikirim lagi setelah /alerts restore rule:week.',
  'Three alerts of days running outside their bands were not useful: I keep that kind to myself from now on. It stands in /alerts, and is posted again after /alerts restore rule:days.':
    'Tiga peringatan tentang hari berturut-turut di luar rentangnya tidak berguna: jenis itu mulai sekarang saya simpan sendiri. Tetap ada di /alerts, dan dikirim lagi setelah /alerts restore rule:days.',
  'Three alerts of a part of the shop outside its band were not useful: I keep that kind to myself from now on. It stands in /alerts, and is posted again after /alerts restore rule:series.':
    'Tiga peringatan tentang satu bagian toko di luar rentangnya tidak berguna: jenis itu mulai sekarang saya simpan sendiri. Tetap ada di /alerts, dan dikirim lagi setelah /alerts restore rule:series.',
  'Three alerts of a month of spend beside its plan were not useful: I keep that kind to myself from now on. It stands in /alerts, and is posted again after /alerts restore rule:pace.':
    'Tiga peringatan tentang belanja sebulan di luar rencananya tidak berguna: jenis itu mulai sekarang saya simpan sendiri. Tetap ada di /alerts, dan dikirim lagi setelah /alerts restore rule:pace.',
  'Three alerts about my own work were not useful: I keep that kind to myself from now on. It stands in /alerts, and is posted again after /alerts restore rule:house.':
    'Tiga peringatan tentang pekerjaan saya sendiri tidak berguna: jenis itu mulai sekarang saya simpan sendiri. Tetap ada di /alerts, dan dikirim lagi setelah /alerts restore rule:house.',
  'Three alerts of {0} were not useful: I keep that kind to myself from now on. It stands in /alerts, and is posted again after /alerts restore rule:{1}.':
    'Tiga peringatan {0} tidak berguna: jenis itu mulai sekarang saya simpan sendiri. Tetap ada di /alerts, dan dikirim lagi setelah /alerts restore rule:{1}.',
};
