import { expect, it } from 'vitest';
import { nameOf } from '../../commands/data/field-names.ts';
import { inEnglish } from '../../words/tell.ts';

it.each([
  ['unitPrice', 'price of one unit'],
  ['productName', 'product name'],
  ['purchasesWithADiscount', 'purchases with a discount'],
  ['acceptedCampaign1', 'accepted campaign 1'],
  ['birthYear', 'birth year'],
  ['order_status', 'order_status'],
  ['+ Z_CostContact', 'Z_CostContact'],
])('calls the field %s "%s"', (field, called) => {
  expect(inEnglish(nameOf(field))).toBe(called);
});
