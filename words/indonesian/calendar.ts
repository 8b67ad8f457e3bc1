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
  'Ramadan and Lebaran are announced each year: add them as soon as they are.':
    'Ramadan dan Lebaran diumumkan setiap tahun: tambahkan begitu diumumkan.',
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
