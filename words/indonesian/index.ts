import { alerts } from './alerts.ts';
import { approvals } from './approvals.ts';
import { basics } from './basics.ts';
import { calendar } from './calendar.ts';
import { campaigns } from './campaigns.ts';
import type { Catalogue } from './catalogue.ts';
import { charts } from './charts.ts';
import { delivery } from './delivery.ts';
import { digest } from './digest.ts';
import { discord } from './discord.ts';
import { facts } from './facts.ts';
import { forecast } from './forecast.ts';
import { home } from './home.ts';
import { imports } from './imports.ts';
import { ledger } from './ledger.ts';
import { lists } from './lists.ts';
import { mathematics } from './mathematics.ts';
import { models } from './models.ts';
import { network } from './network.ts';
import { receipts } from './receipts.ts';
import { schedule } from './schedule.ts';
import { segments } from './segments.ts';
import { slack } from './slack.ts';
import { start } from './start.ts';
import { terminal } from './terminal.ts';
import { web } from './web.ts';

/** Every sentence in Indonesian, by its English. One file per subject; a sentence that two subjects share stands in basics. */
export const catalogueFiles: Readonly<Record<string, Catalogue>> = {
  alerts,
  approvals,
  basics,
  calendar,
  campaigns,
  charts,
  delivery,
  digest,
  discord,
  facts,
  forecast,
  home,
  imports,
  ledger,
  lists,
  mathematics,
  models,
  network,
  receipts,
  schedule,
  segments,
  slack,
  start,
  terminal,
  web,
};

export const indonesian: Catalogue = Object.assign({}, ...Object.values(catalogueFiles));
