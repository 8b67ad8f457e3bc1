import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Premises } from '../commands/command.ts';
import { setLanguage } from '../commands/language.ts';
import { openDatabase } from '../data/database.ts';
import { openState } from '../data/state/open.ts';
import type { Instant } from '../data/types/shop.ts';
import { openPasses } from './passes.ts';

const LOCAL = join(import.meta.dirname, '../data/local');

/** Where the demo and the team's own shop are kept, unless the configuration names a database. */
export const localPremises = { folder: LOCAL, own: join(LOCAL, 'shop.db') } as const;

type Place = { readonly folder: string; readonly own: string };

const choiceIn = ({ folder }: Place) => join(folder, 'opened');

/** The database that was chosen last: null for the demo. */
export function chosenFile(place: Place = localPremises): string | null {
  const choice = choiceIn(place);
  return existsSync(choice) && readFileSync(choice, 'utf8') === 'own' && existsSync(place.own) ? place.own : null;
}

/** Changes over between the demo and the team's own shop: whoever opens a shop looks at the choice. */
export function openPremises({
  place = localPremises,
  now,
  address,
}: {
  readonly place?: Place;
  readonly now: () => Instant;
  /** Of the workspace, which stays the same. */
  readonly address: string;
}): Premises {
  const choose = (shop: 'own' | 'demo') => {
    const choice = choiceIn(place);
    mkdirSync(dirname(choice), { recursive: true });
    writeFileSync(`${choice}.new`, shop);
    renameSync(`${choice}.new`, choice);
  };
  return {
    hasOwn: () => existsSync(place.own),
    openOwn({ shop, language, admin }) {
      if (existsSync(place.own)) throw new Error('there is a shop already');
      const unfinished = `${place.own}.new`;
      const db = openDatabase(unfinished);
      const state = openState(db);
      const link = state.atomically(() => {
        state.shop.set(shop);
        setLanguage(state.memory, 'shop', language, now());
        // At the terminal whoever can open the file is an admin anyway.
        if (admin.door === 'terminal') return null;
        state.people.set(admin, `${admin.door}:${admin.user}`, now());
        setLanguage(state.memory, admin, language, now());
        const caller = { door: 'web', user: admin.user } as const;
        // Whoever opens a new shop goes on with its first step.
        return admin.door === 'web' ? `${openPasses({ state, now, address }).signInLink(caller)}&start=yes` : null;
      });
      db.close();
      renameSync(unfinished, place.own);
      choose('own');
      return { link };
    },
    openOwnAgain: () => choose('own'),
    openDemo: () => choose('demo'),
  };
}
