import { entryOf } from '../../words/entry.ts';

/** More than these nobody chooses from. */
const MOST_OFFERED = 5;

/**
 * The IANA time zones that somebody may mean: by a zone (asia/jakarta), a city (London, Surabaya) or what people call the
 * time (WIB). One where there is no doubt, several to choose from, none where nothing is like it.
 */
export function zonesFor(typed: string): readonly string[] {
  const wanted = typed
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
  if (wanted === '') return [];
  const known = entryOf(alsoCalled, wanted);
  if (known) return known;
  const all = ['UTC', ...Intl.supportedValuesOf('timeZone'), ...renamed];
  const parts = (zone: string) => zone.toLowerCase().split('/');
  const exact = all.find((zone) => zone.toLowerCase() === wanted) ?? all.find((zone) => parts(zone).at(-1) === wanted);
  if (exact) return [exact];
  // Abbreviations and older names that the platform knows by itself.
  const platforms = platformZone(typed);
  if (platforms) return [platforms];
  return all.filter((zone) => parts(zone).some((part) => part.startsWith(wanted))).slice(0, MOST_OFFERED);
}

/** The zone that the platform takes this for; null where it takes it for none. */
function platformZone(name: string): string | null {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name.trim() }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

/** Today's names of zones that platforms list by their former ones. */
const renamed = ['Asia/Kolkata', 'Asia/Ho_Chi_Minh', 'Asia/Yangon', 'Asia/Kathmandu'];

/** What people of the region say, and no zone is called. */
const alsoCalled: Readonly<Record<string, readonly string[]>> = {
  indonesia: ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'],
  ...each(
    'Asia/Jakarta',
    'wib bandung surabaya medan semarang yogyakarta jogja malang bogor bekasi tangerang palembang',
  ),
  ...each('Asia/Makassar', 'wita bali denpasar lombok mataram balikpapan samarinda banjarmasin manado kupang'),
  ...each('Asia/Jayapura', 'wit papua ambon sorong ternate manokwari merauke'),
  ...each('Asia/Singapore', 'sgt'),
  ...each('Asia/Kuala_Lumpur', 'myt'),
};

function each(zone: string, names: string): Record<string, readonly string[]> {
  return Object.fromEntries(names.split(' ').map((name) => [name, [zone]]));
}
