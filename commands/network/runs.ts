import type { Branch } from '../../models/network/branch.ts';
import type { Network } from '../../models/network/network.ts';
import { ACTIVE_DAYS } from '../../models/network/people.ts';
import { count, day, days, say } from '../../words/say.ts';
import type { Context } from '../command.ts';
import { Refusal } from '../refusal.ts';
import type { Cut } from '../runs/cut.ts';
import { keepRun, type RunOf } from '../runs/keep.ts';
import { leftOutWords } from './words.ts';

const SEED = 1;
const VERSION = 2;

const assumptions = [
  say`A person came on the day of their first order, and a sponsor has been here since theirs, or since the first order of somebody they brought if that is earlier.`,
  say`Keep buying: of those brought who came more than ${days(ACTIVE_DAYS)} ago or never ordered, the share who ordered in the last ${days(ACTIVE_DAYS)}.`,
  say`Rates are drawn towards everybody’s as far as little is known of a sponsor (empirical Bayes), with 80% intervals: 1 of 1 is not the best.`,
  say`What those brought spent is counted once over all sponsors. All below is counted again for each sponsor above: no total.`,
];

export async function networkRun(context: Context, cut: Cut): Promise<RunOf<Network>> {
  return keepRun<Network>(context, {
    kind: 'network',
    version: VERSION,
    parameters: {},
    cut,
    async compute() {
      const { referrals, view } = await readNetwork(context, cut);
      const result = await context.compute('network', { referrals, view, seed: SEED });
      const leftOut = leftOutWords(result.leftOut);
      return {
        result,
        receipt: {
          method: say`Forest of referrals; influence by PageRank of the links turned round, weighted by spend; groups by Louvain; rates by empirical Bayes.`,
          seed: SEED,
          used: [
            say`${count(result.members)} referrals, sales of ${count(view.id.length)} customers, data until ${day(cut.lastDay)}.`,
          ],
          checks: [
            { name: 'circles', passed: leftOut === null, says: leftOut ?? say`Nobody came through themselves.` },
          ],
          record: [],
          assumptions,
        },
      };
    },
  });
}

/** @throws {Refusal} when the person is in no referral */
export async function branchRun(context: Context, cut: Cut, person: number, ref: string): Promise<RunOf<Branch>> {
  return keepRun<Branch>(context, {
    kind: 'network',
    version: VERSION,
    parameters: { person },
    cut,
    async compute() {
      const { referrals, view } = await readNetwork(context, cut);
      const result = await context.compute('referralBranch', { referrals, view, person });
      if (result === null) {
        throw new Refusal(
          say`${ref} is in no referral`,
          say`They came by themselves and brought nobody, as far as files tell.`,
        );
      }
      return {
        result,
        receipt: {
          method: say`Forest of referrals, the part below one person; rates by empirical Bayes.`,
          seed: null,
          used: [
            say`${count(referrals.member.length)} referrals, sales of ${count(view.id.length)} customers, data until ${day(cut.lastDay)}.`,
          ],
          checks: [],
          record: [],
          assumptions,
        },
      };
    },
  });
}

async function readNetwork({ facts }: Context, { before }: Cut) {
  const referrals = await facts.referrals();
  if (referrals.member.length === 0) {
    throw new Refusal(
      say`I do not know who came through whom`,
      say`Bring a file of referrals with /data add: a column for the customer, one for the sponsor.`,
    );
  }
  const { id, orders, revenueMinor, recencyDays, spanDays } = await facts.customers.view({ before });
  return { referrals, view: { id, orders, revenueMinor, recencyDays, spanDays } };
}
