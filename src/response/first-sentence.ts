/** Up to a full stop before a space or the end, but not one in parentheses, where an error's own words are. */
const SENTENCE = /^(?:\([^)]*\)|\.(?=\S)|\((?![^)]*\))|[^.(])*\./;

/** Returns the first sentence of a text with its full stop; all of the text if none ends in it. */
export const firstSentence = (text: string): string => SENTENCE.exec(text)?.[0] ?? text;
