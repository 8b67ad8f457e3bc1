import type { Catalogue } from './catalogue.ts';

export const approvals: Catalogue = {};
