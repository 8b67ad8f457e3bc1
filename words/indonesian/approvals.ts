import type { Catalogue } from './catalogue.ts';

/** Budget shifts: planning them, deciding on them, carrying them out, and holding them to their promise. */
export const approvals: Catalogue = {
  proposed: 'diusulkan',
  approved: 'disetujui',
  'carried out': 'dilaksanakan',
  rejected: 'ditolak',
  withdrawn: 'ditarik',
  expired: 'kedaluwarsa',
  'approved, and carried out': 'disetujui, dan sudah dilaksanakan',
  '{0} waits for a decision': '{0} menunggu keputusan',
  '{0} is approved': '{0} sudah disetujui',
  '{0} is carried out': '{0} sudah dilaksanakan',
  '{0} is rejected': '{0} ditolak',
  '{0} is withdrawn': '{0} ditarik',
  '{0} has expired': '{0} sudah kedaluwarsa',
  'approved, {0}': 'disetujui, {0}',
  '{0} v{1}': '{0} v{1}',
  '{0}, 1 approval': '{0}, 1 persetujuan',
  '{0}, {1} approvals': '{0}, {1} persetujuan',
  'The approval of {0} counts no longer, since that account is closed: an admin takes {1} off the team, and a deputy, where there is one, is asked.':
    'Persetujuan {0} tidak dihitung lagi karena akunnya sudah ditutup: admin mengeluarkan {1} dari tim, dan wakilnya, bila ada, diminta memutuskan.',
  'The best split of a weekly budget within your limits; changes nothing':
    'Pembagian terbaik anggaran mingguan dalam batas Anda; tidak mengubah apa pun',
  'Budget for the week of {0}': 'Anggaran untuk minggu mulai {0}',
  'What if one line alone gets 10% more than proposed? Change of profit after goods and spend a week':
    'Bagaimana jika satu baris saja mendapat 10% lebih dari usulan? Perubahan laba setelah barang dan belanja per minggu',
  'What if one line alone gets 10% more than proposed? Change of sales a week':
    'Bagaimana jika satu baris saja mendapat 10% lebih dari usulan? Perubahan penjualan per minggu',
  '10% is': '10% adalah',
  '10% more brings': 'Tambah 10% menghasilkan',
  '10% less brings': 'Kurang 10% menghasilkan',
  'Low (80%)': 'Terendah (80%)',
  'High (80%)': 'Tertinggi (80%)',
  '/campaign roi says hold of {0}, since by itself its next spend may earn its cost or not; a plan asks where the same money brings most, and takes it from there.':
    '/campaign roi menyarankan "pertahankan" untuk {0}, karena jika dilihat sendiri, tambahan belanjanya bisa menutup biayanya dan bisa juga tidak; rencana melihat di mana uang yang sama menghasilkan paling banyak, lalu mengambilnya dari sana.',
  'Splitting in proportion to average ROI would give {0}.':
    'Pembagian sebanding dengan ROI rata-rata akan memberi {0}.',
  "By the same figures that would lose {0} a week against today's spend.":
    'Menurut angka yang sama, itu akan merugikan {0} per minggu dibanding belanja sekarang.',
  "By the same figures that would bring {0} a week against today's spend.":
    'Menurut angka yang sama, itu akan membawa {0} per minggu dibanding belanja sekarang.',
  'What a campaign brought on average is not what a little more money brings (marginal return), so I do not split by it.':
    'Yang dibawa kampanye secara rata-rata bukan yang dibawa sedikit tambahan uang (hasil marjinal), jadi saya tidak membagi menurut itu.',
  'Propose this': 'Usulkan ini',
  'Propose it all the same': 'Tetap usulkan',
  'This posts the split to the approvals channel, where someone else decides.':
    'Ini mengirim pembagiannya ke kanal persetujuan, dan orang lain yang memutuskan.',
  'Plan the step to learn': 'Rencanakan langkah untuk belajar',
  'weekly budget to split, such as 100M; as much as now if left out':
    'anggaran mingguan yang dibagi, misalnya 100M; sebanyak sekarang jika dikosongkan',
  'least per campaign: "Voucher=10M, Flash sale=5M"': 'paling sedikit per kampanye: "Voucher=10M, Flash sale=5M"',
  'most per campaign: "Voucher=90M"': 'paling banyak per kampanye: "Voucher=90M"',
  'campaigns to leave as they are: "Search ads"': 'kampanye yang dibiarkan apa adanya: "Search ads"',
  'largest change of a line, in percent of its spend; {0} if left out':
    'perubahan terbesar satu baris, dalam persen dari belanjanya; {0} jika dikosongkan',
  'how far a line may go beyond what was ever spent on it in a week, in percent; {0} if left out':
    'seberapa jauh satu baris boleh melewati belanja mingguan yang pernah ada, dalam persen; {0} jika dikosongkan',
  'what to make largest: profit after goods, or sales; profit where the cost of goods is known if left out':
    'apa yang dibuat terbesar: laba setelah barang, atau penjualan; jika dikosongkan, laba bila biaya barang diketahui',
  'the small step that would teach most, instead of the best split':
    'langkah kecil yang paling banyak mengajari, sebagai ganti pembagian terbaik',
  'The amount {0}.': 'Jumlahnya {0}.',
  'Write a campaign and an amount: "{0}"': 'Tulis kampanye dan jumlahnya: "{0}"',
  Proposed: 'Diusulkan',
  Note: 'Catatan',
  '⚠ over the {0} step': '⚠ melebihi langkah {0}',
  'as before {0}': 'seperti sebelum {0}',
  'set by hand': 'ditetapkan sendiri',
  'not known (no response curve)': 'tidak diketahui (tidak ada kurva respons)',
  'at its floor': 'di batas bawahnya',
  'at its ceiling': 'di batas atasnya',
  'largest step of the plan': 'langkah terbesar rencana ini',
  'as far as was ever tried': 'sejauh yang pernah dicoba',
  kept: 'dibiarkan',
  'keeps its share': 'porsinya tetap',
  'The promise is {0} in all, too small to be seen week by week: it will most likely end as "can\'t tell". Only a loss of about {1} would be noticed.':
    'Janjinya {0} seluruhnya, terlalu kecil untuk terlihat dari minggu ke minggu: kemungkinan besar berakhir "belum bisa dipastikan". Hanya kerugian sekitar {1} yang akan terlihat.',
  '{0} more brings back': 'Tambahan {0} membawa kembali',
  '{0} more sells': 'Tambahan {0} menjual',
  '"{0}": what that much more would bring on top of the proposed budget, after goods; the spend itself is still to be taken off. The best split makes it equal where no limit holds. Profit can grow more than sales, where money moves to better margins.':
    '"{0}": hasil tambahan sebesar itu di atas anggaran usulan, setelah barang; belanjanya sendiri masih harus dikurangkan. Pembagian terbaik membuatnya sama di mana pun tidak ada batas. Laba bisa tumbuh lebih dari penjualan, bila uang pindah ke margin yang lebih baik.',
  '"{0}": what that much more would sell on top of the proposed budget.':
    '"{0}": penjualan dari tambahan sebesar itu di atas anggaran usulan.',
  'Within these limits the shift is expected to lose, not to gain.':
    'Dalam batas ini pergeseran diperkirakan merugi, bukan untung.',
  'Attributed: figures rest on the sales of orders that name a campaign.':
    'Teratribusi: angka bersandar pada penjualan dari pesanan yang menyebut kampanye.',
  'Modelled: figures rest on how all sales of the shop went with spend.':
    'Dimodelkan: angka bersandar pada bagaimana seluruh penjualan toko bergerak bersama belanja iklan.',
  'Expected extra profit a week, after goods': 'Perkiraan tambahan laba per minggu, setelah barang',
  'Expected extra sales a week': 'Perkiraan tambahan penjualan per minggu',
  'Weekly budget': 'Anggaran mingguan',
  'Extra profit a week, after goods and spend: {0}': 'Tambahan laba per minggu, setelah barang dan belanja: {0}',
  'Extra sales a week: {0}': 'Tambahan penjualan per minggu: {0}',
  'Line by line, as expected; the interval stands above': 'Baris demi baris, sesuai perkiraan; rentangnya di atas',
  Together: 'Seluruhnya',
  'Within these limits no two lines may move, so there is nothing to rank.':
    'Dalam batas ini tidak ada dua baris yang boleh bergeser, jadi tidak ada yang bisa diperingkat.',
  'I cannot rank these lines: spend hardly varied, or not for long enough, so no week shows what another budget would do.':
    'Saya tidak bisa memeringkat baris-baris ini: belanjanya nyaris tidak berubah, atau belum cukup lama, jadi tidak ada minggu yang menunjukkan hasil anggaran lain.',
  "I would shift it: against today's shares it brings {0} to {1} a week more profit after goods (80%).":
    'Saya akan menggesernya: dibanding porsi sekarang, laba setelah barang bertambah {0} sampai {1} per minggu (80%).',
  "I would shift it: against today's shares it brings {0} to {1} a week more sales (80%).":
    'Saya akan menggesernya: dibanding porsi sekarang, penjualan bertambah {0} sampai {1} per minggu (80%).',
  '{0} is at its limit: each 1 more spent there brings {1}, elsewhere {2}, so raising that limit is worth most.':
    '{0} sudah di batasnya: tiap tambahan belanja 1 di sana menghasilkan {1}, di tempat lain {2}, jadi menaikkan batas itu paling bernilai.',
  'I would leave the shares as they are: shifting could bring {0} to {1} a week of profit after goods (80%), so the data cannot tell gain from loss.':
    'Saya akan membiarkan porsinya: pergeseran bisa menghasilkan laba setelah barang {0} sampai {1} per minggu (80%), jadi data belum bisa membedakan untung dari rugi.',
  'I would leave the shares as they are: shifting could bring {0} to {1} a week of sales (80%), so the data cannot tell gain from loss.':
    'Saya akan membiarkan porsinya: pergeseran bisa menghasilkan penjualan {0} sampai {1} per minggu (80%), jadi data belum bisa membedakan untung dari rugi.',
  'To learn more: {0} {1} up one week and down the next, for {2} weeks, the others as they are. Two weeks then spend as much as ever, and this is where the money at stake is least known ({3} a week).':
    'Untuk belajar lebih banyak: {0} naik {1} satu minggu dan turun minggu berikutnya, selama {2} minggu, yang lain tetap. Dua minggu menghabiskan sebanyak biasanya, dan di sinilah uang yang dipertaruhkan paling tidak diketahui ({3} per minggu).',
  'No line may move both ways within these limits, so there is no step to learn from.':
    'Tidak ada baris yang boleh bergerak naik dan turun dalam batas ini, jadi tidak ada langkah untuk belajar.',
  'A step to learn from, not to earn from: {0} {1} up this week and down by as much the next, {2} weeks in turn; the others stay, so that what changes is its doing. Two weeks spend as much as ever.':
    'Langkah untuk belajar, bukan untuk mencari laba: {0} naik {1} minggu ini dan turun sebanyak itu minggu berikutnya, bergantian {2} minggu; yang lain tetap, sehingga perubahan adalah akibatnya. Dua minggu menghabiskan sebanyak biasanya.',
  '⚠ Not advised: the data cannot tell its gain from a loss.':
    '⚠ Tidak disarankan: data belum bisa membedakan untungnya dari rugi.',
  '⚠ Not advised: no two lines may move, so there was nothing to compare.':
    '⚠ Tidak disarankan: tidak ada dua baris yang boleh bergeser, jadi tidak ada yang dibandingkan.',
  '⚠ Not advised: spend hardly varied, so the lines cannot be ranked.':
    '⚠ Tidak disarankan: belanja nyaris tidak berubah, jadi barisnya tidak bisa diperingkat.',
  'A step to learn from: up in one week, down by the same in the next.':
    'Langkah untuk belajar: naik satu minggu, turun sebanyak itu minggu berikutnya.',
  '{0} from {1} to {2} a week.': '{0} dari {1} menjadi {2} per minggu.',
  'And 1 smaller line, by {0}.': 'Dan 1 baris yang lebih kecil, sebesar {0}.',
  'And {0} smaller lines, by {1} in all.': 'Dan {0} baris yang lebih kecil, {1} seluruhnya.',
  'Total {0} a week, unchanged.': 'Total {0} per minggu, tidak berubah.',
  'Total {0} a week instead of {1}.': 'Total {0} per minggu, sebelumnya {1}.',
  '"Now" is the mean of the last four weeks, and what {0} has set since.':
    '"Sekarang" adalah rata-rata empat minggu terakhir, dan yang ditetapkan {0} sesudahnya.',
  '"Now" is the mean of the last four weeks.': '"Sekarang" adalah rata-rata empat minggu terakhir.',
  'With these limits a week can cost from {0} to {1}. Ask for a total in between, or wider limits: max-step:, beyond:, floors:, ceilings:.':
    'Dengan batas ini satu minggu bisa menghabiskan {0} sampai {1}. Mintalah total di antaranya, atau batas yang lebih longgar: max-step:, beyond:, floors:, ceilings:.',
  'No campaign has a known cost': 'Tidak ada kampanye yang biayanya diketahui',
  'A plan moves money that I can see. Bring a file of daily spend (date, campaign, cost) with /data add, or type a cost with /campaign cost.':
    'Rencana menggeser uang yang bisa saya lihat. Bawa berkas belanja harian (tanggal, kampanye, biaya) dengan /data add, atau ketik biayanya dengan /campaign cost.',
  'response curves and spend of {0}, {1} weeks': 'kurva respons dan belanja dari {0}, {1} minggu',
  "Curves are modelled from all of the shop's sales: what else moved spend and sales together is not seen.":
    'Kurva dimodelkan dari seluruh penjualan toko: hal lain yang menggerakkan belanja dan penjualan bersama-sama tidak terlihat.',
  'Curves are fitted to attributed sales: if a campaign takes credit for sales that would have come anyway, its gain is smaller.':
    'Kurva dicocokkan dengan penjualan teratribusi: jika kampanye diakui atas penjualan yang toh akan datang, manfaatnya lebih kecil.',
  'Gains are of a week in which the new spend has done all it does: what carries over takes some weeks to build up.':
    'Manfaat dihitung untuk minggu ketika belanja baru sudah bekerja penuh: yang terbawa ke minggu berikutnya perlu beberapa minggu.',
  'A campaign of which it is not known what more brings (no response curve) keeps its share.':
    'Kampanye yang belum diketahui hasil tambahannya (tidak ada kurva respons) tetap pada bagiannya.',
  'largest expected sales after goods within the bounds: equal marginal return, the whole search where a curve is S-shaped':
    'perkiraan penjualan setelah barang terbesar dalam batas: hasil marginal sama, pencarian menyeluruh bila kurva berbentuk S',
  'largest expected sales within the bounds: equal marginal return, the whole search where a curve is S-shaped':
    'perkiraan penjualan terbesar dalam batas: hasil marginal sama, pencarian menyeluruh bila kurva berbentuk S',
  'Put a budget shift before the managers who approve it':
    'Ajukan pergeseran anggaran kepada manajer yang menyetujuinya',
  'a plan made before, such as B-12, instead of limits':
    'rencana yang sudah dibuat, misalnya B-12, sebagai ganti batas',
  'an open proposal to put forward anew, such as P-31': 'usulan terbuka yang diajukan ulang, misalnya P-31',
  'the version that is revised': 'versi yang diubah',
  'There is no plan {0}': 'Tidak ada rencana {0}',
  'Make one with /budget plan.': 'Buat dengan /budget plan.',
  '{0} was built on older numbers': '{0} dibuat dari angka yang lebih lama',
  'Data has come in since, or a shift was carried out. Plan again with /budget plan.':
    'Sejak itu ada data baru, atau ada pergeseran yang dilaksanakan. Rencanakan lagi dengan /budget plan.',
  '{0} changes nothing': '{0} tidak mengubah apa pun',
  'There is nothing to approve. Try another total, or a larger max-step.':
    'Tidak ada yang perlu disetujui. Coba total lain, atau max-step yang lebih besar.',
  '{0} replaces what you approved': '{0} menggantikan yang sudah Anda setujui',
  'Your approval of the version before does not count for it. Look at it again.':
    'Persetujuan Anda atas versi sebelumnya tidak berlaku untuknya. Periksa lagi.',
  '{0} cannot be revised': '{0} tidak bisa diubah',
  'It is at version {0} and {1}. Make a new one with /budget propose.':
    'Sekarang versi {0} dan {1}. Buat yang baru dengan /budget propose.',
  'See /budget log for those there are.': 'Lihat yang ada di /budget log.',
  'Open v{0}': 'Buka v{0}',
  '{0} is proposed': '{0} diusulkan',
  '{0} holds money figures, and people of other companies read this channel: nothing is posted here.':
    '{0} memuat angka uang, dan orang dari perusahaan lain membaca kanal ini: tidak ada yang dikirim ke sini.',
  'The card is in {0}.': 'Kartunya ada di {0}.',
  'No approvals channel is set: the card is in no channel. /budget pending shows it; /channel set purpose:approvals sets one.':
    'Belum ada kanal persetujuan: kartunya tidak ada di kanal mana pun. /budget pending menampilkannya; /channel set purpose:approvals menetapkan kanalnya.',
  'It expires {0}.': 'Kedaluwarsa {0}.',
  'Show the card': 'Tampilkan kartu',
  'Change the lines of an open proposal; it becomes its next version':
    'Ubah baris usulan yang masih terbuka; menjadi versi berikutnya',
  'That is {0} as it stands': 'Itu sama dengan {0} yang sekarang',
  'Change a line, or leave it to the approvers.': 'Ubah satu baris, atau serahkan kepada para approver.',
  'What an open proposal would promise with other lines; changes nothing':
    'Apa yang dijanjikan usulan terbuka dengan baris lain; tidak mengubah apa pun',
  'Propose as v{0}': 'Usulkan sebagai v{0}',
  '{0} with your changes': '{0} dengan perubahan Anda',
  'Change again': 'Ubah lagi',
  'Adjust {0}': 'Sesuaikan {0}',
  Adjust: 'Sesuaikan',
  'Propose v{0}': 'Usulkan v{0}',
  'Extra profit a week, after goods': 'Tambahan laba per minggu, setelah barang',
  'Extra sales a week': 'Tambahan penjualan per minggu',
  Promise: 'Janji',
  "none: no campaign's spend has varied enough (no response curve)":
    'tidak ada: belanja kampanye belum cukup bervariasi (tidak ada kurva respons)',
  '⚠ Needs 2 approvals: {0}.': '⚠ Perlu 2 persetujuan: {0}.',
  'Needs 1 approval.': 'Perlu 1 persetujuan.',
  '⚠ Expected to lose {0} a week.': '⚠ Diperkirakan merugi {0} per minggu.',
  '• {0}: {1} ({2}), takes up the rest, at the largest step':
    '• {0}: {1} ({2}), menampung sisanya, di langkah terbesar',
  '• {0}: {1} ({2}), takes up the rest': '• {0}: {1} ({2}), menampung sisanya',
  '• {0}: {1} ({2}), at the largest step': '• {0}: {1} ({2}), di langkah terbesar',
  'weekly amounts: "Voucher=78M, Flash sale=22M"': 'jumlah mingguan: "Voucher=78M, Flash sale=22M"',
  'locked: the other lines take up what you change; free: the total changes':
    'locked: baris lain menampung perubahan Anda; free: totalnya berubah',
  'a weekly amount': 'jumlah mingguan',
  'Now {0} a week, proposed {1}': 'Sekarang {0} per minggu, diusulkan {1}',
  Total: 'Total',
  'Stays {0}': 'Tetap {0}',
  'Follows the lines': 'Mengikuti baris',
  'The lines add up to {0}, not to {1}': 'Jumlah barisnya {0}, bukan {1}',
  'Leave one line as it was and it takes up the rest, or let the total follow the lines.':
    'Biarkan satu baris seperti semula agar menampung sisanya, atau biarkan total mengikuti baris.',
  '"{0}" is no line of this plan': '"{0}" bukan baris dari rencana ini',
  'For example: split:"{0}"': 'Contohnya: split:"{0}"',
  'A new proposal after a rejected one, that heeds the reason':
    'Usulan baru setelah yang ditolak, dengan memperhatikan alasannya',
  'the rejected proposal, such as P-31': 'usulan yang ditolak, misalnya P-31',
  '{0} is {1}, not rejected': '{0} {1}, bukan ditolak',
  'For a new one: /budget propose.': 'Untuk yang baru: /budget propose.',
  'Another after {0}': 'Yang lain setelah {0}',
  'That gives the same split again': 'Hasilnya pembagian yang sama lagi',
  '{0} was rejected with it. Keep a line, or set a floor or a ceiling.':
    '{0} ditolak dengan pembagian itu. Biarkan satu baris tetap, atau beri batas bawah atau batas atas.',
  'Make me another': 'Buatkan yang lain',
  Propose: 'Usulkan',
  'Leave as they are': 'Biarkan apa adanya',
  'At least': 'Paling sedikit',
  'At most': 'Paling banyak',
  'Largest change of a line, in percent': 'Perubahan terbesar satu baris, dalam persen',
  'Rejected because: {0}': 'Ditolak karena: {0}',
  'Suggest a budget shift for the coming week, if one is worth it':
    'Sarankan pergeseran anggaran untuk minggu depan, jika memang layak',
  'post it to the approvals channel': 'kirim ke kanal persetujuan',
  'when it was due': 'kapan seharusnya',
  'Weekly suggestions are switched off': 'Saran mingguan dimatikan',
  'An admin sets them with /budget policy.': 'Admin mengaturnya dengan /budget policy.',
  '{0} is before the managers already': '{0} sudah ada di hadapan para manajer',
  'Nothing is suggested beside it.': 'Tidak ada saran lain di sampingnya.',
  'No budget shift is suggested this week': 'Minggu ini tidak ada saran pergeseran anggaran',
  '{0} is worth a look': '{0} layak dilihat',
  'It is proposed on Monday, or now with /budget propose.':
    'Diusulkan hari Senin, atau sekarang dengan /budget propose.',
  'This week has its suggestion': 'Minggu ini sudah ada sarannya',
  'See /budget log.': 'Lihat /budget log.',
  'The best split within the usual limits would bring {0} a week (80%: {1} to {2}), too little to move {3} for.':
    'Pembagian terbaik dalam batas biasa akan menghasilkan {0} per minggu (80%: {1} sampai {2}), terlalu kecil untuk menggeser {3}.',
  '{0} · budget for {1}': '{0} · anggaran untuk {1}',
  'It takes back {0}.': 'Ini membatalkan {0}.',
  'It was made after {0} was rejected.': 'Dibuat setelah {0} ditolak.',
  'Asked by {0}.': 'Diminta oleh {0}.',
  'Reason: {0}': 'Alasan: {0}',
  'Approved by {0}.': 'Disetujui oleh {0}.',
  'Rejected by {0}.': 'Ditolak oleh {0}.',
  'Withdrawn by {0}.': 'Ditarik oleh {0}.',
  'Expired {0}: not enough approvals in time, nothing changes.':
    'Kedaluwarsa {0}: persetujuan tidak cukup pada waktunya, tidak ada yang berubah.',
  'the roll-back rule': 'aturan pembatalan',
  'Carried out by {0}.': 'Dilaksanakan oleh {0}.',
  'Carried out.': 'Dilaksanakan.',
  '{0} (for {1})': '{0} (mewakili {1})',
  'So far: {0}.': 'Sejauh ini: {0}.',
  'That is enough by the rules of now: the next Approve, also of theirs, decides.':
    'Menurut aturan sekarang itu sudah cukup: Setujui berikutnya, juga dari mereka, memutuskan.',
  'Approvers: {0}.': 'Approver: {0}.',
  'Nobody can approve it: an admin gives the role with /team set.':
    'Belum ada yang bisa menyetujuinya: admin memberi perannya dengan /team set.',
  '{0} cannot approve.': '{0} tidak bisa menyetujui.',
  'Needs 2 approvals: {0}.': 'Perlu 2 persetujuan: {0}.',
  '{0}, who may move {1}': '{0}, yang boleh menggeser {1}',
  'Needs 1 approval; 2 where one is by {0}.': 'Perlu 1 persetujuan; 2 bila salah satunya dari {0}.',
  'Expires {0}: then nothing changes.': 'Kedaluwarsa {0}: setelah itu tidak ada yang berubah.',
  'Until {0}, then {1} is asked too; expires {2}: then nothing changes.':
    'Sampai {0}, lalu {1} juga ditanya; kedaluwarsa {2}: setelah itu tidak ada yang berubah.',
  'Built on {0}, data to {1}.': 'Disusun dari {0}, data sampai {1}.',
  'Promise: extra profit a week, after goods': 'Janji: tambahan laba per minggu, setelah barang',
  'And extra profit a week, after goods': 'Dan tambahan laba per minggu, setelah barang',
  'Promise: extra sales a week': 'Janji: tambahan penjualan per minggu',
  'And extra sales a week': 'Dan tambahan penjualan per minggu',
  "Promise: none. No campaign's spend has varied enough to tell what more or less of it brings (no response curve).":
    'Janji: tidak ada. Belanja kampanye belum cukup bervariasi untuk tahu apa yang dibawa bila ditambah atau dikurangi (tidak ada kurva respons).',
  Undo: 'Batalkan',
  Approve: 'Setujui',
  'You approve {0}.': 'Anda menyetujui {0}.',
  'A campaign that you name here is kept as it is in the next proposal.':
    'Kampanye yang Anda sebut di sini dibiarkan apa adanya dalam usulan berikutnya.',
  Reject: 'Tolak',
  'Reject {0}': 'Tolak {0}',
  'This proposes the reverse of {0}. It changes nothing until it is approved.':
    'Ini mengusulkan kebalikan dari {0}. Tidak ada yang berubah sampai disetujui.',
  'There is no shift for /{0} now': 'Sekarang tidak ada pergeseran untuk /{0}',
  '/budget log shows those there are.': '/budget log menampilkan yang ada.',
  'Which shift?': 'Pergeseran yang mana?',
  '/{0} takes one of these, the newest first. Others: /budget log.':
    '/{0} menerima salah satu dari ini, yang terbaru di depan. Yang lain: /budget log.',
  'Take back a proposal of your own, unless it is carried out': 'Tarik usulan Anda sendiri, kecuali sudah dilaksanakan',
  '{0} is not yours': '{0} bukan milik Anda',
  '{0} asked for it, and can withdraw it.': '{0} yang memintanya, dan bisa menariknya.',
  'Record that an approved shift was carried out by hand':
    'Catat bahwa pergeseran yang disetujui sudah dilaksanakan sendiri',
  '{0} is carried out by itself': '{0} dilaksanakan otomatis',
  '{0} is recorded as carried out': '{0} dicatat sudah dilaksanakan',
  'the proposal, such as P-31': 'usulannya, misalnya P-31',
  'the version that was read; the current one if left out': 'versi yang dibaca; yang terkini jika dikosongkan',
  'There is no proposal {0}': 'Tidak ada usulan {0}',
  'The latest are {0}.': 'Yang terakhir: {0}.',
  'None has been made yet: /budget propose.': 'Belum ada satu pun: /budget propose.',
  'This is v{0} of {1}': 'Ini v{0} dari {1}',
  'v{0} is current. Open it before you decide.': 'v{0} yang terkini. Buka dulu sebelum memutuskan.',
  'Its time was up {0}; nothing changes. Propose it again if it is still wanted.':
    'Waktunya habis {0}; tidak ada yang berubah. Usulkan lagi jika masih diinginkan.',
  '{0} takes back {1} as it was, and cannot be changed': '{0} mengembalikan {1} seperti semula, dan tidak bisa diubah',
  'For other budgets: /budget propose.': 'Untuk anggaran lain: /budget propose.',
  'Nobody decided in time; nothing changes.': 'Tidak ada yang memutuskan pada waktunya; tidak ada yang berubah.',
  '{0} is not approved yet': '{0} belum disetujui',
  'It can be carried out once it is.': 'Bisa dilaksanakan setelah disetujui.',
  Someone: 'Seseorang',
  '{0} decided {1} s before you: {2}.': '{0} memutuskan {1} detik sebelum Anda: {2}.',
  '{0} decided at {1}: {2}.': '{0} memutuskan pada {1}: {2}.',
  '{0} is already {1}': '{0} sudah {1}',
  'Budget shifts that wait for a decision, or to be carried out':
    'Pergeseran anggaran yang menunggu keputusan, atau menunggu dilaksanakan',
  '{0} waiting': '{0} menunggu',
  'Nothing waits for a decision': 'Tidak ada yang menunggu keputusan',
  'All budget shifts and what became of them': 'Semua pergeseran anggaran dan nasibnya',
  'how many': 'berapa banyak',
  'Budget shifts': 'Pergeseran anggaran',
  'No budget shift has been proposed yet': 'Belum ada pergeseran anggaran yang diusulkan',
  'The card of one budget shift, as it stands': 'Kartu satu pergeseran anggaran, seadanya sekarang',
  'Propose a shift with /budget propose.': 'Usulkan pergeseran dengan /budget propose.',
  'Week of': 'Minggu',
  'Asked by': 'Diminta oleh',
  'Decided by': 'Diputuskan oleh',
  Expires: 'Kedaluwarsa',
  '{0} is stale': '{0} sudah usang',
  'Recompute it, then decide.': 'Hitung ulang, lalu putuskan.',
  Recompute: 'Hitung ulang',
  '{0} was carried out since it was proposed.': '{0} dilaksanakan sejak ini diusulkan.',
  '{0} were carried out since it was proposed.': '{0} dilaksanakan sejak ini diusulkan.',
  'Data has come in since it was proposed; it reaches to {0} now.':
    'Ada data baru sejak ini diusulkan; sekarang sampai {0}.',
  'Within the same limits the promise is {0} a week, and was {1}.':
    'Dalam batas yang sama janjinya {0} per minggu, sebelumnya {1}.',
  'Within the same limits no split can be made of it any more.':
    'Dalam batas yang sama pembagiannya tidak bisa dibuat lagi.',
  'Propose the reverse of a shift that was carried out; the same rules apply':
    'Usulkan kebalikan pergeseran yang sudah dilaksanakan; aturannya sama',
  'the shift to take back, such as P-31': 'pergeseran yang dibatalkan, misalnya P-31',
  '/budget withdraw {0} takes it back.': '/budget withdraw {0} menariknya.',
  'There is nothing to take back.': 'Tidak ada yang perlu dibatalkan.',
  '{0} is {1}, not carried out': '{0} {1}, belum dilaksanakan',
  '{0} takes back {1} already': '{0} sudah membatalkan {1}',
  '{0} has moved the same budgets since {1}': '{0} menggeser anggaran yang sama sejak {1}',
  'Take that back first.': 'Batalkan itu dulu.',
  'It only restores what was there before.': 'Ini hanya mengembalikan yang ada sebelumnya.',
  'the reverse of what {0} changed': 'kebalikan dari yang diubah {0}',
  'the budgets before and after {0}, as kept in {1}': 'anggaran sebelum dan sesudah {0}, seperti tersimpan di {1}',
  'What {0} was seen to bring a week stops again, and nothing else changes.':
    'Hasil mingguan yang terlihat dari {0} berhenti lagi, dan tidak ada lagi yang berubah.',
  'What {0} promised is lost again; whether it came true is not considered.':
    'Yang dijanjikan {0} hilang lagi; terwujud atau tidaknya tidak diperhitungkan.',
  '{0} over the {1} step': '{0} melebihi langkah {1}',
  '{0} moved, more than {1}': '{0} digeser, lebih dari {1}',
  'Remind approvers, ask deputies, and close proposals whose time is up':
    'Ingatkan approver, tanya wakil, dan tutup usulan yang waktunya habis',
  Deadlines: 'Tenggat',
  'Expired: {0}.': 'Kedaluwarsa: {0}.',
  'None is over.': 'Belum ada yang lewat.',
  '{0} still waits for a decision': '{0} masih menunggu keputusan',
  '{0} was not decided in time by {1}': '{0} tidak diputuskan {1} pada waktunya',
  '{0} was not decided in time': '{0} tidak diputuskan pada waktunya',
  'Approve a proposed budget shift': 'Setujui pergeseran anggaran yang diusulkan',
  'Reject a proposed budget shift, with a reason': 'Tolak pergeseran anggaran yang diusulkan, dengan alasan',
  'why, for whoever asked': 'alasannya, untuk yang meminta',
  'You rejected {0}': 'Anda menolak {0}',
  'Why do you reject {0}?': 'Mengapa Anda menolak {0}?',
  'Nothing is decided yet.': 'Belum ada yang diputuskan.',
  'You approved {0}': 'Anda menyetujui {0}',
  'It needs two: {0}.': 'Perlu dua orang: {0}.',
  'Your limit is {0}, and this moves {1} a week.': 'Batas Anda {0}, dan ini menggeser {1} per minggu.',
  'This needs a second approver: {0}.': 'Perlu approver kedua: {0}.',
  'This needs a second approver, and there is none yet: an admin gives the role with /team set.':
    'Perlu approver kedua, dan belum ada: admin memberi perannya dengan /team set.',
  'Your approval of {0} counts': 'Persetujuan Anda atas {0} dihitung',
  '{0} has just changed': '{0} baru saja berubah',
  'Look at it again, then decide.': 'Lihat lagi, lalu putuskan.',
  'Ask to reconsider': 'Minta dipertimbangkan lagi',
  '{0} can.': '{0} bisa.',
  'No one can yet: an admin gives the role with /team set.':
    'Belum ada yang bisa: admin memberi perannya dengan /team set.',
  'Remind them': 'Ingatkan mereka',
  'You asked for this, so someone else decides': 'Anda yang meminta ini, jadi orang lain yang memutuskan',
  'You can see {0} but not decide it': 'Anda bisa melihat {0} tetapi tidak bisa memutuskannya',
  'Both start from the same budgets, so only one can hold.':
    'Keduanya berangkat dari anggaran yang sama, jadi hanya satu yang bisa berlaku.',
  'Withdraw {0} first, or reject {1}.': 'Tarik {0} dulu, atau tolak {1}.',
  'Reject {0}.': 'Tolak {0}.',
  '{0} already moves the budgets of the week of {1}': '{0} sudah menggeser anggaran minggu yang mulai {1}',
  '{0} is no approver any more; {1} now needs {2} (deputy)':
    '{0} bukan approver lagi; {1} sekarang memerlukan {2} (wakil)',
  'The rules by which budget shifts are approved; an admin changes them here':
    'Aturan persetujuan pergeseran anggaran; admin mengubahnya di sini',
  'a shift that moves more than this a week needs two approvals: 50M, or none':
    'pergeseran yang lebih dari ini per minggu perlu dua persetujuan: 50jt, atau none',
  'a line that changes by more percent than this needs two':
    'baris yang berubah lebih dari persentase ini perlu dua persetujuan',
  'whether whoever asked may approve': 'apakah yang meminta boleh menyetujui',
  'from the proposal to its deadline': 'dari usulan sampai tenggatnya',
  'the weekly suggestion: always a word, only when something is worth moving, or none':
    'saran mingguan: selalu ada kabar, hanya bila ada yang layak digeser, atau tidak ada',
  'How budget shifts are approved': 'Cara pergeseran anggaran disetujui',
  'Only an admin changes the rules': 'Hanya admin yang mengubah aturan',
  'Anyone may read them: /budget policy.': 'Siapa pun boleh membacanya: /budget policy.',
  'The rules are changed': 'Aturannya diubah',
  'One approval is enough, within the limit of whoever gives it; above that limit it takes two.':
    'Satu persetujuan cukup, dalam batas yang memberinya; di atas batas itu perlu dua.',
  'Two are needed where a line changes by more than {0}.': 'Perlu dua bila satu baris berubah lebih dari {0}.',
  'Two are needed where a line changes by more than {0}, or where more than {1} a week moves.':
    'Perlu dua bila satu baris berubah lebih dari {0}, atau bila lebih dari {1} per minggu bergeser.',
  'Whoever asked may approve.': 'Yang meminta boleh menyetujui.',
  'Whoever asked cannot approve.': 'Yang meminta tidak bisa menyetujui.',
  'A proposal waits {0} hours, with a reminder at half time. Then deputies are asked, for half as long; then it expires, and nothing changes.':
    'Usulan menunggu {0} jam, dengan pengingat di tengah waktu. Lalu wakil ditanya, selama setengahnya; lalu kedaluwarsa, dan tidak ada yang berubah.',
  'Each Monday a shift is suggested, or it is said that none is worth it.':
    'Setiap Senin pergeseran disarankan, atau dikatakan bahwa tidak ada yang layak.',
  'Each Monday a shift is suggested, if one is worth it.': 'Setiap Senin pergeseran disarankan, jika ada yang layak.',
  'No shift is suggested by itself.': 'Tidak ada pergeseran yang disarankan otomatis.',
  '{0} (no approver any more: the deputy stands in)': '{0} (bukan approver lagi: wakilnya yang menggantikan)',
  'There is no approver yet: /team set user:slack:U024BE7LH role:approver.':
    'Belum ada approver: /team set user:slack:U024BE7LH role:approver.',
  Approvers: 'Approver',
  'Alone up to': 'Sendiri sampai',
  'An amount is what a shift moves in a week; "–" is any. Limits and deputies: /team set user:… limit:50M deputy:slack:U….':
    'Jumlah adalah yang digeser dalam seminggu; "–" berarti berapa pun. Batas dan wakil: /team set user:… limit:50M deputy:slack:U….',
  'Remind those who can decide on a budget shift': 'Ingatkan yang bisa memutuskan pergeseran anggaran',
  'Nobody can decide on {0}': 'Tidak ada yang bisa memutuskan {0}',
  'An admin gives the role with /team set.': 'Admin memberi perannya dengan /team set.',
  '{0} heard of {1} not long ago': '{0} belum lama ini sudah diberi tahu tentang {1}',
  '{0} reminded them {1}.': '{0} mengingatkan mereka {1}.',
  '{0} asks: {1} waits for you': '{0} bertanya: {1} menunggu Anda',
  '{0} is reminded': '{0} diingatkan',
  '{0} are reminded': '{0} diingatkan',
  'Ask whoever decided on a budget shift to look at it again':
    'Minta yang memutuskan pergeseran anggaran untuk melihatnya lagi',
  why: 'alasannya',
  'There is no decision to look at again.': 'Tidak ada keputusan yang perlu dilihat lagi.',
  'You could not have decided on {0}': 'Anda tidak berhak memutuskan {0}',
  'Talk to {0}, who did.': 'Bicaralah dengan {0}, yang memutuskannya.',
  '{0} says: {1}': '{0} berkata: {1}',
  'It was approved.': 'Ini disetujui.',
  'It can still be withdrawn, by whoever asked for it or an admin.':
    'Masih bisa ditarik, oleh yang memintanya atau admin.',
  'It was rejected.': 'Ini ditolak.',
  'It can be proposed again: /budget propose.': 'Bisa diusulkan lagi: /budget propose.',
  '{0} asks {1} to reconsider {2}': '{0} meminta {1} mempertimbangkan lagi {2}',
  '{0} is asked to reconsider {1}': '{0} diminta mempertimbangkan lagi {1}',
  'Without a decision nothing changes.': 'Tanpa keputusan tidak ada yang berubah.',
  '{0} can decide until {1}.': '{0} bisa memutuskan sampai {1}.',
  'You can decide until {0}.': 'Anda bisa memutuskan sampai {0}.',
  '⚠ As it is, it cannot be carried out.': '⚠ Seperti sekarang, ini tidak bisa dilaksanakan.',
  'Try again to carry out an approved shift; looks first what became of it':
    'Coba lagi melaksanakan pergeseran yang disetujui; periksa dulu nasibnya',
  'Say whether a shift was applied that could not be confirmed':
    'Katakan apakah pergeseran yang belum terkonfirmasi sudah diterapkan',
  'yes: the new budgets stand there; no: the old ones do': 'yes: anggaran baru yang berlaku; no: yang lama',
  '{0} was not applied': '{0} tidak diterapkan',
  '{0} looked: it is applied.': '{0} sudah memeriksa: sudah diterapkan.',
  '{0} looked: it is not applied.': '{0} sudah memeriksa: belum diterapkan.',
  'There is nothing to carry out.': 'Tidak ada yang perlu dilaksanakan.',
  '{0} does not wait for you': '{0} tidak menunggu Anda',
  'Look at it again.': 'Lihat lagi.',
  'Not carried out: budgets are frozen by {0} ({1}).': 'Tidak dilaksanakan: anggaran dibekukan oleh {0} ({1}).',
  'Not carried out yet.': 'Belum dilaksanakan.',
  'Not sent yet.': 'Belum dikirim.',
  'Executing…': 'Sedang dilaksanakan…',
  'Set by hand, {0}, receipt {1}.': 'Ditetapkan sendiri, {0}, bukti {1}.',
  'Taken, but it is not said to be applied.': 'Sudah diterima, tetapi belum dinyatakan diterapkan.',
  'Please look, and say which.': 'Tolong periksa, dan katakan yang mana.',
  'Sent, not confirmed yet. Checking…': 'Sudah dikirim, belum terkonfirmasi. Sedang memeriksa…',
  'Applied? I could not find out.': 'Diterapkan? Saya tidak bisa memastikannya.',
  'Applied? I could not confirm.': 'Diterapkan? Saya belum bisa mengonfirmasi.',
  'Checking…': 'Sedang memeriksa…',
  'Done {0}, receipt {1}.': 'Selesai {0}, bukti {1}.',
  'Approved, not applied.': 'Disetujui, tidak diterapkan.',
  'Nothing changed.': 'Tidak ada yang berubah.',
  'Never sent.': 'Tidak pernah dikirim.',
  'not sent': 'belum dikirim',
  executing: 'sedang dilaksanakan',
  sent: 'terkirim',
  confirmed: 'terkonfirmasi',
  cancelled: 'dibatalkan',
  '{0} is not carried out. Nothing changes.': '{0} tidak dilaksanakan. Tidak ada yang berubah.',
  'You have set these budgets where the campaigns run.':
    'Anda sudah menetapkan anggaran ini di tempat kampanye berjalan.',
  Withdraw: 'Tarik',
  'It is applied': 'Sudah diterapkan',
  'You have seen these budgets where the campaigns run.':
    'Anda sudah melihat anggaran ini di tempat kampanye berjalan.',
  'It is not applied': 'Belum diterapkan',
  'You have looked: the old budgets still stand where the campaigns run.':
    'Anda sudah memeriksa: anggaran lama masih berlaku di tempat kampanye berjalan.',
  'The spend of its first week matches.': 'Belanja minggu pertamanya cocok.',
  'By the spend of its first week: {0}.': 'Menurut belanja minggu pertamanya: {0}.',
  '{0} matches': '{0} cocok',
  '{0} does not match': '{0} tidak cocok',
  '{0} is not visible yet': '{0} belum terlihat',
  '{0} is over a limit': '{0} melewati batas',
  'Adjust it, or ask an admin.': 'Sesuaikan, atau minta bantuan admin.',
  '{0} needs somebody': '{0} memerlukan seseorang',
  '{0}: how it went on': '{0}: kelanjutannya',
  '{0} is on its way': '{0} sedang dalam perjalanan',
  'It may be applied already. Once that is known, /budget undo takes it back.':
    'Mungkin sudah diterapkan. Setelah itu diketahui, /budget undo membatalkannya.',
  'Kill switch: no budget is changed until /budget unfreeze':
    'Sakelar darurat: tidak ada anggaran yang diubah sampai /budget unfreeze',
  'why, for everybody': 'alasannya, untuk semua orang',
  'Budgets are frozen already': 'Anggaran sudah dibekukan',
  'Shifts can be proposed and approved; none is sent until /budget unfreeze.':
    'Pergeseran bisa diusulkan dan disetujui; tidak ada yang dikirim sampai /budget unfreeze.',
  'Already under way: {0}; what becomes of those is still looked up.': 'Sudah berjalan: {0}; nasibnya tetap diperiksa.',
  'Budgets are frozen': 'Anggaran dibekukan',
  'Why, for everybody': 'Alasannya, untuk semua orang',
  'Freeze all budgets?': 'Bekukan semua anggaran?',
  'No approved shift is sent until /budget unfreeze. Nothing is frozen yet.':
    'Tidak ada pergeseran yang disetujui dikirim sampai /budget unfreeze. Belum ada yang dibekukan.',
  Freeze: 'Bekukan',
  'Freeze all budgets': 'Bekukan semua anggaran',
  'Let approved shifts be carried out again': 'Izinkan lagi pergeseran yang disetujui dilaksanakan',
  'Budgets are not frozen': 'Anggaran tidak dibekukan',
  'Nothing stands in the way.': 'Tidak ada yang menghalangi.',
  'Sent now: {0}.': 'Dikirim sekarang: {0}.',
  'Nothing was waiting.': 'Tidak ada yang menunggu.',
  'Budgets are no longer frozen': 'Anggaran tidak dibekukan lagi',
  Unfreeze: 'Cairkan',
  'Approved shifts that wait are carried out at once.':
    'Pergeseran yang sudah disetujui dan menunggu langsung dilaksanakan.',
  'Frozen by {0}, {1}: {2}': 'Dibekukan oleh {0}, {1}: {2}',
  '⚠ No budget is changed. {0}.': '⚠ Tidak ada anggaran yang diubah. {0}.',
  '{0} would change by more than {1}.': '{0} akan berubah lebih dari {1}.',
  'At worst its vouchers could cost {0} a week, more than {1}.':
    'Paling buruk vouchernya bisa menghabiskan {0} per minggu, lebih dari {1}.',
  'It moves {0}, and {1} was moved before: more than the {2} that may move in 24 hours.':
    'Ini menggeser {0}, dan {1} sudah digeser sebelumnya: lebih dari {2} yang boleh bergeser dalam 24 jam.',
  'It moves {0}: more than the {1} that may move in 24 hours.':
    'Ini menggeser {0}: lebih dari {1} yang boleh bergeser dalam 24 jam.',
  'It moves {0}, and {1} was moved before: more than the {2} that may move in 30 days.':
    'Ini menggeser {0}, dan {1} sudah digeser sebelumnya: lebih dari {2} yang boleh bergeser dalam 30 hari.',
  'It moves {0}: more than the {1} that may move in 30 days.':
    'Ini menggeser {0}: lebih dari {1} yang boleh bergeser dalam 30 hari.',
  'The budgets are set.': 'Anggarannya sudah ditetapkan.',
  'Nothing is to be done any more.': 'Tidak ada lagi yang perlu dikerjakan.',
  '{0} is approved: to do by hand from {1}': '{0} disetujui: dikerjakan sendiri mulai {1}',
  'Set these budgets:': 'Tetapkan anggaran ini:',
  'Press Done when it is set; {0} is then recorded as carried out, with your name.':
    'Tekan Selesai setelah ditetapkan; {0} lalu dicatat sudah dilaksanakan, dengan nama Anda.',
  Done: 'Selesai',
  'The process stopped while it was being sent.': 'Prosesnya berhenti saat sedang mengirim.',
  'It was never taken.': 'Tidak pernah diterima.',
  'The webhook it was for is not configured any more.': 'Webhook tujuannya tidak diatur lagi.',
  'The drop folder it was for is not configured any more.': 'Folder serah tujuannya tidak diatur lagi.',
  'The receiver says: pending.': 'Penerima menjawab: masih diproses.',
  'The receiver says: not applied.': 'Penerima menjawab: belum diterapkan.',
  'File drop refused: a file of that name is there already.':
    'Penyerahan berkas ditolak: berkas dengan nama itu sudah ada.',
  'Another file stands at {0}.': 'Berkas lain ada di {0}.',
  'File drop refused: the disk is full.': 'Penyerahan berkas ditolak: disk penuh.',
  'File drop refused: I may not write into the drop folder.':
    'Penyerahan berkas ditolak: saya tidak boleh menulis ke folder serah.',
  'File drop refused: the drop folder is read-only.': 'Penyerahan berkas ditolak: folder serah hanya bisa dibaca.',
  'File drop refused: the drop folder is not there.': 'Penyerahan berkas ditolak: folder serah tidak ada.',
  'File drop refused: the drop folder is not a folder.': 'Penyerahan berkas ditolak: folder serah bukan folder.',
  'File drop refused: {0}.': 'Penyerahan berkas ditolak: {0}.',
  '{0} did not answer in time.': '{0} tidak menjawab pada waktunya.',
  '{0} cut the connection.': '{0} memutus sambungan.',
  '{0} answered {1}, a redirect: I do not follow those.': '{0} menjawab {1}, pengalihan: saya tidak mengikutinya.',
  '{0} answered {1}.': '{0} menjawab {1}.',
  '{0} answered far too much.': '{0} menjawab terlalu panjang.',
  '{0} did not tell what became of {1}.': '{0} tidak memberi tahu nasib {1}.',
  '{0} says that it is applied, but the budget of {1} there is another.':
    '{0} menyatakan sudah diterapkan, tetapi anggaran {1} di sana berbeda.',
  'Not watched: {0}': 'Tidak dipantau: {0}',
  'The old budgets stand for the level of the last {0} weeks, of which one is off by {1}. A promise that is true falls short by so much 1 time in 20.':
    'Anggaran lama mewakili tingkat {0} minggu terakhir, yang satu minggunya meleset {1}. Janji yang benar kurang sebesar itu 1 dari 20 kali.',
  'What was spent counts as soon as it is known; until then, what was approved.':
    'Yang dihitung adalah belanja yang sebenarnya begitu diketahui; sebelum itu, yang disetujui.',
  'It worked, less than promised.': 'Berhasil, kurang dari yang dijanjikan.',
  'It worked.': 'Berhasil.',
  'It did not work.': 'Tidak berhasil.',
  "The weeks can't tell whether it worked.": 'Dari minggu-minggu ini belum bisa dipastikan apakah berhasil.',
  'the shift, such as P-31': 'pergeserannya, misalnya P-31',
  'It was proposed before promises were watched.': 'Diusulkan sebelum janji dipantau.',
  '{0} is not watched': '{0} tidak dipantau',
  '{0} is not watched yet': '{0} belum dipantau',
  Found: 'Ditemukan',
  'Weeks to': 'Minggu sampai',
  '{0}: what it promised, and what came': '{0}: yang dijanjikan, dan yang datang',
  'Open the shift': 'Buka pergeseran',
  'No line has a response curve, so nothing is promised.':
    'Tidak ada baris yang punya kurva respons, jadi tidak ada yang dijanjikan.',
  'Were the shifts right? What was promised, what came; your own overrides to you alone':
    'Apakah pergeserannya tepat? Yang dijanjikan, yang datang; perubahan Anda sendiri hanya untuk Anda',
  'Gains are means a week over the weeks watched, against the old budgets. An override is held against what the model promised for its own split: "better" and "worse" only where the 80% interval of what came lies above or below it. Below {0} overrides this says little. Your own lines are shown to you alone.':
    'Manfaat adalah rata-rata per minggu selama dipantau, dibanding anggaran lama. Perubahan dibandingkan dengan janji model untuk pembagiannya sendiri: "lebih baik" dan "lebih buruk" hanya bila rentang 80% dari yang datang ada di atas atau di bawahnya. Di bawah {0} perubahan ini belum banyak berarti. Baris Anda sendiri hanya diperlihatkan kepada Anda.',
  'No shift has been watched to its end yet': 'Belum ada pergeseran yang dipantau sampai selesai',
  '1 shift watched to its end': '1 pergeseran dipantau sampai selesai',
  '{0} shifts watched to their end': '{0} pergeseran dipantau sampai selesai',
  Worked: 'Berhasil',
  'Did not': 'Tidak berhasil',
  "Can't tell": 'Belum bisa dipastikan',
  Shifts: 'Pergeseran',
  Shift: 'Pergeseran',
  Verdict: 'Kesimpulan',
  better: 'lebih baik',
  worse: 'lebih buruk',
  'The team: overrides': 'Tim: perubahan',
  "The team: better than the model's split promised": 'Tim: lebih baik dari janji pembagian model',
  'The team: worse': 'Tim: lebih buruk',
  "The team: can't tell": 'Tim: belum bisa dipastikan',
  'You: overrides': 'Anda: perubahan',
  "You: better than the model's split promised": 'Anda: lebih baik dari janji pembagian model',
  'You: worse': 'Anda: lebih buruk',
  "You: can't tell": 'Anda: belum bisa dipastikan',
  'Your split promised': 'Dijanjikan pembagian Anda',
  "The model's promised": 'Dijanjikan model',
  'Hold what came in against the shifts that were carried out':
    'Bandingkan yang datang dengan pergeseran yang dilaksanakan',
  '1 shift has news': '1 pergeseran punya kabar',
  '{0} shifts have news': '{0} pergeseran punya kabar',
  'No shift has news': 'Tidak ada kabar pergeseran',
  'Nothing has come in about them since.': 'Belum ada yang masuk tentangnya sejak itu.',
  '{0}: what was spent is not what was approved': '{0}: yang dibelanjakan bukan yang disetujui',
  "{0} broke its promise and moved less than the rule's limit":
    '{0} melanggar janjinya dan menggeser kurang dari batas aturan',
  '{0} could not be approved': '{0} tidak bisa disetujui',
  'Somebody was faster.': 'Ada yang lebih cepat.',
  'Once carried out it is watched for {0} weeks: what the changed campaigns sell, less the cost of goods, beside {1} a week at the old budgets.':
    'Setelah dijalankan dipantau selama {0} minggu: penjualan kampanye yang diubah, dikurangi biaya barang, dibanding {1} per minggu dengan anggaran lama.',
  'Once carried out it is watched for {0} weeks: what the changed campaigns sell, beside {1} a week at the old budgets.':
    'Setelah dijalankan dipantau selama {0} minggu: penjualan kampanye yang diubah, dibanding {1} per minggu dengan anggaran lama.',
  'If it falls {0} behind its promise in all, I propose to take it back.':
    'Bila seluruhnya tertinggal {0} dari janjinya, saya usulkan untuk membatalkannya.',
  'A true loss of {0} is noticed {1} of the time.': 'Kerugian nyata sebesar {0} terdeteksi dalam {1} kejadian.',
  'A true loss of {0} is noticed {1} of the time, one of {2} {3}.':
    'Kerugian nyata sebesar {0} terdeteksi dalam {1} kejadian, yang sebesar {2} dalam {3}.',
  'A true loss of {0} is noticed {1} of the time; these weeks are too noisy for more.':
    'Kerugian nyata sebesar {0} terdeteksi dalam {1} kejadian; minggu-minggu ini terlalu bergejolak untuk lebih dari itu.',
  'being watched': 'sedang dipantau',
  'too far behind': 'tertinggal terlalu jauh',
  '{0} promised {1} more a week. It is watched {2}; no week of that is complete yet.':
    '{0} menjanjikan {1} lebih banyak per minggu. Dipantau {2}; belum ada minggu yang lengkap.',
  '{0} promised {1} more a week; {2} came ({3}) over 1 week.':
    '{0} menjanjikan {1} lebih banyak per minggu; yang datang {2} ({3}) selama 1 minggu.',
  '{0} promised {1} more a week; {2} came ({3}) over {4} weeks.':
    '{0} menjanjikan {1} lebih banyak per minggu; yang datang {2} ({3}) selama {4} minggu.',
  'It is {0} behind its promise in all; at {1} I propose to take it back. It is watched {2}.':
    'Seluruhnya tertinggal {0} dari janjinya; pada {1} saya usulkan untuk membatalkannya. Dipantau {2}.',
  'It is not behind its promise; at {0} behind I propose to take it back. It is watched {1}.':
    'Tidak tertinggal dari janjinya; bila tertinggal {0} saya usulkan untuk membatalkannya. Dipantau {1}.',
  'It is {0} behind its promise in all, more than the {1} at which I propose to take it back.':
    'Seluruhnya tertinggal {0} dari janjinya, lebih dari {1} yang menjadi batas usulan pembatalan.',
  'What a shift promised, what came since, and when I would propose to take it back':
    'Yang dijanjikan pergeseran, yang datang sejak itu, dan kapan saya akan mengusulkan pembatalan',
  'Came a week': 'Datang per minggu',
  'Behind in all': 'Tertinggal seluruhnya',
  'Promised more a week, in all': 'Tambahan per minggu yang dijanjikan, seluruhnya',
  'Came more a week, in all': 'Tambahan per minggu yang datang, seluruhnya',
  'Promised more a week': 'Tambahan per minggu yang dijanjikan',
  'Came more a week': 'Tambahan per minggu yang datang',
};
