import { describe, expect, it } from 'vitest';
import { catalogueFiles, indonesian } from '../../words/indonesian/index.ts';
import { indonesian as page } from '../../words/indonesian/page.ts';
import { hasWords, sentencesIn } from './sentences.ts';

const sentences = sentencesIn(['words', 'data', 'models', 'commands', 'src']).filter(hasWords);

const valuesIn = (text: string) => [...new Set(text.match(/\{\d+\}/g) ?? [])].sort();

describe('the Indonesian catalogue', () => {
  it('has every sentence that is said', () => {
    const missing = sentences.filter(({ said }) => indonesian[said] === undefined);
    expect(missing.map(({ said, file }) => `${file}: ${said}`)).toEqual([]);
    expect(sentences.length).toBeGreaterThan(30);
  });

  it('has what the page says by itself in the part that the page is given', () => {
    const onPage = sentencesIn(['src/web/client']).filter(hasWords);
    expect(onPage.filter(({ said }) => page[said] === undefined)).toEqual([]);
    expect(onPage.length).toBeGreaterThan(30);
  });

  it('has no sentence that nobody says', () => {
    const said = new Set(sentences.map((each) => each.said));
    expect(Object.keys(indonesian).filter((key) => !said.has(key))).toEqual([]);
  });

  it('tells every value of a sentence, and no other', () => {
    const wrong = Object.entries(indonesian).filter(([key, text]) => `${valuesIn(key)}` !== `${valuesIn(text)}`);
    expect(wrong).toEqual([]);
  });

  it('says one thing in one way', () => {
    const all = Object.entries(catalogueFiles).flatMap(([file, of]) => Object.keys(of).map((key) => ({ file, key })));
    const twice = all.filter(({ file, key }) => all.some((other) => other.key === key && other.file !== file));
    expect(twice).toEqual([]);
  });
});
