import type { Catalogue } from './catalogue.ts';

export const segments: Catalogue = {
  '2 groups stand far apart: by {0} of 1, {1} groups by {2} (silhouette).':
    '2 kelompok sangat terpisah: {0} dari 1, sedangkan {1} kelompok {2} (silhouette).',
  '{0} groups: more of them gain little (elbow).':
    '{0} kelompok: lebih banyak lagi hampir tidak menambah apa-apa (elbow).',
  '{0} groups: the elbow is at {1}, and {2} separate better.':
    '{0} kelompok: titik siku ada di {1}, dan {2} lebih terpisah.',
  '2 groups stand a little further apart ({0} against {1}), but would only tell good customers from bad.':
    '2 kelompok sedikit lebih terpisah ({0} berbanding {1}), tetapi hanya membedakan pelanggan baik dari yang kurang.',
  'All customers are alike: nothing to tell groups by.': 'Semua pelanggan serupa: tidak ada yang membedakan kelompok.',
  'Too few different customers to tell groups apart.':
    'Terlalu sedikit pelanggan yang berbeda untuk membentuk kelompok.',
  'These customers carry {0} groups at most.': 'Pelanggan ini paling banyak membentuk {0} kelompok.',
  '{0} groups, as asked for.': '{0} kelompok, sesuai permintaan.',
  '{0} groups: {1} did not hold up.': '{0} kelompok: {1} tidak bertahan.',
  '{0} groups, as asked for, do not hold.': '{0} kelompok, sesuai permintaan, tidak bertahan.',
  'No natural groups: separation {0}, where shuffled data reaches {1}.':
    'Tidak ada kelompok alami: keterpisahan {0}, padahal data acak mencapai {1}.',
  'No natural groups: separation {0}, and {1} is the least that I call groups.':
    'Tidak ada kelompok alami: keterpisahan {0}, sedangkan batas terendah yang saya sebut kelompok adalah {1}.',
  'The groups do not come back when customers are drawn anew (agreement {0} of 1).':
    'Kelompok-kelompok ini tidak muncul lagi ketika pelanggan diambil ulang (kesesuaian {0} dari 1).',
  'last order': 'pesanan terakhir',
  orders: 'pesanan',
  spend: 'belanja',
  'time as a customer': 'lama menjadi pelanggan',
  'Time as a customer': 'Lama menjadi pelanggan',
  'days per order': 'hari per pesanan',
  'Days per order': 'Hari per pesanan',
  'order size': 'nilai per pesanan',
  'Order size': 'Nilai per pesanan',
  'units per order': 'unit per pesanan',
  'Units per order': 'Unit per pesanan',
  'price per unit': 'harga per unit',
  'Price per unit': 'Harga per unit',
  units: 'unit',
  'net revenue': 'pendapatan bersih',
  'promo use': 'pemakaian promo',
  'Promo use': 'Pemakaian promo',
  'share of discount': 'porsi diskon',
  'Share of discount': 'Porsi diskon',
  Places: 'Tempat',
  'lowest prices': 'harga terendah',
  'Lowest prices': 'Harga terendah',
  'lower prices': 'harga rendah',
  'Lower prices': 'Harga rendah',
  'higher prices': 'harga tinggi',
  'Higher prices': 'Harga tinggi',
  'highest prices': 'harga tertinggi',
  'Highest prices': 'Harga tertinggi',
  'members brought': 'anggota yang dibawa',
  'Members brought': 'Anggota yang dibawa',
  customers: 'pelanggan',
  'Top spenders': 'Pembelanja teratas',
  'top spenders': 'Pembelanja teratas',
  'High spenders': 'Pembelanja besar',
  'high spenders': 'Pembelanja besar',
  'Mid spenders': 'Pembelanja sedang',
  'mid spenders': 'Pembelanja sedang',
  'Low spenders': 'Pembelanja kecil',
  'low spenders': 'Pembelanja kecil',
  'Lowest spenders': 'Pembelanja terkecil',
  'lowest spenders': 'Pembelanja terkecil',
  'Active {0}': '{0} aktif',
  'active {0}': '{0} aktif',
  'Recent {0}': '{0} cukup aktif',
  'recent {0}': '{0} cukup aktif',
  'Cooling {0}': '{0} yang mulai dingin',
  'cooling {0}': '{0} yang mulai dingin',
  'Lapsing {0}': '{0} yang mulai pergi',
  'lapsing {0}': '{0} yang mulai pergi',
  'Lapsed {0}': '{0} yang sudah pergi',
  'lapsed {0}': '{0} yang sudah pergi',
  'how sure that is, and the rules of the groups': 'seberapa yakin, dan aturan tiap kelompok',
  'How sure is that?': 'Seberapa yakin?',
  'Lost {0}': '{0} yang sudah lama hilang',
  'lost {0}': '{0} yang sudah lama hilang',
  'Long-standing {0}': '{0} lama',
  'long-standing {0}': '{0} lama',
  'Settled {0}': '{0} cukup lama',
  'settled {0}': '{0} cukup lama',
  'Short-lived {0}': '{0} sesaat',
  'short-lived {0}': '{0} sesaat',
  'Most frequent {0}': '{0} paling sering memesan',
  'most frequent {0}': '{0} paling sering memesan',
  'Frequent {0}': '{0} sering memesan',
  'frequent {0}': '{0} sering memesan',
  'Regular {0}': '{0} rutin',
  'regular {0}': '{0} rutin',
  'Occasional {0}': '{0} sesekali',
  'occasional {0}': '{0} sesekali',
  'Rare {0}': '{0} jarang memesan',
  'rare {0}': '{0} jarang memesan',
  'Deal-seeking {0}': '{0} pemburu promo',
  'deal-seeking {0}': '{0} pemburu promo',
  'Occasional-deal {0}': '{0} sesekali promo',
  'occasional-deal {0}': '{0} sesekali promo',
  'Full-price {0}': '{0} harga penuh',
  'full-price {0}': '{0} harga penuh',
  'Big-basket {0}': '{0} keranjang besar',
  'big-basket {0}': '{0} keranjang besar',
  'Mid-basket {0}': '{0} keranjang sedang',
  'mid-basket {0}': '{0} keranjang sedang',
  'Small-basket {0}': '{0} keranjang kecil',
  'small-basket {0}': '{0} keranjang kecil',
  'Wide-range {0}': '{0} ragam luas',
  'wide-range {0}': '{0} ragam luas',
  'Mid-range {0}': '{0} ragam sedang',
  'mid-range {0}': '{0} ragam sedang',
  'Narrow-range {0}': '{0} ragam sempit',
  'narrow-range {0}': '{0} ragam sempit',
  'In no segment': 'Tanpa segmen',
  '{0} (new)': '{0} (baru)',
  'Median customer: last order {0} days ago (all customers: {1}), orders: {2} ({3}).':
    'Pelanggan median: pesanan terakhir {0} hari lalu (semua pelanggan: {1}), pesanan: {2} ({3}).',
  'They spent {0} times the typical spend.': 'Belanjanya {0} kali belanja pada umumnya.',
  'Below the rest in {0} by {1} standard deviations.': 'Di bawah yang lain dalam {0} sebesar {1} simpangan baku.',
  'Above the rest in {0} by {1} standard deviations.': 'Di atas yang lain dalam {0} sebesar {1} simpangan baku.',
  'Thank them: early access, a loyalty tier, ask for referrals. They need no discount.':
    'Ucapkan terima kasih: akses lebih awal, tingkat loyalitas, ajak mereferensikan teman. Mereka tidak butuh diskon.',
  'Keep them close: recommend what goes with past orders, offer a bundle.':
    'Jaga kedekatan: rekomendasikan yang cocok dengan pesanan lalu, tawarkan paket.',
  'Invite the next order: a membership or a small reward for the third purchase.':
    'Ajak memesan lagi: keanggotaan atau hadiah kecil untuk pembelian ketiga.',
  'Welcome them: how to use it, what to buy next, within two weeks.':
    'Sambut mereka: cara memakainya, apa yang dibeli berikutnya, dalam dua minggu.',
  'Build the habit: free shipping on the second order.': 'Bangun kebiasaan: gratis ongkir pada pesanan kedua.',
  'Remind them now with something limited in time, before they cool.':
    'Ingatkan sekarang dengan sesuatu yang terbatas waktu, sebelum mereka mendingin.',
  'Wake them with popular products; one message, one small offer.':
    'Bangunkan dengan produk populer; satu pesan, satu tawaran kecil.',
  'Win them back in person: they bought often and stopped. A call or a strong voucher.':
    'Rebut kembali secara pribadi: mereka sering membeli lalu berhenti. Telepon atau voucher yang kuat.',
  'Win back with a personal offer; ask what went wrong.':
    'Rebut kembali dengan tawaran pribadi; tanyakan apa yang kurang.',
  'One cheap reminder, then leave them out of paid campaigns.':
    'Satu pengingat murah, lalu keluarkan dari kampanye berbayar.',
  'Fifths by middle rank; customers with equal values get equal scores.':
    'Seperlimaan menurut peringkat tengah; pelanggan dengan nilai sama mendapat skor sama.',
  'Fifths as in pandas qcut; equal order counts are split by the order of rows.':
    'Seperlimaan seperti qcut pada pandas; jumlah pesanan yang sama dipisah menurut urutan baris.',
  '{0} customers are enough for groups.': '{0} pelanggan cukup untuk membentuk kelompok.',
  'Rows look like people.': 'Baris-barisnya tampak seperti orang.',
  'Only {0} customer: groups need {1}, so this is RFM alone.':
    'Hanya {0} pelanggan: kelompok butuh {1}, jadi ini RFM saja.',
  'Only {0} customers: groups need {1}, so this is RFM alone.':
    'Hanya {0} pelanggan: kelompok butuh {1}, jadi ini RFM saja.',
  '{0} bought once; the number of orders tells customers apart.':
    '{0} membeli sekali; jumlah pesanan membedakan pelanggan.',
  'number of orders': 'jumlah pesanan',
  '{0} bought once, so the number of orders is left out.': '{0} membeli sekali, jadi jumlah pesanan tidak dipakai.',
  'It is known of nobody: {0}.': 'Tidak diketahui dari siapa pun: {0}.',
  'Left out, as it is the same for all: {0}.': 'Tidak dipakai karena sama bagi semua: {0}.',
  'Left out, as {0} says the same already: {1}.': 'Tidak dipakai karena {0} sudah mengatakan hal yang sama: {1}.',
  'Separation {0} of 1, where data without structure would give {1}.':
    'Keterpisahan {0} dari 1, padahal data tanpa struktur menghasilkan {1}.',
  'The groups come back when customers are drawn anew (agreement {0} of 1).':
    'Kelompok-kelompok ini muncul lagi ketika pelanggan diambil ulang (kesesuaian {0} dari 1).',
  'Nobody is in it.': 'Tidak ada siapa pun di dalamnya.',
  'Groups inside it do not come back when its customers are drawn anew (agreement {0} of 1).':
    'Kelompok di dalamnya tidak muncul lagi ketika pelanggannya diambil ulang (kesesuaian {0} dari 1).',
  'Separation {0}, where shuffled data reaches {1}.': 'Keterpisahan {0}, padahal data acak mencapai {1}.',
  '{0} groups found among everyone at once come back better (agreement {1} against {2}).':
    '{0} kelompok yang dicari sekaligus dari semua orang lebih sering muncul lagi (kesesuaian {1} berbanding {2}).',
  'VIP care': 'Perawatan VIP',
  'New arrivals a day before everyone, a thank-you by name, an invitation to bring a friend. No extra voucher: they come back without one.':
    'Produk baru sehari lebih awal dari semua orang, ucapan terima kasih dengan nama, undangan mengajak teman. Tanpa voucher tambahan: mereka kembali tanpa itu.',
  Upsell: 'Tingkatkan belanja',
  'Invite the next order: recommend what goes with the last one, free shipping above their usual basket.':
    'Ajak memesan lagi: rekomendasikan pasangan pesanan terakhir, gratis ongkir di atas keranjang biasanya.',
  'Within two weeks of the last order: two products that go with it, and free shipping a little above their typical order.':
    'Dalam dua minggu sejak pesanan terakhir: dua produk yang melengkapinya, dan gratis ongkir sedikit di atas nilai pesanan biasanya.',
  'Win-back by hand': 'Rebut kembali secara pribadi',
  'Win them back in person, the largest first: a call or a strong voucher.':
    'Rebut kembali secara pribadi, yang terbesar dulu: telepon atau voucher yang kuat.',
  'A personal message or a call that asks what went wrong, the largest spenders first; then one strong voucher with an end date.':
    'Pesan pribadi atau telepon yang menanyakan apa yang kurang, pembelanja terbesar dulu; lalu satu voucher kuat dengan batas waktu.',
  'Win-back': 'Rebut kembali',
  'One win-back offer with an end date; those who answer, keep.':
    'Satu tawaran dengan batas waktu; yang menjawab, pertahankan.',
  'One message: what they bought, what is new in that line, a voucher for seven days. No second one to who does not answer.':
    'Satu pesan: apa yang mereka beli, apa yang baru di lini itu, voucher untuk tujuh hari. Tidak ada pesan kedua bagi yang tidak menjawab.',
  'Let go': 'Lepaskan',
  'One e-mail or chat message without a voucher. Exclude them from paid audiences.':
    'Satu email atau pesan chat tanpa voucher. Keluarkan dari audiens berbayar.',
  Remind: 'Ingatkan',
  'Remind them before they slip: what is new since their last order, a voucher limited in time.':
    'Ingatkan sebelum mereka menjauh: apa yang baru sejak pesanan terakhir, voucher terbatas waktu.',
  'What is new since their last order, on their usual buying day, with a small voucher that ends before payday.':
    'Apa yang baru sejak pesanan terakhir, pada hari belanja biasanya, dengan voucher kecil yang berakhir sebelum gajian.',
  Activate: 'Aktifkan',
  'A small reason to come back: popular products, one message, one small offer.':
    'Alasan kecil untuk kembali: produk populer, satu pesan, satu tawaran kecil.',
  'Three popular products and free shipping on the next order, once.':
    'Tiga produk populer dan gratis ongkir pada pesanan berikutnya, satu kali.',
  'Only {0} "customers", about {1} orders each: these look like days or months, not people.':
    'Hanya {0} "pelanggan", masing-masing sekitar {1} pesanan: ini tampak seperti hari atau bulan, bukan orang.',
  'days since the last order, number of orders, money spent':
    'hari sejak pesanan terakhir, jumlah pesanan, uang yang dibelanjakan',
  'days since the last order, orders, money, days per order, order size, units per order, products, promo use':
    'hari sejak pesanan terakhir, pesanan, uang, hari per pesanan, nilai per pesanan, unit per pesanan, produk, pemakaian promo',
  'the thirteen features of a distributor: money, units, visits, sizes, discount, places, price bands, members':
    'tiga belas ciri seorang distributor: uang, unit, kunjungan, ukuran, diskon, tempat, rentang harga, anggota',
  'a table of customers: days since the last purchase, purchases, spend':
    'tabel pelanggan: hari sejak pembelian terakhir, pembelian, belanja',
  'A table of customers has no past': 'Tabel pelanggan tidak punya masa lalu',
  'as-of: needs orders with dates: /segment features:rfm.':
    'as-of: membutuhkan pesanan bertanggal: /segment features:rfm.',
  '{0} order lines of {1} customers, data until {2}.': '{0} baris pesanan dari {1} pelanggan, data sampai {2}.',
  'Left out: {0} lines without a customer, {1} cancelled or free.':
    'Tidak dipakai: {0} baris tanpa pelanggan, {1} dibatalkan atau gratis.',
  'I have no table of customers to find groups in': 'Saya tidak punya tabel pelanggan untuk mencari kelompok',
  'Bring one with /data add: days since the last purchase, purchases and spend of each customer.':
    'Masukkan dengan /data add: hari sejak pembelian terakhir, pembelian, dan belanja tiap pelanggan.',
  '{0} customers of a table; {1} left out: no spend, or last purchase not known.':
    '{0} pelanggan dari tabel; {1} tidak dipakai: tanpa belanja, atau pembelian terakhir tidak diketahui.',
  'A small tree for rules, a random forest of 100 trees for what they rest on; it explains {0} and decides nothing.':
    'Satu pohon kecil untuk aturan, satu random forest dengan 100 pohon untuk dasar aturannya; ini menjelaskan {0} dan tidak memutuskan apa pun.',
  'Rules say the right group for {0} of customers they were not made from, the forest for {1} (macro-F1 {2}, 5 folds).':
    'Aturan menyebut kelompok yang benar untuk {0} pelanggan yang tidak dipakai membuatnya, random forest untuk {1} (macro-F1 {2}, 5 lipatan).',
  'Which group somebody is in is always said by the nearest centre: a forest can only imitate it.':
    'Kelompok seseorang selalu ditentukan pusat terdekat: random forest hanya bisa menirunya.',
  'What a group rests on: how many held-out customers land elsewhere when one figure is dealt out anew among them.':
    'Dasar sebuah kelompok: berapa pelanggan uji yang pindah bila satu angka diacak ulang di antara mereka.',
  'Random forest of 200 trees on the figures that {0} was found on.':
    'Random forest dengan 200 pohon pada angka-angka yang dipakai menemukan {0}.',
  'The row of the migration matrix, by the fixed model {0}.': 'Baris matriks migrasi, dengan model tetap {0}.',
  'Inactive: no order for {0} weeks. One model, {1}, on all dates; learned from the last {2} weeks, as if the next were like them.':
    'Tidak aktif: tanpa pesanan selama {0} minggu. Satu model, {1}, untuk semua tanggal; belajar dari {2} minggu terakhir, seakan yang berikutnya serupa.',
  'Judged by a later period, of {0} customers: the forest errs by {1}, the migration row by {2} (log-loss, smaller is better).':
    'Dinilai pada periode berikutnya, dari {0} pelanggan: galat random forest {1}, baris migrasi {2} (log-loss, makin kecil makin baik).',
  'Judged by other customers, {0} of them: the forest errs by {1}, the migration row by {2} (log-loss, smaller is better).':
    'Dinilai pada pelanggan lain, sebanyak {0}: galat random forest {1}, baris migrasi {2} (log-loss, makin kecil makin baik).',
  'The forest is right for {0}, the migration row for {1}.': 'Random forest benar untuk {0}, baris migrasi untuk {1}.',
  'The forest knows more than history alone: it errs by {0} against {1}, which is {2} less. The measure is log-loss: how surprised a method is by where customers went.':
    'Random forest tahu lebih dari riwayat saja: galatnya {0} berbanding {1}, yaitu {2} lebih kecil. Ukurannya log-loss: seberapa terkejut suatu metode oleh ke mana pelanggan pergi.',
  'History alone predicts as well: the forest errs by {0} against {1} of the migration matrix, and is used from 3% less on. The measure is log-loss: how surprised a method is by where customers went.':
    'Riwayat saja memperkirakan sama baiknya: galat random forest {0} berbanding {1} pada matriks migrasi, dan baru dipakai bila 3% lebih kecil. Ukurannya log-loss: seberapa terkejut suatu metode oleh ke mana pelanggan pergi.',
  'The 80% range holds chance, how few were learned from, and not how one period differs from the next: so short a history does not show it.':
    'Rentang 80% memuat kebetulan dan sedikitnya bahan belajar, tetapi tidak memuat beda antarperiode: riwayat sependek ini tidak menunjukkannya.',
  'The 80% range holds chance, how few were learned from, and that the sizes expected of the last period were off by {0}.':
    'Rentang 80% memuat kebetulan, sedikitnya bahan belajar, dan bahwa ukuran yang diperkirakan untuk periode lalu meleset {0}.',
  '{0} days of orders do not show what happens in {1} weeks':
    '{0} hari pesanan tidak menunjukkan apa yang terjadi dalam {1} minggu',
  'They show {0} weeks at most: /segment next weeks:{1}': 'Paling banyak {0} minggu: /segment next weeks:{1}',
  'It takes two periods and four weeks: {0} days for the shortest. Bring older orders with /data add.':
    'Dibutuhkan dua periode dan empat minggu: {0} hari untuk yang terpendek. Masukkan pesanan lama dengan /data add.',
  'Medians and standardised means of the groups of {0}.': 'Median dan rata-rata baku kelompok-kelompok {0}.',
  '{0} customers, data until {1}.': '{0} pelanggan, data sampai {1}.',
  'A difference is the mean of the group less that of all customers, over their standard deviation; money, counts and days on their logarithm.':
    'Selisih adalah rata-rata kelompok dikurangi rata-rata semua pelanggan, dibagi simpangan bakunya; uang, jumlah, dan hari dalam logaritma.',
  'Ordered again: of who was in the group {0} before, who has ordered since (Wilson, 95%).':
    'Memesan lagi: dari yang ada di kelompok {0} sebelumnya, siapa yang sudah memesan sejak itu (Wilson, 95%).',
  'The place of a customer is where they order most often. Past sales say what was, not what will be.':
    'Tempat seorang pelanggan adalah tempat ia paling sering memesan. Penjualan lampau mengatakan yang sudah terjadi, bukan yang akan terjadi.',
  'k-means, {0} groups': 'k-means, {0} kelompok',
  'RFM quintiles': 'Seperlimaan RFM',
  'Names carried on from {0}, where at least half of the people are the same.':
    'Nama diteruskan dari {0}, bila setidaknya setengah orangnya sama.',
  'Of the differences in {0}, {1} lie between the groups rather than within them.':
    'Dari perbedaan dalam {0}, {1} terletak di antara kelompok, bukan di dalamnya.',
  'They lie clearly apart: {0} of 1, where customers without any groups would give {1} (silhouette: how much nearer people are to their own group than to the next).':
    'Kelompoknya jelas terpisah: {0} dari 1, sedangkan pelanggan tanpa kelompok akan memberi {1} (silhouette: seberapa lebih dekat orang ke kelompoknya sendiri daripada ke kelompok berikutnya).',
  'They run into each other: {0} of 1, where customers without any groups would give {1} (silhouette: how much nearer people are to their own group than to the next).':
    'Kelompoknya saling berbaur: {0} dari 1, sedangkan pelanggan tanpa kelompok akan memberi {1} (silhouette: seberapa lebih dekat orang ke kelompoknya sendiri daripada ke kelompok berikutnya).',
  'I find the same groups again in other draws of your customers (agreement {0} of 1).':
    'Saya menemukan kelompok yang sama lagi dalam undian lain dari pelanggan Anda (kesesuaian {0} dari 1).',
  'I mostly find the same groups again in other draws of your customers (agreement {0} of 1).':
    'Umumnya saya menemukan kelompok yang sama lagi dalam undian lain dari pelanggan Anda (kesesuaian {0} dari 1).',
  'In other draws of your customers I find other groups: do not rely on these (agreement {0} of 1).':
    'Dalam undian lain dari pelanggan Anda saya menemukan kelompok yang berbeda: jangan mengandalkan yang ini (kesesuaian {0} dari 1).',
  'I know nothing of customers but their orders': 'Saya tidak tahu apa-apa tentang pelanggan selain pesanannya',
  'Bring a file of customers with /data add: income, birth year, answers to campaigns.':
    'Masukkan berkas pelanggan dengan /data add: pendapatan, tahun lahir, jawaban atas kampanye.',
  'I know no "{0}" of customers': 'Saya tidak mengenal "{0}" dari pelanggan',
  'Known: {0}.': 'Yang dikenal: {0}.',
  age: 'usia',
  Age: 'Usia',
  'Age in the last year that the file tells of.': 'Usia pada tahun terakhir yang disebut berkas.',
  purchases: 'pembelian',
  '"{0}" is told in words': '"{0}" disebut dengan kata-kata',
  'Groups are made of numbers: income, spend, age, visits.':
    'Kelompok dibentuk dari angka: pendapatan, belanja, usia, kunjungan.',
  'It is the sum of {0} columns: {1}.': 'Ini jumlah dari {0} kolom: {1}.',
  'Conversion counts answers: response, accepted campaign 3; or purchases.':
    'Konversi menghitung jawaban: response, accepted campaign 3; atau purchases.',
  'purchases a customer': 'pembelian per pelanggan',
  '"{0}" a customer': '"{0}" per pelanggan',
  'Purchases a customer': 'Pembelian per pelanggan',
  'purchases by customers': 'pembelian oleh pelanggan',
  'customers with "{0}" over customers': 'pelanggan dengan "{0}" dibagi semua pelanggan',
  'purchases a visit': 'pembelian per kunjungan',
  'answers a visit': 'jawaban per kunjungan',
  'Purchases a visit': 'Pembelian per kunjungan',
  'Answers a visit': 'Jawaban per kunjungan',
  'purchases over visits a month, of each customer, and the mean of that':
    'pembelian dibagi kunjungan per bulan, dari tiap pelanggan, lalu dirata-ratakan',
  '"{0}" over visits a month, of each customer, and the mean of that':
    '"{0}" dibagi kunjungan per bulan, dari tiap pelanggan, lalu dirata-ratakan',
  'I do not know when these customers joined': 'Saya tidak tahu kapan para pelanggan ini bergabung',
  'Age needs a year: bring the day they joined too.': 'Usia membutuhkan tahun: masukkan juga hari mereka bergabung.',
  'Who answers a campaign, by income, spend, age or anything known of customers':
    'Siapa yang menjawab kampanye, menurut pendapatan, belanja, usia, atau apa pun yang diketahui dari pelanggan',
  'income, spend, purchases, age, or what a file of customers told':
    'income, spend, purchases, age, atau yang disebut berkas pelanggan',
  'response, accepted campaign 3; or purchases': 'response, accepted campaign 3; atau purchases',
  'for each customer, or for each of their visits a month': 'per pelanggan, atau per kunjungannya tiap bulan',
  'Conversion by {0}': 'Konversi menurut {0}',
  Answered: 'Menjawab',
  'Answered ({0})': 'Menjawab ({0})',
  'Customers counted': 'Pelanggan yang dihitung',
  'Left out: {0} or answer not known': 'Tidak dipakai: {0} atau jawabannya tidak diketahui',
  'Correlation with {0} (from −1 to 1)': 'Korelasi dengan {0} (dari −1 sampai 1)',
  'Conversion by {0}: {1}': 'Konversi menurut {0}: {1}',
  'Conversion here: {0}, by fixed bounds.': 'Konversi di sini: {0}, menurut batas tetap.',
  'Conversion here: {0}, by fifths of the customers.': 'Konversi di sini: {0}, menurut seperlimaan pelanggan.',
  '{0} customers never came: nothing can be divided by no visit, so they are left out. Counted as 0 they would make it {1}.':
    '{0} pelanggan tidak pernah datang: tidak ada yang bisa dibagi nol kunjungan, jadi mereka tidak dipakai. Bila dihitung 0, hasilnya {1}.',
  '{0} far out in {1}: {2}. They are counted where they stand; see /data check.':
    '{0} jauh di luar kebiasaan dalam {1}: {2}. Mereka dihitung apa adanya; lihat /data check.',
  'The straight line is a poor picture: it is one step.': 'Garis lurus kurang menggambarkannya: ini satu lompatan.',
  'Nobody was held out: this says who answered, not who answered because of it.':
    'Tidak ada pembanding: ini mengatakan siapa yang menjawab, bukan siapa yang menjawab karenanya.',
  'Correlation {0} (95%: {1} to {2}): how near the points are to a straight line, which is 1 or −1.':
    'Korelasi {0} (95%: {1} sampai {2}): seberapa dekat titik-titik ke garis lurus, yaitu 1 atau −1.',
  'By ranks {0} (95%: {1} to {2}).': 'Menurut peringkat {0} (95%: {1} sampai {2}).',
  'There is nothing to compare.': 'Tidak ada yang bisa dibandingkan.',
  'Differences as large come by chance less than once in a thousand (p below 0.001).':
    'Perbedaan sebesar ini terjadi secara kebetulan kurang dari sekali dalam seribu (p di bawah 0,001).',
  'Differences as large come by chance with p = {0}.': 'Perbedaan sebesar ini terjadi secara kebetulan dengan p = {0}.',
  'So {0} matters, although no straight line shows it.':
    'Jadi {0} berpengaruh, meski garis lurus tidak menunjukkannya.',
  answers: 'jawaban',
  'No clear difference by {0}': 'Tidak ada perbedaan jelas menurut {0}',
  'A step, not a line: {0} above {1} from group {2} of {3} by {4}':
    'Lompatan, bukan garis: {0} di atas {1} mulai kelompok {2} dari {3} menurut {4}',
  'A step, not a line: {0} below {1} from group {2} of {3} by {4}':
    'Lompatan, bukan garis: {0} di bawah {1} mulai kelompok {2} dari {3} menurut {4}',
  'More {0} with more {1}: {2} to {3}': 'Makin tinggi {1}, makin banyak {0}: {2} sampai {3}',
  'Fewer {0} with more {1}: {2} to {3}': 'Makin tinggi {1}, makin sedikit {0}: {2} sampai {3}',
  'Different by {0}, without a direction': 'Berbeda menurut {0}, tanpa arah',
  'I do not know the spend of customers beside their orders': 'Saya tidak tahu belanja pelanggan di luar pesanannya',
  'I do not know the response of customers beside their orders': 'Saya tidak tahu jawaban pelanggan di luar pesanannya',
  'Bring a table of customers with /data add: income, birth year, spend by category, answers to campaigns.':
    'Masukkan tabel pelanggan dengan /data add: pendapatan, tahun lahir, belanja per kategori, jawaban atas kampanye.',
  'Only {0} customers are described': 'Hanya {0} pelanggan yang digambarkan',
  '{0} at least are needed to tell anything.': 'Dibutuhkan setidaknya {0} untuk bisa mengatakan sesuatu.',
  'All {0} customers have the same spend': 'Semua {0} pelanggan punya belanja yang sama',
  'All {0} customers have the same response': 'Semua {0} pelanggan punya jawaban yang sama',
  'Nothing can go with what does not vary.': 'Tidak ada yang bisa sejalan dengan yang tidak berubah.',
  'I know nothing that spend could go with': 'Saya tidak tahu apa yang mungkin sejalan dengan belanja',
  'I know nothing that response could go with': 'Saya tidak tahu apa yang mungkin sejalan dengan jawaban',
  'Bring income, birth year, visits with /data add.': 'Masukkan pendapatan, tahun lahir, kunjungan dengan /data add.',
  'Spend: the logarithm of all categories together.': 'Belanja: logaritma semua kategori bersama.',
  'Gaps are filled with the middle value; values far out (beyond three times the middle half) are drawn in to there.':
    'Yang kosong diisi nilai tengah; nilai yang jauh di luar (lebih dari tiga kali separuh bagian tengah) ditarik ke batas itu.',
  'What spend, revenue, or the answer to a campaign goes with':
    'Apa yang sejalan dengan belanja, pendapatan, atau jawaban atas kampanye',
  'what is to be explained': 'apa yang ingin dijelaskan',
  'of revenue: what to look at': 'untuk revenue: dilihat menurut apa',
  'by: cuts revenue, not {0}': 'by: memotong revenue, bukan {0}',
  'Say /drivers metric:revenue by:{0}': 'Tulis /drivers metric:revenue by:{0}',
  'Differences in spend that all of these go with': 'Perbedaan belanja yang sejalan dengan semuanya',
  'Goes with it': 'Sejalan dengannya',
  'Beside the others (beta)': 'Di samping yang lain (beta)',
  'Says the same (VIF)': 'Mengatakan hal sama (VIF)',
  'Told apart, of customers not seen (AUC)': 'Terbedakan, pada pelanggan yang belum dilihat (AUC)',
  'Odds, one step up': 'Peluang, naik satu langkah',
  'Log odds': 'Log peluang',
  'By chance (p)': 'Secara kebetulan (p)',
  '{0} goes with spend most: {1} of its differences': '{0} paling sejalan dengan belanja: {1} dari perbedaannya',
  '{0} goes with response most: {1} of its differences': '{0} paling sejalan dengan jawaban: {1} dari perbedaannya',
  '{0}: {1} of the differences in spend': '{0}: {1} dari perbedaan belanja',
  '{0}: {1} of the differences in response': '{0}: {1} dari perbedaan jawaban',
  'Part of R² by Shapley (LMG); the parts add up to R²':
    'Bagian dari R² menurut Shapley (LMG); bagian-bagiannya berjumlah R²',
  'Part of R²': 'Bagian dari R²',
  'Alone (correlation)': 'Sendirian (korelasi)',
  'With one step more of "{0}" the odds of an answer are {1} times as high, all else the same.':
    'Dengan satu langkah lebih banyak "{0}", peluang menjawab {1} kali lebih tinggi, bila yang lain sama.',
  'No effect of their own can be told for: {0}.': 'Tidak terlihat pengaruh tersendiri dari: {0}.',
  'below 0.001': 'di bawah 0,001',
  'One step is one standard deviation. Odds by logistic regression, all drivers at once.':
    'Satu langkah adalah satu simpangan baku. Peluang dengan regresi logistik, semua pendorong sekaligus.',
  "How well they fit: log-likelihood {0}, McFadden's R² {1} (0 is no better than guessing, 0.2 to 0.4 is very good).":
    'Seberapa cocok: log-likelihood {0}, R² McFadden {1} (0 sama dengan menebak, 0,2 sampai 0,4 sangat baik).',
  'Of a customer who answered and one who did not, the right one is scored higher {0} of the time (ten folds; a coin: 50%).':
    'Dari satu pelanggan yang menjawab dan satu yang tidak, yang benar mendapat skor lebih tinggi pada {0} kasus (sepuluh lipatan; lempar koin: 50%).',
  'No odds: "{0}" splits who answered from who did not without a rest. What tells the answer itself is no driver of it, or there are too few answers.':
    'Tanpa peluang: "{0}" memisahkan yang menjawab dari yang tidak tanpa sisa. Yang menyebut jawabannya sendiri bukan pendorongnya, atau jawabannya terlalu sedikit.',
  'No odds: "{0}" says the same as the others together. Leave it out of the file, or one of those.':
    'Tanpa peluang: "{0}" mengatakan hal yang sama dengan gabungan yang lain. Hilangkan dari berkas, atau salah satu dari yang lain.',
  'No odds: all answers are the same.': 'Tanpa peluang: semua jawaban sama.',
  'This says what spend goes with, never what causes it.':
    'Ini mengatakan apa yang sejalan dengan belanja, bukan sebabnya.',
  'This says what response goes with, never what causes it.':
    'Ini mengatakan apa yang sejalan dengan jawaban, bukan sebabnya.',
  'Turned, as they point one way alone and the other way beside the others, and speak for something else: {0}.':
    'Berbalik, karena sendirian mengarah ke satu sisi dan di samping yang lain ke sisi sebaliknya, jadi mewakili hal lain: {0}.',
  'Told by the others too for the most part (VIF above 5: how much of it the others already say): {0}. The parts could be shared otherwise.':
    'Sebagian besar juga dikatakan yang lain (VIF di atas 5: seberapa banyak sudah dikatakan yang lain): {0}. Bagiannya bisa saja dibagi lain.',
  'Every customer with their segment or RFM scores, or totals by segment, as a file for you alone':
    'Tiap pelanggan dengan segmen atau skor RFM-nya, atau total per segmen, sebagai berkas hanya untuk Anda',
  'Import orders that say who bought.': 'Impor pesanan yang menyebut siapa pembelinya.',
  'Totals come in one part': 'Total hanya satu bagian',
  '{0} of {1} was made for you today': '{0} dari {1} sudah dibuat untuk Anda hari ini',
  'A file of single customers is made once a day: it is in the answer you got. Totals: /segment export what:summary':
    'Berkas pelanggan perorangan dibuat sekali sehari: ada di jawaban yang sudah Anda terima. Total: /segment export what:summary',
  '{0}: {1} rows of {2}': '{0}: {1} baris dari {2}',
  '{0} of {1} customers: a file for a chat holds no more. The rest comes with part:{2} and so on.':
    '{0} dari {1} pelanggan: berkas untuk chat tidak memuat lebih banyak. Sisanya dengan part:{2} dan seterusnya.',
  'Totals as in /segment.': 'Total seperti di /segment.',
  'It tells of single customers: keep it to yourself and delete it when you are done. It is made once a day. For a message to a group use /list make, which leaves out who may not be written to.':
    'Isinya pelanggan perorangan: simpan untuk Anda sendiri dan hapus setelah selesai. Dibuat sekali sehari. Untuk mengirim pesan ke satu kelompok, pakai /list make, yang mengeluarkan orang yang tidak boleh dikirimi.',
  'There are no groups to speak of': 'Tidak ada kelompok yang bisa dibicarakan',
  '/segment by:rfm shows plain RFM.': '/segment by:rfm menampilkan RFM biasa.',
  'These groups come from a table of customers': 'Kelompok ini berasal dari tabel pelanggan',
  'It shows them on one day only. Bring their orders with /data add to see who moves and whom to write to.':
    'Tabel itu menunjukkan mereka pada satu hari saja. Masukkan pesanan mereka dengan /data add untuk melihat siapa yang berpindah dan siapa yang perlu dikirimi.',
  'There is no group called "{0}"': 'Tidak ada kelompok bernama "{0}"',
  'The groups are: {0}.': 'Kelompoknya: {0}.',
  'Which group?': 'Kelompok yang mana?',
  'Which customers went from which group to which, who stopped, and the money at stake':
    'Pelanggan mana yang pindah dari kelompok mana ke mana, siapa yang berhenti, dan uang yang dipertaruhkan',
  'where they stood on this day, such as 2026-03-01': 'posisi mereka pada hari ini, misalnya 2026-03-01',
  'add every way with its range as a file': 'sertakan tiap perpindahan dengan rentangnya sebagai berkas',
  '{0} is too near to see anybody move': '{0} terlalu dekat untuk melihat siapa pun berpindah',
  'My data ends on {0}. Ask from {1} or earlier.': 'Data saya berakhir pada {0}. Tanyakan dari {1} atau lebih awal.',
  'There were hardly any customers before {0}': 'Hampir tidak ada pelanggan sebelum {0}',
  'The first order I know is from {0}. Ask from {1} or later.':
    'Pesanan pertama yang saya tahu dari {0}. Tanyakan dari {1} atau sesudahnya.',
  'All customers, each once': 'Semua pelanggan, masing-masing sekali',
  'Had bought before {0}': 'Sudah membeli sebelum {0}',
  'Of these, bought again since': 'Di antaranya, membeli lagi sejak itu',
  'New since': 'Baru sejak itu',
  '{0}: {1} of past sales': '{0}: {1} penjualan lampau',
  'Nobody changed groups': 'Tidak ada yang berpindah kelompok',
  'Where the customers of each group are after {0} · data until {1}':
    'Di mana pelanggan tiap kelompok setelah {0} · data sampai {1}',
  'Nobody changed groups.': 'Tidak ada yang berpindah kelompok.',
  Stopped: 'Berhenti',
  'The moves that carry most past sales': 'Perpindahan dengan penjualan lampau terbesar',
  Move: 'Perpindahan',
  'Past sales': 'Penjualan lampau',
  'Of each group, where its customers are now': 'Dari tiap kelompok, di mana pelanggannya sekarang',
  Was: 'Sebelumnya',
  'Now {0}': 'Kini {0}',
  'Stopped, low 95%': 'Berhenti, terendah 95%',
  'Stopped, high 95%': 'Berhenti, tertinggi 95%',
  'Past sales of who stopped': 'Penjualan lampau dari yang berhenti',
  'One model, {0}, on both dates. Stopped: bought before {1} and not since; a group counts now only those who have ordered since, so it is smaller than in /segment. Past sales: all that these customers had spent before {2}; not a forecast. Ways of fewer than {3} people are left out of the pictures.':
    'Satu model, {0}, pada kedua tanggal. Berhenti: membeli sebelum {1} dan tidak lagi sejak itu; kelompok kini hanya menghitung yang memesan sejak itu, jadi lebih kecil daripada di /segment. Penjualan lampau: semua belanja pelanggan ini sebelum {2}; bukan perkiraan. Perpindahan kurang dari {3} orang tidak digambar.',
  'Of customers before {0}, {1} have not bought since': 'Dari pelanggan sebelum {0}, {1} belum membeli lagi sejak itu',
  'List the largest move': 'Daftar perpindahan terbesar',
  "What's next": 'Berikutnya',
  'Migration between {0} and {1} by the fixed model {2}.': 'Perpindahan antara {0} dan {1} dengan model tetap {2}.',
  '{0} customers before {1}, {2} by the end; cancelled lines and customers unknown are left out.':
    '{0} pelanggan sebelum {1}, {2} pada akhirnya; baris yang dibatalkan dan pelanggan tak dikenal tidak dipakai.',
  'Inactive is who bought before the first date and not since; new is whose first order came since.':
    'Tidak aktif: membeli sebelum tanggal pertama dan tidak lagi sejak itu; baru: pesanan pertamanya sejak itu.',
  'Intervals of shares: Wilson, 95%. Against the period before: G-test of homogeneity, which says how often chance alone makes two periods so different.':
    'Rentang porsi: Wilson, 95%. Dibanding periode sebelumnya: uji-G homogenitas, yaitu seberapa sering kebetulan saja membuat dua periode seberbeda itu.',
  '{0}: {1} customers': '{0}: {1} pelanggan',
  'Customers before and now · data until {0}': 'Pelanggan sebelum dan sekarang · data sampai {0}',
  'The history is too short to compare with the {0} before.':
    'Riwayatnya terlalu pendek untuk dibandingkan dengan {0} sebelumnya.',
  'People move differently than in the {0} before.': 'Orang berpindah dengan cara berbeda dari {0} sebelumnya.',
  'No clear change against the {0} before.': 'Tidak ada perubahan jelas dibanding {0} sebelumnya.',
  'Chance alone does as much less than once in a thousand (G-test).':
    'Kebetulan saja menghasilkan sebesar itu kurang dari sekali dalam seribu (uji-G).',
  'Chance alone does as much once in a hundred (G-test).':
    'Kebetulan saja menghasilkan sebesar itu sekali dalam seratus (uji-G).',
  'Chance alone does as much {0} times in a hundred (G-test).':
    'Kebetulan saja menghasilkan sebesar itu {0} kali dalam seratus (uji-G).',
  Rename: 'Ganti nama',
  'Rename a group': 'Ganti nama kelompok',
  'New name': 'Nama baru',
  'Call a group what your team calls it; the name stays with its people':
    'Sebut kelompok seperti tim Anda menyebutnya; namanya ikut orang-orangnya',
  'the group as it is called now': 'kelompok dengan namanya sekarang',
  'what it should be called': 'nama yang seharusnya',
  'the segments run that was looked at, such as S-88': 'perhitungan segmen yang dilihat, misalnya S-88',
  '{0} is not the newest any more': '{0} bukan lagi yang terbaru',
  'Look at /segment again: groups may have changed since.': 'Lihat /segment lagi: kelompoknya mungkin sudah berubah.',
  'Which group, and what is it called?': 'Kelompok yang mana, dan apa namanya?',
  'Another group is called "{0}"': 'Kelompok lain sudah bernama "{0}"',
  'Two groups cannot share a name: rename that one first.':
    'Dua kelompok tidak boleh bernama sama: ganti dulu nama yang satu itu.',
  '{0} is called {1} from now on': '{0} bernama {1} mulai sekarang',
  'Customers in it': 'Pelanggan di dalamnya',
  'The name goes with these people: the next groups found take it where at least half are the same. By its figures it is called {0}.':
    'Nama ini ikut orang-orangnya: kelompok berikutnya memakainya bila setidaknya setengah orangnya sama. Menurut angkanya, kelompok ini bernama {0}.',
  'Which group customers will be in next, who is expected to slip, and the money at stake':
    'Di kelompok mana pelanggan nanti, siapa yang diperkirakan turun, dan uang yang dipertaruhkan',
  'how long the next period is': 'berapa lama periode berikutnya',
  '{0} customers are expected to slip in {1} weeks: {2} at stake':
    '{0} pelanggan diperkirakan turun dalam {1} minggu: {2} dipertaruhkan',
  'Expected to slip': 'Diperkirakan turun',
  'What these spent in the last {0} weeks': 'Belanja mereka dalam {0} minggu terakhir',
  'New in the last {0} weeks': 'Baru dalam {0} minggu terakhir',
  'Customers by group, now and expected in {0} weeks with its 80% range · data until {1}':
    'Pelanggan per kelompok, sekarang dan perkiraan dalam {0} minggu dengan rentang 80% · data sampai {1}',
  '{0}: {1} now, {2} expected.': '{0}: {1} sekarang, {2} diperkirakan.',
  expected: 'perkiraan',
  "Slipping: to a group whose customers spent less in the last {0} weeks, or no order for {1} weeks (stopped). A group counts here only those who ordered in the last {2} weeks, so it is smaller than in /segment. Today's customers only: new ones come on top.":
    'Turun: ke kelompok yang pelanggannya berbelanja lebih sedikit dalam {0} minggu terakhir, atau tanpa pesanan selama {1} minggu (berhenti). Kelompok di sini hanya menghitung yang memesan dalam {2} minggu terakhir, jadi lebih kecil daripada di /segment. Hanya pelanggan hari ini: yang baru menambah lagi.',
  'Who moved': 'Siapa yang berpindah',
  'In {0} weeks': 'Dalam {0} minggu',
  'What these spent': 'Belanja mereka',
  'Forest (used)': 'Random forest (dipakai)',
  Forest: 'Random forest',
  'Migration matrix, row of the group (used)': 'Matriks migrasi, baris kelompoknya (dipakai)',
  'Migration matrix, row of the group': 'Matriks migrasi, baris kelompoknya',
  'Everyone stays': 'Semua tetap',
  'All where most went': 'Semua ke tujuan terbanyak',
  'How well it predicts, by a later period': 'Seberapa baik perkiraannya, pada periode berikutnya',
  'How well it predicts, by other customers': 'Seberapa baik perkiraannya, pada pelanggan lain',
  'Log-loss (smaller is better)': 'Log-loss (makin kecil makin baik)',
  Right: 'Benar',
  'Right, groups counted alike (macro-F1)': 'Benar, tiap kelompok berbobot sama (macro-F1)',
  'There are no groups to forecast': 'Tidak ada kelompok untuk diperkirakan',
  '/forecast looks at the whole shop.': '/forecast melihat seluruh toko.',
  'What sets each group apart, where it is, what to do about it and what to send':
    'Apa yang membedakan tiap kelompok, di mana mereka, apa yang dilakukan dan apa yang dikirim',
  'one group, told in full': 'satu kelompok, diceritakan lengkap',
  'What sets the groups apart most: {0}': 'Yang paling membedakan kelompok: {0}',
  'Nothing sets the groups apart': 'Tidak ada yang membedakan kelompok',
  'Standard deviations from all customers · data until {0}': 'Simpangan baku dari semua pelanggan · data sampai {0}',
  'Beside all customers': 'Dibanding semua pelanggan',
  'Typical order': 'Nilai pesanan biasa',
  'Ordered again in {0}': 'Memesan lagi dalam {0}',
  'Most often in': 'Paling sering di',
  Strategy: 'Strategi',
  'Past sales are what they have spent, not what they will. Differences go with the groups; nothing here says what caused them.':
    'Penjualan lampau adalah yang sudah mereka belanjakan, bukan yang akan datang. Perbedaan sejalan dengan kelompok; tidak ada di sini yang menyebut sebabnya.',
  '{0} · /segment profile name:"{1}" tells one group in full.':
    '{0} · /segment profile name:"{1}" menceritakan satu kelompok lengkap.',
  'What sets the groups apart': 'Apa yang membedakan kelompok',
  'Of all customers': 'Dari semua pelanggan',
  'Do next: {0}': 'Lakukan berikutnya: {0}',
  'What to send: {0}': 'Yang dikirim: {0}',
  'Where: {0}.': 'Di mana: {0}.',
  'Its customers beside all': 'Pelanggannya dibanding semua',
  'This group': 'Kelompok ini',
  'All customers': 'Semua pelanggan',
  Apart: 'Selisih',
  'under {0} known': 'kurang dari {0} diketahui',
  'Apart: the mean of the group less that of all customers, in standard deviations. Shares are means, the rest medians.':
    'Selisih: rata-rata kelompok dikurangi rata-rata semua pelanggan, dalam simpangan baku. Porsi adalah rata-rata, lainnya median.',
  'Of {0} who were in it {1} earlier, {2} have ordered since (95%: {3} to {4}). Nobody was held out.':
    'Dari {0} orang di dalamnya {1} sebelumnya, {2} sudah memesan sejak itu (95%: {3} sampai {4}). Tidak ada pembanding.',
  'Groups inside': 'Kelompok di dalamnya',
  'All groups': 'Semua kelompok',
  '{0}: like everybody.': '{0}: seperti semua orang.',
  '{0} {1} (all: {2})': '{0} {1} (semua: {2})',
  'Why so many groups: each number of them beside data without any structure':
    'Mengapa kelompoknya sebanyak itu: tiap jumlah dibanding data tanpa struktur',
  'Why {0} groups': 'Mengapa {0} kelompok',
  '{0} groups: separation {1}, by chance {2}': '{0} kelompok: keterpisahan {1}, secara kebetulan {2}',
  'Separation (silhouette) by number of groups, beside the same columns shuffled · data until {0}':
    'Keterpisahan (silhouette) menurut jumlah kelompok, dibanding kolom yang sama diacak · data sampai {0}',
  '{0} groups: {1}, by chance {2}.': '{0} kelompok: {1}, secara kebetulan {2}.',
  Groups: 'Kelompok',
  Silhouette: 'Silhouette',
  'these customers': 'pelanggan ini',
  taken: 'dipilih',
  'shuffled columns': 'kolom diacak',
  'The elbow is where more groups gain little: {0} were taken':
    'Titik siku: lebih banyak kelompok hampir tidak menambah apa-apa; {0} yang dipilih',
  'Inertia: squared distances to the own centre, in standard deviations · data until {0}':
    'Inersia: kuadrat jarak ke pusat sendiri, dalam simpangan baku · data sampai {0}',
  '{0} groups: {1}.': '{0} kelompok: {1}.',
  Inertia: 'Inersia',
  inertia: 'inersia',
  'by chance': 'secara kebetulan',
  'Calinski-Harabasz': 'Calinski-Harabasz',
  'Davies-Bouldin': 'Davies-Bouldin',
  'Separation says how much nearer customers are to their own group than to the next one, from 0 (not at all) to 1. By chance: the same columns, each shuffled on its own, which leaves no structure. Silhouette and Calinski-Harabasz are better when larger, Davies-Bouldin when smaller. They compare numbers of groups on this scaling only, never one scaling with another.':
    'Keterpisahan mengatakan seberapa lebih dekat pelanggan ke kelompoknya sendiri daripada ke kelompok sebelah, dari 0 (sama sekali tidak) sampai 1. Secara kebetulan: kolom yang sama, masing-masing diacak sendiri, sehingga tidak berstruktur. Silhouette dan Calinski-Harabasz lebih baik bila lebih besar, Davies-Bouldin bila lebih kecil. Ini hanya membandingkan jumlah kelompok pada penskalaan ini, bukan penskalaan satu dengan yang lain.',
  January: 'Januari',
  February: 'Februari',
  March: 'Maret',
  April: 'April',
  May: 'Mei',
  June: 'Juni',
  July: 'Juli',
  August: 'Agustus',
  September: 'September',
  October: 'Oktober',
  November: 'November',
  December: 'Desember',
  'A few weeks do not tell one weekday from another': 'Beberapa minggu tidak bisa membedakan satu hari dari yang lain',
  'It takes 8 whole weeks with sales.': 'Dibutuhkan 8 minggu penuh dengan penjualan.',
  '{0} ({1} to {2})': '{0} ({1} sampai {2})',
  'Of revenue': 'Dari pendapatan',
  'more than usual': 'lebih dari biasa',
  'less than usual': 'kurang dari biasa',
  'All intervals hold together in 95 of 100 cases. This says when revenue comes, never why.':
    'Semua rentang berlaku bersama pada 95 dari 100 kasus. Ini mengatakan kapan pendapatan datang, bukan mengapa.',
  Weekday: 'Hari',
  'Against the mean weekday': 'Dibanding rata-rata hari',
  'No weekday is clearly other than the rest': 'Tidak ada hari yang jelas berbeda dari yang lain',
  '{0} brings most: {1} against the mean weekday': '{0} membawa paling banyak: {1} dibanding rata-rata hari',
  'Net revenue a day against the mean weekday · data until {0}':
    'Pendapatan bersih per hari dibanding rata-rata hari · data sampai {0}',
  'Each day against its own week, so that growth and seasons do not count; whole weeks only.':
    'Tiap hari dibanding minggunya sendiri, sehingga pertumbuhan dan musim tidak ikut; hanya minggu penuh.',
  'Against the mean month': 'Dibanding rata-rata bulan',
  'No month is clearly other than the rest': 'Tidak ada bulan yang jelas berbeda dari yang lain',
  '{0} brings most: {1} against the mean month': '{0} membawa paling banyak: {1} dibanding rata-rata bulan',
  'Net revenue a day against the mean month · data until {0}':
    'Pendapatan bersih per hari dibanding rata-rata bulan · data sampai {0}',
  'Revenue a day of whole months beside a steady trend. Promotions and feasts that fall into a month count to it.':
    'Pendapatan per hari dari bulan penuh di samping tren yang tetap. Promosi dan hari raya yang jatuh pada suatu bulan ikut dihitung.',
  'There is no whole month yet': 'Belum ada bulan yang penuh',
  '/drivers by:weekday looks at weeks.': '/drivers by:weekday melihat minggu.',
  '{0} brought most a day: {1}': '{0} membawa paling banyak per hari: {1}',
  Revenue: 'Pendapatan',
  'A day': 'Per hari',
  'Of these months': 'Dari bulan-bulan ini',
  '{0} whole months cannot tell a season from growth: that takes 24 with sales, each month of the year twice. These are the months as they were.':
    '{0} bulan penuh tidak bisa membedakan musim dari pertumbuhan: dibutuhkan 24 bulan dengan penjualan, tiap bulan dua kali. Ini bulan-bulannya apa adanya.',
  '{0} brings most: {1} of revenue': '{0} membawa paling banyak: {1} dari pendapatan',
  'Share of net revenue of the last year · data until {0}':
    'Porsi pendapatan bersih setahun terakhir · data sampai {0}',
  'Revenue, all time': 'Pendapatan, sepanjang waktu',
  'Of revenue, last year': 'Dari pendapatan, setahun terakhir',
  'Last 8 weeks, points': '8 minggu terakhir, poin',
  'Orders tell no product': 'Pesanan tidak menyebut produk',
  'Bring orders with a column for the product: /data add.': 'Masukkan pesanan dengan kolom produk: /data add.',
  'No product clearly has another share lately.': 'Tidak ada produk yang porsinya jelas berubah belakangan ini.',
  'This says what revenue comes with, never why: a product that falls may be out of stock, out of season, or beside one that grew.':
    'Ini mengatakan dari mana pendapatan datang, bukan mengapa: produk yang turun mungkin kehabisan stok, di luar musim, atau kalah dari yang tumbuh.',
  'Orders tell no place': 'Pesanan tidak menyebut tempat',
  'Bring orders with a column for the place: /data add.': 'Masukkan pesanan dengan kolom tempat: /data add.',
  'No place clearly has another share lately.': 'Tidak ada tempat yang porsinya jelas berubah belakangan ini.',
  'This says what revenue comes with, never why: a place that falls may be out of stock, out of season, or beside one that grew.':
    'Ini mengatakan dari mana pendapatan datang, bukan mengapa: tempat yang turun mungkin kehabisan stok, di luar musim, atau kalah dari yang tumbuh.',
  'Orders tell no channel': 'Pesanan tidak menyebut saluran',
  'Bring orders with a column for the channel: /data add.': 'Masukkan pesanan dengan kolom saluran: /data add.',
  'No channel clearly has another share lately.': 'Tidak ada saluran yang porsinya jelas berubah belakangan ini.',
  'This says what revenue comes with, never why: a channel that falls may be out of stock, out of season, or beside one that grew.':
    'Ini mengatakan dari mana pendapatan datang, bukan mengapa: saluran yang turun mungkin kehabisan stok, di luar musim, atau kalah dari yang tumbuh.',
  '{0} more bring {1} together.': '{0} lainnya bersama-sama membawa {1}.',
  'Points: the share in the last 8 weeks less that in the year before them. All intervals hold together in 95 of 100 cases.':
    'Poin: porsi dalam 8 minggu terakhir dikurangi porsi setahun sebelumnya. Semua rentang berlaku bersama pada 95 dari 100 kasus.',
  Champions: 'Juara',
  'Loyal customers': 'Pelanggan setia',
  'Potential loyalists': 'Calon setia',
  Promising: 'Menjanjikan',
  'Need attention': 'Perlu perhatian',
  'About to sleep': 'Hampir tertidur',
  "Can't lose": 'Jangan sampai hilang',
  'At risk': 'Berisiko',
  Hibernating: 'Tertidur',
  everyone: 'semua orang',
  'last order within {0}': 'pesanan terakhir dalam {0}',
  'last order {0} ago or more': 'pesanan terakhir {0} lalu atau lebih',
  'last order {0} to {1} ago': 'pesanan terakhir {0} sampai {1} lalu',
  'at most {0} order': 'paling banyak {0} pesanan',
  'at most {0} orders': 'paling banyak {0} pesanan',
  'at least {0} order': 'setidaknya {0} pesanan',
  'at least {0} orders': 'setidaknya {0} pesanan',
  '{0} order': '{0} pesanan',
  '{0} orders': '{0} pesanan',
  '{0} to {1} orders': '{0} sampai {1} pesanan',
  'spent under {0}': 'belanja di bawah {0}',
  'spent at least {0}': 'belanja setidaknya {0}',
  'spent {0} to {1}': 'belanja {0} sampai {1}',
  '{0} under {1}': '{0} di bawah {1}',
  '{0} at least {1}': '{0} setidaknya {1}',
  '{0} {1} to {2}': '{0} {1} sampai {2}',
  'Groups of customers that behave alike, and what to do with each':
    'Kelompok pelanggan yang berperilaku serupa, dan apa yang dilakukan untuk masing-masing',
  'found groups (k-means), or the ten plain RFM segments':
    'kelompok yang ditemukan (k-means), atau sepuluh segmen RFM biasa',
  'so many groups, instead of the number the data suggest':
    'sebanyak ini kelompok, sebagai ganti jumlah yang disarankan data',
  'told apart by: rfm (recency, orders, money), behaviour (eight), thirteen (a distributor’s), profile (a table of customers)':
    'dibedakan menurut: rfm (recency, pesanan, uang), behaviour (delapan), thirteen (milik distributor), profile (tabel pelanggan)',
  'RFM scores of equal values: alike, or parted by the order of rows as tutorials do':
    'skor RFM untuk nilai yang sama: alike (sama), atau first (dipisah menurut urutan baris seperti di tutorial)',
  'add the table as a file': 'sertakan tabel sebagai berkas',
  'Import orders with a column that says who bought.': 'Impor pesanan dengan kolom yang menyebut siapa pembelinya.',
  'Their sales, before returns': 'Penjualan kepada mereka, sebelum retur',
  'Share of customers beside share of revenue · data until {0}':
    'Porsi pelanggan di samping porsi pendapatan · data sampai {0}',
  revenue: 'pendapatan',
  'RFM segments': 'Segmen RFM',
  '{0} groups of customers': '{0} kelompok pelanggan',
  'Of customers': 'Dari pelanggan',
  'Last seen': 'Terakhir terlihat',
  'Do next': 'Lakukan berikutnya',
  Everybody: 'Semua orang',
  'Told apart by {0} and {1}': 'Dibedakan menurut {0} dan {1}',
  'Some customers of each group; the name stands at its middle · data until {0}':
    'Sebagian pelanggan tiap kelompok; namanya berada di tengah · data sampai {0}',
  'Days since the last order, from': 'Hari sejak pesanan terakhir, mulai',
  'Orders, from': 'Pesanan, mulai',
  'Money spent': 'Uang yang dibelanjakan',
  'Money spent, from': 'Uang yang dibelanjakan, mulai',
  'How customers are spread': 'Sebaran pelanggan',
  'Customers by recency, orders and money · data until {0}':
    'Pelanggan menurut recency, pesanan, dan uang · data sampai {0}',
  '{0}: most customers, {1}, are at {2}.': '{0}: pelanggan terbanyak, {1}, ada di {2}.',
  'No customers yet': 'Belum ada pelanggan',
  '{0}: {1} of customers, {2} of revenue': '{0}: {1} pelanggan, {2} pendapatan',
  'Nobody ordered clearly later or more often than the others: RFM has one segment for all.':
    'Tidak ada yang memesan jelas lebih baru atau lebih sering dari yang lain: RFM hanya punya satu segmen untuk semua.',
  'Plain RFM.': 'RFM biasa.',
  'Told apart by {0}.': 'Dibedakan menurut {0}.',
  '"{0}" is nobody\'s name now; {1} of the people of "{2}" are the same.':
    '"{0}" kini bukan nama siapa pun; {1} orang dari "{2}" sama.',
  'Keep names?': 'Pertahankan nama?',
  '{0}: continues no group of {1}.': '{0}: tidak meneruskan kelompok mana pun dari {1}.',
  '{0}: {1} the same people as in {2}.': '{0}: {1} orang yang sama seperti di {2}.',
  '{0}: keeps its name, {1} the same people as in {2}; by its figures it would be called {3} now.':
    '{0}: tetap memakai namanya, {1} orang yang sama seperti di {2}; menurut angkanya kini akan bernama {3}.',
  'Found groups': 'Kelompok yang ditemukan',
  'Plain RFM': 'RFM biasa',
  'Keep "{0}"': 'Pertahankan "{0}"',
  '"{0}" is called "{1}" from now on, as the group most of them came from.':
    '"{0}" bernama "{1}" mulai sekarang, seperti kelompok asal sebagian besar dari mereka.',
  Profiles: 'Profil',
  'How many groups?': 'Berapa kelompok?',
  'Segments: {0} customers slid into a worse group.': 'Segmen: {0} pelanggan turun ke kelompok yang lebih buruk.',
  'Groups inside a group, where they are really there': 'Kelompok di dalam suatu kelompok, bila memang ada',
  'the group to look into': 'kelompok yang ingin dilihat isinya',
  '{0} does not fall into groups of its own': '{0} tidak terbagi menjadi kelompok lagi',
  'Its {0} customers are best treated alike.': '{0} pelanggannya sebaiknya diperlakukan sama.',
  '/segment shows the groups there are.': '/segment menampilkan kelompok yang ada.',
  'Customers of {0}': 'Pelanggan {0}',
  'Of its customers': 'Dari pelanggannya',
  'Of its sales': 'Dari penjualannya',
  'Found flat among everyone, {0} groups agree by {1} of 1 when resampled; these agree by {2}.':
    'Bila dicari sekaligus dari semua orang, {0} kelompok sesuai {1} dari 1 ketika diambil ulang; yang ini {2}.',
  'Words such as high and low are within {0}.': 'Kata seperti besar dan kecil berlaku di dalam {0}.',
  '{0}: {1} groups inside': '{0}: {1} kelompok di dalamnya',
  'k-means inside group {0} of {1}, on its own scaling':
    'k-means di dalam kelompok {0} dari {1}, dengan penskalaannya sendiri',
  '{0} customers of that group': '{0} pelanggan dari kelompok itu',
  'Offered only where they come back when resampled (0.8), beat shuffled columns by 0.03, and come back no worse than as many groups of everyone.':
    'Ditawarkan hanya bila muncul lagi ketika diambil ulang (0,8), mengungguli kolom acak sebesar 0,03, dan tidak kalah dari kelompok sebanyak itu dari semua orang.',
  'Last order': 'Pesanan terakhir',
  Products: 'Produk',
  'Days between orders': 'Hari antarpesanan',
  'First order': 'Pesanan pertama',
  Discount: 'Diskon',
  'Last purchase': 'Pembelian terakhir',
  Response: 'Jawaban',
  Income: 'Pendapatan pribadi',
  Children: 'Anak',
  'Days since last purchase': 'Hari sejak pembelian terakhir',
  'Campaigns accepted before': 'Kampanye yang diterima sebelumnya',
  'Lives alone': 'Tinggal sendiri',
  'Spent on {0}': 'Belanja untuk {0}',
  'Tell customers apart by other things from now on': 'Bedakan pelanggan menurut hal lain mulai sekarang',
  'rfm, behaviour, thirteen, or profile': 'rfm, behaviour, thirteen, atau profile',
  'Groups are found by that already: {0}': 'Kelompok sudah dicari menurut itu: {0}',
  'See /segment.': 'Lihat /segment.',
  'No groups can be told apart by {0}': 'Tidak ada kelompok yang bisa dibedakan menurut {0}',
  'Nothing was changed.': 'Tidak ada yang diubah.',
  'Groups are found by {0} from now on': 'Kelompok dicari menurut {0} mulai sekarang',
  '{0} groups instead of those by {1}. Names go with the people: a group keeps its name where at least half are the same.':
    '{0} kelompok sebagai ganti kelompok menurut {1}. Nama ikut orang-orangnya: kelompok tetap bernama sama bila setidaknya setengahnya orang yang sama.',
  'As before': 'Seperti semula',
  'The group of a customer by recency, orders and money spent, and the rule that fits':
    'Kelompok seorang pelanggan menurut recency, pesanan, dan belanja, dan aturan yang cocok',
  'days since the last order': 'hari sejak pesanan terakhir',
  'money spent in all, such as 1500000 or 1.5M': 'uang yang dibelanjakan seluruhnya, misalnya 1500000 atau 1.5M',
  'Distance to its centre': 'Jarak ke pusatnya',
  'Next group': 'Kelompok berikutnya',
  'Distance to that': 'Jarak ke sana',
  'New: the only order was {0} ago. Welcome them and ask for the second order; the group says little of somebody this new.':
    'Baru: satu-satunya pesanan {0} lalu. Sambut mereka dan ajak memesan kedua kali; kelompoknya belum banyak berarti untuk orang sebaru ini.',
  'On the border to {0}, for whom: {1}': 'Di perbatasan dengan {0}, yang untuknya: {1}',
  'Where the two differ, take the gentler one.': 'Bila keduanya berbeda, pilih yang lebih lembut.',
  '{0} since the last order, {1} orders, {2} spent.': '{0} sejak pesanan terakhir, {1} pesanan, {2} dibelanjakan.',
  'The group whose typical customer is most alike decides; distances are in standard deviations.':
    'Yang menentukan adalah kelompok yang pelanggan khasnya paling mirip; jarak dalam simpangan baku.',
  'A typical customer of this group:': 'Pelanggan khas kelompok ini:',
  'The rules of these groups come with the next refresh.': 'Aturan kelompok ini datang pada pembaruan berikutnya.',
  "These groups also go by {0}: as that was not told, the middle customer's counts, so take this as a first guess.":
    'Kelompok ini juga memakai {0}: karena itu tidak disebut, dipakai nilai pelanggan tengah, jadi anggap ini tebakan awal.',
  'Rule that fits': 'Aturan yang cocok',
  'The rule says {0} too, right for {1} of those it fits.':
    'Aturannya juga menyebut {0}, benar untuk {1} dari yang cocok dengannya.',
  'The rule says {0}, right for {1} of those it fits; the nearest centre says {2}, and it is what lists go by.':
    'Aturannya menyebut {0}, benar untuk {1} dari yang cocok dengannya; pusat terdekat menyebut {2}, dan itulah yang dipakai daftar.',
  'The groups in a few rules': 'Kelompok dalam beberapa aturan',
  Rule: 'Aturan',
  'What the groups rest on, by how many customers land elsewhere when it is dealt out anew: {0}.':
    'Dasar kelompok, menurut berapa pelanggan yang pindah bila angkanya diacak ulang: {0}.',
  'On customers held out, the rules are right for {0}, a forest for {1}; both only explain.':
    'Pada pelanggan uji, aturan benar untuk {0}, random forest untuk {1}; keduanya hanya menjelaskan.',
  'product range': 'ragam produk',
  'Product range': 'Ragam produk',
  Rank: 'Peringkat',
  'Rank in resamples': 'Peringkat pada sampel ulang',
  'different customers': 'pelanggan yang berbeda',
  clusters: 'kelompok',
  rows: 'baris',
  'classes with rows': 'kelas yang berisi baris',
  'features that vary': 'ciri yang berubah-ubah',
  'Purchases in the store': 'Pembelian di toko',
  'Purchases on the web': 'Pembelian di web',
  'Purchases by catalogue': 'Pembelian lewat katalog',
  'Purchases with a discount': 'Pembelian dengan diskon',
  '{0} of {1} customers in your orders are in no group: all that they ordered was cancelled or free.':
    '{0} dari {1} pelanggan dalam pesanan Anda tidak masuk kelompok mana pun: semua yang mereka pesan dibatalkan atau gratis.',
  '{0} of {1} customers in your orders are in no group: all that they ordered was cancelled or free, or came after {2}.':
    '{0} dari {1} pelanggan dalam pesanan Anda tidak masuk kelompok mana pun: semua yang mereka pesan dibatalkan atau gratis, atau datang setelah {2}.',
  'Birth year': 'Tahun lahir',
  Education: 'Pendidikan',
  'Marital status': 'Status pernikahan',
  Teenagers: 'Anak remaja',
  Joined: 'Bergabung',
  Complaint: 'Keluhan',
  City: 'Kota',
  Province: 'Provinsi',
  Country: 'Negara',
  Gender: 'Jenis kelamin',
  'Consent to messages': 'Persetujuan menerima pesan',
  'Purchases from the catalogue': 'Pembelian dari katalog',
  Recency: 'Recency',
  'Past spend': 'Belanja lampau',
  'New customer': 'Pelanggan baru',
  'Kind of place': 'Jenis tempat',
  Visit: 'Kunjungan',
  'Spent on wines': 'Belanja anggur',
  'Spent on soft drinks': 'Belanja minuman ringan',
  'Spent on fruits': 'Belanja buah',
  'Spent on meat': 'Belanja daging',
  'Spent on fish': 'Belanja ikan',
  'Spent on sweets': 'Belanja manisan',
  'Spent on gold': 'Belanja emas',
  'Accepted campaign {0}': 'Menerima kampanye {0}',
};
