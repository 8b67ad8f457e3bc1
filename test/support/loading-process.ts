import { openDatabase } from '../../data/database.ts';
import { openFacts } from '../../data/facts/open.ts';
import { learnedAt, london } from '../data/facts/fixture.ts';

/** A process of its own that loads one file: node … loading-process.ts <database> <file>. It is there to be killed. */
const [file, path] = process.argv.slice(2) as [string, string];
await openFacts(openDatabase(file)).imports.load({ path, name: 'big.csv', learnedAt, shop: london });
