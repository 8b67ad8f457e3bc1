import type { Catalogue } from './catalogue.ts';

export const network: Catalogue = {
  'I know no customer {0}': 'Saya tidak mengenal pelanggan {0}',
  'Write the number as your shop does, such as in the table of /network.':
    'Tulis nomornya seperti di toko Anda, misalnya dari tabel /network.',
  Brought: 'Dibawa',
  'All below': 'Semua di bawahnya',
  'Those brought spent': 'Belanja yang dibawa',
  'All below spent, each counted once': 'Belanja semua di bawahnya, masing-masing dihitung sekali',
  'Brings a month': 'Dibawa per bulan',
  'Keep buying': 'Tetap membeli',
  'Influence in the whole network': 'Pengaruh di seluruh jaringan',
  '{0} brought nobody': '{0} tidak membawa siapa pun',
  '{0} brought {1}, and {2} came through them in all': '{0} membawa {1}, dan seluruhnya {2} datang melalui mereka',
  'Who came through {0}': 'Siapa yang datang melalui {0}',
  'Rates are drawn towards those of all sponsors where little is known. Each step counts people once; the steps add up.':
    'Angka ditarik ke arah rata-rata semua sponsor bila yang diketahui sedikit. Tiap langkah menghitung orang sekali; langkah-langkahnya bisa dijumlahkan.',
  'Came by themselves, as far as files tell.': 'Datang sendiri, sejauh yang disebut berkas.',
  'Came through {0}.': 'Datang melalui {0}.',
  'Above them, one after the other: {0}.': 'Di atasnya, berturut-turut: {0}.',
  '{0} more are above these.': '{0} lagi ada di atas mereka.',
  'Step by step': 'Langkah demi langkah',
  'how many sponsors to show': 'berapa sponsor yang ditampilkan',
  'what the best sponsor is best at': 'sponsor terbaik dilihat dari apa',
  'one customer by their number: what came through them, for you alone':
    'satu pelanggan dengan nomornya: siapa yang datang melaluinya, hanya untuk Anda',
  'add the sponsors as a file, for you alone': 'sertakan sponsor sebagai berkas, hanya untuk Anda',
  'Who brings customers in, what those spend, and whether they stay':
    'Siapa yang membawa pelanggan, berapa belanja mereka, dan apakah mereka bertahan',
  'That answer names customers': 'Jawaban itu menyebut nama pelanggan',
  'It is for those who work with lists (the analyst role), and for nobody else to read: ask without share.':
    'Jawaban itu untuk yang bekerja dengan daftar (peran analyst), dan tidak untuk dibaca orang lain: tanyakan tanpa share.',
  'No. {0}': 'No. {0}',
  'Group {0}': 'Kelompok {0}',
  'The upper part of the largest trees': 'Bagian atas pohon-pohon terbesar',
  'The same, for their time here': 'Sama, menurut lama mereka di sini',
  '{0} customers brought {1} others': '{0} pelanggan membawa {1} orang lain',
  'Came through somebody': 'Datang melalui seseorang',
  'They spent, each counted once': 'Belanja mereka, masing-masing dihitung sekali',
  'Of all sales': 'Dari semua penjualan',
  'The busiest tenth of sponsors brought': 'Dibawa sepersepuluh sponsor teraktif',
  'The busiest hundredth brought': 'Dibawa seperseratus sponsor teraktif',
  'Longest chain': 'Rantai terpanjang',
  'Sponsors who never bought': 'Sponsor yang tidak pernah membeli',
  'fewer than {0}': 'kurang dari {0}',
  'Of all who were brought {0} keep buying.': 'Dari semua yang dibawa, {0} tetap membeli.',
  'No sponsor’s people clearly do so more often.':
    'Tidak ada sponsor yang orang-orangnya jelas lebih sering tetap membeli.',
  'The people of {0} sponsor clearly do so more often.':
    'Orang-orang dari {0} sponsor jelas lebih sering tetap membeli.',
  'The people of {0} sponsors clearly do so more often.':
    'Orang-orang dari {0} sponsor jelas lebih sering tetap membeli.',
  'Spend of brought adds up over sponsors. Spend of all below does not: a person counts below each sponsor above.':
    'Belanja yang dibawa bisa dijumlahkan antarsponsor. Belanja semua di bawahnya tidak: satu orang dihitung di bawah tiap sponsor di atasnya.',
  'Where few were brought, rates are drawn towards everybody’s; “at least” holds 9 times in 10.':
    'Bila yang dibawa sedikit, angkanya ditarik ke arah rata-rata semua; “setidaknya” benar 9 dari 10 kali.',
  'Concentration {0} of 1 (0: all brought alike, 1: one brought all); mean distance in the largest tree {1} (2 is a star); groups {2} of 1 apart.':
    'Konsentrasi {0} dari 1 (0: semua membawa sama banyak, 1: satu orang membawa semuanya); jarak rata-rata di pohon terbesar {1} (2 berarti bintang); kelompok terpisah {2} dari 1.',
  'People whom good customers brought may have come anyway: this goes with spending, it does not prove a cause.':
    'Orang yang dibawa pelanggan baik mungkin tetap akan datang: ini sejalan dengan belanja, bukan bukti sebab.',
  'What tells of fewer than {0} people is left out; names are for those who work with lists.':
    'Yang menyangkut kurang dari {0} orang tidak ditampilkan; nama hanya untuk yang bekerja dengan daftar.',
  'Who brought most': 'Siapa paling banyak membawa',
  'Whose people stay': 'Orang siapa yang bertahan',
  'People below each, and what they spent · {0} of {1} people are drawn · data until {2}':
    'Orang di bawah masing-masing, dan belanja mereka · {0} dari {1} orang digambar · data sampai {2}',
  '{0} stands above {1} people.': '{0} berada di atas {1} orang.',
  'Not drawn: {0} more of these trees.': 'Tidak digambar: {0} lagi dari pohon-pohon ini.',
  'Tree {0}': 'Pohon {0}',
  '{0}, below {1}, stands above {2}.': '{0}, di bawah {1}, berada di atas {2}.',
  'A person came on the day of their first order, and a sponsor has been here since theirs, or since the first order of somebody they brought if that is earlier.':
    'Seseorang datang pada hari pesanan pertamanya, dan sponsor ada sejak pesanan pertamanya sendiri, atau sejak pesanan pertama orang yang dibawanya bila itu lebih awal.',
  'Keep buying: of those brought who came more than {0} ago or never ordered, the share who ordered in the last {1}.':
    'Tetap membeli: dari yang dibawa dan datang lebih dari {0} lalu atau tidak pernah memesan, porsi yang memesan dalam {1} terakhir.',
  'Rates are drawn towards everybody’s as far as little is known of a sponsor (empirical Bayes), with 80% intervals: 1 of 1 is not the best.':
    'Angka ditarik ke arah rata-rata semua bila yang diketahui tentang sponsor sedikit (empirical Bayes), dengan rentang 80%: 1 dari 1 bukan yang terbaik.',
  'What those brought spent is counted once over all sponsors. All below is counted again for each sponsor above: no total.':
    'Belanja yang dibawa dihitung sekali untuk semua sponsor. Semua di bawahnya dihitung lagi untuk tiap sponsor di atasnya: bukan total.',
  'Forest of referrals; influence by PageRank of the links turned round, weighted by spend; groups by Louvain; rates by empirical Bayes.':
    'Hutan referensi; pengaruh dengan PageRank dari tautan yang dibalik, dibobot belanja; kelompok dengan Louvain; angka dengan empirical Bayes.',
  '{0} referrals, sales of {1} customers, data until {2}.': '{0} referensi, penjualan {1} pelanggan, data sampai {2}.',
  'Nobody came through themselves.': 'Tidak ada yang datang melalui dirinya sendiri.',
  '{0} is in no referral': '{0} tidak ada di referensi mana pun',
  'They came by themselves and brought nobody, as far as files tell.':
    'Mereka datang sendiri dan tidak membawa siapa pun, sejauh yang disebut berkas.',
  'Forest of referrals, the part below one person; rates by empirical Bayes.':
    'Hutan referensi, bagian di bawah satu orang; angka dengan empirical Bayes.',
  'I do not know who came through whom': 'Saya tidak tahu siapa datang melalui siapa',
  'Bring a file of referrals with /data add: a column for the customer, one for the sponsor.':
    'Masukkan berkas referensi dengan /data add: satu kolom untuk pelanggan, satu untuk sponsor.',
  'Sponsors by what those they brought spent': 'Sponsor menurut belanja yang mereka bawa',
  'Sponsors by how many they brought': 'Sponsor menurut berapa orang yang mereka bawa',
  'Sponsors by how many came through them at any hand':
    'Sponsor menurut berapa orang yang datang melalui mereka, langsung atau tidak',
  'Sponsors by how many they bring a month at least': 'Sponsor menurut berapa yang setidaknya mereka bawa per bulan',
  'Sponsors by how many of theirs keep buying at least':
    'Sponsor menurut berapa orangnya yang setidaknya tetap membeli',
  'Brought by those': 'Dibawa oleh mereka',
  Steps: 'Langkah',
  'Spend of brought': 'Belanja yang dibawa',
  'Spend of all below': 'Belanja semua di bawahnya',
  'Months here': 'Bulan di sini',
  'Brings at least': 'Membawa setidaknya',
  'Brings at most': 'Membawa paling banyak',
  'Keep at least': 'Bertahan setidaknya',
  'Keep at most': 'Bertahan paling banyak',
  'Keep buying of': 'Tetap membeli dari',
  Influence: 'Pengaruh',
  'Pairs linked': 'Pasangan terhubung',
  Sponsor: 'Sponsor',
  'Groups that hang together, by the person at their top': 'Kelompok yang saling terhubung, menurut orang di puncaknya',
  'New in 90 days': 'Baru dalam 90 hari',
  'In the 90 before': 'Dalam 90 hari sebelumnya',
  'It is': 'Keadaannya',
  'Growing beyond chance: none.': 'Tumbuh melebihi kebetulan: tidak ada.',
  'Growing beyond chance: {0}.': 'Tumbuh melebihi kebetulan: {0}.',
  'Fading beyond chance: none.': 'Memudar melebihi kebetulan: tidak ada.',
  'Fading beyond chance: {0}.': 'Memudar melebihi kebetulan: {0}.',
  'Silent, nobody new in {0}: none.': 'Diam, tidak ada yang baru dalam {0}: tidak ada.',
  'Silent, nobody new in {0}: {1}.': 'Diam, tidak ada yang baru dalam {0}: {1}.',
  growing: 'tumbuh',
  steady: 'tetap',
  fading: 'memudar',
  silent: 'diam',
  'Half of the {0} people are in {1} of {2} groups that hang together.':
    'Setengah dari {0} orang ada di {1} dari {2} kelompok yang saling terhubung.',
  'None has {0} people or more.': 'Tidak ada yang berisi {0} orang atau lebih.',
  'Of those with {0} people or more ({1}):': 'Dari yang berisi {0} orang atau lebih ({1}):',
  '{0} more': '{0} lagi',
  '{0} who came through themselves': '{0} yang datang melalui dirinya sendiri',
  '{0} referral that closes a circle': '{0} referensi yang menutup lingkaran',
  '{0} referrals that close circles': '{0} referensi yang menutup lingkaran',
  '{0} second sponsors': '{0} sponsor kedua',
  'Left out of the trees: {0}.': 'Tidak dimasukkan ke pohon: {0}.',
};
