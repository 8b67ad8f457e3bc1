import type { Drivers } from '../../models/drivers/drivers.ts';
import type { ResponseDrivers } from '../../models/drivers/response.ts';
import { count, listed, type Said, say } from '../../words/say.ts';
import type { Context } from '../command.ts';
import { driverTable } from '../segments/driver-table.ts';
import { SEED } from './forecast.ts';
import { type Ground, keepRun, type RunOf } from './keep.ts';

const VERSION = 1;

/** `says`: how the table was made. `mean`: of the outcome, which of answers is the share who answered. */
type Kept<Found> = { readonly found: Found; readonly mean: number; readonly says: Said };
export type KeptSpendDrivers = Kept<Drivers>;
export type KeptResponseDrivers = Kept<ResponseDrivers>;

/** What is known of customers beside their orders has no day: it is as it is known now. */
async function asItIs({ facts, today }: Context): Promise<Ground> {
  const { lastCompleteDay, importIds } = await facts.coverage();
  return { before: today, lastDay: lastCompleteDay ?? today, coverage: { importIds } };
}

/** What the spend of customers goes with. @throws {Refusal} where too little is known of them */
export async function spendDriversRun(context: Context, ground?: Ground): Promise<RunOf<KeptSpendDrivers>> {
  const run = await kept(context, 'spend', ground ?? (await asItIs(context)), (asked) =>
    context.compute('drivers', asked).then((found) => ({ found, drivers: found })),
  );
  return { ...run, result: { ...run.result, found: whole(run.result.found) } };
}

/** What the answers of customers to a campaign go with. @throws {Refusal} where too little is known of them */
export async function responseDriversRun(context: Context, ground?: Ground): Promise<RunOf<KeptResponseDrivers>> {
  const run = await kept(context, 'response', ground ?? (await asItIs(context)), (asked) =>
    context.compute('responseDrivers', asked).then((found) => ({ found, drivers: found.shares })),
  );
  const { found } = run.result;
  return { ...run, result: { ...run.result, found: { ...found, shares: whole(found.shares) } } };
}

type Asked = Parameters<typeof import('../../models/drivers/drivers.ts').drivers>[0];

function kept<Found>(
  context: Context,
  metric: 'spend' | 'response',
  cut: Ground,
  find: (asked: Asked) => Promise<{ readonly found: Found; readonly drivers: Drivers }>,
): Promise<RunOf<Kept<Found>>> {
  return keepRun<Kept<Found>>(context, {
    kind: 'drivers',
    version: VERSION,
    parameters: { metric },
    cut,
    async compute() {
      const { outcome, given, says } = await driverTable(metric, context);
      const { found, drivers } = await find({ outcome, drivers: given, seed: SEED });
      const mean = outcome.reduce((sum, value) => sum + value, 0) / outcome.length;
      return {
        result: { found, mean, says },
        receipt: {
          method: say`Linear regression, its R² shared out over the drivers by Shapley's rule (LMG).`,
          seed: SEED,
          used: [say`${count(drivers.rows)} customers of whom it is known.`, says],
          checks: [],
          record: [],
          assumptions: [
            say`Looked at: ${listed(given.map(({ name }) => name))}.`,
            say`This says what goes together, never what causes it.`,
          ],
        },
      };
    },
  });
}

/** What was kept without end comes back as nothing. */
function whole(found: Drivers): Drivers {
  return { ...found, drivers: found.drivers.map((each) => ({ ...each, vif: each.vif ?? Number.POSITIVE_INFINITY })) };
}
