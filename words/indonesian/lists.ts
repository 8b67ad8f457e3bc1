import type { Catalogue } from './catalogue.ts';

export const lists: Catalogue = {
  'Whom is the list of?': 'Daftar ini tentang siapa?',
  'The groups are: {0}. Who fell from one to another: /list make from:"…" fell-to:"…".':
    'Kelompoknya: {0}. Yang turun dari satu ke yang lain: /list make from:"…" fell-to:"…".',
  'Fill in the form': 'Isi formulir',
  'Group of customers': 'Kelompok pelanggan',
  'Percent held out, to compare with': 'Persen yang disisihkan sebagai pembanding',
  'Days in which an order counts': 'Hari di mana pesanan dihitung',
  'Leave out who was written to in the last days': 'Lewati yang dihubungi dalam hari-hari terakhir',
  'Leave out who ordered in the last days': 'Lewati yang memesan dalam hari-hari terakhir',
  'These are too few to measure an effect on: send it all the same, or make the list larger.':
    'Jumlah ini terlalu sedikit untuk mengukur pengaruh: kirim saja, atau perbesar daftarnya.',
  'What I can see with this size: an effect of about +{0} or larger. Smaller effects will read "can\'t tell".':
    'Yang bisa saya lihat dengan jumlah ini: pengaruh sekitar +{0} atau lebih. Pengaruh yang lebih kecil akan terbaca "belum bisa dipastikan".',
  'To see +10% it would take {0} people.': 'Untuk melihat +10% dibutuhkan {0} orang.',
  '{0} · {1} · {2} people': '{0} · {1} · {2} orang',
  'Write to': 'Dikirimi',
  'Hold out': 'Pembanding',
  Goal: 'Tujuan',
  'any order in {0}': 'pesanan apa pun dalam {0}',
  'Not on the list': 'Tidak masuk daftar',
  'Because they': 'Karena mereka',
  'Who is held out is drawn by a fixed rule from {0} and the customer, and stays so. The file is for you alone and goes on record.':
    'Kelompok pembanding ditarik dengan aturan tetap dari {0} dan pelanggannya, dan tetap begitu. Berkasnya hanya untuk Anda dan tercatat.',
  'What it brought': 'Hasilnya',
  Export: 'Ekspor',
  'A file with {0} customers is made for you, on record. {1} are held out and must not be written to until {2} have passed.':
    'Berkas berisi {0} pelanggan dibuat untuk Anda dan tercatat. {1} menjadi pembanding dan tidak boleh dikirimi sampai {2} berlalu.',
  'Use 50/50': 'Pakai 50/50',
  'Use 10%': 'Pakai 10%',
  'were taken out of the data': 'sudah dihapus dari data',
  'said no to messages': 'menolak dikirimi pesan',
  'are held out of another list': 'menjadi pembanding untuk daftar lain',
  'are on another list that is running': 'ada di daftar lain yang sedang berjalan',
  'were written to in the last {0}': 'dikirimi pesan dalam {0} terakhir',
  'ordered in the last {0}': 'memesan dalam {0} terakhir',
  'Because they {0}: {1}.': 'Karena mereka {0}: {1}.',
  'The file of a list, once, for you alone and on record':
    'Berkas sebuah daftar, satu kali, hanya untuk Anda dan tercatat',
  'the list, such as T-12': 'daftarnya, misalnya T-12',
  '{0} is older than a day': '{0} berumur lebih dari sehari',
  'People move and order: make it anew with /list make.': 'Orang berpindah dan memesan: buat lagi dengan /list make.',
  'Only {0} people of {1} may be written to any more': 'Hanya {0} orang dari {1} yang masih boleh dikirimi',
  'Since it was made, people were taken off it.': 'Sejak dibuat, ada orang yang dikeluarkan.',
  'A list needs {0} people: make it anew with /list make.': 'Daftar butuh {0} orang: buat lagi dengan /list make.',
  'Everybody of {0} is held out': 'Semua orang di {0} menjadi pembanding',
  'Hold out fewer: /list hold list:{0} holdout:50': 'Kurangi pembandingnya: /list hold list:{0} holdout:50',
  list: 'daftar',
  '{0}: {1} customers to write to': '{0}: {1} pelanggan untuk dikirimi',
  'Send it today. Orders count from {0}; then /list result {1} says what it brought.':
    'Kirim hari ini. Pesanan dihitung dari {0}; setelah itu /list result {1} menyebutkan hasilnya.',
  '{0} people are held out and are kept off other lists until then.':
    '{0} orang menjadi pembanding dan tidak dimasukkan ke daftar lain sampai saat itu.',
  'I know of no list {0}': 'Saya tidak mengenal daftar {0}',
  'Make one with /list make, or see them all with /list show.':
    'Buat dengan /list make, atau lihat semuanya dengan /list show.',
  '{0} was exported before': '{0} sudah diekspor sebelumnya',
  'Its people are as they are. Make a new list with /list make.':
    'Orang-orangnya tetap seperti itu. Buat daftar baru dengan /list make.',
  'Hold out more or fewer people of a list before it is exported':
    'Tambah atau kurangi kelompok pembanding suatu daftar sebelum diekspor',
  'percent left out, to compare with': 'persen yang tidak dikirimi, sebagai pembanding',
  'why nobody is held out': 'mengapa tidak ada pembanding',
  'Without people held out nobody will know what it brought': 'Tanpa pembanding, tidak ada yang akan tahu hasilnya',
  'If it must be so, say why: /list hold list:{0} holdout:0 reason:"…"':
    'Bila memang harus begitu, sebutkan alasannya: /list hold list:{0} holdout:0 reason:"…"',
  'A list of one group, or of who fell from one to another, with people held out to see what it brings':
    'Daftar satu kelompok, atau orang yang turun dari satu kelompok ke yang lain, dengan pembanding untuk melihat hasilnya',
  'the group of customers': 'kelompok pelanggannya',
  'instead: the group they were in': 'sebagai gantinya: kelompok mereka sebelumnya',
  'the group they are in now, or "{0}"': 'kelompok mereka sekarang, atau "{0}"',
  'when they were in the other group; half a year ago unless told':
    'kapan mereka di kelompok lama; setengah tahun lalu bila tidak disebut',
  'percent of them left out, to compare with': 'persen dari mereka yang menjadi pembanding',
  'days in which an order counts': 'hari yang pesanannya dihitung',
  'leave out who was written to in the last days': 'keluarkan yang dikirimi pesan dalam hari-hari terakhir',
  'leave out who ordered in the last days': 'keluarkan yang memesan dalam hari-hari terakhir',
  'Only {0} people of {1} could be written to': 'Hanya {0} orang dari {1} yang bisa dikirimi',
  'A list needs {0} people.': 'Daftar butuh {0} orang.',
  'No file says of {0} of them whether they agreed to messages: see that they did, or import a list of customers with a consent column and make this list anew.':
    'Tidak ada berkas yang menyebutkan apakah {0} dari mereka setuju dikirimi pesan: pastikan mereka setuju, atau impor daftar pelanggan dengan kolom persetujuan lalu buat daftar ini lagi.',
  'A group or a flow, not both': 'Kelompok atau perpindahan, jangan keduanya',
  'Say group:"…", or from:"…" fell-to:"…".': 'Sebutkan group:"…", atau from:"…" fell-to:"…".',
  'I do not know whom the list is of': 'Saya tidak tahu daftar ini untuk siapa',
  'Say group:"…", or from:"…" fell-to:"…". The groups are: {0}.':
    'Sebutkan group:"…", atau from:"…" fell-to:"…". Kelompoknya: {0}.',
  'List {0}': 'Daftar {0}',
  "I know nobody's group on {0}": 'Saya tidak tahu kelompok siapa pun pada {0}',
  'My data is of {0}.': 'Data saya dari {0}.',
  stopped: 'berhenti',
  '{0} who stopped': '{0} yang berhenti',
  '{0} (fell from {1})': '{0} (turun dari {1})',
  'did harm': 'merugikan',
  'What a list brought: worked, did not, or cannot be told':
    'Hasil sebuah daftar: berhasil, tidak, atau belum bisa dipastikan',
  '{0} was never exported': '{0} tidak pernah diekspor',
  'Nothing was sent, so there is nothing to see.': 'Tidak ada yang dikirim, jadi tidak ada yang bisa dilihat.',
  '{0} closes on {1}': '{0} ditutup pada {1}',
  'Looking earlier would find chance. My data ends on {0}.':
    'Melihat lebih awal hanya menemukan kebetulan. Data saya berakhir pada {0}.',
  'Nobody was held out of {0}: what it brought cannot be known':
    'Tidak ada pembanding untuk {0}: hasilnya tidak bisa diketahui',
  '{0} of those written to ordered.': '{0} dari yang dikirimi memesan.',
  'No reason was given.': 'Tidak ada alasan yang diberikan.',
  'The reason given was: {0}.': 'Alasan yang diberikan: {0}.',
  '{0} closed on {1}, and my data ends on {2}': '{0} sudah ditutup pada {1}, tetapi data saya berakhir pada {2}',
  'Bring the orders until {0} with /import, and I say what it brought.':
    'Masukkan pesanan sampai {0} dengan /import, lalu saya katakan hasilnya.',
  '1 person who was held out was on another list meanwhile: the two groups cannot be compared.':
    '1 orang dari kelompok pembanding sempat masuk daftar lain: kedua kelompok tidak bisa dibandingkan.',
  '{0} people who were held out were on another list meanwhile: the two groups cannot be compared.':
    '{0} orang dari kelompok pembanding sempat masuk daftar lain: kedua kelompok tidak bisa dibandingkan.',
  'Ordered more often than those held out': 'Lebih sering memesan daripada pembanding',
  'Told on {0}, before newer data came: {1}.': 'Dikatakan pada {0}, sebelum ada data yang lebih baru: {1}.',
  'Told on {0}, before newer data came: {1}, {2}.': 'Dikatakan pada {0}, sebelum ada data yang lebih baru: {1}, {2}.',
  '{0} (95%: {1} to {2})': '{0} (95%: {1} sampai {2})',
  'From, 95%': 'Dari, 95%',
  'To, 95%': 'Sampai, 95%',
  Ordered: 'Memesan',
  Share: 'Porsi',
  'Written to': 'Dikirimi',
  'Held out': 'Pembanding',
  'Orders from {0}. Everybody counts where the draw put them, whether the message arrived or not.':
    'Pesanan dari {0}. Semua orang dihitung di tempat hasil undiannya, baik pesannya sampai maupun tidak.',
  '{0} of them were taken out of the data since: they count nowhere.':
    '{0} dari mereka sudah dihapus dari data sejak itu: tidak dihitung di mana pun.',
  'one of them, such as T-12': 'salah satunya, misalnya T-12',
  'The lists that were made, and when each can be judged':
    'Daftar-daftar yang dibuat, dan kapan masing-masing bisa dinilai',
  'No list was made yet': 'Belum ada daftar yang dibuat',
  'Make one of a group: /list make group:"…"': 'Buat dari satu kelompok: /list make group:"…"',
  '{0} list': '{0} daftar',
  '{0} lists': '{0} daftar',
  List: 'Daftar',
  Made: 'Dibuat',
  Closes: 'Ditutup',
  draft: 'draf',
  'can be judged': 'bisa dinilai',
  running: 'berjalan',
  'waits for data': 'menunggu data',
  'There is no list for that yet': 'Belum ada daftar untuk itu',
  'Which list?': 'Daftar yang mana?',
  'Of those who would have been on this list {0} ago, hardly anybody has ordered since: what effect could be seen cannot be said.':
    'Dari mereka yang {0} lalu akan masuk daftar ini, hampir tidak ada yang memesan sejak itu: dampak yang bisa terlihat tidak dapat disebutkan.',
  'Some order anyway: of those who would have been on this list {0} ago, {1} have ordered since.':
    'Sebagian tetap memesan tanpa pesan dari Anda: dari mereka yang {0} lalu akan masuk daftar ini, {1} sudah memesan sejak itu.',
  'With half of them held out I could see +{0}.': 'Dengan setengahnya sebagai pembanding, +{0} bisa terlihat.',
};
