import type { Catalogue } from './catalogue.ts';

/** What campaigns sold, cost and returned, and what people say of them. */
export const campaigns: Catalogue = {
  voucher: 'voucher',
  'flash sale': 'flash sale',
  ads: 'iklan',
  broadcast: 'siaran',
  other: 'lainnya',
  'scale up': 'tambah',
  hold: 'pertahankan',
  cut: 'kurangi',
  unknown: 'tidak diketahui',
  'find out': 'cari tahu',
  known: 'diketahui',
  'not known on every day': 'tidak diketahui setiap hari',
  'an estimate': 'perkiraan kasar',
  'always the same share of its sales, so it was assumed and not measured':
    'selalu porsi yang sama dari penjualannya, jadi diandaikan dan bukan diukur',
  'not known': 'tidak diketahui',
  tested: 'teruji',
  modelled: 'dimodelkan',
  attributed: 'teratribusi',
  'as told': 'apa adanya',
  placed: 'dibuat',
  'ready to ship': 'siap dikirim',
  paid: 'dibayar',
  over: 'di atas rencana',
  under: 'di bawah rencana',
  'on plan': 'sesuai rencana',
  yes: 'ya',
  All: 'Semua',
  'No.': 'No.',
  now: 'sekarang',
  'What each campaign sold, cost and returned': 'Yang dijual, dihabiskan, dan dihasilkan tiap kampanye',
  'how many weeks to look back': 'berapa minggu ke belakang',
  'one line for each of these': 'satu baris untuk masing-masing',
  "what orders name, or what the platforms' own reports say":
    'yang disebut pesanan, atau yang dikatakan laporan platform sendiri',
  'Campaigns, last week': 'Kampanye, minggu terakhir',
  'Why this advice?': 'Mengapa saran ini?',
  '30-day plan': 'Rencana 30 hari',
  'Plan the budget': 'Rencanakan anggaran',
  "Platforms' reports": 'Laporan platform',
  Returns: 'Hasil',
  Cost: 'Biaya',
  ROI: 'ROI',
  ROAS: 'ROAS',
  'Cost share': 'Porsi biaya',
  'Cost share of sales': 'Porsi biaya dari penjualan',
  'Cost share of all sales': 'Porsi biaya dari seluruh penjualan',
  'Cost of a new customer': 'Biaya satu pelanggan baru',
  'Cost of one': 'Biaya per orang',
  'ROI with estimated costs': 'ROI dengan biaya perkiraan',
  Advice: 'Saran',
  'Profit after goods': 'Laba setelah barang',
  'Sales less cost': 'Penjualan dikurangi biaya',
  '{0}, which is approved, lowers it by {1} from {2}.': '{0}, yang sudah disetujui, menurunkannya {1} mulai {2}.',
  '{0}, which is approved, raises it by {1} from {2}.': '{0}, yang sudah disetujui, menaikkannya {1} mulai {2}.',
  'Next {0} 1 sells': '{0} 1 berikutnya menjual',
  'How sure, and who came': 'Seberapa yakin, dan siapa yang datang',
  'ROI from': 'ROI dari',
  'to (80%)': 'sampai (80%)',
  'To (80%)': 'Sampai (80%)',
  'To (95%)': 'Sampai (95%)',
  'Known by': 'Diketahui dari',
  '{0} returned most: ROI {1}': '{0} paling menghasilkan: ROI {1}',
  '{0} and {1} returned most: chance alone may tell them apart':
    '{0} dan {1} paling menghasilkan: bedanya bisa jadi kebetulan',
  'Attributed ROI, {0}': 'ROI teratribusi, {0}',
  'Attributed sales': 'Penjualan teratribusi',
  'Attributed, not proven: an order counts for the campaign it names, net of cancellations and returns. ROI is (sales − cost) / cost, before the cost of goods; profit is sales less goods and cost.':
    'Teratribusi, belum terbukti: pesanan dihitung untuk kampanye yang disebutnya, setelah pembatalan dan retur. ROI adalah (penjualan − biaya) / biaya, sebelum biaya barang; laba adalah penjualan dikurangi barang dan biaya.',
  'Attributed, not proven: an order counts for the campaign it names, net of cancellations and returns. ROI is (sales − cost) / cost, before the cost of goods, which is not known.':
    'Teratribusi, belum terbukti: pesanan dihitung untuk kampanye yang disebutnya, setelah pembatalan dan retur. ROI adalah (penjualan − biaya) / biaya, sebelum biaya barang, yang tidak diketahui.',
  '"Next {0} 1 sells" is what one more of weekly spend would sell at today\'s spend, over {1} weeks ({2}); "–" where the data cannot tell.':
    '"{0} 1 berikutnya menjual" adalah penjualan dari tambahan satu belanja mingguan pada belanja sekarang, selama {1} minggu ({2}); "–" bila data belum bisa memastikan.',
  "It is modelled from all of the shop's sales; the other figures are attributed.":
    'Ini dimodelkan dari seluruh penjualan toko; angka lainnya teratribusi.',
  '"hold" looks at a campaign alone: its next spend may earn its cost or not. /budget plan compares campaigns, and may move that money to where it brings more.':
    '"pertahankan" melihat satu kampanye saja: tambahan belanjanya bisa menutup biayanya dan bisa juga tidak. /budget plan membandingkan kampanye, dan bisa memindahkan uang itu ke tempat yang lebih menghasilkan.',
  '{0}: ROI unknown, its cost is {1}. Not ranked, and in no total.':
    '{0}: ROI tidak diketahui, biayanya {1}. Tidak diperingkat, dan tidak masuk total.',
  '{0}: ROI unknown, its cost is {1} ({2}). Not ranked, and in no total.':
    '{0}: ROI tidak diketahui, biayanya {1} ({2}). Tidak diperingkat, dan tidak masuk total.',
  'Nobody known': 'Tidak dikenal',
  'Cost (modelled)': 'Biaya (dimodelkan)',
  'ROI (modelled)': 'ROI (dimodelkan)',
  'Of them new': 'Yang baru',
  'People are in the group they are in today ({0}): who bought through a campaign is in a good group partly because of that. A cost is told of a campaign as a whole, so each of its orders carries the same part: modelled.':
    'Orang ada di kelompoknya hari ini ({0}): yang membeli lewat kampanye ada di kelompok baik sebagian karena itu. Biaya diketahui untuk kampanye seluruhnya, jadi tiap pesanannya memikul bagian yang sama: dimodelkan.',
  "Campaigns, by the platforms' own reports": 'Kampanye, menurut laporan platform sendiri',
  'No report of a platform tells what campaigns sold': 'Tidak ada laporan platform yang memuat penjualan kampanye',
  'Bring vouchers, flash sales or ads, as they are downloaded, with /data add.':
    'Bawa voucher, flash sale, atau iklan, seperti saat diunduh, dengan /data add.',
  'ROI of {0}': 'ROI {0}',
  'Attributed by the platform, not proven. Two bases of one report count the same sales twice: do not add them up.':
    'Diatribusikan platform, belum terbukti. Dua dasar dari satu laporan menghitung penjualan yang sama dua kali: jangan dijumlahkan.',
  '{0}: ROI unknown, the report tells no cost. Type one: /campaign cost campaign:"{1}" amount:… from:{2} to:{3}':
    '{0}: ROI tidak diketahui, laporannya tidak memuat biaya. Ketik biayanya: /campaign cost campaign:"{1}" amount:… from:{2} to:{3}',
  '{0}: ROI unknown, its cost ({1}) is an estimate. Not ranked.':
    '{0}: ROI tidak diketahui, biayanya ({1}) perkiraan kasar. Tidak diperingkat.',
  'At {0} of sales it would always be {1}, whatever was sold.':
    'Pada {0} dari penjualan hasilnya selalu {1}, berapa pun yang terjual.',
  'All figures': 'Semua angka',
  'What a week of spend sells': 'Penjualan dari belanja seminggu',
  'Modelled, once the spend has built up': 'Dimodelkan, setelah belanjanya bekerja penuh',
  '{0}; {1} of {2} campaigns': '{0}; {1} dari {2} kampanye',
  'Spend a week': 'Belanja per minggu',
  'Sales a week': 'Penjualan per minggu',
  '{0}: {1} sells {2}.': '{0}: {1} menjual {2}.',
  '{0}: {1} sells {2}, {3} would sell {4}.': '{0}: {1} menjual {2}, {3} akan menjual {4}.',
  'Make a campaign known that no file names, or say what kind one is of':
    'Kenalkan kampanye yang tidak disebut berkas mana pun, atau sebutkan jenisnya',
  'what it is called; as files call it, if they do': 'namanya; seperti di berkas, jika ada di sana',
  'what kind of campaign it is': 'jenis kampanyenya',
  '{0} is of the kind {1}': '{0} berjenis {1}',
  '{0} is known: {1}': '{0} dikenal: {1}',
  'Orders that name "{0}" count for it. Say what it costs with /campaign cost, or bring a file of daily spend.':
    'Pesanan yang menyebut "{0}" dihitung untuknya. Sebutkan biayanya dengan /campaign cost, atau bawa berkas belanja harian.',
  Campaigns: 'Kampanye',
  'All campaigns: kind, days, what is known of their cost, owner':
    'Semua kampanye: jenis, hari, yang diketahui tentang biayanya, penanggung jawab',
  '1 campaign': '1 kampanye',
  '{0} campaigns': '{0} kampanye',
  'First day': 'Hari pertama',
  'Days without a cost': 'Hari tanpa biaya',
  Owner: 'Penanggung jawab',
  'One campaign: its money, who came, its weeks, and what was said of it':
    'Satu kampanye: uangnya, siapa yang datang, minggu-minggunya, dan yang dikatakan tentangnya',
  'which campaign': 'kampanye yang mana',
  '{0}, {1}, last {2} weeks': '{0}, {1}, {2} minggu terakhir',
  'Known by: {0}. An order counts for the campaign it names.':
    'Diketahui dari: {0}. Pesanan dihitung untuk kampanye yang disebutnya.',
  'All campaigns': 'Semua kampanye',
  '{0} of sales in {1} weeks': 'Penjualan {0} dalam {1} minggu',
  'Attributed sales and cost by week, {0}': 'Penjualan teratribusi dan biaya per minggu, {0}',
  '{0}, by week.': '{0}, per minggu.',
  'A week': 'Per minggu',
  'Was called {0} ({1}).': 'Dulu bernama {0} ({1}).',
  'Owner: {0}, until {1}.': 'Penanggung jawab: {0}, sampai {1}.',
  'Owner: {0}.': 'Penanggung jawab: {0}.',
  'Cost {0}, {1}, typed by {2}, estimated.': 'Biaya {0}, {1}, diketik {2}, perkiraan kasar.',
  'Cost {0}, {1}, typed by {2}.': 'Biaya {0}, {1}, diketik {2}.',
  'Cost {0}, {1}, typed by {2}, estimated: {3}.': 'Biaya {0}, {1}, diketik {2}, perkiraan kasar: {3}.',
  'Cost {0}, {1}, typed by {2}: {3}.': 'Biaya {0}, {1}, diketik {2}: {3}.',
  'There is no campaign "{0}"': 'Tidak ada kampanye "{0}"',
  'Did you mean {0}?': 'Maksud Anda {0}?',
  'No campaign is known yet.': 'Belum ada kampanye yang dikenal.',
  'Which campaign?': 'Kampanye yang mana?',
  'Which campaign, and of what kind?': 'Kampanye yang mana, dan jenisnya apa?',
  'Fill in': 'Isi',
  'Who looks after a campaign?': 'Siapa yang mengurus kampanye?',
  'What may a campaign cost in a month?': 'Berapa biaya kampanye boleh dalam sebulan?',
  'Others: {0}.': 'Yang lain: {0}.',
  'Two names are one campaign, as when it was renamed; without arguments, which are':
    'Dua nama adalah satu kampanye, misalnya setelah ganti nama; tanpa argumen, yang mana saja',
  'the old name': 'nama lama',
  'the name it goes by now': 'nama yang dipakai sekarang',
  'they are two campaigns after all': 'ternyata dua kampanye',
  'I need both names': 'Saya perlu kedua namanya',
  'For example: /campaign same name:"old name" as:"new name"':
    'Contohnya: /campaign same name:"nama lama" as:"nama baru"',
  'No file names a campaign "{0}"': 'Tidak ada berkas yang menyebut kampanye "{0}"',
  '"{0}" cannot be itself': '"{0}" tidak bisa menjadi dirinya sendiri',
  'Name two different campaigns; /campaign same lists what holds.':
    'Sebutkan dua kampanye yang berbeda; /campaign same menampilkan yang berlaku.',
  '{0} is {1} from now on': '{0} mulai sekarang adalah {1}',
  "Sales and costs of both names are one campaign's, past ones too.":
    'Penjualan dan biaya kedua nama menjadi milik satu kampanye, yang lalu juga.',
  'They are two': 'Itu dua kampanye',
  '"{0}" is no other name of a campaign': '"{0}" bukan nama lain sebuah kampanye',
  'See /campaign same.': 'Lihat /campaign same.',
  '{0} and {1} are two again': '{0} dan {1} kembali menjadi dua',
  'Every campaign has one name': 'Setiap kampanye punya satu nama',
  'Campaigns with several names': 'Kampanye dengan beberapa nama',
  'Old name': 'Nama lama',
  'Is now': 'Sekarang',
  'Say what a campaign cost over some days, known or estimated; without arguments, what was said':
    'Sebutkan biaya kampanye selama beberapa hari, pasti atau perkiraan; tanpa argumen, yang sudah disebutkan',
  'what it cost in the shop’s currency, such as 1.2M': 'biayanya dalam mata uang toko, misalnya 1.2M',
  'a guess, in percent of what it sold: always an estimate':
    'tebakan, dalam persen dari penjualannya: selalu perkiraan kasar',
  'yes: a guess, shown and kept out of ranking and ratios':
    'yes: tebakan, ditampilkan dan tidak masuk peringkat dan rasio',
  'what it was for': 'untuk apa',
  'the number of a cost to take back': 'nomor biaya yang dibatalkan',
  'I need what it cost: an amount, or a guess as a share of its sales':
    'Saya perlu biayanya: jumlah, atau tebakan sebagai porsi penjualannya',
  'I need the days of a cost': 'Saya perlu hari-hari biayanya',
  'Without them it belongs to no week and no month. For example: {0}':
    'Tanpa itu biaya tidak masuk minggu atau bulan mana pun. Contohnya: {0}',
  '{0} is more than a year': '{0} lebih dari setahun',
  'Say the cost of each year.': 'Sebutkan biaya tiap tahun.',
  'A cost of {0} is known for {1}': 'Biaya {0} sudah diketahui untuk {1}',
  'Days would be counted twice. Use the same days to change it, or take it back: /campaign cost undo:{0}':
    'Hari akan dihitung dua kali. Pakai hari yang sama untuk mengubahnya, atau batalkan: /campaign cost undo:{0}',
  'Files tell {0} of those days already': 'Berkas sudah mencatat {0} untuk hari-hari itu',
  'A guess would know less than they do. Say estimated:no where they are wrong: what you say then holds instead.':
    'Tebakan tahu lebih sedikit daripada berkas. Tulis estimated:no jika berkasnya salah: yang Anda sebutkan lalu berlaku.',
  '{0} is below zero': '{0} di bawah nol',
  'A cost is what went out. Money that came back is a smaller cost.':
    'Biaya adalah uang yang keluar. Uang yang kembali berarti biaya yang lebih kecil.',
  '{0} is in {1}, and this shop counts in {2}': '{0} dalam {1}, sedangkan toko ini menghitung dalam {2}',
  'Totals never mix currencies: write the amount in {0}.':
    'Total tidak pernah mencampur mata uang: tulis jumlahnya dalam {0}.',
  '"{0}" is no amount': '"{0}" bukan jumlah',
  'Write 2500000, 250K, 1.2M or 1.5B.': 'Tulis 2500000, 250K, 1.2M, atau 1.5B.',
  'An estimate: it is shown beside the campaign, and is in no ranking, ratio or budget plan.':
    'Perkiraan kasar: ditampilkan di samping kampanye, dan tidak masuk peringkat, rasio, atau rencana anggaran.',
  'It counts in equal parts on its days, from now on, and in what was computed before when it is asked again.':
    'Mulai sekarang dihitung rata di hari-harinya, juga dalam hitungan sebelumnya bila ditanyakan lagi.',
  'At {0} of sales ROI would be {1} whatever was sold: it tells nothing.':
    'Pada {0} dari penjualan, ROI selalu {1} berapa pun yang terjual: itu tidak memberi tahu apa-apa.',
  'Files tell {0} of those days: what you said holds instead.':
    'Berkas mencatat {0} untuk hari-hari itu: yang Anda sebutkan yang berlaku.',
  'Before: {0}, said by {1}. It is kept.': 'Sebelumnya: {0}, disebutkan {1}. Itu tetap disimpan.',
  '{0} of sales, estimated': '{0} dari penjualan, perkiraan kasar',
  '{0} of sales': '{0} dari penjualan',
  '{0}, estimated': '{0}, perkiraan kasar',
  'No cost {0} holds now': 'Biaya {0} sekarang tidak berlaku',
  '/campaign cost lists those that do.': '/campaign cost menampilkan yang berlaku.',
  'Taken back: {0}, {1}, {2}': 'Dibatalkan: {0}, {1}, {2}',
  'Again: {0}.': 'Kembali: {0}.',
  'Files alone tell what those days cost.': 'Hanya berkas yang menentukan biaya hari-hari itu.',
  'No cost was typed yet': 'Belum ada biaya yang diketik',
  '1 cost was typed': '1 biaya diketik',
  '{0} costs were typed': '{0} biaya diketik',
  Estimated: 'Perkiraan kasar',
  For: 'Untuk',
  'The next 30 days: what to scale up, hold, cut or find out, by the money at stake':
    '30 hari ke depan: apa yang ditambah, dipertahankan, dikurangi, atau dicari tahu, menurut uang yang dipertaruhkan',
  Do: 'Langkah',
  'At stake a week': 'Dipertaruhkan per minggu',
  'The next {0} days: 1 campaign': '{0} hari ke depan: 1 kampanye',
  'The next {0} days: {1} campaigns, largest stake first': '{0} hari ke depan: {1} kampanye, dampak terbesar dulu',
  'No campaign sold or cost anything in a year.':
    'Tidak ada kampanye yang menjual atau menghabiskan biaya dalam setahun.',
  'At stake is what a tenth of the weekly spend would gain or lose; for "hold" what is not known of it; for "find out" the sales whose cost nobody knows; for "unknown" its weekly spend.':
    'Yang dipertaruhkan adalah untung atau rugi dari sepersepuluh belanja mingguan; untuk "pertahankan" bagian yang tidak diketahui; untuk "cari tahu" penjualan yang biayanya tidak diketahui siapa pun; untuk "tidak diketahui" belanja mingguannya.',
  '{0} have no owner: /campaign owner campaign:"{1}" owner:Rina':
    '{0} tanpa penanggung jawab: /campaign owner campaign:"{1}" owner:Rina',
  'Who looks after a campaign, and by when': 'Siapa yang mengurus kampanye, dan sampai kapan',
  'who: a name, or nobody': 'siapa: nama, atau nobody',
  'by when': 'sampai kapan',
  '{0} is past': '{0} sudah lewat',
  'Today is {0}.': 'Hari ini {0}.',
  '{0} has {1} until {2}': '{0} mengurus {1} sampai {2}',
  '{0} has {1}': '{0} mengurus {1}',
  'must be a percentage from 0 to 100': 'harus persentase dari 0 sampai 100',
  'The band that marketing cost should lie in, in percent of sales':
    'Rentang yang seharusnya bagi biaya pemasaran, dalam persen dari penjualan',
  'lowest, such as 6': 'terendah, misalnya 6',
  'highest, such as 10': 'tertinggi, misalnya 10',
  'No target is set': 'Belum ada target',
  'For example: /campaign target low:6 high:10': 'Contohnya: /campaign target low:6 high:10',
  'Target: {0} of sales': 'Target: {0} dari penjualan',
  'high: must be more than low:': 'high: harus lebih besar dari low:',
  'Marketing cost should be {0} of sales': 'Biaya pemasaran seharusnya {0} dari penjualan',
  '/campaign roi says where it is.': '/campaign roi menunjukkan posisinya.',
  'Marketing costs {0} of all sales: below the target of {1}.':
    'Biaya pemasaran {0} dari seluruh penjualan: di bawah target {1}.',
  'Marketing costs {0} of all sales: above the target of {1}.':
    'Biaya pemasaran {0} dari seluruh penjualan: di atas target {1}.',
  'Marketing costs {0} of all sales: inside the target of {1}.':
    'Biaya pemasaran {0} dari seluruh penjualan: di dalam target {1}.',
  '{0} costs {1} of its sales: below the target of {2}.':
    '{0} menghabiskan {1} dari penjualannya: di bawah target {2}.',
  '{0} costs {1} of its sales: above the target of {2}.': '{0} menghabiskan {1} dari penjualannya: di atas target {2}.',
  '{0} costs {1} of its sales: inside the target of {2}.':
    '{0} menghabiskan {1} dari penjualannya: di dalam target {2}.',
  'What a campaign may cost in a month, for pacing': 'Berapa biaya kampanye boleh dalam sebulan, untuk laju belanja',
  'what it may cost in the month': 'berapa biayanya boleh dalam bulan itu',
  'must be a month such as 2026-05': 'harus bulan seperti 2026-05',
  'the month; this one if left out': 'bulannya; bulan ini jika dikosongkan',
  '{0} may cost {1} in {2}': '{0} boleh menghabiskan {1} pada {2}',
  'It is spread evenly over the month, and goes before an approved shift.':
    'Dibagi rata sepanjang bulan, dan didahulukan dari pergeseran yang disetujui.',
  Pacing: 'Laju belanja',
  'This month’s spend against its plan, and where it will end':
    'Belanja bulan ini dibanding rencananya, dan di mana akan berakhir',
  'Spent so far': 'Dibelanjakan sejauh ini',
  'Planned so far': 'Direncanakan sejauh ini',
  'Plan of the month': 'Rencana bulan ini',
  'End of the month': 'Akhir bulan',
  Plan: 'Rencana',
  'Will end at': 'Akan berakhir di',
  Says: 'Kesimpulan',
  'No campaign has a plan for this month': 'Tidak ada kampanye yang punya rencana untuk bulan ini',
  'A shift that was approved with /budget propose is one; so is /campaign budget campaign:"…" amount:12M.':
    'Pergeseran yang disetujui lewat /budget propose adalah rencana; begitu pula /campaign budget campaign:"…" amount:12M.',
  'Spend of {0}: where it will end cannot be told yet': 'Belanja {0}: belum bisa dipastikan di mana akan berakhir',
  'Spend of {0} is over its plan: {1} of {2}': 'Belanja {0} di atas rencananya: {1} dari {2}',
  'Spend of {0} is under its plan: {1} of {2}': 'Belanja {0} di bawah rencananya: {1} dari {2}',
  'Spend of {0} is on plan: {1} of {2}': 'Belanja {0} sesuai rencana: {1} dari {2}',
  'Spend of {0} is not clearly off its plan: {1} of {2}':
    'Belanja {0} tidak jelas menyimpang dari rencananya: {1} dari {2}',
  'The plan is that of {0}.': 'Rencananya dari {0}.',
  '{0} of {1} days are complete.': '{0} dari {1} hari sudah lengkap.',
  '{0}: the cost of {1} is not known, so it is more than this.': '{0}: biaya {1} tidak diketahui, jadi lebih dari ini.',
  '"over" and "under" need the 95% interval beyond the plan, and a tenth of the plan.':
    '"di atas rencana" dan "di bawah rencana" memerlukan rentang 95% di luar rencana, dan sepersepuluh rencana.',
  'The rest of the month is judged by the same days of past months.':
    'Sisa bulan dinilai dari hari yang sama di bulan-bulan lalu.',
  'The rest of the month is judged by the last weeks: fewer than three whole months are known.':
    'Sisa bulan dinilai dari minggu-minggu terakhir: kurang dari tiga bulan penuh yang diketahui.',
  'Four whole weeks of known spend are the least to say where it will end.':
    'Paling sedikit empat minggu penuh belanja yang diketahui untuk memastikan di mana akan berakhir.',
  'The month is over.': 'Bulannya sudah berakhir.',
  'Spend added up; dashed: the plan': 'Belanja dijumlahkan; garis putus: rencana',
  Spend: 'Belanja',
  'From visits to paid orders by channel, as platforms’ statistics count them':
    'Dari kunjungan sampai pesanan dibayar per saluran, menurut hitungan statistik platform',
  'No report tells two steps of one way to an order':
    'Tidak ada laporan yang memuat dua langkah dari satu jalan menuju pesanan',
  'Bring shop statistics, traffic, chat, broadcasts or ads, as they are downloaded, with /data add: traffic and shop statistics together give visits to orders.':
    'Bawa statistik toko, kunjungan, chat, siaran, atau iklan, seperti saat diunduh, dengan /data add: kunjungan dan statistik toko bersama memberi kunjungan sampai pesanan.',
  '{0}: {1} of the first step reach the last': '{0}: {1} dari langkah pertama sampai ke langkah terakhir',
  'Steps are told, and no way through them': 'Langkahnya diketahui, tetapi tidak jalannya',
  'Last step of first; channels begin at different ones':
    'Langkah terakhir dari pertama; saluran mulai dari langkah berbeda',
  Count: 'Jumlah',
  'Of the step before': 'Dari langkah sebelumnya',
  '{0} loses most before "{1}".': '{0} paling banyak kehilangan sebelum "{1}".',
  'Platforms count each step on its own, so a person is not followed from one to the next: "–" where a step counts more than the one before it.':
    'Platform menghitung tiap langkah sendiri-sendiri, jadi orang tidak diikuti dari satu ke berikutnya: "–" bila satu langkah lebih banyak dari langkah sebelumnya.',
  'From {0}.': 'Dari {0}.',
  'Shopee shop': 'Toko Shopee',
  'Shopee chat': 'Chat Shopee',
  'Shopee broadcast': 'Siaran Shopee',
  'Shopee vouchers': 'Voucher Shopee',
  'Shopee flash sales': 'Flash sale Shopee',
  'Shopee ads': 'Iklan Shopee',
  'Off-platform': 'Luar platform',
  'Meta ads': 'Iklan Meta',
  'TikTok Shop': 'TikTok Shop',
  'Visits (visitor-days)': 'Kunjungan (pengunjung-hari)',
  'Units to cart': 'Unit ke keranjang',
  'Orders placed': 'Pesanan dibuat',
  'Orders ready to ship': 'Pesanan siap dikirim',
  'Orders paid': 'Pesanan dibayar',
  Chats: 'Chat',
  'Chats replied to': 'Chat dibalas',
  Recipients: 'Penerima',
  Readers: 'Pembaca',
  Clickers: 'Yang mengeklik',
  Claims: 'Klaim',
  'Product views': 'Produk dilihat',
  'Product clicks': 'Klik produk',
  Impressions: 'Tayangan',
  Clicks: 'Klik',
  'To cart': 'Ke keranjang',
  Conversions: 'Konversi',
  'Link clicks': 'Klik tautan',
  'Page views': 'Halaman dilihat',
  'What weeks of shallow and deep discounts sold and kept, where they differ enough to tell':
    'Yang terjual dan tersisa pada minggu diskon kecil dan besar, bila bedanya cukup untuk dipastikan',
  'The best discount cannot be told from this data': 'Diskon terbaik belum bisa dipastikan dari data ini',
  'Orders need a list price or a discount column, and weeks of different discounts; surest is a test: make a list with /list make, hold some people out, and give the others a discount.':
    'Pesanan perlu kolom harga daftar atau diskon, dan minggu dengan diskon berbeda; yang paling pasti adalah uji: buat daftar dengan /list make, sisihkan sebagian orang, dan beri diskon yang lain.',
  'No discount level is clearly best': 'Tidak ada tingkat diskon yang jelas terbaik',
  'Weeks at {0} to {1} off kept most': 'Minggu dengan diskon {0} sampai {1} paling banyak menyisakan laba',
  'Off list price': 'Diskon dari harga daftar',
  'Kept after goods': 'Tersisa setelah barang',
  'Kept after goods against the weeks about them, {0}': 'Tersisa setelah barang dibanding minggu di sekitarnya, {0}',
  'Sales against the weeks about them, {0}': 'Penjualan dibanding minggu di sekitarnya, {0}',
  'Discount off list price': 'Diskon dari harga daftar',
  'What went together, not what caused it: a shop that discounts when it expects to sell would see the same. A test with people held out would tell: /list make.':
    'Yang terjadi bersama, bukan penyebabnya: toko yang memberi diskon saat menduga akan laku melihat hal yang sama. Uji dengan kelompok pembanding bisa memastikan: /list make.',
  'Make a list to test': 'Buat daftar untuk diuji',
  'When people buy: weekdays, hours, paydays, double dates, each with its range':
    'Kapan orang membeli: hari, jam, gajian, tanggal kembar, masing-masing dengan rentangnya',
  'Not one whole day of sales is known': 'Belum ada satu hari penjualan penuh yang diketahui',
  'Import more history.': 'Impor riwayat yang lebih panjang.',
  'Payday, 25th to 1st': 'Gajian, tanggal 25 sampai 1',
  Payday: 'Gajian',
  'Double dates': 'Tanggal kembar',
  Double: 'Kembar',
  Mon: 'Sen',
  Tue: 'Sel',
  Wed: 'Rab',
  Thu: 'Kam',
  Fri: 'Jum',
  Sat: 'Sab',
  Sun: 'Min',
  Seen: 'Terlihat',
  'Sales against those expected, {0}': 'Penjualan dibanding perkiraan, {0}',
  'This is when sales are high, not why: promotions fall on the same days, so it does not prove that a campaign on them would bring more.':
    'Ini kapan penjualan tinggi, bukan sebabnya: promosi jatuh di hari yang sama, jadi tidak membuktikan bahwa kampanye di hari itu akan menghasilkan lebih.',
  'Weekdays are held against an average day, paydays and double dates against what their weekday sells on a plain day. National holidays are left out.':
    'Hari dibandingkan dengan hari rata-rata, gajian dan tanggal kembar dengan penjualan hari yang sama tanpa acara. Hari libur nasional tidak dihitung.',
  '{0}: seen 1 time; three are the least to say anything.':
    '{0}: terlihat 1 kali; paling sedikit tiga untuk bisa berkata apa-apa.',
  '{0}: seen {1} times; three are the least to say anything.':
    '{0}: terlihat {1} kali; paling sedikit tiga untuk bisa berkata apa-apa.',
  'Hours: the files tell days and no times.': 'Jam: berkasnya memuat hari tanpa jam.',
  'No day stands out': 'Tidak ada hari yang menonjol',
  '{0}: sales {1} (80%: {2} to {3})': '{0}: penjualan {1} (80%: {2} sampai {3})',
  "Most orders come at {0}: {1} of a day's": 'Pesanan terbanyak datang pukul {0}: {1} dari sehari',
  'Share of orders by hour, {0}': 'Porsi pesanan per jam, {0}',
  Hour: 'Jam',
  'sums of attributed sales and known costs by campaign; ratios of sums':
    'jumlah penjualan teratribusi dan biaya yang diketahui per kampanye; rasio dari jumlah',
  '{0} campaign days from {1} to {2}': '{0} hari kampanye dari {1} sampai {2}',
  'Attributed: an order counts for the campaign it names. That is not proof that the campaign caused it.':
    'Teratribusi: pesanan dihitung untuk kampanye yang disebutnya. Itu bukan bukti bahwa kampanye yang menyebabkannya.',
  'ROI = (sales − cost) / cost, ROAS = sales / cost; sales are net of cancellations and returns.':
    'ROI = (penjualan − biaya) / biaya, ROAS = penjualan / biaya; penjualan setelah pembatalan dan retur.',
  'A file of daily spend that tells of a campaign tells all its costs between its first and last day.':
    'Berkas belanja harian yang memuat sebuah kampanye memuat semua biayanya antara hari pertama dan terakhirnya.',
  'Intervals: gamma limits of orders as a Poisson count, or the spread of weeks where that is wider.':
    'Rentang: batas gamma pesanan sebagai hitungan Poisson, atau sebaran minggu bila itu lebih lebar.',
  '{0}: its cost is known.': '{0}: biayanya diketahui.',
  '{0}: its cost is not known on every day; out of ranking and ratios.':
    '{0}: biayanya tidak diketahui setiap hari; tidak masuk peringkat dan rasio.',
  '{0}: its cost is an estimate; out of ranking and ratios.':
    '{0}: biayanya perkiraan kasar; tidak masuk peringkat dan rasio.',
  '{0}: its cost is always the same share of its sales, so it was assumed and not measured; out of ranking and ratios.':
    '{0}: biayanya selalu porsi yang sama dari penjualannya, jadi diandaikan dan bukan diukur; tidak masuk peringkat dan rasio.',
  '{0}: its cost is not known; out of ranking and ratios.':
    '{0}: biayanya tidak diketahui; tidak masuk peringkat dan rasio.',
  'Typed cost of {0}, {1}: {2}, estimated.': 'Biaya {0} yang diketik, {1}: {2}, perkiraan kasar.',
  'Typed cost of {0}, {1}: {2}.': 'Biaya {0} yang diketik, {1}: {2}.',
  'I know of no campaigns yet': 'Saya belum mengenal kampanye mana pun',
  'Orders with a campaign column make campaigns known, and so does a file of their daily spend (date, campaign, cost). Bring either with /data add, or name one with /campaign add.':
    'Pesanan dengan kolom kampanye mengenalkan kampanye, begitu pula berkas belanja hariannya (tanggal, kampanye, biaya). Bawa salah satunya dengan /data add, atau sebutkan dengan /campaign add.',
  "{0} weeks of the shop's net sales from {1}": '{0} minggu penjualan bersih toko sejak {1}',
  'ROI = (sales − cost) / cost; ROAS = sales / cost; totals are ratios of sums.':
    'ROI = (penjualan − biaya) / biaya; ROAS = penjualan / biaya; total adalah rasio dari jumlah.',
  'attributed sales and cost per campaign; marginal return from a saturating curve of weekly attributed sales on weekly spend':
    'penjualan teratribusi dan biaya per kampanye; hasil marginal dari kurva jenuh penjualan teratribusi mingguan terhadap belanja mingguan',
  'attributed sales and cost per campaign; marginal return from a marketing-mix model of all weekly sales: carry-over, saturation, trend, season and selling days':
    'penjualan teratribusi dan biaya per kampanye; hasil marginal dari model bauran pemasaran atas seluruh penjualan mingguan: bawaan, kejenuhan, tren, musim, dan hari jual',
  'Modelled: what goes with spend beyond trend, season and selling days is taken for its effect. What else moved both is not seen.':
    'Dimodelkan: yang bergerak bersama belanja di luar tren, musim, dan hari jual dianggap pengaruhnya. Hal lain yang menggerakkan keduanya tidak terlihat.',
  'Discounts are told of {0} whole weeks; {1} are the least.':
    'Diskon diketahui untuk {0} minggu penuh; paling sedikit {1}.',
  'Weekly discounts differ by {0} points of list price between the shallow and the deep third; {1} are the least. No week shows what another level would do.':
    'Diskon mingguan berbeda {0} poin dari harga daftar antara sepertiga terkecil dan terbesar; paling sedikit {1}. Tidak ada minggu yang menunjukkan hasil tingkat lain.',
  'What goods cost is not known of every product, so no level can be called best: sales alone always like a discount.':
    'Biaya barang tidak diketahui untuk setiap produk, jadi tidak ada tingkat yang bisa disebut terbaik: penjualan saja selalu menyukai diskon.',
  'The levels cannot be told apart by what they kept.': 'Tingkat-tingkatnya tidak bisa dibedakan dari yang tersisa.',
  'It kept most after goods, beyond chance.': 'Paling banyak tersisa setelah barang, bukan kebetulan.',
  'Campaigns, last {0} weeks': 'Kampanye, {0} minggu terakhir',
  '12M': '12jt',
};
