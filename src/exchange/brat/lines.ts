/** Attribute that tells suggestions and refused spans from decisions. */
export const STATE = 'newsmarkState';

/** Blanks for what would end a line or column. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

/** JSON on one line, by Python's rules of what a line is. */
export const jsonLine = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[\p{Cc}\u2028\u2029]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
