import { currencyDigits } from '../../../words/currency.ts';
import type { Instant } from '../../types/shop.ts';
import type { Column, ReadContext } from '../layouts/layout.ts';
import { empty, readNumber, readTime, type Unreadable } from './cells.ts';
import { dateClue, readDate } from './dates.ts';
import { type Formats, ReadAgain } from './formats.ts';
import { looksDamaged, numberClue, partsOf, readStyled } from './numbers.ts';
import { timeReader } from './time-reader.ts';

/**
 * How sure the formats are. `decided`: from all cells of the file. `sampled`: from its beginning; a cell that tells
 * otherwise makes {@link ReadAgain}. `strict`: only the canonical is read.
 */
export type Certainty = 'decided' | 'sampled' | 'strict';

export type OpenedContext = ReadContext & {
  /** To be called after the last row: throws ReadAgain when a column turned out to need a decision. */
  settle(): void;
};

/** How the cells of one file are read. Canonical cells take a short road: most files have no others. */
export function openContext({
  currency,
  formats,
  certainty,
  answers,
  ...clock
}: {
  readonly currency: string;
  readonly formats: Formats;
  readonly certainty: Certainty;
  readonly answers: Readonly<Record<string, string>>;
  readonly fileZone: string;
  readonly shopZone: string;
  readonly before: Instant;
}): OpenedContext {
  const minorPerMajor = 10 ** currencyDigits(currency);
  const unsettled: (() => boolean)[] = [];

  function numberIn(column: Column, money?: string): (text: string) => number | Unreadable {
    const style = formats.numbers.get(column.index) ?? 'point';
    if (style === 'comma') return (text) => readStyled(text, style, money);
    const isWhole = money === undefined || minorPerMajor === 1;
    let isSure = false;
    let isUnsure = false;
    unsettled.push(() => isUnsure && !isSure);

    /** 1.627 may be one and a half or sixteen hundred: some other cell of the column must tell. */
    function watch(text: string): void {
      if (isWhole && looksDamaged(text)) throw new ReadAgain();
      const clue = isSure ? 'point' : numberClue(text);
      if (clue === 'point') isSure = true;
      else if (clue === 'point?') isUnsure = true;
    }

    return (text) => {
      const value = readNumber(text);
      if (typeof value === 'number') {
        if (certainty === 'sampled' && (isWhole || !isSure) && text.includes('.')) watch(text);
        return value;
      }
      if (certainty === 'strict' || text === '') return value;
      if (certainty === 'decided') return readStyled(text, style, money);
      const clue = numberClue(text);
      if (clue === 'empty') return empty;
      if (clue === 'unreadable') return value;
      throw new ReadAgain();
    };
  }

  return {
    currency,
    minorPerMajor,
    numberIn,
    partsIn(column) {
      const read = numberIn(column, currency);
      return (text) => partsOf(read(text), minorPerMajor);
    },
    timeIn(column, when) {
      const style = formats.dates.get(column.index);
      return timeReader({
        ...clock,
        ...(when === 'may come' && { before: Number.POSITIVE_INFINITY }),
        read(text) {
          const time = readTime(text);
          if (!('reason' in time) || certainty === 'strict') return time;
          if (certainty === 'decided') return style ? readDate(text, style) : time;
          const clue = dateClue(text);
          if (clue === 'unreadable' || clue === 'empty') return time;
          throw new ReadAgain();
        },
      });
    },
    answerTo: (question) => answers[question],
    settle() {
      if (unsettled.some((isOpen) => isOpen())) throw new ReadAgain();
    },
  };
}
