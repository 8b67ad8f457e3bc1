import type { Catalogue } from './catalogue.ts';

/** What one person sees first. */
export const home: Catalogue = {
  'What waits for you, how fresh the data is, what comes next, and your last answers':
    'Apa yang menunggu Anda, sebaru apa datanya, apa yang berikutnya, dan jawaban terakhir Anda',
  'Welcome to Sextant': 'Selamat datang di Sextant',
  'I tell a team how its shop does, what to expect, and what became of what was decided.':
    'Saya memberi tahu tim bagaimana kinerja tokonya, apa yang bisa diharapkan, dan bagaimana hasil keputusannya.',
  '{0}: nothing waits for you': '{0}: tidak ada yang menunggu Anda',
  '{0}: 1 thing waits for you': '{0}: 1 hal menunggu Anda',
  '{0}: {1} things wait for you': '{0}: {1} hal menunggu Anda',
  'A budget shift by {0}, for you to decide': 'Usulan anggaran dari {0}, untuk Anda putuskan',
  'Your budget shift is approved, and to be carried out by hand':
    'Usulan anggaran Anda disetujui, dan perlu dijalankan secara manual',
  'A budget shift by {0} is approved, and to be carried out by hand':
    'Usulan anggaran dari {0} disetujui, dan perlu dijalankan secara manual',
  'Your list "{0}" is not exported yet': 'Daftar Anda "{0}" belum diekspor',
  'What your list "{0}" brought can be told': 'Hasil daftar Anda "{0}" sudah bisa dinilai',
  'An alert that you took goes on': 'Peringatan yang Anda ambil masih berlangsung',
  'A digest that goes out once you have looked at it': 'Ringkasan mingguan yang dikirim setelah Anda melihatnya',
  'Waiting for you': 'Menunggu Anda',
  'Data until': 'Data sampai',
  'no orders yet': 'belum ada pesanan',
  'Age of the data': 'Umur data',
  'Next digest': 'Ringkasan mingguan berikutnya',
  paused: 'dijeda',
  'no channel gets it yet: /channel set purpose:digest':
    'belum ada kanal yang menerimanya: /channel set purpose:digest',
  Job: 'Tugas',
  'Comes next': 'Berikutnya',
  'Your last answers: the buttons with a / ask for them again.':
    'Jawaban terakhir Anda: tombol dengan / memintanya lagi.',
  'Made {0}. It is made anew each time it is opened.': 'Dibuat {0}. Halaman ini diperbarui setiap kali dibuka.',
  'Customer groups': 'Kelompok pelanggan',
  'Campaign returns': 'Hasil kampanye',
  'First steps': 'Langkah pertama',
  'Import a file': 'Impor berkas',
  'Make a list': 'Buat daftar',
  Status: 'Status',
  Settings: 'Pengaturan',
  Hello: 'Halo',
  'Ask me with a command. Most begin with one of these.':
    'Tanyalah saya dengan perintah. Kebanyakan orang mulai dari salah satu ini.',
};
