import type { Catalogue } from './catalogue.ts';

/** Help, status, the team, settings, languages, and the way from nothing to the first digest. */
export const start: Catalogue = {
  'What one may ask, or all about one command': 'Apa saja yang bisa ditanyakan, atau semua tentang satu perintah',
  'a command, such as forecast, or all': 'sebuah perintah, misalnya forecast, atau all',
  'Did you mean /help {0}?': 'Maksud Anda /help {0}?',
  '/help all lists every command.': '/help all menampilkan semua perintah.',
  'What waits for me?': 'Apa yang menunggu saya?',
  'How did last week go?': 'Bagaimana minggu lalu?',
  'Were we right? What closed this week?': 'Apakah kita benar? Apa yang selesai minggu ini?',
  'How right were all forecasts so far?': 'Seberapa tepat semua perkiraan sejauh ini?',
  'Which holidays and sales days are counted with?': 'Hari libur dan hari promo mana yang ikut diperhitungkan?',
  'How fresh is the data, is all well?': 'Seberapa baru datanya, apakah semuanya baik?',
  'What will the coming weeks bring?': 'Apa yang akan datang di minggu-minggu berikutnya?',
  'Is anything out of the ordinary?': 'Adakah yang tidak biasa?',
  'Who are my customers?': 'Siapa pelanggan saya?',
  'Who moved up, who is slipping away?': 'Siapa yang naik, siapa yang mulai menjauh?',
  'Whom do I write to?': 'Siapa yang perlu saya hubungi?',
  'What do my campaigns bring?': 'Apa hasil kampanye saya?',
  'What should I plan next?': 'Apa yang sebaiknya saya rencanakan?',
  'Where should the budget go?': 'Ke mana anggaran sebaiknya diarahkan?',
  'What waits for a decision?': 'Apa yang menunggu keputusan?',
  'Bring in a file': 'Masukkan berkas',
  'Where does a number come from?': 'Dari mana sebuah angka berasal?',
  'Set this up: shop, files, channels, people': 'Siapkan: toko, berkas, kanal, orang',
  'Change your language': 'Ganti bahasa Anda',
  'What you can ask': 'Yang bisa Anda tanyakan',
  'Type this': 'Ketik ini',
  'You want to know': 'Anda ingin tahu',
  'Arguments are written key:value, for example /forecast weeks:8. Add share:yes to answer where all can read it. /help forecast tells all about one command, /help all lists every one.':
    'Argumen ditulis nama:nilai, misalnya /forecast weeks:8. Tambahkan share:yes agar jawabannya bisa dibaca semua orang. /help forecast menjelaskan satu perintah, /help all menampilkan semuanya.',
  'All commands': 'Semua perintah',
  '{0} command': '{0} perintah',
  '{0} commands': '{0} perintah',
  Command: 'Perintah',
  'What it does': 'Kegunaannya',
  '{0}: (needed)': '{0}: (wajib)',
  Argument: 'Argumen',
  Meaning: 'Arti',
  Values: 'Nilai',
  'A link, for you alone, that opens the web workspace': 'Tautan, hanya untuk Anda, yang membuka ruang kerja web',
  'Your link to the workspace': 'Tautan Anda ke ruang kerja',
  'It works once, within ten minutes, on the machine where Sextant runs.':
    'Berlaku satu kali, dalam sepuluh menit, di mesin tempat Sextant berjalan.',
  'A token for programs that ask over HTTP': 'Token untuk program yang bertanya lewat HTTP',
  'what will use it': 'program yang akan memakainya',
  'must be letters, digits, - and _': 'harus berupa huruf, angka, - dan _',
  'what it may do': 'apa yang boleh dilakukannya',
  'There is a token for {0} already': 'Token untuk {0} sudah ada',
  'Take it back first: /team remove user:api:{0}': 'Cabut dulu: /team remove user:api:{0}',
  'A token for {0}, {1}': 'Token untuk {0}, {1}',
  'It is shown this once and works for a year. Send it as Authorization: Bearer … to /api/ask.':
    'Hanya ditampilkan sekali ini dan berlaku satu tahun. Kirimkan sebagai Authorization: Bearer … ke /api/ask.',
  "Type /signin in Slack or Discord, or run npm run --silent ask -- '/signin' where Sextant runs, and open the link you get.":
    "Ketik /signin di Slack atau Discord, atau jalankan npm run --silent ask -- '/signin' di tempat Sextant berjalan, lalu buka tautan yang Anda terima.",
  'by hand': 'secara manual',
  'by webhook': 'lewat webhook',
  'by file drop': 'lewat berkas di folder',
  'Budget plan': 'Rencana anggaran',
  'Send again': 'Kirim lagi',
  'How fresh the data is, what ran last, what waits, which doors are open':
    'Seberapa baru datanya, apa yang terakhir berjalan, apa yang menunggu, pintu mana yang terbuka',
  'not set up': 'belum disiapkan',
  'Data from': 'Data sejak',
  'Messages waiting': 'Pesan menunggu',
  'Messages sent': 'Pesan terkirim',
  'Messages failed': 'Pesan gagal',
  'Waiting for a decision': 'Menunggu keputusan',
  'Approved, to be carried out': 'Disetujui, belum dijalankan',
  'Budget changes': 'Perubahan anggaran',
  'Last runs': 'Perhitungan terakhir',
  Schedule: 'Jadwal',
  Next: 'Berikutnya',
  'Last finished': 'Terakhir selesai',
  Doors: 'Pintu',
  Door: 'Pintu',
  'Not delivered to {0} {1}: {2}': 'Tidak terkirim ke {0} {1}: {2}',
  '{0} message could not be delivered': '{0} pesan tidak bisa dikirim',
  '{0} messages could not be delivered': '{0} pesan tidak bisa dikirim',
  'All is well': 'Semua baik-baik saja',
  'viewer: ask': 'viewer: bertanya',
  'analyst: import and propose': 'analyst: mengimpor dan mengusulkan',
  'approver: decide on budget shifts': 'approver: memutuskan pergeseran anggaran',
  'admin: all of it, settings and this list': 'admin: semuanya, termasuk pengaturan dan daftar ini',
  'Who may do what here': 'Siapa boleh melakukan apa di sini',
  'Nobody is on the team yet': 'Belum ada orang di tim',
  '{0} person on the team': '{0} orang di tim',
  '{0} people on the team': '{0} orang di tim',
  Role: 'Peran',
  'Approves alone up to': 'Menyetujui sendiri sampai',
  'Whoever can open the database file at the terminal is an admin.':
    'Siapa pun yang bisa membuka berkas basis data di terminal adalah admin.',
  'What a shift may move in a week: 50M, or none for any amount. For approvers.':
    'Yang boleh digeser dalam seminggu: 50jt, atau none untuk berapa pun. Untuk approver.',
  'Who is asked when an approver does not decide.': 'Siapa yang ditanya bila approver tidak memutuskan.',
  'Add a person': 'Tambah orang',
  'Platform and user id': 'Platform dan id pengguna',
  Person: 'Orang',
  'Change a role': 'Ubah peran',
  'Remove a person': 'Keluarkan orang',
  'Give a person a role; an approver a limit and a deputy': 'Beri seseorang peran; untuk approver juga batas dan wakil',
  'the platform and its user id: slack:U024BE7LH, discord:80351110224678912':
    'platform dan id penggunanya: slack:U024BE7LH, discord:80351110224678912',
  'what the person may do': 'apa yang boleh dilakukan orang itu',
  'what to call the person': 'panggilan orang itu',
  'what the person approves alone, moved in a week: 50M, or none':
    'yang boleh disetujui sendiri, per minggu: 50jt, atau none',
  'who is asked when the person does not decide: slack:U061F7AUR, or none':
    'siapa yang ditanya bila orang itu tidak memutuskan: slack:U061F7AUR, atau none',
  'The team': 'Tim',
  '{0} is a viewer now': '{0} sekarang viewer',
  '{0} is an analyst now': '{0} sekarang analyst',
  '{0} is an approver now': '{0} sekarang approver',
  '{0} is an admin now': '{0} sekarang admin',
  'Take away all rights of a person or a token, and end its sessions':
    'Cabut semua hak seseorang atau sebuah token, dan akhiri sesinya',
  'the platform and its user id: slack:U024BE7LH, api:dashboard':
    'platform dan id penggunanya: slack:U024BE7LH, api:dashboard',
  'I do not know {0}': 'Saya tidak mengenal {0}',
  'See /team list.': 'Lihat /team list.',
  'You cannot remove yourself': 'Anda tidak bisa mengeluarkan diri sendiri',
  'Another admin can.': 'Admin lain bisa.',
  '{0} has no rights here any more': '{0} tidak punya hak lagi di sini',
  '{0} is the last admin': '{0} adalah admin terakhir',
  'Make somebody else an admin first: /team set user:slack:U024BE7LH role:admin.':
    'Jadikan orang lain admin dulu: /team set user:slack:U024BE7LH role:admin.',
  'Nobody is their own deputy': 'Tidak ada yang menjadi wakil bagi dirinya sendiri',
  'Name somebody else, or none.': 'Sebutkan orang lain, atau none.',
  'Give that person a role first: /team set user:{0} role:viewer.':
    'Beri orang itu peran dulu: /team set user:{0} role:viewer.',
  '"{0}" is not a user id': '"{0}" bukan id pengguna',
  'Write the platform and its own id, for example slack:U024BE7LH. Display names can be changed by anyone.':
    'Tulis platform dan id-nya, misalnya slack:U024BE7LH. Nama tampilan bisa diganti siapa saja.',
  '"{0}" does not say both the money and the time zone of the shop':
    '"{0}" tidak menyebut mata uang dan zona waktu toko sekaligus',
  'Say both, for example shop:"IDR Asia/Jakarta".': 'Sebutkan keduanya, misalnya shop:"IDR Asia/Jakarta".',
  'Drop a file of orders here, or bring it with /data add. /start leads through it step by step; to look around first, try /demo.':
    'Jatuhkan berkas pesanan di sini, atau bawa dengan /data add. /start memandu langkah demi langkah; untuk melihat-lihat dulu, coba /demo.',
  'My last complete day is {0}: I do not look ahead from that':
    'Hari lengkap terakhir saya {0}: saya tidak melihat ke depan dari situ',
  'My last complete day is {0}: I do not write a digest from that':
    'Hari lengkap terakhir saya {0}: saya tidak menulis ringkasan dari situ',
  'My last complete day is {0}: I do not plan a budget from that':
    'Hari lengkap terakhir saya {0}: saya tidak merencanakan anggaran dari situ',
  'My last complete day is {0}: I do not adjust a budget from that':
    'Hari lengkap terakhir saya {0}: saya tidak menyesuaikan anggaran dari situ',
  'My last complete day is {0}: I do not propose a budget from that':
    'Hari lengkap terakhir saya {0}: saya tidak mengusulkan anggaran dari situ',
  'My last complete day is {0}: I do not suggest a budget from that':
    'Hari lengkap terakhir saya {0}: saya tidak menyarankan anggaran dari situ',
  'My last complete day is {0}: I do not make a list from that':
    'Hari lengkap terakhir saya {0}: saya tidak membuat daftar dari situ',
  'My last complete day is {0}: I do not plan the next 30 days from that':
    'Hari lengkap terakhir saya {0}: saya tidak merencanakan 30 hari ke depan dari situ',
  'It is {0} now. Import newer orders, or ask what could be said then: {1} as-of:{2}':
    'Sekarang {0}. Impor pesanan yang lebih baru, atau tanyakan apa yang bisa dikatakan saat itu: {1} as-of:{2}',
  'To look at it beside your shop: PORT=3005 npm start -- --demo, or at the terminal npm run ask -- --demo.':
    'Untuk melihatnya di samping toko Anda: PORT=3005 npm start -- --demo, atau di terminal npm run ask -- --demo.',
  'The demo shop: made-up data to try everything on': 'Toko demo: data buatan untuk mencoba semuanya',
  'Your own shop is at work here, and stays open': 'Toko Anda sendiri sedang berjalan di sini, dan tetap terbuka',
  'Which shop is open was settled when Sextant was started':
    'Toko mana yang terbuka sudah ditentukan saat Sextant dijalankan',
  'Only an admin opens another shop': 'Hanya admin yang membuka toko lain',
  'The demo shop is being opened': 'Toko demo sedang dibuka',
  'A running Sextant changes over in a few seconds: load the page again. Your own shop stays as it is; /start own:yes brings it back.':
    'Sextant yang sedang berjalan berpindah dalam beberapa detik: muat ulang halamannya. Toko Anda tetap seperti semula; /start own:yes membukanya kembali.',
  'English or Indonesian: for you, for a channel, or for all of the shop':
    'Bahasa Inggris atau Indonesia: untuk Anda, untuk satu kanal, atau untuk seluruh toko',
  'en for English, id for Bahasa Indonesia': 'en untuk bahasa Inggris, id untuk Bahasa Indonesia',
  'for whom': 'untuk siapa',
  'Only an admin sets that for others': 'Hanya admin yang mengaturnya untuk orang lain',
  'For yourself: /language set:{0}.': 'Untuk Anda sendiri: /language set:{0}.',
  'I answer you in {0}': 'Saya menjawab Anda dalam {0}',
  'Posts in this channel are in {0}': 'Kiriman di kanal ini dalam {0}',
  '{0} for everybody who has chosen no other': '{0} untuk semua yang belum memilih bahasa lain',
  You: 'Anda',
  'This channel': 'Kanal ini',
  'as the shop': 'mengikuti toko',
  'The shop': 'Toko',
  Languages: 'Bahasa',
  'What only you read is in your language, posts are in the channel’s. Names and what people wrote stay as they are.':
    'Yang hanya Anda baca memakai bahasa Anda, kiriman memakai bahasa kanal. Nama dan tulisan orang tetap apa adanya.',
  '{0} in this channel': '{0} di kanal ini',
  '{0} for the shop': '{0} untuk toko',
  'Ask this in the channel that it is for.': 'Tanyakan ini di kanal yang dimaksud.',
  'must be a currency by its three letters, such as IDR': 'harus mata uang dengan tiga huruf, misalnya IDR',
  'Time zone: days begin and end by it': 'Zona waktu: hari dimulai dan berakhir menurutnya',
  'Another one is typed: /settings zone:Europe/Rome.': 'Zona lain bisa diketik: /settings zone:Europe/Rome.',
  'Role given': 'Peran diberikan',
  'Rights taken away': 'Hak dicabut',
  'Rules of approval': 'Aturan persetujuan',
  Token: 'Token',
  'Who changed settings, roles and rules, and what they were before':
    'Siapa yang mengubah pengaturan, peran, dan aturan, serta nilainya sebelum itu',
  'Nothing has been changed yet': 'Belum ada yang diubah',
  'The last changes': 'Perubahan terakhir',
  Who: 'Siapa',
  Concerns: 'Tentang',
  Before: 'Sebelum',
  After: 'Sesudah',
  'the shop': 'toko',
  'Name, money, clock and language of the shop; an admin changes them here':
    'Nama, mata uang, waktu, dan bahasa toko; admin mengubahnya di sini',
  'what the shop is called': 'nama toko',
  'the money it counts in: IDR': 'mata uang yang dipakai: IDR',
  'its time zone: Asia/Jakarta': 'zona waktunya: Asia/Jakarta',
  'must be monday: forecasts are frozen and scored in weeks from Monday to Sunday':
    'harus monday: perkiraan dibekukan dan dinilai per minggu dari Senin sampai Minggu',
  'the day that weeks begin on': 'hari awal minggu',
  'for everybody who has chosen no other': 'untuk semua yang belum memilih sendiri',
  'how numbers and dates are written in English: en-SG, en-GB, en-US':
    'cara menulis angka dan tanggal dalam bahasa Inggris: en-SG, en-GB, en-US',
  'must be a locale such as en-SG': 'harus lokal seperti en-SG',
  'Only an admin changes the settings': 'Hanya admin yang mengubah pengaturan',
  'Anyone may read them: /settings.': 'Siapa pun boleh melihatnya: /settings.',
  'The settings are changed': 'Pengaturan sudah diubah',
  'The demo shop stays as it is': 'Toko demo tetap apa adanya',
  'A shop of your own: /start own:yes. Its language you can set.':
    'Untuk toko Anda sendiri: /start own:yes. Bahasanya bisa Anda atur.',
  'A new shop needs its currency and its time zone': 'Toko baru memerlukan mata uang dan zona waktu',
  'For example: /settings name:"Kopi Kita" currency:IDR zone:Asia/Jakarta':
    'Contohnya: /settings name:"Kopi Kita" currency:IDR zone:Asia/Jakarta',
  'Currency and time zone are settled: {0}, {1}': 'Mata uang dan zona waktu sudah tetap: {0}, {1}',
  'Every amount and every day that came in is kept in them. Take the files back with /data undo, or import them again into a database of their own.':
    'Semua jumlah dan hari yang masuk disimpan dengan itu. Batalkan berkasnya dengan /data undo, atau impor lagi ke basis data tersendiri.',
  'Who changed what': 'Siapa mengubah apa',
  'Settings of {0}': 'Pengaturan {0}',
  'The shop is not set up yet': 'Toko belum disiapkan',
  'Weeks begin on': 'Awal minggu',
  'English numbers and dates as in': 'Angka dan tanggal bahasa Inggris menurut',
  'Of the demo shop only the language can be changed.': 'Dari toko demo hanya bahasanya yang bisa diubah.',
  'Currency and time zone are settled: every amount and every day that came in is kept in them.':
    'Mata uang dan zona waktu sudah tetap: semua jumlah dan hari yang masuk disimpan dengan itu.',
  'Weeks run from Monday to Sunday: forecasts are frozen and scored in them, and another start would make past and coming weeks incomparable.':
    'Minggu berjalan dari Senin sampai Minggu: perkiraan dibekukan dan dinilai menurut itu, dan awal yang lain membuat minggu lalu dan mendatang tidak bisa dibandingkan.',
  'Name of the shop': 'Nama toko',
  'Change settings': 'Ubah pengaturan',
  'Set up the shop': 'Siapkan toko',
  'Settings of the shop': 'Pengaturan toko',
  Save: 'Simpan',
  'Set Sextant up, step by step, from nothing to the first digest':
    'Siapkan Sextant, langkah demi langkah, dari nol sampai ringkasan mingguan pertama',
  'the step to look at; without, the next that is to be done':
    'langkah yang ingin dilihat; tanpa ini, langkah berikutnya yang belum selesai',
  'from the demo to a shop of your own': 'dari demo ke toko Anda sendiri',
  'what your shop is called': 'nama toko Anda',
  'your own name': 'nama Anda sendiri',
  'Everything is set up': 'Semuanya sudah siap',
  'Step {0} of {1}: {2}': 'Langkah {0} dari {1}: {2}',
  'Most of this is for an admin; see /team list.': 'Sebagian besar ini tugas admin; lihat /team list.',
  'Next: {0}': 'Lanjut: {0}',
  'Back: {0}': 'Kembali: {0}',
  'This is the demo shop: try it, then set up your own': 'Ini toko demo: coba dulu, lalu siapkan toko Anda sendiri',
  'An Indonesian shop, made up: 3,000 customers, two years of orders, campaigns and spend. Everything works as with your own data, DEMO stands on every answer, and nothing reaches a real channel.':
    'Toko Indonesia rekaan: 3.000 pelanggan, dua tahun pesanan, kampanye, dan belanja iklan. Semuanya bekerja seperti dengan data Anda sendiri, setiap jawaban bertanda DEMO, dan tidak ada yang sampai ke kanal sungguhan.',
  'Your own shop gets a database of its own. Nothing of the demo goes into it, and the demo stays for later: /demo brings it back while your shop has no orders.':
    'Toko Anda mendapat basis data sendiri. Tidak ada data demo yang masuk ke sana, dan demo tetap tersimpan: /demo membukanya kembali selama toko Anda belum punya pesanan.',
  'An admin takes the next step, a shop of your own: /start own:yes.':
    'Langkah berikutnya, toko Anda sendiri, dilakukan seorang admin: /start own:yes.',
  'Preview the digest': 'Pratinjau ringkasan mingguan',
  "Forecast the demo's last weeks as each Monday's digest would have, and score them":
    'Perkirakan minggu-minggu terakhir demo seperti ringkasan tiap Senin, lalu nilai',
  'how many Mondays it looks back on': 'berapa Senin ke belakang',
  'Only the demo has a made-up past': 'Hanya demo yang punya masa lalu rekaan',
  "Your own fills with each Monday's digest.": 'Milik Anda terisi dengan ringkasan tiap Senin.',
  'The demo has {0} weeks of forecasts': 'Demo punya {0} minggu perkiraan',
  'Whoever started Sextant settled that it shows this shop: ask them to open your own.':
    'Yang menjalankan Sextant sudah menentukan toko ini yang terbuka: minta mereka membuka toko Anda sendiri.',
  'The demo can be opened beside it: ask whoever started Sextant.':
    'Demo bisa dibuka di sampingnya: minta kepada yang menjalankan Sextant.',
  'Which shop is open here was settled when Sextant was started: DATABASE_PATH=data/local/shop.db npm start opens your own.':
    'Toko mana yang terbuka di sini sudah ditentukan saat Sextant dijalankan: DATABASE_PATH=data/local/shop.db npm start membuka toko Anda sendiri.',
  'Open my own shop': 'Buka toko saya sendiri',
  'Set up my own shop': 'Siapkan toko saya sendiri',
  'A shop of your own': 'Toko Anda sendiri',
  'Open it': 'Buka',
  'Your own name': 'Nama Anda sendiri',
  'This is your own shop already': 'Ini sudah toko Anda sendiri',
  '/start shows what is next, /settings changes it.':
    '/start menunjukkan langkah berikutnya, /settings untuk mengubahnya.',
  'I cannot change over from here': 'Saya tidak bisa berpindah dari sini',
  'Only an admin sets up the shop': 'Hanya admin yang menyiapkan toko',
  'Ask one of them: /team list.': 'Tanyakan kepada salah satunya: /team list.',
  'Your own shop is being opened': 'Toko Anda sendiri sedang dibuka',
  'It is as you left it.': 'Keadaannya seperti saat Anda tinggalkan.',
  'A running Sextant changes over in a few seconds.': 'Sextant yang sedang berjalan berpindah dalam beberapa detik.',
  'Sign in as you always do: by /signin in your chat or at the terminal.':
    'Masuklah seperti biasa: dengan /signin di chat Anda atau di terminal.',
  'A shop of your own needs a name, its currency and its time zone':
    'Toko Anda sendiri memerlukan nama, mata uang, dan zona waktu',
  'For example: /start own:yes name:"Kopi Kita" currency:IDR zone:Asia/Jakarta':
    'Contohnya: /start own:yes name:"Kopi Kita" currency:IDR zone:Asia/Jakarta',
  '{0} is being opened': '{0} sedang dibuka',
  'Open it with this link, which works once: {0}': 'Buka dengan tautan ini, yang berlaku satu kali: {0}',
  'It is empty, and counts in {0}, by the clock of {1}.': 'Masih kosong, memakai {0}, menurut waktu {1}.',
  '/start then goes on with your first file.': 'Lalu /start melanjutkan dengan berkas pertama Anda.',
  'Amounts are in {0}, days begin and end in {1}, weeks run from Monday to Sunday.':
    'Jumlah dalam {0}, hari dimulai dan berakhir menurut {1}, minggu dari Senin sampai Minggu.',
  'Say what the shop is called, what money it counts in and in which time zone its days begin. A first file of a marketplace often tells it by itself.':
    'Sebutkan nama toko, mata uangnya, dan zona waktu awal harinya. Berkas pertama dari marketplace sering sudah menyebutkannya.',
  'Your orders': 'Pesanan Anda',
  '{0} orders, {1} to {2}': '{0} pesanan, {1} sampai {2}',
  '{0} file waits for you': '{0} berkas menunggu Anda',
  '{0} files wait for you': '{0} berkas menunggu Anda',
  'none yet': 'belum ada',
  'Bring the export of your shop or marketplace as it comes: drop the file here, or type /data add with it. I show what I read in it before anything is stored, and it can be taken back for 30 days.':
    'Bawa ekspor dari toko atau marketplace Anda apa adanya: jatuhkan berkasnya di sini, atau ketik /data add beserta berkasnya. Saya tunjukkan apa yang saya baca sebelum ada yang disimpan, dan bisa dibatalkan selama 30 hari.',
  'The next file is brought the same way.': 'Berkas berikutnya dibawa dengan cara yang sama.',
  'Check the data': 'Periksa data',
  'Where it came from': 'Dari mana asalnya',
  'Look at the demo first': 'Lihat demo dulu',
  'The first forecast': 'Perkiraan pertama',
  'I try several methods on your own past and weigh each by how little it erred. Where the past is too short I say so, and what is missing.':
    'Saya mencoba beberapa metode pada masa lalu Anda dan menimbang masing-masing menurut kecilnya galat. Bila riwayatnya terlalu pendek, saya katakan, beserta apa yang kurang.',
  'As of {0}': 'Per {0}',
  'Your data ends on {0}, too long ago to look ahead from. Bring newer orders; what could be said then is shown by /forecast as-of:{1}.':
    'Data Anda berakhir pada {0}, terlalu lama untuk dipakai melihat ke depan. Bawa pesanan yang lebih baru; apa yang bisa dikatakan saat itu ditunjukkan /forecast as-of:{1}.',
  'not from data that ends on {0}': 'tidak bisa dari data yang berakhir {0}',
  'As it looked then': 'Seperti saat itu',
  'This needs your orders first.': 'Ini memerlukan pesanan Anda dulu.',
  'Where I post': 'Tempat saya mengirim',
  'nowhere yet': 'belum di mana pun',
  'Digest: {0}; approvals: {1}': 'Ringkasan: {0}; persetujuan: {1}',
  'The digest and the proposals go to channels of your choice, and to the web workspace in any case.':
    'Ringkasan dan usulan dikirim ke kanal pilihan Anda, dan selalu ke ruang kerja web.',
  'Is it to be this channel?': 'Apakah ke kanal ini?',
  'In the channel that should get them, type /channel set purpose:digest or /channel set purpose:approvals.':
    'Di kanal yang dituju, ketik /channel set purpose:digest atau /channel set purpose:approvals.',
  'Digest here': 'Ringkasan di sini',
  'Approvals here': 'Persetujuan di sini',
  nowhere: 'tidak di mana pun',
  'People and roles': 'Orang dan peran',
  'nobody yet': 'belum ada orang',
  'Viewers ask, analysts import and propose, approvers decide on budget shifts up to their limit, admins do all of it. Nobody approves what they asked for themselves, so it takes two people. An approver’s deputy is asked when time runs out.':
    'Viewer bertanya, analyst mengimpor dan mengusulkan, approver memutuskan pergeseran anggaran sampai batasnya, admin melakukan semuanya. Tidak ada yang menyetujui usulannya sendiri, jadi perlu dua orang. Wakil approver ditanya bila waktunya habis.',
  'Slack: not connected. It needs SLACK_BOT_TOKEN and SLACK_APP_TOKEN in the environment.':
    'Slack: belum terhubung. Perlu SLACK_BOT_TOKEN dan SLACK_APP_TOKEN di environment.',
  'Discord: not connected. It needs DISCORD_TOKEN and DISCORD_APPLICATION_ID in the environment.':
    'Discord: belum terhubung. Perlu DISCORD_TOKEN dan DISCORD_APPLICATION_ID di environment.',
  'Approved shifts are carried out by hand, from a card. BUDGET_WEBHOOK_URL or BUDGET_DROP_FOLDER hands them to a tool of yours.':
    'Pergeseran yang disetujui dijalankan secara manual, dari sebuah kartu. BUDGET_WEBHOOK_URL atau BUDGET_DROP_FOLDER meneruskannya ke alat Anda.',
  'Approved shifts go to your webhook.': 'Pergeseran yang disetujui dikirim ke webhook Anda.',
  'Approved shifts are left as files.': 'Pergeseran yang disetujui ditaruh sebagai berkas.',
  'What is connected': 'Yang terhubung',
  'the web workspace and the terminal': 'ruang kerja web dan terminal',
  'Keys and tokens are set where Sextant runs, in .env, and are never typed in a chat; .env.example tells where to get each.':
    'Kunci dan token diatur di tempat Sextant berjalan, di .env, dan tidak pernah diketik di chat; .env.example menjelaskan dari mana mendapatkannya.',
  'The first digest': 'Ringkasan mingguan pertama',
  'not posted yet': 'belum dikirim',
  'See it as it would be posted: only you read the preview. From then on it comes by itself, each Monday.':
    'Lihat seperti yang akan dikirim: hanya Anda yang membaca pratinjaunya. Setelah itu ia datang sendiri, setiap Senin.',
  'When it is posted': 'Kapan dikirim',
  'for somebody else, who has no chat with me: web:budi':
    'untuk orang lain yang tidak punya chat dengan saya: web:budi',
  'A link to the workspace, for {0}': 'Tautan ke ruang kerja, untuk {0}',
  'Hand it to {0} and to nobody else.': 'Berikan kepada {0} saja.',
  'The workspace does not know you by name': 'Ruang kerja belum mengenal nama Anda',
  'Ask an admin to run: /team set user:{0} role:viewer': 'Minta admin menjalankan: /team set user:{0} role:viewer',
  'Only an admin makes links for others': 'Hanya admin yang membuat tautan untuk orang lain',
  'For yourself: /signin.': 'Untuk Anda sendiri: /signin.',
  '{0} is not somebody who signs in by the workspace alone': '{0} bukan orang yang masuk lewat ruang kerja saja',
  'Add the person first: /team set user:web:budi role:viewer name:Budi. Whoever is in Slack or Discord types /signin there.':
    'Tambahkan dulu orangnya: /team set user:web:budi role:viewer name:Budi. Yang ada di Slack atau Discord mengetik /signin di sana.',
  'Sign-in link for {0}': 'Tautan masuk untuk {0}',
  'slack:U024BE7LH (profile, Copy member ID), discord:80351110224678912 (Copy User ID), or web:budi for somebody who has neither.':
    'slack:U024BE7LH (profil, Copy member ID), discord:80351110224678912 (Copy User ID), atau web:budi untuk yang tidak punya keduanya.',
  'made; data until {0}': 'sudah dibuat; data sampai {0}',
  'seen and approved; it comes by itself': 'sudah dilihat dan disetujui; datang dengan sendirinya',
  'must be a time zone such as Asia/Jakarta, or a large city in it':
    'harus zona waktu seperti Asia/Jakarta, atau kota besar di dalamnya',
  'may be {0}: say which': 'bisa berarti {0}: sebutkan yang mana',
  'It goes on with your first file.': 'Lanjutannya dengan berkas pertama Anda.',
  'alerts add metric:revenue when:"below 50M a week"': 'alerts add metric:revenue when:"di bawah 50jt seminggu"',
  'alerts add metric:orders when:"down 20% on last week"':
    'alerts add metric:orders when:"turun 20% dari minggu sebelumnya"',
  'alerts add metric:revenue when:"down 30% on usual" channel:shopee':
    'alerts add metric:revenue when:"turun 30% dari minggu biasa" channel:shopee',
  'alerts change L-1 when:"below 60M a week"': 'alerts change L-1 when:"di bawah 60jt seminggu"',
  'segment split name:"active high spenders"': 'segment split name:"pembelanja besar aktif"',
  'segment name from:"active high spenders" to:VIP': 'segment name from:"pembelanja besar aktif" to:VIP',
  'segment profile name:"active high spenders"': 'segment profile name:"pembelanja besar aktif"',
  'segment conversion by:age of:"accepted campaign 3"': 'segment conversion by:age of:"menerima kampanye 3"',
  'list make group:"lapsing mid spenders"': 'list make group:"pembelanja sedang yang mulai pergi"',
  'list make from:"active high spenders" fell-to:"lapsing mid spenders"':
    'list make from:"pembelanja besar aktif" fell-to:"pembelanja sedang yang mulai pergi"',
  'budget reject P-31 reason:"wait for payday"': 'budget reject P-31 reason:"tunggu gajian"',
  'budget reconsider P-31 reason:"payday comes first"': 'budget reconsider P-31 reason:"gajian lebih dulu"',
  'budget freeze reason:"the ad account is under review"': 'budget freeze reason:"akun iklan sedang ditinjau"',
  'ledger comment run:F-12 text:"A flood closed Bandung for two days"':
    'ledger comment run:F-12 text:"Banjir menutup Bandung selama dua hari"',
  'ledger override week:2026-05-04 value:160M reason:"the fair is in town"':
    'ledger override week:2026-05-04 value:160jt reason:"ada pekan raya di kota"',
  'models use:naive reason:"simpler to explain"': 'models use:naive reason:"lebih mudah dijelaskan"',
  'calendar add name:Stocktaking kind:closed from:2026-06-30':
    'calendar add name:"Stok opname" kind:closed from:2026-06-30',
};
