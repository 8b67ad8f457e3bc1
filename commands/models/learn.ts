import type { ModelDecision } from '../../data/state/types/learning.ts';
import { judge, LEAST_WEEKS, type Loss, lossToNaive, type Verdict } from '../../models/learning/promote.ts';
import { count, number, type Said, say, sentences, share } from '../../words/say.ts';
import type { Context } from '../command.ts';
import { scored } from '../ledger/record.ts';
import { post } from '../post.ts';
import type { Reply } from '../reply.ts';
import type { Cut } from '../runs/cut.ts';
import { type KeptForecast, throughWeeks } from '../runs/forecast.ts';
import type { RunOf } from '../runs/keep.ts';
import { AHEAD_WEEKS, championOf, shadowForecasts, standingForecast } from './champion.ts';
import { backtestError, duels, lastWords } from './evidence.ts';
import { closeOffers } from './offer.ts';
import { isRecipe, type RecipeName, recipes } from './recipes.ts';

/** How far back the ledger is read. */
const LEDGER_WEEKS = 26;
const WEEK_MS = 7 * 86_400_000;
const sextant = { person: 'clock:sextant', name: 'Sextant' } as const;

export type Rival = {
  readonly recipe: RecipeName;
  readonly run: RunOf<KeptForecast>;
  /** Null for the model in use. */
  readonly verdict: Verdict | null;
};

type Decision = ModelDecision & { readonly recipe: RecipeName; readonly challenger: RecipeName };

/** The model in use first, then every challenger with what is to be said of it. */
export async function rivals(context: Context, cut: Cut): Promise<Rival[]> {
  const horizon = throughWeeks(cut, AHEAD_WEEKS);
  const { recipe: used } = championOf(context.state);
  const { run } = await standingForecast(context, cut, horizon);
  const history = context.state.ledger.history(LEDGER_WEEKS);
  const champion = backtestError(run.result);
  const challengers = (await shadowForecasts(context, cut, horizon)).map((shadow): Rival => {
    const recipe = shadow.receipt.parameters.recipe ?? 'combination';
    if (!isRecipe(String(recipe))) throw new Error(`${shadow.id} was made by an unknown model: ${recipe}`);
    const backtest = { champion, challenger: backtestError(shadow.result) };
    const verdict = judge(backtest, duels(history, used, String(recipe)));
    return { recipe: recipe as RecipeName, run: shadow, verdict };
  });
  return [{ recipe: used, run, verdict: null }, ...challengers];
}

/** Challengers that a person may let in by now, and that nobody has declined in the last eight weeks. */
export function waiting(context: Context, all: readonly Rival[]): Rival[] {
  const declined = declinedOf(context);
  return all.filter(({ recipe, verdict }) => verdict !== null && verdict.act !== 'no' && !declined.has(recipe));
}

/** Whom a person has declined in the last eight weeks. */
function declinedOf({ state, now }: Context): ReadonlySet<string> {
  const kept = state.learning.decisions().filter((each) => each.act === 'keep' && stands(each, now));
  return new Set(kept.map(({ challenger }) => challenger));
}

/** What a person has decided holds for eight weeks. */
function stands({ at, person }: { readonly at: number; readonly person: string }, now: number): boolean {
  return person !== sextant.person && now - at < LEAST_WEEKS * WEEK_MS;
}

/**
 * After a week was scored: a model that lost to a repeat of last week over eight weeks gives way to it, and a challenger
 * that was better on the backtest and on the ledger takes over. What a person has decided stands for eight weeks.
 * Returns what was decided, or null.
 */
export async function learn(context: Context, cut: Cut): Promise<Decision | null> {
  const { state, now } = context;
  const decision = decided(context, await rivals(context, cut));
  if (!decision) return null;
  state.atomically(() => {
    state.learning.decide(decision, now);
    closeOffers(decision, context);
    const period = `${decision.recipe} ${cut.before}`;
    post(context, { purpose: 'digest', report: 'model', period, reply: decisionNotice(decision) });
  });
  return decision;
}

function decided(context: Context, all: readonly Rival[]): Decision | null {
  const { state, now } = context;
  const { recipe: used, decision } = championOf(state);
  if (decision && stands(decision, now)) return null;

  const own = lastWords(state.ledger.history(LEDGER_WEEKS), { recipe: used, posted: true, since: decision?.at });
  const loss = used === 'naive' ? null : lossToNaive(own.map(scored));
  if (loss) return { act: 'use', recipe: 'naive', challenger: used, ...sextant, reason: lossWords(loss) };
  const [better] = waiting(context, all)
    .filter(({ verdict }) => verdict!.act === 'use')
    .sort((a, b) => b.verdict!.better / b.verdict!.weeks - a.verdict!.better / a.verdict!.weeks);
  if (!better) return null;
  return { act: 'use', recipe: better.recipe, challenger: used, ...sextant, reason: better.verdict!.says };
}

function lossWords({ weeks, error, naive }: Loss): Said {
  const points = number(Math.round(1000 * (error - naive)) / 10);
  return say`Simply repeating last week wins by ${points} points: over the last ${count(weeks)} scored weeks it missed by ${share(naive)}, the model in use by ${share(error)}.`;
}

function decisionNotice({ recipe, challenger, reason }: Decision): Reply {
  return {
    title: say`Another model is used for the forecast: ${recipes[recipe].title}`,
    tone: 'careful',
    parts: [{ kind: 'text', text: sentences(reason, say`Before: ${recipes[challenger].title}.`) }],
    actions: [
      { label: say`Models`, style: 'plain', ask: { name: 'models', input: {} } },
      {
        label: say`Take it back`,
        style: 'plain',
        ask: { name: 'models', input: { use: challenger } },
        confirm: say`Use this again: ${recipes[challenger].title}?`,
      },
    ],
  };
}
