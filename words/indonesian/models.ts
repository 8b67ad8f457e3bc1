import type { Catalogue } from './catalogue.ts';

export const models: Catalogue = {
  'On the ledger the 80% band held {0} of {1} weeks, which is too few.':
    'Di catatan perkiraan, rentang 80% benar pada {0} dari {1} minggu; itu terlalu sedikit.',
  'Bands are drawn {0} times as wide, and what the forecast may be used for is one step less.':
    'Rentang dibuat {0} kali lebih lebar, dan kegunaan perkiraan diturunkan satu tingkat.',
  'I stand on data until {0}.': 'Saya berpegang pada data sampai {0}.',
  '{0}, by decision of {1}: {2}': '{0}, atas keputusan {1}: {2}',
  'No data is held': 'Tidak ada data yang ditahan',
  'The models use all of it.': 'Model memakai semuanya.',
  'You say that this is right: the models learn from it within the minute.':
    'Anda menyatakan ini benar: model belajar darinya dalam semenit.',
  'The data is accepted': 'Data diterima',
  'Held: missing days from {0}': 'Ditahan: ada hari yang hilang mulai {0}',
  'Held: unit change from {0}': 'Ditahan: satuan berubah mulai {0}',
  'Held: level jump from {0}': 'Ditahan: tingkatnya melonjak mulai {0}',
  'Until this is clear no model learns from {0} on, and nothing is alerted.':
    'Sampai ini jelas, tidak ada model yang belajar dari {0} ke depan, dan tidak ada peringatan.',
  'Import what is missing, take the import back with /data undo, or say that it is right.':
    'Impor yang kurang, batalkan impornya dengan /data undo, atau nyatakan bahwa ini benar.',
  "It's right": 'Ini benar',
  'Let the models learn from {0} on?': 'Biarkan model belajar mulai {0}?',
  'Simply repeating last week wins by {0} points: over the last {1} scored weeks it missed by {2}, the model in use by {3}.':
    'Sekadar mengulang minggu lalu unggul {0} poin: selama {1} minggu ternilai terakhir melesetnya {2}, model yang dipakai {3}.',
  'Another model is used for the forecast: {0}': 'Model lain dipakai untuk perkiraan: {0}',
  'Use this again: {0}?': 'Pakai lagi yang ini: {0}?',
  'The models: data, past error, coverage, which is used and which waits':
    'Model-model: data, galat yang lalu, cakupan, mana yang dipakai dan mana yang menunggu',
  'use this model for the forecast from now on': 'pakai model ini untuk perkiraan mulai sekarang',
  'decline this model for eight weeks': 'tolak model ini selama delapan minggu',
  'why, for the record': 'alasannya, untuk dicatat',
  'say that data which is held is right': 'nyatakan bahwa data yang ditahan itu benar',
  'One thing at a time': 'Satu hal sekali waktu',
  'Give one of use:, keep: and data:, for example: /models use:naive':
    'Pilih satu dari use:, keep:, dan data:, misalnya: /models use:naive',
  'Saying that data is right needs the analyst role': 'Menyatakan data benar membutuhkan peran analyst',
  'You can see all models with /models.': 'Anda bisa melihat semua model dengan /models.',
  'Choosing a model needs the approver role': 'Memilih model membutuhkan peran approver',
  '{0} is in use already': '{0} sudah dipakai',
  'See /models for the others.': 'Lihat yang lain di /models.',
  'no reason given': 'tanpa alasan',
  'Used from now on: {0}': 'Dipakai mulai sekarang: {0}',
  'Kept: {0}': 'Dipertahankan: {0}',
  'All forecasts are made by it from now on; the others go on being scored beside it. For eight weeks I do not change this by myself.':
    'Semua perkiraan dibuat olehnya mulai sekarang; yang lain tetap dinilai di sampingnya. Selama delapan minggu saya tidak mengubahnya sendiri.',
  '{0} goes on being scored, and is not offered for eight weeks.':
    '{0} tetap dinilai, dan tidak ditawarkan selama delapan minggu.',
  'Held from {0}: {1}': 'Ditahan mulai {0}: {1}',
  'Forecast of net revenue': 'Perkiraan pendapatan bersih',
  'Backtest error': 'Galat uji mundur',
  'Error on the ledger': 'Galat di catatan perkiraan',
  Finding: 'Temuan',
  'All models': 'Semua model',
  Version: 'Versi',
  Trained: 'Dilatih',
  Took: 'Lama',
  'In use: {0}': 'Dipakai: {0}',
  returns: 'hasil kampanye',
  'A challenger takes over when it errs less on the backtest and, over 8 to 12 scored weeks, on the ledger, the last four among them.':
    'Penantang mengambil alih bila galatnya lebih kecil pada uji mundur dan, selama 8 sampai 12 minggu ternilai, di catatan perkiraan, termasuk empat yang terakhir.',
  'A model that loses to last week, repeated, over eight scored weeks gives way to it.':
    'Model yang kalah dari minggu lalu yang diulang, selama delapan minggu ternilai, digantikan olehnya.',
  'What a person decides stands for eight weeks.': 'Keputusan orang berlaku selama delapan minggu.',
  'in use': 'dipakai',
  challenger: 'penantang',
  waits: 'menunggu',
  '• {0}, {1}: use {2}.': '• {0}, {1}: pakai {2}.',
  '• {0}, {1}: keep {2}, not {3}.': '• {0}, {1}: pertahankan {2}, bukan {3}.',
  'Decisions:': 'Keputusan:',
  'Use the new model': 'Pakai model baru',
  'Make all forecasts by this model from now on: {0}?': 'Buat semua perkiraan dengan model ini mulai sekarang: {0}?',
  'Keep the old model': 'Tetap model lama',
  '{0} has decided: the model in use is now {1}': '{0} sudah memutuskan: model yang dipakai sekarang {1}',
  '{0} has decided: the model in use stays {1}': '{0} sudah memutuskan: model yang dipakai tetap {1}',
  'That was on {0}. /models shows how it stands, and changes it.':
    'Itu pada {0}. /models menampilkan keadaannya, dan bisa mengubahnya.',
  'All methods, weighted by past errors': 'Semua metode, dibobot menurut galatnya yang lalu',
  'All methods but Prophet': 'Semua metode kecuali Prophet',
  'ETS alone': 'ETS saja',
  'Last week, repeated': 'Minggu lalu, diulang',
  'Compute the models anew on the data as it stands, and score past forecasts':
    'Hitung ulang model pada data yang ada, dan nilai perkiraan yang lalu',
  'Made: {0}.': 'Dibuat: {0}.',
  'Forecast weeks scored: {0}.': 'Minggu perkiraan yang dinilai: {0}.',
  'Used from now on: {0}.': 'Dipakai mulai sekarang: {0}.',
  '{0} is open.': '{0} terbuka.',
  'News of {0}.': 'Kabar tentang {0}.',
  '{0} run is up to date': '{0} perhitungan sudah mutakhir',
  '{0} runs are up to date': '{0} perhitungan sudah mutakhir',
};
