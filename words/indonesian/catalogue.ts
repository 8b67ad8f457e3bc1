/** By the English sentence, with {0}, {1}, … where the values stand: in any order, each of them once or more. */
export type Catalogue = Readonly<Record<string, string>>;
