import type { Catalogue } from './catalogue.ts';

export const calendar: Catalogue = {
  'Add days': 'Tambah hari',
  'Days that sell differently': 'Hari dengan penjualan yang berbeda',
  Add: 'Tambah',
  'First day, as 2026-05-25': 'Hari pertama, seperti 2026-05-25',
  'Tell forecasts of days that sell differently, past or coming, or not at all':
    'Beri tahu perkiraan tentang hari dengan penjualan berbeda, lampau atau mendatang, atau tanpa penjualan',
  'what it is called; the same name each time it comes': 'namanya; nama yang sama setiap kali datang',
  'added by {0}': 'ditambahkan oleh {0}',
  '"{0}" from {1} is in the calendar already': '"{0}" mulai {1} sudah ada di kalender',
  'See /calendar list.': 'Lihat /calendar list.',
  '{0}, {1}, is in the calendar': '{0}, {1}, masuk ke kalender',
  'Forecasts expect nothing on those days, and do not learn from them.':
    'Perkiraan tidak mengharapkan apa pun pada hari-hari itu, dan tidak belajar darinya.',
  'Forecasts count with it where the history bears it out: past days of the same name teach what it does.':
    'Perkiraan memperhitungkannya bila riwayatnya mendukung: hari lampau dengan nama yang sama mengajarkan pengaruhnya.',
  'Take it out': 'Keluarkan',
  'Payday (25th to 28th)': 'Gajian (tanggal 25 sampai 28)',
  'Start of the month (1st to 5th)': 'Awal bulan (tanggal 1 sampai 5)',
  'Double dates to 10.10': 'Tanggal kembar sampai 10.10',
  'Run-up to Lebaran': 'Menjelang Lebaran',
  'the fortnight before 1 Syawal as announced by Kementerian Agama':
    'dua minggu sebelum 1 Syawal menurut pengumuman Kementerian Agama',
  'SKB 3 Menteri: holiday and collective leave': 'SKB 3 Menteri: hari libur dan cuti bersama',
  season: 'musim',
  holiday: 'hari libur',
  'school holiday': 'libur sekolah',
  promotion: 'promosi',
  'other prices': 'harga lain',
  'The days that forecasts count with: holidays, seasons, paydays, promotions, closed days':
    'Hari-hari yang diperhitungkan perkiraan: hari libur, musim, gajian, promosi, hari tutup',
  'how many days ahead': 'berapa hari ke depan',
  'how many days back': 'berapa hari ke belakang',
  'There is no shop yet': 'Belum ada toko',
  'Its calendar goes by its country. Bring a file of orders with /import.':
    'Kalendernya mengikuti negara toko. Masukkan berkas pesanan dengan /import.',
  'computed for {0}': 'dihitung untuk {0}',
  '• {0}: next on {1}': '• {0}: berikutnya {1}',
  'Calendar, {0}': 'Kalender, {0}',
  'By rule:': 'Menurut aturan:',
  'A forecast counts with an event only where the history bears it out; /forecast says which.':
    'Perkiraan memperhitungkan suatu acara hanya bila riwayatnya mendukung; /forecast menyebutkan yang mana.',
  'National holidays are computed for every year: nobody has to add them.':
    'Hari libur nasional dihitung untuk setiap tahun: tidak perlu ditambahkan.',
  'Lebaran is announced each year. I expect it on {0}, a day earlier or later: the button adds it with Ramadan.':
    'Lebaran diumumkan setiap tahun. Saya perkirakan pada {0}, bisa sehari lebih awal atau lebih lambat: tombolnya menambahkannya bersama Ramadan.',
  'Add Lebaran {0}': 'Tambah Lebaran {0}',
  'The next Ramadan and Lebaran as computed, to put into the calendar before they are announced':
    'Ramadan dan Lebaran berikutnya menurut hitungan, untuk dimasukkan ke kalender sebelum diumumkan',
  'put them into the calendar': 'masukkan ke kalender',
  'There is no Lebaran to add': 'Tidak ada Lebaran yang perlu ditambahkan',
  'The next one is in the calendar already, or it is no holiday in your country. See /calendar list.':
    'Yang berikutnya sudah ada di kalender, atau bukan hari libur di negara Anda. Lihat /calendar list.',
  'Lebaran on {0} is computed from the moon: the government confirms it, and it may be a day earlier or later.':
    'Lebaran pada {0} dihitung dari peredaran bulan: pemerintah yang menetapkannya, dan bisa sehari lebih awal atau lebih lambat.',
  'The leave that is decreed round it is not in.': 'Cuti bersama di sekitarnya belum termasuk.',
  'Should another day be announced, take these out in /calendar list and add the announced ones.':
    'Bila hari lain yang diumumkan, keluarkan yang ini di /calendar list lalu tambahkan yang diumumkan.',
  'Lebaran {0} is in the calendar': 'Lebaran {0} sudah ada di kalender',
  'Lebaran {0} is not in the calendar yet': 'Lebaran {0} belum ada di kalender',
  'computed, to be confirmed; added by {0}': 'menurut hitungan, belum ditetapkan; ditambahkan oleh {0}',
  'School holidays differ by place: add your own.': 'Libur sekolah berbeda di tiap daerah: tambahkan milik Anda.',
  'I do not know your country from the zone and currency of the shop, so no national holidays are in.':
    'Saya tidak tahu negara Anda dari zona dan mata uang toko, jadi hari libur nasional tidak disertakan.',
  'I know of no promotion "{0}"': 'Saya tidak mengenal promosi "{0}"',
  'Take days out of the calendar': 'Keluarkan hari dari kalender',
  'the number in /calendar list': 'nomornya di /calendar list',
  'There is no entry {0} in the calendar': 'Tidak ada entri {0} di kalender',
  'See /calendar list for the numbers.': 'Lihat nomornya di /calendar list.',
  '{0}, {1}, is out of the calendar': '{0}, {1}, keluar dari kalender',
  'Forecasts are computed anew without it. What was said before keeps what it was built on.':
    'Perkiraan dihitung ulang tanpanya. Yang sudah dikatakan sebelumnya tetap pada dasarnya.',
  'Put it back': 'Masukkan lagi',
  'Christmas Day': 'Hari Natal',
  "New Year's Day": 'Tahun Baru',
  "Laylat al-Mi'raj": 'Isra Mikraj',
  'Chinese New Year': 'Tahun Baru Imlek',
  Nyepi: 'Nyepi',
  'Good Friday': 'Jumat Agung',
  'Labour Day': 'Hari Buruh',
  'Ascension Day': 'Kenaikan Yesus Kristus',
  'Feast of the Sacrifice (Eid al-Adha)': 'Iduladha',
  'Vesak Day': 'Waisak',
  'Pancasila Day': 'Hari Lahir Pancasila',
  'Islamic New Year': 'Tahun Baru Islam',
  'Birthday of Muhammad (Mawlid)': 'Maulid Nabi',
  'Independence Day': 'Hari Kemerdekaan',
  'End of Ramadan (Eid al-Fitr)': 'Idulfitri',
  'closed: no trade; price: other prices than usual; promotion: a campaign, or days of your own':
    'closed: tidak berjualan; price: harga berbeda dari biasanya; promotion: kampanye, atau hari pilihan Anda',
  'Campaigns that I know: {0}.': 'Kampanye yang saya kenal: {0}.',
  'My orders name no campaign.': 'Pesanan saya tidak menyebut kampanye.',
  'Days of the calendar that came before: {0}.': 'Hari di kalender yang pernah terjadi: {0}.',
  'No day of the calendar came before. Tell me of past ones with /calendar add kind:promotion.':
    'Belum ada hari di kalender yang pernah terjadi. Beri tahu saya yang lampau dengan /calendar add kind:promotion.',
};
