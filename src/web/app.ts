import { Hono } from 'hono';
import { say } from '../../words/say.ts';
import type { House } from '../doors.ts';
import { openApi } from './api.ts';
import type { Board } from './board.ts';
import type { Bundle } from './bundle.ts';
import { eventRoute } from './events.ts';
import { knownHost, ownOrigin, safeHeaders } from './guard.ts';
import type { WebOptions } from './ports.ts';
import { refuse } from './problem.ts';
import { openProgressLine, type ProgressLine } from './progress-line.ts';
import { openReception } from './who.ts';

export type Site = {
  readonly progress: ProgressLine;
  readonly options: WebOptions;
  readonly house: House;
  readonly board: Board;
  readonly bundle: Bundle;
  /** Known once the port is. */
  readonly hosts: () => readonly string[];
  /** Aborts when the door closes. */
  readonly closing: AbortSignal;
};

/** Everything the workspace answers over HTTP. */
export function openApp(parts: Omit<Site, 'progress'>): Hono {
  const site: Site = { ...parts, progress: openProgressLine() };
  const { options, bundle, hosts } = site;
  const reception = openReception(options);
  const app = new Hono();

  app.use(safeHeaders);
  // For whoever watches the process, by whatever name: they tell nothing of the shop.
  app.get('/healthz', (context) => context.json({ ok: true }));
  app.get('/readyz', async (context) => {
    const readiness = await options.readiness();
    context.header('Cache-Control', 'no-store');
    return context.json(readiness, readiness.ready ? 200 : 503);
  });
  app.use(knownHost(hosts));
  app.use(ownOrigin);
  app.onError((error, context) => {
    options.report(error);
    return refuse(context, say`Something broke on our side. Nothing was changed.`, 500);
  });
  app.notFound((context) => refuse(context, say`There is nothing here.`, 404));

  // The link only brings the page; its button spends the token. A chat that looks at links to preview them spends nothing.
  for (const path of ['/', '/signin']) {
    app.get(path, (context) => {
      context.header('Cache-Control', 'no-store');
      return context.html(bundle.page);
    });
  }
  app.get('/assets/:name', async (context) => {
    const asset = await bundle.asset(context.req.param('name'));
    if (!asset) return context.notFound();
    const headers = { ETag: asset.etag, 'Cache-Control': 'no-cache' };
    if (context.req.header('if-none-match') === asset.etag) return context.body(null, 304, headers);
    return context.body(asset.body, 200, { ...headers, 'Content-Type': asset.type });
  });

  app.get('/events', eventRoute(site, reception));
  app.route('/api', openApi(site, reception));
  return app;
}
