/** Words that every English sentence is made of, and no Indonesian one. */
const stopWords = new Set(
  'the of is are was were and with for not this that these those from than their they which what when where who whose your you my into only than been have has had does did will would can cannot could should there here it its if but by at on an or as be week weeks month day days'.split(
    ' ',
  ),
);

/** A text that is English still, if it is: two such words are no accident. What is typed as a command is let be. */
export function englishIn(text: string): readonly string[] {
  const plain = text.replace(/"[^"]*"|“[^”]*”|\/[a-z][\w -]*|\b[\w-]+[:=]\S*|https?:\S+/gi, ' ');
  const found = (plain.toLowerCase().match(/\p{L}+/gu) ?? []).filter((word) => stopWords.has(word));
  return found.length >= 2 ? [text] : [];
}
