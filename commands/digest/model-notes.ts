import { methodNames } from '../../models/forecast/method-names.ts';
import { days, lines, say, sentences } from '../../words/say.ts';
import type { Context } from '../command.ts';
import { championOf } from '../models/champion.ts';
import { rivals, waiting } from '../models/learn.ts';
import { offer } from '../models/offer.ts';
import { recipes } from '../models/recipes.ts';
import { orNothing } from '../runs/or-nothing.ts';
import type { Told, Week } from './told.ts';

/** Which model spoke, what is to be doubted about it, and the challenger that waits for a word. */
export async function modelsSection(context: Context, { cut, ahead: { run } }: Week): Promise<Told> {
  const all = await orNothing(() => rivals(context, cut));
  const waits = waiting(context, all ?? []).find(({ verdict }) => verdict!.weeks > 0);
  const failed = run.receipt.checks.filter(({ passed }) => !passed).map(({ says }) => says);
  const used = recipes[championOf(context.state).recipe].title;
  return {
    lines: [
      waits?.verdict
        ? sentences(say`Model "${recipes[waits.recipe].title}" waits: ${waits.verdict.says}`, waits.run.id)
        : null,
    ],
    details: [
      { kind: 'text', text: lines([say`Model in use: ${used}. ${run.id}`, ...failed]) },
      {
        kind: 'table',
        title: say`Past error of each method, ${days(run.result.backtest.horizon)} ahead (${run.id})`,
        columns: [
          { title: say`Method`, unit: 'text' },
          { title: say`Week totals missed by`, unit: 'share' },
          { title: say`80% band held`, unit: 'share' },
        ],
        rows: run.result.backtest.scores.map(({ method, weekWape, cover80 }) => [
          methodNames[method],
          weekWape,
          cover80,
        ]),
      },
    ],
    actions: waits ? offer(waits, context).slice(0, 2) : [],
  };
}
