import type { Campaign } from '../../data/types/campaigns.ts';
import { listed, named, type Said, say } from '../../words/say.ts';
import { nearest } from '../nearest.ts';
import { Refusal } from '../refusal.ts';
import type { Action, Reply } from '../reply.ts';
import { noCampaigns } from '../runs/campaign-ledger.ts';

/** The campaign whose name this is, or begins with it. @throws {Refusal} with the nearest name */
export function campaignCalled<Named extends Pick<Campaign, 'id' | 'name'>>(
  typed: string,
  campaigns: readonly Named[],
): Named {
  const wanted = typed.toLowerCase();
  const fitting =
    campaigns.find(({ name }) => name.toLowerCase() === wanted) ??
    campaigns.find(({ name }) => name.toLowerCase().startsWith(wanted));
  if (fitting) return fitting;
  const names = campaigns.map(({ name }) => name);
  const near = nearest(typed, names);
  throw new Refusal(say`There is no campaign "${typed}"`, near ? say`Did you mean ${near}?` : namesKnown(names));
}

/** Which there are, for whoever named another. */
export function namesKnown(names: readonly string[]): Said {
  return names.length > 0 ? say`There is: ${names.join(', ')}.` : say`No campaign is known yet.`;
}

/** More buttons than this are not read. */
const MOST = 8;

/** The answer to a command that was asked without a campaign: a button for each. @throws {Refusal} when there is none */
export function chooseCampaign(command: string, campaigns: readonly Pick<Campaign, 'name'>[]): Reply {
  if (campaigns.length === 0) throw noCampaigns();
  const rest = campaigns.slice(MOST).map(({ name }) => name);
  return {
    title: say`Which campaign?`,
    tone: 'plain',
    parts: rest.length > 0 ? [{ kind: 'text', text: say`Others: ${listed(rest)}.` }] : [],
    actions: campaigns.slice(0, MOST).map(
      ({ name }): Action => ({
        label: named(name),
        style: 'plain',
        ask: { name: command, input: { campaign: name } },
      }),
    ),
  };
}
