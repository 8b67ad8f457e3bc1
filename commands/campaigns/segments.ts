import type { Day } from '../../data/types/shop.ts';
import { isRanked, type Ledger } from '../../models/campaigns/roi.ts';
import { campaignsNow } from '../../models/campaigns/roi-costs.ts';
import { shownName } from '../../models/segments/group-name.ts';
import { say } from '../../words/say.ts';
import type { Context } from '../command.ts';
import type { Part } from '../reply.ts';
import { toldOf } from '../runs/campaigns.ts';
import type { Cut } from '../runs/cut.ts';
import { readOrderGroups } from '../segments/groups.ts';
import { placedBefore } from '../segments/placed.ts';

/**
 * Which groups of customers the orders of ranked campaigns came from. Costs are told of a campaign as a whole, so each of
 * its orders carries the same part of them.
 */
export async function segmentPart(context: Context, cut: Cut, ledger: Ledger, from: Day): Promise<Part[]> {
  const groups = await readOrderGroups(context);
  const { view, group } = await placedBefore(context, groups, cut.before);
  const placeOf = new Map(Array.from(view.id, (id, row) => [id, group[row]!] as const));
  const named = campaignsNow(await context.facts.campaigns.list(), toldOf(context));
  const perOrder = new Map(
    named.flatMap(({ id, ids }) => {
      const entry = ledger.campaigns.find((each) => each.id === id);
      return entry && isRanked(entry) && entry.orders > 0
        ? ids.map((old) => [old, entry.costMinor! / entry.orders] as const)
        : [];
    }),
  );
  const nobody = groups.names.length;
  const sums = [...groups.names.map(shownName), say`Nobody known`].map((name) => ({
    name,
    sales: 0,
    cost: 0,
    orders: 0,
    fresh: 0,
    customers: new Set<number>(),
  }));
  const buyers = await context.facts.campaigns.buyers({ from, before: cut.before });
  buyers.campaign.forEach((campaign, row) => {
    const each = perOrder.get(campaign);
    if (each === undefined) return;
    const sum = sums[placeOf.get(buyers.customer[row]!) ?? nobody]!;
    sum.sales += buyers.salesMinor[row]!;
    sum.orders += buyers.orders[row]!;
    sum.cost += each * buyers.orders[row]!;
    sum.fresh += buyers.isNew[row]!;
    if (buyers.customer[row]! >= 0) sum.customers.add(buyers.customer[row]!);
  });
  return [
    {
      kind: 'table',
      columns: [
        { title: say`Customers`, unit: 'text' },
        { title: say`Sales`, unit: 'money' },
        { title: say`Cost (modelled)`, unit: 'money' },
        { title: say`ROI (modelled)`, unit: 'share' },
        { title: say`Orders`, unit: 'count' },
        { title: say`People`, unit: 'count', people: true },
        { title: say`Of them new`, unit: 'count', people: true },
      ],
      rows: sums
        .filter(({ orders, sales }) => orders > 0 || sales !== 0)
        .map(({ name, sales, cost, orders, fresh, customers }) => [
          name,
          sales,
          cost,
          cost > 0 ? (sales - cost) / cost : null,
          orders,
          customers.size,
          fresh,
        ]),
    },
    {
      kind: 'text',
      text: say`People are in the group they are in today (${groups.run.id}): who bought through a campaign is in a good group partly because of that. A cost is told of a campaign as a whole, so each of its orders carries the same part: modelled.`,
    },
  ];
}
