import type { Connection } from '../database.ts';
import type { Facts } from '../types.ts';
import { campaignFacts } from './campaigns.ts';
import { readCoverage } from './coverage.ts';
import { customerFacts } from './customers.ts';
import { driverFacts } from './drivers.ts';
import { figureFacts } from './figures.ts';
import { importFacts } from './imports.ts';
import { revenueFacts } from './revenue.ts';

export { recoverImports } from './recover.ts';

/** The facts in an SQLite file that is up to date. Answers block the thread while SQLite works: keep it a worker's. */
export function openFacts(db: Connection): Facts {
  return {
    imports: importFacts(db),
    coverage: async () => readCoverage(db),
    revenue: revenueFacts(db),
    customers: customerFacts(db),
    campaigns: campaignFacts(db),
    figures: figureFacts(db),
    drivers: driverFacts(db),
  };
}
