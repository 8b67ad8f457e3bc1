import { addDays } from '../../models/days.ts';
import { day, type Said, say } from '../../words/say.ts';
import { csvFile } from '../csv.ts';
import type { Action, Part, Reply } from '../reply.ts';
import type { KeptForecast } from '../runs/forecast.ts';
import type { RunOf } from '../runs/keep.ts';
import { allFigures } from './all-figures.ts';
import { askMore } from './ask-more.ts';
import { componentParts } from './components.ts';
import { firstLook } from './first-look.ts';
import { type Answered, type Look, lookAt, type View, views } from './look.ts';
import { lookTable } from './tables.ts';
import { whatIfForm } from './what-if-form.ts';

const partsOf: Readonly<Record<View, (look: Look) => Part[]>> = {
  forecast: firstLook,
  figures: allFigures,
  components: componentParts,
};

/** The forecast of one daily series: at first what a plan needs, the rest behind buttons. */
export function answerOf(run: RunOf<KeptForecast>, answered: Answered): Reply {
  const look = lookAt(run, answered);
  const { cut, csv, show } = look;
  const parts = partsOf[show](look);
  if (csv) parts.push(csvFile(`forecast-${run.id}.csv`, lookTable(look, { widest: 0.95 }), cut.shop));
  return { title: titleOf(look), tone: 'plain', parts, actions: actionsOf(look) };
}

function titleOf({ show, subject, name, ahead }: Look): Said {
  const isUsual = subject.slice === null && subject.metric === 'revenue';
  switch (show) {
    case 'forecast':
      return isUsual ? say`Forecast for ${ahead}` : say`${name}, ${ahead}`;
    case 'figures':
      return isUsual ? say`All figures of the forecast for ${ahead}` : say`All figures of ${name}, ${ahead}`;
    case 'components':
      return isUsual ? say`What the forecast for ${ahead} is made of` : say`What ${name}, ${ahead}, is made of`;
  }
}

const viewNames: Readonly<Record<View, Said>> = {
  forecast: say`Forecast`,
  figures: say`All figures`,
  components: say`What it is made of`,
};

function actionsOf({ run: { id, result }, subject, history, again, csv, show }: Look): Action[] {
  const [gap] = history.holes.toReversed();
  const sinceGap = gap && subject.since === null && !result.learnedAfter ? addDays(gap.to, 1) : null;
  return [
    { label: say`Why?`, style: 'plain', ask: { name: 'why', input: { id } } },
    ...views
      .filter((view) => view !== show)
      .map((view) => askMore(again, viewNames[view], view === 'forecast' ? {} : { show: view })),
    {
      ...askMore(again, say`What if…`, { promotion: undefined, growth: undefined, closed: undefined }),
      form: whatIfForm,
    },
    ...(csv ? [] : [askMore(again, say`CSV`, { csv: 'yes' })]),
    ...(result.learnedAfter ? [askMore(again, say`Use anyway`, { 'before-gap': 'used' })] : []),
    ...(sinceGap
      ? [askMore(again, say`Learn from ${day(sinceGap)} on only`, { since: sinceGap, 'before-gap': undefined })]
      : []),
  ];
}
