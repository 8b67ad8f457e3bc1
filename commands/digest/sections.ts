import type { ChannelDigest } from '../../data/state/types/channels.ts';
import { type Said, say } from '../../words/say.ts';

/** What a digest can hold, in the order in which it is told, and what each is called in settings. */
export const sectionWords = {
  sales: say`Sales against the forecast`,
  chart: say`The chart`,
  moved: say`What moved most`,
  segments: say`Moves between segments`,
  reach: say`Whom to reach`,
  campaigns: say`Campaign returns`,
  advice: say`What to do with budgets`,
  pacing: say`The month's spend`,
  waiting: say`Decisions that wait`,
  alerts: say`Open alerts`,
  models: say`Notes on the model`,
  record: say`The forecast's record`,
} satisfies Readonly<Record<string, Said>>;

export type Section = keyof typeof sectionWords;
export const sections = Object.keys(sectionWords) as readonly Section[];

/** For whom a digest is written. */
export const personaWords = {
  team: say`the whole team`,
  executive: say`executives`,
  analyst: say`analysts`,
  campaigns: say`campaign managers`,
} satisfies Readonly<Record<string, Said>>;

export type Persona = keyof typeof personaWords;
export const personas = Object.keys(personaWords) as unknown as readonly [Persona, ...Persona[]];

const held: Readonly<Record<Persona, readonly Section[]>> = {
  team: ['sales', 'moved', 'segments', 'advice', 'waiting', 'alerts', 'record'],
  executive: ['sales', 'chart', 'waiting', 'record'],
  analyst: sections,
  campaigns: ['sales', 'segments', 'reach', 'campaigns', 'advice', 'pacing', 'waiting', 'record'],
};

/** What the digest of a persona holds. */
export function sectionsOf(persona: string): readonly Section[] {
  return isPersona(persona) ? held[persona] : held.team;
}

/** What the digest of a channel holds: what was chosen for it, or what its persona has; without what is muted there. */
export function sectionsFor({ persona, include, muted }: Pick<ChannelDigest, 'persona' | 'include' | 'muted'>) {
  const chosen: readonly string[] = include ?? sectionsOf(persona);
  return sections.filter((section) => chosen.includes(section) && !muted.includes(section));
}

export function isSection(name: string): name is Section {
  return Object.hasOwn(sectionWords, name);
}

function isPersona(name: string): name is Persona {
  return Object.hasOwn(personaWords, name);
}
