/** The answers of a form by field, empty where there is none. */
export type Answers = Readonly<Record<string, string>>;

/** What stands in the form at the moment. */
export function answersIn(form: HTMLFormElement): Answers {
  return Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
}

/** A field that was left empty is no answer. */
export function withoutGaps(answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== ''));
}
