import { count, type Said, say, share } from '../../words/say.ts';
import { type Reader, tell } from '../../words/tell.ts';

/** The few words that pictures have of their own: what marks mean, what was left out, what the pointer is told. */

/** "80% range": what a band or a thin line is called. */
export function rangeName(level: number, reader: Reader): string {
  return tell(say`${share(level)} range`, reader);
}

export function thinLine(level: number, reader: Reader): string {
  return tell(say`thin line: ${share(level)} range`, reader);
}

/** For the subtitle: how many of the things given are not in the picture. */
export function notDrawn(left: number, reader: Reader): string {
  return left > 0 ? tell(say`${count(left)} more not drawn`, reader) : '';
}

/** For the end of a list in the picture itself. */
export function andMore(left: number, reader: Reader): string {
  return left > 0 ? tell(say`… and ${count(left)} more`, reader) : '';
}

/** "GBP 40M to GBP 130M" */
export function fromTo(low: string, high: string, reader: Reader): string {
  return tell(say`${low} to ${high}`, reader);
}

const hovered = {
  Name: say`Name`,
  Series: say`Series`,
  Value: say`Value`,
  Row: say`Row`,
  Column: say`Column`,
  From: say`Before`,
  To: say`After`,
  Step: say`Step`,
  Group: say`Group`,
  Day: say`Day`,
  Actual: say`Actual`,
  Expected: say`Expected`,
} as const satisfies Readonly<Record<string, Said>>;

/** What the pointer is told: fields of a row by their names in the reader's language. */
export function tooltip(fields: readonly (keyof typeof hovered)[], reader: Reader): object[] {
  return fields.map((field) => ({ field, title: tell(hovered[field], reader), type: 'nominal' }));
}

/** The same for a range, whose name says which. */
export function rangeTooltip(level: number, reader: Reader): object {
  return { field: 'Range', title: rangeName(level, reader), type: 'nominal' };
}
