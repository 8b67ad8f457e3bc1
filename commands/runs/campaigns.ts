import type { CampaignNote, NoteKind } from '../../data/state/types/campaign-notes.ts';
import type { Campaign, CampaignDays } from '../../data/types/campaigns.ts';
import type { Day } from '../../data/types/shop.ts';
import { asTold, campaignsNow, type Told } from '../../models/campaigns/roi-costs.ts';
import type { Context } from '../command.ts';

/** Campaigns as files and people know them: every question about campaigns asks here, so that all mean the same. */

/** What people said of campaigns. */
export function toldOf({ state }: Pick<Context, 'state'>): Told {
  const notes = <Kind extends NoteKind>(about: Kind): readonly CampaignNote<Kind>[] =>
    state.campaignNotes.standing(about);
  return {
    same: notes('same').map(({ campaign, value }) => ({ name: campaign, is: value })),
    // Below zero, so that it is never the id of a campaign of the files.
    kinds: notes('kind').map(({ campaign, value, first }) => ({ name: campaign, kind: value, id: -first })),
    costs: notes('cost').map(({ campaign, value }) => ({ ...value, name: campaign })),
  };
}

export async function knownCampaigns(context: Pick<Context, 'facts' | 'state'>): Promise<readonly Campaign[]> {
  const campaigns = campaignsNow(await context.facts.campaigns.list(), toldOf(context));
  return campaigns.map(({ ids: _, ...campaign }) => campaign);
}

/** Costs and sales by day, old names under the new one, typed costs in their place. */
export async function campaignDays(
  context: Pick<Context, 'facts' | 'state'>,
  range: { readonly from: Day; readonly before: Day },
): Promise<CampaignDays> {
  const [campaigns, days] = await Promise.all([context.facts.campaigns.list(), context.facts.campaigns.daily(range)]);
  return asTold({ campaigns, days }, toldOf(context), range).days;
}
