import { type Named, named } from '../../../words/say.ts';
/** The name of an import as people see it: "I-19". */
export function formatImportId(id: number): Named {
  return named(`I-${id}`);
}

/** The number in "I-19", or null when that is no import's name. */
export function parseImportId(id: string): number | null {
  const match = /^I-(\d{1,15})$/i.exec(id.trim());
  return match ? Number(match[1]) : null;
}
