import type { Catalogue } from './catalogue.ts';

/** The Monday digest, its channels and previews, and the look back on Friday. */
export const digest: Catalogue = {
  '/channel list shows what is.': '/channel list menampilkan yang ada.',
  '/channel set purpose:digest persona:executive': '/channel set purpose:digest persona:executive',
  '/schedule list shows what is.': '/schedule list menampilkan yang ada.',
  '/status says which were not delivered.': '/status memberi tahu yang mana yang gagal dikirim.',
  'A budget shift would bring {0} more profit a week (80%: {1} to {2}). {3}':
    'Pergeseran anggaran akan menambah laba {0} per minggu (80%: {1} sampai {2}). {3}',
  'A budget shift would bring {0} more sales a week (80%: {1} to {2}). {3}':
    'Pergeseran anggaran akan menambah penjualan {0} per minggu (80%: {1} sampai {2}). {3}',
  'About {0} extra ({1} to {2}).': 'Tambahan sekitar {0} ({1} sampai {2}).',
  'Against the same days of the week before': 'Dibanding hari yang sama minggu sebelumnya',
  'Against the week before': 'Dibanding minggu sebelumnya',
  'Alerts on {0} are not posted: three were not useful.':
    'Peringatan tentang {0} tidak dikirim: tiga di antaranya dinilai tidak berguna.',
  'An admin has to look at the digest first: /digest preview.':
    'Seorang admin harus melihat ringkasannya dulu: /digest preview.',
  'Back in the digest of {0}: {1}': 'Kembali ada di ringkasan {0}: {1}',
  'Bring what is missing with /data add.': 'Masukkan yang belum ada dengan /data add.',
  'Bring those days with /data add, and it is posted.':
    'Masukkan hari-hari itu dengan /data add, lalu ringkasannya dikirim.',
  'Campaigns, {0} weeks: {1} sold, their cost is not known. {2}':
    'Kampanye, {0} minggu: terjual {1}, biayanya tidak diketahui. {2}',
  'Campaigns, {0} weeks: {1} sold, {2} spent, ROI {3}. {4}':
    'Kampanye, {0} minggu: terjual {1}, belanja {2}, ROI {3}. {4}',
  '/ledger lists them.': '/ledger menampilkan daftarnya.',
  'A comment on {0}': 'Komentar tentang {0}',
  'A miss that can be taken back would make every hit worth nothing. Say beside it what you know.':
    'Kalau yang meleset bisa dihapus, yang tepat pun tidak ada artinya. Tuliskan di sampingnya apa yang Anda ketahui.',
  'A miss that can be taken back would make every hit worth nothing. An analyst can say beside it what you know.':
    'Kalau yang meleset bisa dihapus, yang tepat pun tidak ada artinya. Seorang analyst bisa menuliskan di sampingnya apa yang Anda ketahui.',
  "Budget shifts: worked {0}, did not {1}, can't tell {2}.":
    'Pergeseran anggaran: berhasil {0}, tidak {1}, belum bisa dipastikan {2}.',
  'It promised {0} a week and brought {1} (80%: {2} to {3}).':
    'Dijanjikan {0} per minggu, hasilnya {1} (80%: {2} sampai {3}).',
  'Together they promised {0} a week and brought {1} (80%: {2} to {3}).':
    'Seluruhnya dijanjikan {0} per minggu, hasilnya {1} (80%: {2} sampai {3}).',
  "Lists: worked {0}, did harm {1}, can't tell {2}, void {3}.":
    'Daftar: berhasil {0}, merugikan {1}, belum bisa dipastikan {2}, tidak sah {3}.',
  Lists: 'Daftar',
  Comment: 'Komentar',
  'Say something beside a posted forecast; its numbers stay as they are':
    'Tulis sesuatu di samping perkiraan yang sudah dikirim; angkanya tetap',
  'What you know of it': 'Apa yang Anda ketahui',
  'Why a posted forecast stays, and what can be said beside it':
    'Mengapa perkiraan yang sudah dikirim tetap ada, dan apa yang bisa ditulis di sampingnya',
  'Write it': 'Tulis',
  'Written beside {0}': 'Tertulis di samping {0}',
  'the posted forecast, such as F-12': 'perkiraan yang sudah dikirim, misalnya F-12',
  'what you know of it': 'apa yang Anda ketahui',
  '{0} is no posted forecast': '{0} bukan perkiraan yang sudah dikirim',
  '{0} was shown to all: nobody can change or delete it':
    '{0} sudah ditunjukkan kepada semua: tidak seorang pun bisa mengubah atau menghapusnya',
  "Can't tell.": 'Belum bisa dipastikan.',
  'Complete week · data up to {0} · {1}': 'Minggu lengkap · data sampai {0} · {1}',
  'Set up a shop of your own first: /start.': 'Siapkan toko Anda sendiri dulu: /start.',
  'Cut {0}.': 'Kurangi {0}.',
  'Data from {0} on is held: {1}': 'Data mulai {0} ditahan: {1}',
  'Chat channel': 'Kanal',
  'Data ends on {0}: this is the last week that is complete.': 'Data berakhir {0}: ini minggu lengkap yang terakhir.',
  'Decisions that wait': 'Keputusan yang menunggu',
  'Delivered {0} of {1} channel.': 'Terkirim ke {0} dari {1} kanal.',
  'Delivered {0} of {1} channels.': 'Terkirim ke {0} dari {1} kanal.',
  Details: 'Rincian',
  'Details of the week {0}': 'Rincian minggu {0}',
  'Did harm.': 'Merugikan.',
  'Did you mean {0}? There is: {1}.': 'Maksud Anda {0}? Yang ada: {1}.',
  'To see it now, for you alone: /digest.': 'Untuk melihatnya sekarang, hanya untuk Anda: /digest.',
  'See the digest': 'Lihat ringkasan mingguan',
  'Every channel that gets the digest gets it by itself.':
    'Setiap kanal penerima ringkasan sudah menerimanya secara otomatis.',
  'Expected {0}': 'Diperkirakan {0}',
  'Find out what {0} cost.': 'Cari tahu biaya {0}.',
  'Forecast of all 7 days': 'Perkiraan untuk 7 hari penuh',
  'Forecast was {0} (80%: {1} to {2}), {3}.': 'Perkiraannya {0} (80%: {1} sampai {2}), {3}.',
  'Forecast {0} for {1}: {2} said, {3} came: above the band.':
    'Perkiraan {0} untuk {1}: diperkirakan {2}, realisasi {3}: di atas rentang.',
  'Forecast {0} for {1}: {2} said, {3} came: below the band.':
    'Perkiraan {0} untuk {1}: diperkirakan {2}, realisasi {3}: di bawah rentang.',
  'Forecast {0} for {1}: {2} said, {3} came: inside the band.':
    'Perkiraan {0} untuk {1}: diperkirakan {2}, realisasi {3}: di dalam rentang.',
  'Forecast, as it would have been': 'Perkiraan, seandainya dibuat saat itu',
  'Forecast, as posted before': 'Perkiraan, seperti yang sudah dikirim',
  'From the next digest on. Other channels keep it.': 'Mulai ringkasan berikutnya. Kanal lain tetap memuatnya.',
  Holds: 'Isi',
  'I post it when the week is complete, at the latest {0}, or without the missing days if an admin says so.':
    'Saya kirim begitu minggunya lengkap, paling lambat {0}, atau tanpa hari yang belum ada jika admin menghendaki.',
  'I post it when the week is complete.': 'Saya kirim begitu minggunya lengkap.',
  'It goes out by itself.': 'Ringkasan terkirim secara otomatis.',
  'It goes to {0}. Name one with channel:, or set another with /channel set purpose:digest.':
    'Ringkasan dikirim ke {0}. Sebutkan salah satu dengan channel:, atau atur yang lain dengan /channel set purpose:digest.',
  'It is a Slack Connect channel, and posts hold money figures. Run this in a channel of your own.':
    'Ini kanal Slack Connect, dan kirimannya memuat angka uang. Jalankan ini di kanal Anda sendiri.',
  'It stays private elsewhere. /status shows what was delivered.':
    'Di tempat lain tetap pribadi. /status menampilkan apa yang terkirim.',
  'Late: it waited for the last days of the week.': 'Terlambat: menunggu hari-hari terakhir minggu itu.',
  'Late: planned {0}, sent {1}.': 'Terlambat: direncanakan {0}, dikirim {1}.',
  'Leave a line out of the digest of a channel': 'Hilangkan satu baris dari ringkasan sebuah kanal',
  "Leave this week's digest out of a channel; next week it is shown again":
    'Lewati ringkasan minggu ini di sebuah kanal; minggu depan ditunjukkan lagi',
  'Let the digest go to a channel, now and from now on by itself':
    'Izinkan ringkasan ke sebuah kanal, sekarang dan selanjutnya secara otomatis',
  'Look at it as it is set now.': 'Lihat ringkasannya menurut pengaturan sekarang.',
  'Model "{0}" waits: {1}': 'Model "{0}" menunggu: {1}',
  'Model changed to: {0}. {1}: {2}': 'Model diganti menjadi: {0}. {1}: {2}',
  'Model in use: {0}. {1}': 'Model yang dipakai: {0}. {1}',
  'Model kept: {0}. {1}: {2}': 'Model dipertahankan: {0}. {1}: {2}',
  'Moves between segments': 'Perpindahan antarsegmen',
  Mute: 'Bisukan',
  "Mute a line of this channel's digest": 'Bisukan satu baris ringkasan kanal ini',
  'Mute this line': 'Bisukan baris ini',
  Muted: 'Dibisukan',
  'Muted in {0}: {1}': 'Dibisukan di {0}: {1}',
  'Net revenue per week': 'Pendapatan bersih per minggu',
  'Net revenue per week until {0}.': 'Pendapatan bersih per minggu sampai {0}.',
  'Net revenue per week until {0}; {1} {2}.': 'Pendapatan bersih per minggu sampai {0}; {1} {2}.',
  'Next week you are shown it again.': 'Minggu depan ringkasannya ditunjukkan lagi kepada Anda.',
  'No channel is set for it: run /channel set purpose:digest where it should be.':
    'Belum ada kanal untuk ini: jalankan /channel set purpose:digest di kanal yang dituju.',
  'No day of {0} is in: there is no digest of it': 'Belum ada satu hari pun dari {0}: ringkasannya tidak ada',
  'No digest for {0} this week: {1} said not now': 'Tidak ada ringkasan untuk {0} minggu ini: {1} memilih nanti saja',
  'No digest goes to this channel': 'Tidak ada ringkasan untuk kanal ini',
  'No digest goes to {0}': 'Tidak ada ringkasan untuk {0}',
  'No posted forecast has been scored yet.': 'Belum ada perkiraan terkirim yang dinilai.',
  'No preview waits': 'Tidak ada pratinjau yang menunggu',
  'Not now': 'Nanti saja',
  'Notes on the model': 'Catatan tentang model',
  'Nothing closed this week.': 'Tidak ada yang selesai minggu ini.',
  'Nothing goes to {0} before you press. After that the digest is posted there by itself, written for {1}.':
    'Tidak ada yang dikirim ke {0} sebelum Anda menekan tombol. Setelah itu ringkasan terkirim ke sana secara otomatis, ditulis untuk {1}.',
  'Nothing is posted to {0} this week': 'Tidak ada yang dikirim ke {0} minggu ini',
  'On its way to {0} channel.': 'Sedang dikirim ke {0} kanal.',
  'On its way to {0} channels.': 'Sedang dikirim ke {0} kanal.',
  'Open alerts': 'Peringatan terbuka',
  'Open alerts: {0}.': 'Peringatan terbuka: {0}.',
  'Opened again by newer data. Before: {0}.': 'Dibuka lagi karena data yang lebih baru. Sebelumnya: {0}.',
  'Opened again by newer data. Before: {0}, {1}.': 'Dibuka lagi karena data yang lebih baru. Sebelumnya: {0}, {1}.',
  'Opened again by newer data. Before: {0} a week (80%: {1} to {2}), {3}.':
    'Dibuka lagi karena data yang lebih baru. Sebelumnya: {0} per minggu (80%: {1} sampai {2}), {3}.',
  'People of other companies read this channel': 'Orang dari perusahaan lain membaca kanal ini',
  'Post it': 'Kirim',
  'Post now, {0} day': 'Kirim sekarang, {0} hari',
  'Post now, {0} days': 'Kirim sekarang, {0} hari',
  'Post the digest, or the approvals, in this channel no more':
    'Jangan lagi kirim ringkasan, atau persetujuan, ke kanal ini',
  'Post the digest, or the approvals, in this channel; and what its digest holds':
    'Kirim ringkasan, atau persetujuan, ke kanal ini; dan apa isi ringkasannya',
  'Posting the digest needs an admin': 'Mengirim ringkasan memerlukan admin',
  'Posting the look back needs an admin': 'Mengirim tinjauan memerlukan admin',
  Preview: 'Pratinjau',
  'Preview for {0}: {1}': 'Pratinjau untuk {0}: {1}',
  'Previews of {0} wait, too: /digest preview channel:{1}': 'Pratinjau {0} juga menunggu: /digest preview channel:{1}',
  'Proposals are posted nowhere: /channel set purpose:approvals.':
    'Usulan tidak dikirim ke mana pun: /channel set purpose:approvals.',
  'Proposals go to {0}.': 'Usulan dikirim ke {0}.',
  'Proposals will be posted here': 'Usulan akan dikirim ke sini',
  'Put a muted line back into the digest of a channel': 'Kembalikan baris yang dibisukan ke ringkasan sebuah kanal',
  'Run this in the Slack or Discord channel that should get the posts, or name one that gets them with channel:.':
    'Jalankan ini di kanal Slack atau Discord yang akan menerima kiriman, atau sebutkan kanal penerimanya dengan channel:.',
  'Sales against the forecast': 'Penjualan dibanding perkiraan',
  'Scale up {0}.': 'Naikkan {0}.',
  'Section names with commas. Empty: all that is meant for them.':
    'Nama bagian dipisah koma. Kosong: semua yang ditujukan bagi mereka.',
  'Segments: fewer than {0} customers slid into a worse group. {1}':
    'Segmen: kurang dari {0} pelanggan turun ke kelompok yang lebih buruk. {1}',
  'Segments: {0} customers left {1} ({2} in the year before).':
    'Segmen: {0} pelanggan meninggalkan {1} (belanja setahun sebelumnya {2}).',
  'Set one with /channel set purpose:digest.': 'Atur satu kanal dengan /channel set purpose:digest.',
  'Sextant: failed deliveries {0}, late {1}, rows still in fix files {2}.':
    'Sextant: pengiriman gagal {0}, terlambat {1}, baris yang masih di berkas perbaikan {2}.',
  'Shown to the admins first, since they have not seen it as it is set for {0}.':
    'Ditunjukkan dulu kepada admin, karena mereka belum melihatnya menurut pengaturan {0}.',
  'Still watched: {0}.': 'Masih dipantau: {0}.',
  'Stop it with /channel remove purpose:digest, or pause all: /schedule pause digest.':
    'Hentikan dengan /channel remove purpose:digest, atau jeda semuanya: /schedule pause digest.',
  'That is many: {0} slid into a worse group, and a usual week has {1}.':
    'Itu banyak: {0} turun ke kelompok yang lebih buruk, sedangkan minggu biasa {1}.',
  'That line is not in the digest of {0}': 'Baris itu tidak ada di ringkasan {0}',
  'That line is not muted in {0}': 'Baris itu tidak dibisukan di {0}',
  'The Monday digest will be posted in {0}': 'Ringkasan hari Senin akan dikirim ke {0}',
  'The chart': 'Grafik',
  'The digest as a channel would get it, before anybody there sees it':
    'Ringkasan seperti yang akan diterima sebuah kanal, sebelum ada yang melihatnya di sana',
  'The digest compares whole weeks, Monday to Sunday.': 'Ringkasan membandingkan minggu penuh, Senin sampai Minggu.',
  'The digest goes to {0} channel': 'Ringkasan dikirim ke {0} kanal',
  'The digest goes to {0} channels': 'Ringkasan dikirim ke {0} kanal',
  'The digest goes to {0}: {1} has looked at it': 'Ringkasan dikirim ke {0}: {1} sudah melihatnya',
  'The digest has no section "{0}"': 'Ringkasan tidak punya bagian "{0}"',
  'The digest is posted to {0} by itself': 'Ringkasan dikirim ke {0} secara otomatis',
  'The digest is posted to {0} by itself, written for {1}.':
    'Ringkasan terkirim ke {0} secara otomatis, ditulis untuk {1}.',
  'The digest of this channel': 'Ringkasan kanal ini',
  'The digest of {0} has nowhere to go': 'Ringkasan {0} tidak punya tujuan',
  'The digest of {0} is already posted': 'Ringkasan {0} sudah dikirim',
  'The digest of {0} waits for an admin to look at it first': 'Ringkasan {0} menunggu dilihat admin dulu',
  'The digest of {0} was changed since that preview': 'Ringkasan {0} sudah diubah sejak pratinjau itu',
  'The digest waits: {0} are missing': 'Ringkasan menunggu: {0} belum ada',
  'The digest waits: Sunday, {0}, is missing': 'Ringkasan menunggu: hari Minggu, {0}, belum ada',
  'The first time an admin sees it before the channel does.': 'Pertama kali, admin melihatnya sebelum kanal ini.',
  "The forecast's record": 'Rekam jejak perkiraan',
  'The look back goes nowhere yet': 'Tinjauan belum dikirim ke mana pun',
  'The look back goes out': 'Tinjauan sedang dikirim',
  'The look back of this week is already posted': 'Tinjauan minggu ini sudah dikirim',
  "The month's spend": 'Belanja iklan bulan ini',
  'The week is not complete · data up to {0} · {1}': 'Minggu belum lengkap · data sampai {0} · {1}',
  'The weekly digest: last week against what was said, and what comes':
    'Ringkasan mingguan: minggu lalu dibanding perkiraannya, dan apa yang akan datang',
  'The {0} was not done: {1}.': '{0} tidak dikerjakan: {1}.',
  'There is no complete week yet': 'Belum ada minggu yang lengkap',
  Unmute: 'Batal bisukan',
  'Waiting for a decision: {0} budget shift ({1}).': 'Menunggu keputusan: {0} pergeseran anggaran ({1}).',
  'Waiting for a decision: {0} budget shifts ({1}).': 'Menunggu keputusan: {0} pergeseran anggaran ({1}).',
  'Week totals missed by': 'Total minggu meleset',
  'Week {0}, until {1} only: {2}': 'Minggu {0}, hanya sampai {1}: {2}',
  'Week {0}.': 'Minggu {0}.',
  'Week {0}: {1}': 'Minggu {0}: {1}',
  'Week {0}: {1}, above the band': 'Minggu {0}: {1}, di atas rentang',
  'Week {0}: {1}, below the band': 'Minggu {0}: {1}, di bawah rentang',
  'Week {0}: {1}, inside the band': 'Minggu {0}: {1}, di dalam rentang',
  'Were we right? Week {0}': 'Apakah kita benar? Minggu {0}',
  'Were we right? What closed this week, and how forecasts and models did':
    'Apakah kita benar? Apa yang selesai minggu ini, dan seberapa tepat perkiraan dan modelnya',
  "What is known moves no campaign's budget. {0}":
    'Dari yang diketahui, tidak ada anggaran kampanye yang perlu digeser. {0}',
  'What it holds': 'Isinya',
  'What moved most': 'Yang paling berubah',
  'What to do with budgets': 'Tindakan untuk anggaran',
  'What was posted stays. /channel set brings it back.': 'Yang sudah dikirim tetap ada. /channel set mengembalikannya.',
  'Where posts go': 'Tujuan kiriman',
  'Where the digest and the approvals go': 'Ke mana ringkasan dan persetujuan dikirim',
  'Where the digest goes': 'Tujuan ringkasan',
  'Which line': 'Baris yang mana',
  'Whom to reach': 'Siapa yang perlu dihubungi',
  'Without a known cost: {0}.': 'Tanpa biaya yang diketahui: {0}.',
  'Without post:yes you see it yourself.': 'Tanpa post:yes hanya Anda yang melihatnya.',
  'Worked.': 'Berhasil.',
  'Worth reaching: those who went from {0} to {1} this week.':
    'Layak dihubungi: mereka yang pindah dari {0} ke {1} minggu ini.',
  'Write into the digest how many of its channels have it': 'Tulis di ringkasan berapa kanal yang sudah menerimanya',
  'Written for': 'Ditulis untuk',
  'Written for {0}. It holds: {1}.': 'Ditulis untuk {0}. Isinya: {1}.',
  'all that is meant for them': 'semua yang ditujukan bagi mereka',
  analysts: 'analis',
  'campaign managers': 'manajer kampanye',
  'did not work': 'tidak berhasil',
  executives: 'para eksekutif',
  'for whom it is written; as it is set for this channel unless told':
    'untuk siapa ditulis; sesuai pengaturan kanal ini bila tidak disebut',
  'for whom the digest is written': 'untuk siapa ringkasan ditulis',
  'instead of all that is meant for them: {0}': 'sebagai ganti semua yang ditujukan bagi mereka: {0}',
  'persona: and include: are for the digest': 'persona: dan include: hanya untuk ringkasan',
  'post it to the digest channels; without, only you see it':
    'kirim ke kanal ringkasan; tanpa ini hanya Anda yang melihatnya',
  'post it without the days that are missing': 'kirim tanpa hari-hari yang belum ada',
  'posts by itself': 'terkirim otomatis',
  'the Monday of the week that was looked at': 'hari Senin dari minggu yang dilihat',
  'the channel, such as slack:C024BE91L; this one if left out':
    'kanalnya, misalnya slack:C024BE91L; kanal ini bila tidak disebut',
  'the line that is meant': 'baris yang dimaksud',
  'the settings that were looked at': 'pengaturan yang dilihat',
  'the whole of it, also when nothing happened': 'selengkapnya, juga bila tidak ada yang terjadi',
  'the whole team': 'seluruh tim',
  'waits for an admin to look: /digest preview': 'menunggu dilihat admin: /digest preview',
  'what not to post any more': 'apa yang tidak dikirim lagi',
  'what to post here': 'apa yang dikirim ke sini',
  '{0} approved by {1}.': '{0} disetujui {1}.',
  '{0} carried out, says {1}.': '{0} sudah dijalankan, kata {1}.',
  '{0} expired: nobody decided in time.': '{0} kedaluwarsa: tidak ada yang memutuskan tepat waktu.',
  '{0} gets no more of that': '{0} tidak menerimanya lagi',
  '{0} is not set for that': '{0} tidak diatur untuk itu',
  '{0} rejected by {1}.': '{0} ditolak {1}.',
  '{0} {1}, {2} people, {3} held out: {4} of those written to ordered, {5} of the others, {6}.':
    '{0} {1}, {2} orang, {3} sebagai kelompok pembanding: {4} dari yang dihubungi memesan, {5} dari kelompok pembanding, {6}.',
  '{0} {1}, {2} people, {3} held out: {4} of those written to ordered, {5} of the others.':
    '{0} {1}, {2} orang, {3} sebagai kelompok pembanding: {4} dari yang dihubungi memesan, {5} dari kelompok pembanding.',
  '{0} {1}, {2} people: void. {3} people who were held out were on another list meanwhile.':
    '{0} {1}, {2} orang: tidak sah. {3} orang dari kelompok pembanding sempat masuk daftar lain.',
  '{0} {1}, {2} people: void. 1 person who was held out was on another list meanwhile.':
    '{0} {1}, {2} orang: tidak sah. 1 orang dari kelompok pembanding sempat masuk daftar lain.',
  '{0} {1}, {2} people: {3} ordered. Nobody was held out, so what it brought cannot be known.':
    '{0} {1}, {2} orang: {3} memesan. Tidak ada kelompok pembanding, jadi hasilnya tidak bisa diketahui.',
  '{0} {1}: 80% {2} to {3}.': '{0} {1}: 80% {2} sampai {3}.',
  '{0}, closes {1}': '{0}, selesai {1}',
  '{0}, expires {1}': '{0}, kedaluwarsa {1}',
  '{0}, over by now: {1}.': '{0}, sudah berakhir: {1}.',
};
