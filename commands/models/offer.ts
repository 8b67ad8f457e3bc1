import type { ModelDecision } from '../../data/state/types/learning.ts';
import { instant, lines, named, type Said, say, type Words } from '../../words/say.ts';
import type { Context } from '../command.ts';
import { Refusal } from '../refusal.ts';
import type { Action, Reply } from '../reply.ts';
import type { Rival } from './learn.ts';
import { isRecipe, recipes } from './recipes.ts';

/** What messages are about that offer a challenger to all: they are changed together once somebody has decided. */
export const OFFER = 'model offer';

/**
 * What a person can do about a challenger that waits. The buttons know how many decisions there were when they were made:
 * pressed after another one they decide nothing.
 */
export function offer({ recipe, run }: Pick<Rival, 'recipe' | 'run'>, { state }: Pick<Context, 'state'>): Action[] {
  const after = state.learning.decisions().length;
  return [
    {
      label: say`Use the new model`,
      style: 'primary',
      ask: { name: 'models', input: { use: recipe, after } },
      confirm: say`Make all forecasts by this model from now on: ${recipes[recipe].title}?`,
    },
    { label: say`Keep the old model`, style: 'plain', ask: { name: 'models', input: { keep: recipe, after } } },
    { label: say`Why?`, style: 'plain', ask: { name: 'why', input: { id: run.id } } },
  ];
}

/** @throws {Refusal} when somebody has decided since the button was made */
export function requireUndecided(after: number | undefined, { state }: Pick<Context, 'state'>): void {
  const decisions = state.learning.decisions();
  const [last] = decisions;
  if (after === undefined || last === undefined || decisions.length <= after) return;
  const { name, at, act, recipe } = last;
  throw new Refusal(
    act === 'use'
      ? say`${name} has decided: the model in use is now ${titleOf(recipe)}`
      : say`${name} has decided: the model in use stays ${titleOf(recipe)}`,
    say`That was on ${instant(at)}. /models shows how it stands, and changes it.`,
    [{ label: say`Models`, style: 'plain', ask: { name: 'models', input: {} } }],
  );
}

/** Takes the buttons off what was posted, and writes there what was decided: below the news, its one text. */
export function closeOffers(decision: ModelDecision, { state, now }: Pick<Context, 'state' | 'now'>): void {
  for (const { key, content } of state.outbox.about(OFFER)) {
    const reply = content as Reply;
    const actions = (reply.actions ?? []).filter(({ ask }) => ask.name !== 'models');
    if (actions.length === (reply.actions ?? []).length) continue;
    const told = say`• ${modelDecisionWords(decision)}`;
    const parts = reply.parts.map((part) =>
      part.kind === 'text' ? { ...part, text: lines([part.text, told]) } : part,
    );
    state.outbox.revise(key, { ...reply, parts, actions }, now);
  }
}

/** What was decided, by whom and why. */
export function modelDecisionWords({ act, recipe, name, reason }: ModelDecision): Said {
  return act === 'use'
    ? say`Model changed to: ${titleOf(recipe)}. ${name}: ${reason}`
    : say`Model kept: ${titleOf(recipe)}. ${name}: ${reason}`;
}

function titleOf(recipe: string): Words {
  return isRecipe(recipe) ? recipes[recipe].title : named(recipe);
}
