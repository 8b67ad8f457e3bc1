import { type Said, say } from '../../words/say.ts';

/** What to do about a group, by where it lies on recency and money. Places: 0 = best tier of its axis, 1 = worst. */
export type Strategy = { readonly strategy: Said; readonly action: Said; readonly send: Said };

export function strategyFor(lapsed: number, low: number): Strategy {
  if (lapsed < 0.34) return low < 0.34 ? care : upsell;
  if (lapsed > 0.66) return low < 0.34 ? winBackByHand : low <= 0.66 ? winBack : letGo;
  return low <= 0.5 ? remind : nudge;
}

const care: Strategy = {
  strategy: say`VIP care`,
  action: say`Thank them: early access, a loyalty tier, ask for referrals. They need no discount.`,
  send: say`New arrivals a day before everyone, a thank-you by name, an invitation to bring a friend. No extra voucher: they come back without one.`,
};
const upsell: Strategy = {
  strategy: say`Upsell`,
  action: say`Invite the next order: recommend what goes with the last one, free shipping above their usual basket.`,
  send: say`Within two weeks of the last order: two products that go with it, and free shipping a little above their typical order.`,
};
const winBackByHand: Strategy = {
  strategy: say`Win-back by hand`,
  action: say`Win them back in person, the largest first: a call or a strong voucher.`,
  send: say`A personal message or a call that asks what went wrong, the largest spenders first; then one strong voucher with an end date.`,
};
const winBack: Strategy = {
  strategy: say`Win-back`,
  action: say`One win-back offer with an end date; those who answer, keep.`,
  send: say`One message: what they bought, what is new in that line, a voucher for seven days. No second one to who does not answer.`,
};
const letGo: Strategy = {
  strategy: say`Let go`,
  action: say`One cheap reminder, then leave them out of paid campaigns.`,
  send: say`One e-mail or chat message without a voucher. Exclude them from paid audiences.`,
};
const remind: Strategy = {
  strategy: say`Remind`,
  action: say`Remind them before they slip: what is new since their last order, a voucher limited in time.`,
  send: say`What is new since their last order, on their usual buying day, with a small voucher that ends before payday.`,
};
const nudge: Strategy = {
  strategy: say`Activate`,
  action: say`A small reason to come back: popular products, one message, one small offer.`,
  send: say`Three popular products and free shipping on the next order, once.`,
};
