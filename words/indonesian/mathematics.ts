import type { Catalogue } from './catalogue.ts';

/** What the models say of themselves. */
export const mathematics: Catalogue = {
  'Its current spend is not known.': 'Belanja iklannya saat ini tidak diketahui.',
  'For each 1 more that is spent, {0} of sales comes back, the cost of goods not counted (marginal return; 80%: {1} to {2}).':
    'Untuk setiap tambahan belanja 1, penjualan yang kembali {0}, harga pokok tidak dihitung (hasil marjinal; 80%: {1} sampai {2}).',
  'For each 1 more that is spent, {0} comes back after the cost of goods (marginal return; 80%: {1} to {2}).':
    'Untuk setiap tambahan belanja 1, yang kembali {0} setelah harga pokok (hasil marjinal; 80%: {1} sampai {2}).',
  'That is more than it costs.': 'Itu lebih dari biayanya.',
  'That is less than it costs.': 'Itu kurang dari biayanya.',
  'Seen alone, the data cannot tell whether more or less of it pays.':
    'Dilihat sendiri, datanya belum bisa memastikan apakah menambah atau menguranginya menguntungkan.',
  'The floors, kept lines and largest step add up to more than the total.':
    'Batas bawah, baris yang dipertahankan, dan langkah terbesar berjumlah lebih dari totalnya.',
  'The ceilings, kept lines and largest step leave no room for the whole total.':
    'Batas atas, baris yang dipertahankan, dan langkah terbesar tidak menyisakan ruang untuk seluruh total.',
  'Of every line that may move it is known what more of it brings (response curve).':
    'Untuk setiap baris yang boleh berubah diketahui apa yang dibawa bila ditambah (kurva respons).',
  '{0}: not known what more of it brings (no response curve), so the share of today is kept.':
    '{0}: tidak diketahui apa yang dibawa bila ditambah (tidak ada kurva respons), jadi bagiannya tetap seperti sekarang.',
  'Every proposed spend lies within what was tried before.':
    'Setiap belanja yang diusulkan masih dalam kisaran yang pernah dicoba.',
  '{0}: the proposed spend was never tried, so its effect is a guess.':
    '{0}: belanja yang diusulkan belum pernah dicoba, jadi dampaknya hanya tebakan.',
  'What goods cost is not known of every line, so sales are made largest, not profit.':
    'Biaya barang tidak diketahui untuk setiap baris, jadi yang dimaksimalkan penjualan, bukan laba.',
  'Where no limit holds, a little more money brings the same in every line (equal marginal return).':
    'Di mana tidak ada batas yang menahan, sedikit tambahan uang membawa hasil yang sama di setiap baris (hasil marjinal setara).',
  'A little more money does not bring the same in every line that no limit holds (marginal returns differ).':
    'Sedikit tambahan uang tidak membawa hasil yang sama di setiap baris yang tidak ditahan batas (hasil marjinal berbeda).',
  'No campaign has spend in the weeks of the shop.': 'Tidak ada kampanye dengan belanja di minggu-minggu toko.',
  "{0} weeks of the shop's sales; a model of them all needs far more.":
    '{0} minggu penjualan toko; model untuk semuanya perlu jauh lebih banyak.',
  '{0}: spend is not known, or below 0, in some week, so all cannot be modelled.':
    '{0}: belanja tidak diketahui, atau di bawah 0, pada suatu minggu, jadi semuanya tidak bisa dimodelkan.',
  "Modelled from {0} weeks of the shop's sales.": 'Dimodelkan dari {0} minggu penjualan toko.',
  'Spend varied by only {0} of its mean: no week shows what another budget would do.':
    'Belanja hanya berubah {0} dari rata-ratanya: tidak ada minggu yang menunjukkan akibat anggaran lain.',
  'Fitted to {0} weeks.': 'Dicocokkan ke {0} minggu.',
  '{0} weeks with spend.': '{0} minggu dengan belanja.',
  '{0} weeks with spend; a curve needs {1}.': '{0} minggu dengan belanja; sebuah kurva perlu {1}.',
  'Spend varied by {0} of its mean.': 'Belanja berubah {0} dari rata-ratanya.',
  'Spend varied by only {0} of its mean: no week shows what another budget would do. Vary it by {1} or more.':
    'Belanja hanya berubah {0} dari rata-ratanya: tidak ada minggu yang menunjukkan akibat anggaran lain. Ubah sebesar {1} atau lebih.',
  'No spend below 0.': 'Tidak ada belanja di bawah 0.',
  'Spend is below 0 in some week, as after a refund: no curve is fitted to it.':
    'Belanja di bawah 0 pada suatu minggu, seperti setelah pengembalian dana: tidak dibuatkan kurva.',
  'There are attributed sales.': 'Ada penjualan yang diatribusikan.',
  'No sales are attributed to it.': 'Tidak ada penjualan yang diatribusikan kepadanya.',
  '{0} begins where {1} ends, with about the same spend: if it is the same campaign, say so with /campaign same name:"{2}" as:"{3}", or neither has a history to learn from.':
    '{0} mulai saat {1} berakhir, dengan belanja yang hampir sama: jika itu kampanye yang sama, katakan dengan /campaign same name:"{2}" as:"{3}", kalau tidak keduanya tidak punya riwayat untuk dipelajari.',
  '{0}: spend below 0 on some days, as after a refund. It counts in the cost; no curve is fitted to it.':
    '{0}: belanja di bawah 0 pada beberapa hari, seperti setelah pengembalian dana. Ini dihitung dalam biaya; tidak dibuatkan kurva.',
  'The cost of every campaign is known.': 'Biaya setiap kampanye diketahui.',
  'The cost of {0} is not known on every day; its return stays unknown and out of the total.':
    'Biaya {0} tidak diketahui setiap hari; hasilnya tetap tidak diketahui dan di luar total.',
  '{0} of {1} campaigns have spend that varied enough, for long enough, to tell what more of it would bring.':
    '{0} dari {1} kampanye punya belanja yang cukup berubah, cukup lama, untuk mengatakan hasil tambahannya.',
  'Sales are those attributed to a campaign: what they would have been without it is not measured.':
    'Penjualan adalah yang diatribusikan ke kampanye: berapa jadinya tanpa kampanye itu tidak diukur.',
  'days of sales': 'hari penjualan',
  weeks: 'minggu',
  'days since the first sale': 'hari sejak penjualan pertama',
  'days of which sales are known': 'hari yang penjualannya diketahui',
  'days with sales': 'hari dengan penjualan',
  'days of varied sales for {0}': 'hari penjualan yang bervariasi untuk {0}',
  'This method could not be fitted and was left out: {0} ({1}).':
    'Metode ini tidak bisa dicocokkan dan ditinggalkan: {0} ({1}).',
  '{0} days lets me look {1} ahead. For {2} I need about {3} of sales.':
    'Dengan {0} hari saya bisa melihat {1} ke depan. Untuk {2} saya perlu sekitar {3} penjualan.',
  'Tried on {0} past cut-offs up to {1} ahead; the rest of the {2} is carried on from there, its range widened by rule and not by measurement.':
    'Dicoba pada {0} titik potong masa lalu sampai {1} ke depan; sisanya dari {2} diteruskan dari sana, rentangnya dilebarkan menurut aturan dan bukan pengukuran.',
  '{0} days of history are enough to look {1} ahead; tried on {2} past cut-offs that far.':
    '{0} hari riwayat cukup untuk melihat {1} ke depan; dicoba pada {2} titik potong masa lalu sejauh itu.',
  'Every season has been seen at least once.': 'Setiap musim sudah terlihat setidaknya sekali.',
  'Less than a year of history; for so short a look ahead that is fine.':
    'Riwayat kurang dari setahun; untuk pandangan sependek ini tidak apa-apa.',
  'Less than a year of history: a season I have not seen yet can push sales outside the band.':
    'Riwayat kurang dari setahun: musim yang belum pernah saya lihat bisa mendorong penjualan ke luar rentang.',
  'Nothing is known of the {0} days from {1}: I learn only from what follows, {2} on. Import them if they exist.':
    'Tidak ada yang diketahui tentang {0} hari sejak {1}: saya hanya belajar dari sesudahnya, mulai {2}. Impor jika datanya ada.',
  'Nothing is known of the {0} days from {1}: I take them for missing data, not for days without sales. Import them if they exist.':
    'Tidak ada yang diketahui tentang {0} hari sejak {1}: saya anggap datanya hilang, bukan hari tanpa penjualan. Impor jika datanya ada.',
  'All days ahead are taken {0} as asked: a wish, not what the history says.':
    'Semua hari ke depan diambil {0} seperti diminta: sebuah harapan, bukan kata riwayat.',
  'Never seen in this history, so no effect is counted: {0}.':
    'Belum pernah terlihat dalam riwayat ini, jadi dampaknya tidak dihitung: {0}.',
  'The forecast stays near what the shop has sold so far.': 'Perkiraan tetap dekat dengan penjualan toko selama ini.',
  'The forecast is {0} times what the shop usually sold and {1} times its best four weeks: check the units and the last days of the data before planning with it.':
    'Perkiraan {0} kali penjualan biasa dan {1} kali empat minggu terbaik: periksa satuan dan hari-hari terakhir datanya sebelum merencanakan.',
  'The forecast is {0} times its best four weeks: check the units and the last days of the data before planning with it.':
    'Perkiraan {0} kali empat minggu terbaik: periksa satuan dan hari-hari terakhir datanya sebelum merencanakan.',
  'Sales reach up to the end of the data.': 'Penjualan ada sampai akhir data.',
  'Nothing was sold on the last {0} days: is the data complete?':
    'Tidak ada yang terjual dalam {0} hari terakhir: apakah datanya lengkap?',
  'This is the simplest forecast there is: last week, repeated.':
    'Ini perkiraan paling sederhana: minggu lalu, diulang.',
  'Nothing was sold in the backtest, so there is no error to compare.':
    'Tidak ada yang terjual dalam uji masa lalu, jadi tidak ada galat untuk dibandingkan.',
  'Better than repeating last week by {0} points on weekly totals.':
    'Lebih baik daripada mengulang minggu lalu sebesar {0} poin pada total mingguan.',
  'Repeating last week would have erred less, by {0} points on weekly totals, though not on single days.':
    'Mengulang minggu lalu akan meleset lebih sedikit, {0} poin pada total mingguan, walau tidak pada hari satuan.',
  'Repeating last week would have erred less, by {0} points on weekly totals.':
    'Mengulang minggu lalu akan meleset lebih sedikit, {0} poin pada total mingguan.',
  'Asked for by name.': 'Diminta dengan nama.',
  'Too little or too uniform a history for anything but last week.':
    'Riwayat terlalu sedikit atau terlalu seragam untuk apa pun selain minggu lalu.',
  'Simply repeating last week wins, so I use that.':
    'Sekadar mengulang minggu lalu lebih unggul, jadi itu yang saya pakai.',
  'Simply repeating last week wins by {0} points, so I use that.':
    'Sekadar mengulang minggu lalu unggul {0} poin, jadi itu yang saya pakai.',
  'Tried over {0} past cut-offs, {1} days ahead.': 'Dicoba pada {0} titik potong masa lalu, {1} hari ke depan.',
  'A combination of methods, each weighted by its past errors over {0} past cut-offs, {1} days ahead.':
    'Gabungan beberapa metode, masing-masing ditimbang menurut galatnya pada {0} titik potong masa lalu, {1} hari ke depan.',
  '{0} not known': '{0} tidak diketahui',
  'Error of weekly totals: {0}.': 'Galat total mingguan: {0}.',
  'Only {0} of {1} days have any sales: a forecast of single days means little.':
    'Hanya {0} dari {1} hari yang punya penjualan: perkiraan per hari tidak banyak artinya.',
  'Every day with sales has exactly the same value: this looks like a placeholder and not like sales.':
    'Setiap hari dengan penjualan bernilai persis sama: ini tampak seperti nilai pengganti, bukan penjualan.',
  '{0} alone makes up {1} of all sales: if that is a mistake, mend it and import again.':
    '{0} saja mencakup {1} dari semua penjualan: jika itu keliru, perbaiki dan impor lagi.',
  'The last 4 weeks sold {0} times what the 4 weeks before them did: has the unit of the data changed?':
    '4 minggu terakhir menjual {0} kali dari 4 minggu sebelumnya: apakah satuan datanya berubah?',
  'The last 4 weeks sold 1/{0} of what the 4 weeks before them did: has the unit of the data changed?':
    '4 minggu terakhir menjual 1/{0} dari 4 minggu sebelumnya: apakah satuan datanya berubah?',
  'It is not in the history yet, so no effect is counted.':
    'Ini belum ada dalam riwayat, jadi dampaknya tidak dihitung.',
  'It came {0} and did {1}, no more than ordinary days do by chance: not counted.':
    'Terjadi {0} dan berdampak {1}, tidak lebih dari hari biasa secara kebetulan: tidak dihitung.',
  'It came {0}, each time so differently that the others did not foretell it: not counted.':
    'Terjadi {0}, setiap kali begitu berbeda sehingga yang lain tidak bisa meramalkannya: tidak dihitung.',
  'It came {0}; {1} is counted for the next.': 'Terjadi {0}; {1} dihitung untuk yang berikutnya.',
  'It came once and did {0}; {1} is counted for the next, and the range holds all of it and none.':
    'Terjadi sekali dan berdampak {0}; {1} dihitung untuk yang berikutnya, dan rentangnya memuat seluruhnya maupun tidak sama sekali.',
  once: 'sekali',
  twice: 'dua kali',
  '{0} times': '{0} kali',
  'repeating last week': 'mengulang minggu lalu',
  'the combination': 'gabungan',
  'smoothed recent days': 'hari-hari terakhir yang dihaluskan',
  'recent medians': 'median terkini',
  ETS: 'ETS',
  theta: 'theta',
  'dynamic theta': 'theta dinamis',
  'smoothed level and trend': 'tingkat dan tren yang dihaluskan',
  autoregression: 'autoregresi',
  'last year': 'tahun lalu',
  MSTL: 'MSTL',
  Prophet: 'Prophet',
  'There is not one order on {0}, weekdays on which the shop sold in each of the eight weeks before.':
    'Tidak ada satu pun pesanan pada {0}, padahal pada hari itu toko berjualan di setiap delapan minggu sebelumnya.',
  'Since {0} an order is {1} times what it was: did the unit or the currency change?':
    'Sejak {0} satu pesanan {1} kali dari sebelumnya: apakah satuan atau mata uangnya berubah?',
  'Since {0} an order is {1} of what it was: did the unit or the currency change?':
    'Sejak {0} satu pesanan {1} dari sebelumnya: apakah satuan atau mata uangnya berubah?',
  'The week from {0} is {1} times the best of the nine weeks before.':
    'Minggu mulai {0} adalah {1} kali yang terbaik dari sembilan minggu sebelumnya.',
  'The week from {0} is {1} of the worst of the nine weeks before.':
    'Minggu mulai {0} adalah {1} dari yang terburuk dari sembilan minggu sebelumnya.',
  '{0} of {1} weeks are scored.': '{0} dari {1} minggu sudah dinilai.',
  'Better on the backtest.': 'Lebih baik pada uji masa lalu.',
  'Not clearly better on the backtest.': 'Tidak jelas lebih baik pada uji masa lalu.',
  'It was nearer in {0} of {1} weeks.': 'Lebih dekat di {0} dari {1} minggu.',
  'Better on the backtest and on the ledger.': 'Lebih baik pada uji masa lalu dan pada catatan.',
  'Better on the whole, worse in the last {0} weeks.':
    'Secara keseluruhan lebih baik, lebih buruk dalam {0} minggu terakhir.',
  'Better on the backtest, not on the ledger.': 'Lebih baik pada uji masa lalu, tidak pada catatan.',
  'Better on the ledger, not on the backtest.': 'Lebih baik pada catatan, tidak pada uji masa lalu.',
  'Better on neither.': 'Tidak lebih baik pada keduanya.',
  'No budget moves.': 'Tidak ada anggaran yang bergeser.',
  'Only {0} complete weeks of these campaigns are known; to hold a promise against them I need {1}.':
    'Hanya {0} minggu lengkap dari kampanye ini yang diketahui; untuk menguji janji saya perlu {1}.',
  'These campaigns sold nothing before, so there is nothing to compare with.':
    'Kampanye ini belum menjual apa pun sebelumnya, jadi tidak ada pembandingnya.',
  '{0} weeks for {1} effects, {2} each.': '{0} minggu untuk {1} pengaruh, masing-masing {2}.',
  "{0} weeks for {1} effects (campaigns, trend, season, holidays) are {2} each; to tell them apart in the shop's sales takes about {3} each, {4} weeks.":
    '{0} minggu untuk {1} pengaruh (kampanye, tren, musim, hari libur) berarti masing-masing {2}; untuk membedakannya dalam penjualan toko perlu sekitar {3} masing-masing, {4} minggu.',
  'Every spend varied.': 'Setiap belanja bervariasi.',
  '{0}: spend hardly varied, so no week shows what another budget would do.':
    '{0}: belanja hampir tidak berubah, jadi tidak ada minggu yang menunjukkan akibat anggaran lain.',
  'No spend goes up and down with what sells anyway.':
    'Tidak ada belanja yang naik turun mengikuti penjualan yang memang terjadi.',
  '{0}: spend went up when more would have sold anyway, and may take the credit for it. Weeks with and without it, chosen by lot, would tell.':
    '{0}: belanja naik saat penjualan memang akan naik, dan mungkin mengambil pujiannya. Minggu dengan dan tanpa belanja, dipilih acak, akan memberi tahu.',
  'Three searches from different beginnings found the same.':
    'Tiga pencarian dari awal yang berbeda menemukan hal yang sama.',
  'Three searches from different beginnings did not find the same: take the intervals as too narrow.':
    'Tiga pencarian dari awal yang berbeda tidak menemukan hal yang sama: anggap intervalnya terlalu sempit.',
  'It came {0} and did {1}. Its range is clear of zero, but of so many events one or another is by chance: it is counted once chance would do as much only 1 time in 200.':
    'Terjadi {0} dan berdampak {1}. Rentangnya jelas dari nol, tetapi dari sekian banyak acara satu dua begitu karena kebetulan: dihitung begitu kebetulan hanya bisa sebesar itu 1 dari 200 kali.',
  'It came {0} and did {1}; {2} is counted for the next: the less often it came, the less of it.':
    'Terjadi {0} dan berdampak {1}; {2} dihitung untuk yang berikutnya: makin jarang terjadi, makin sedikit yang dihitung.',
};
