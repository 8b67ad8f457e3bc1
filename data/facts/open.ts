import type { Connection } from '../database.ts';
import { lazily } from '../lazily.ts';
import type { Facts } from '../types/facts.ts';
import type { ImportProgress } from '../types/imports.ts';
import { factsAsKnown } from './as-known.ts';
import { audienceFacts } from './audience.ts';
import { campaignFacts } from './campaigns.ts';
import { coverageFacts } from './coverage.ts';
import { customerFacts } from './customers.ts';
import { driverFacts } from './drivers.ts';
import { exportFacts } from './exports.ts';
import { figureFacts } from './figures.ts';
import { nationalHolidays } from './holidays.ts';
import { importFacts } from './imports.ts';
import { qualityFacts } from './quality.ts';
import { referralFacts } from './referrals.ts';
import { revenueFacts } from './revenue.ts';
import { seriesFacts } from './series.ts';

export { recoverImports } from './recover.ts';

/** The facts in an SQLite file that is up to date. Answers block the thread while SQLite works: keep it a worker's.
 * `tell` hears how far the reading of a file has come. */
export function openFacts(db: Connection, tell?: (progress: ImportProgress) => void): Facts {
  return lazily<Facts>({
    imports: () => importFacts(db, tell),
    asKnown: () => factsAsKnown(db, (then) => openFacts(then)),
    coverage: () => coverageFacts(db),
    series: () => seriesFacts(db),
    holidays: () => nationalHolidays,
    quality: () => qualityFacts(db),
    revenue: () => revenueFacts(db),
    customers: () => customerFacts(db),
    audience: () => audienceFacts(db),
    referrals: () => referralFacts(db),
    exports: () => exportFacts(db),
    campaigns: () => campaignFacts(db),
    figures: () => figureFacts(db),
    drivers: () => driverFacts(db),
  });
}
