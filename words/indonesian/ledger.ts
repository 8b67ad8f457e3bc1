import type { Catalogue } from './catalogue.ts';

export const ledger: Catalogue = {
  '{0} of {1} ({2}, {3})': '{0} dari {1} ({2}, {3})',
  '{0} of {1} ({2})': '{0} dari {1} ({2})',
  below: 'di bawah',
  inside: 'di dalam',
  above: 'di atas',
  'Every posted forecast, held against what came': 'Setiap perkiraan yang dikirim, dibandingkan dengan kenyataannya',
  'one posted forecast, such as F-12': 'satu perkiraan yang dikirim, misalnya F-12',
  'how many scored weeks to look back': 'berapa minggu ternilai ke belakang',
  'The shop’s revenue was not forecast for all yet': 'Pendapatan toko belum pernah diperkirakan untuk semua orang',
  'No forecast has been posted yet': 'Belum ada perkiraan yang dikirim',
  'A forecast is frozen when it is shown to all: by the Monday digest, or by /forecast share:yes. When its weeks are over, they are scored here, and nobody can change or delete them.':
    'Perkiraan dibekukan ketika ditampilkan kepada semua orang: oleh ringkasan hari Senin, atau dengan /forecast share:yes. Setelah minggunya berlalu, perkiraan dinilai di sini, dan tidak ada yang bisa mengubah atau menghapusnya.',
  'The 80% band held {0} of {1} weeks, which happens by luck in {2} of cases only. New forecasts have bands {3} times as wide.':
    'Rentang 80% benar pada {0} dari {1} minggu; kebetulan seperti itu hanya terjadi pada {2} kasus. Perkiraan baru memakai rentang {3} kali lebih lebar.',
  'Forecasts frozen: {0}. None of their weeks is over yet':
    'Perkiraan yang dibekukan: {0}. Belum ada minggunya yang berlalu',
  'Posted forecasts': 'Perkiraan yang dikirim',
  Posted: 'Dikirim',
  Scored: 'Dinilai',
  'From week': 'Mulai minggu',
  'To week': 'Sampai minggu',
  Models: 'Model',
  'Net revenue of the whole shop, week by week, as posted: nobody can change or delete it.':
    'Pendapatan bersih seluruh toko, minggu demi minggu, seperti yang dikirim: tidak ada yang bisa mengubah atau menghapusnya.',
  'Error: missed money over money that came.': 'Galat: uang yang meleset dibagi uang yang masuk.',
  'Naive: the week before the forecast, repeated.': 'Naif: minggu sebelum perkiraan, diulang.',
  'MASE: error over the usual change from week to week in the past; whether repeating would have been better these weeks is told by the naive error.':
    'MASE: galat dibagi perubahan yang biasa dari minggu ke minggu di masa lalu; apakah mengulang lebih baik pada minggu-minggu ini, ditunjukkan galat naif.',
  'Bias: above 0 promised too much.': 'Bias: di atas 0 berarti menjanjikan terlalu banyak.',
  'By week, as last said before it': 'Per minggu, seperti terakhir dikatakan sebelumnya',
  Error: 'Galat',
  'Error of the naive forecast': 'Galat perkiraan naif',
  MASE: 'MASE',
  Bias: 'Bias',
  '50% band held': 'Rentang 50% benar',
  '95% band held': 'Rentang 95% benar',
  'Naive error': 'Galat naif',
  Band: 'Rentang',
  'By how far ahead': 'Menurut seberapa jauh ke depan',
  'Weeks ahead': 'Minggu ke depan',
  'Weeks scored': 'Minggu ternilai',
  Naive: 'Naif',
  '{0} was never posted': '{0} tidak pernah dikirim',
  'The ledger keeps what was shown to all. /ledger lists it, /why explains any run.':
    'Buku besar menyimpan yang ditampilkan kepada semua orang. /ledger mendaftarnya, /why menjelaskan perhitungan mana pun.',
  '{0} against what came: {1} of {2} weeks': '{0} dibandingkan kenyataan: {1} dari {2} minggu',
  '{0}: no week is over yet': '{0}: belum ada minggu yang berlalu',
  'Posted {0}, held against what came': 'Dikirim {0}, dibandingkan kenyataan',
  'By week': 'Per minggu',
  'Posted {0} by the model "{1}".': 'Dikirim {0} oleh model "{1}".',
  'Posted {0} by the model "{1}", its bands drawn {2} times as wide.':
    'Dikirim {0} oleh model "{1}", rentangnya dibuat {2} kali lebih lebar.',
  'It cannot be changed or deleted.': 'Tidak bisa diubah atau dihapus.',
  'Net revenue per week · as posted before each week · 80% and 95% intervals':
    'Pendapatan bersih per minggu · seperti dikirim sebelum tiap minggu · rentang 80% dan 95%',
  'Forecast and actual of {0} weeks: inside the 80% band {1} of {2}.':
    'Perkiraan dan kenyataan {0} minggu: di dalam rentang 80% {1} dari {2}.',
  'The last: {0} came, {1} was expected.': 'Terakhir: {0} masuk, {1} diperkirakan.',
  'Forecast of {0} weeks, none of them over.': 'Perkiraan {0} minggu, belum ada yang berlalu.',
  'Other metrics and parts of the shop': 'Ukuran lain dan bagian toko',
  'Last forecast': 'Perkiraan terakhir',
  'They are frozen and scored like the shop’s revenue, of each week as last said, and judge no model.':
    'Semuanya dibekukan dan dinilai seperti pendapatan toko, tiap minggu seperti terakhir dikatakan, dan tidak dipakai menilai model.',
  '{0} more series are not in the table.': '{0} deret lain tidak ada di tabel.',
  'Posted {0}.': 'Dikirim {0}.',
  'What came is counted of the people who were in the segment then.':
    'Kenyataan dihitung dari orang-orang yang saat itu ada di segmen.',
  'Say another number for a coming week; both are kept and scored':
    'Sebutkan angka lain untuk minggu mendatang; keduanya disimpan dan dinilai',
  'any day of the week it is about, such as 2026-05-04': 'hari mana saja dari minggu itu, misalnya 2026-05-04',
  'net revenue of that week as you see it, such as 160M': 'pendapatan bersih minggu itu menurut Anda, misalnya 160M',
  'what you know that the model does not': 'apa yang Anda tahu dan model tidak',
  'The week {0} has begun': 'Minggu {0} sudah dimulai',
  'A number counts when it is said before the week: name a coming one.':
    'Angka berlaku bila disebut sebelum minggunya: sebutkan minggu mendatang.',
  'Nothing was posted for the week {0}': 'Tidak ada yang dikirim untuk minggu {0}',
  'Post a forecast first: /forecast share:yes': 'Kirim perkiraan dulu: /forecast share:yes',
  'Noted for {0}': 'Dicatat untuk {0}',
  'You say': 'Kata Anda',
  'The model says': 'Kata model',
  'Both stand in the ledger and are scored when the week is over. The model goes on saying its own. Only you see how yours have done: /ledger people.':
    'Keduanya ada di catatan perkiraan dan dinilai setelah minggunya berlalu. Model tetap menyebut angkanya sendiri. Hanya Anda yang melihat hasil angka Anda: /ledger people.',
  'Whether overrides helped: yours to you alone, the team in total to all':
    'Apakah angka dari orang membantu: milik Anda hanya untuk Anda, total tim untuk semua',
  'Of each week and person the last number counts. Below {0} scored weeks this says little. Your own lines are shown to you alone, whoever asks.':
    'Untuk tiap minggu dan orang, angka terakhir yang dihitung. Di bawah {0} minggu ternilai, ini belum berarti banyak. Baris Anda hanya ditampilkan kepada Anda, siapa pun yang bertanya.',
  'Overrides scored: {0}, too few to say whether they help':
    'Angka orang yang dinilai: {0}, terlalu sedikit untuk mengatakan apakah membantu',
  'Overrides helped: error lower by {0} points': 'Angka orang membantu: galat lebih rendah {0} poin',
  'Overrides did not help: error higher by {0} points': 'Angka orang tidak membantu: galat lebih tinggi {0} poin',
  'The team: overrides scored': 'Tim: angka yang dinilai',
  'The team: error': 'Tim: galat',
  'The team: nearer than the model': 'Tim: lebih dekat daripada model',
  'You: overrides scored': 'Anda: angka yang dinilai',
  'You: error': 'Anda: galat',
  'You: nearer than the model': 'Anda: lebih dekat daripada model',
  'The model on the same weeks': 'Model pada minggu yang sama',
  'You said': 'Kata Anda',
  'The model': 'Model',
  'Last week: error {0} (naive {1}), inside the 80% band {2} of {3}.':
    'Minggu terakhir: galat {0} (naif {1}), di dalam rentang 80% {2} dari {3}.',
  'Last {0} weeks: error {1} (naive {2}), inside the 80% band {3} of {4}.':
    '{0} minggu terakhir: galat {1} (naif {2}), di dalam rentang 80% {3} dari {4}.',
};
