import { entryOf } from './entry.ts';
import { named, type Said, say, type Words } from './say.ts';

/** Days that come back by rule, and Indonesia's holidays, by the name that forecasts and the calendar keep. */
const names: Readonly<Record<string, Said>> = {
  'Payday (25th to 28th)': say`Payday (25th to 28th)`,
  'Start of the month (1st to 5th)': say`Start of the month (1st to 5th)`,
  'Double dates to 10.10': say`Double dates to 10.10`,
  'Run-up to Lebaran': say`Run-up to Lebaran`,
  'Christmas Day': say`Christmas Day`,
  "New Year's Day": say`New Year's Day`,
  "Laylat al-Mi'raj": say`Laylat al-Mi'raj`,
  'Chinese New Year': say`Chinese New Year`,
  Nyepi: say`Nyepi`,
  'Good Friday': say`Good Friday`,
  'Labour Day': say`Labour Day`,
  'Ascension Day': say`Ascension Day`,
  'Feast of the Sacrifice (Eid al-Adha)': say`Feast of the Sacrifice (Eid al-Adha)`,
  'Vesak Day': say`Vesak Day`,
  'Pancasila Day': say`Pancasila Day`,
  'Islamic New Year': say`Islamic New Year`,
  'Birthday of Muhammad (Mawlid)': say`Birthday of Muhammad (Mawlid)`,
  'Independence Day': say`Independence Day`,
  'End of Ramadan (Eid al-Fitr)': say`End of Ramadan (Eid al-Fitr)`,
};

const sources: Readonly<Record<string, Said>> = {
  'the fortnight before 1 Syawal as announced by Kementerian Agama': say`the fortnight before 1 Syawal as announced by Kementerian Agama`,
  'SKB 3 Menteri: holiday and collective leave': say`SKB 3 Menteri: holiday and collective leave`,
};

/** An event as it is shown; what people added has the name that they gave it. */
export function eventName(name: string): Words {
  return entryOf(names, name) ?? named(name);
}

/** Who announced an entry, or who added it. */
export function sourceWords(source: Words): Words {
  return typeof source === 'string' ? (entryOf(sources, source) ?? source) : source;
}
