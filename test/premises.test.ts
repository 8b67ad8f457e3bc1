import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Person } from '../data/state/types/people.ts';
import { chosenFile, openPremises } from '../src/premises.ts';
import { openShop } from '../src/shop.ts';
import { workspacePeople } from '../src/workspace.ts';
import { NOON } from './support/clock.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const shop = { name: 'Kopi', currency: 'IDR', zone: 'Asia/Jakarta', locale: 'en-SG', demo: false };
const sari: Person = { door: 'web', user: 'sari', name: 'Sari', role: 'admin' };

function makePlace() {
  const folder = temporaryFolder();
  const place = { folder, own: join(folder, 'shop.db') };
  const premises = openPremises({ place, now: () => NOON, address: 'http://127.0.0.1:3000' });
  return { place, premises };
}

async function openOwn(file: string) {
  const opened = await openShop({ file, shop: null, now: NOON, tell: () => {} });
  onTestFinished(() => void opened.db.close());
  return opened;
}

describe('the premises', () => {
  it('are the demo until somebody makes a shop of their own, who is let in as its admin, once', async () => {
    const { place, premises } = makePlace();
    expect([chosenFile(place), premises.hasOwn()]).toEqual([null, false]);

    const { link } = premises.openOwn({ shop, language: 'id', admin: sari });

    expect([chosenFile(place), premises.hasOwn()]).toEqual([place.own, true]);
    expect(readdirSync(place.folder).sort()).toEqual(['opened', 'shop.db']);
    const { state } = await openOwn(place.own);
    expect(state.shop.read()).toEqual(shop);
    expect(state.people.list()).toEqual([sari]);
    const people = workspacePeople(state, () => NOON);
    const token = new URL(link!).searchParams.get('token')!;
    expect(people.session(people.redeem(token)!)).toMatchObject({ user: 'sari', role: 'admin' });
    expect(people.redeem(token)).toBeNull();
  });

  it('open a shop that is there already to those whom it knows, and to nobody else', async () => {
    const { place, premises } = makePlace();
    premises.openOwn({ shop, language: 'en', admin: { ...sari, door: 'slack', user: 'U1' } });
    premises.openDemo();
    expect(chosenFile(place)).toBeNull();

    expect(() => premises.openOwn({ shop, language: 'en', admin: sari })).toThrow('already');
    premises.openOwnAgain();

    expect(chosenFile(place)).toBe(place.own);
    expect((await openOwn(place.own)).state.people.list().map(({ door }) => door)).toEqual(['slack']);
  });

  it('send a link only to somebody of the workspace, and know no person at the terminal', async () => {
    const { place, premises } = makePlace();
    const { link } = premises.openOwn({ shop, language: 'en', admin: { ...sari, door: 'terminal' } });
    expect(link).toBeNull();
    expect((await openOwn(place.own)).state.people.list()).toEqual([]);
    expect(existsSync(`${place.own}.new`)).toBe(false);
  });
});
