/**
 * What speaks for and against a reading of a line, in one place. The unit is about one nat: a weight of 2 makes a
 * reading some seven times as likely. Set by hand from how newspapers are set, not fitted to pages.
 */
export const weights = {
  title: {
    /** Most lines of a page are body. */
    base: 0.6,
    /** A title has no stop at its end, and hardly ever one inside. */
    endsSentence: -5,
    endsExclaiming: -0.3,
    stopInside: -4,
    /** A line that ends with a comma goes on. */
    pauses: -6,
    comma: -0.4,
    commas: -2.5,
    /** 6 to 24 characters are what fits a headline. */
    goodLength: 0.8,
    long: -3,
    tooLong: -6,
    tooShort: -2,
    /** ——某县某事纪实 is how a deck begins. */
    dash: 4,
    /** Two phrases with a blank between them are a kicker or a headline. */
    phrases: 1.6,
    /** What opens on one line and closes on another was cut by a column. */
    unbalanced: -3,
    /** Set as wide as the lines that follow: a column. */
    columnWide: -2.6,
    opensLikeBody: -1.6,
    bare: 0.6,
    lostIndent: -0.8,
    dateline: -8,
    indented: -2.5,
    spread: -1.5,
    doubled: 5,
    bodyBefore: -4.5,
    afterTitle: 0.4,
  },
  body: {
    /** A paragraph begins with the indent of the page, or with a dateline. */
    indent: 2.5,
    lostIndent: 0.8,
    /** A line of prose has a comma or a stop more often than not; a title has none. */
    bare: -0.7,
    dateline: 4,
    /** Nothing begins with a mark that closes. */
    closingStart: -6,
    /** A sentence that did not end goes on in the next line. */
    goesOn: 2.4,
    brokenOff: -4.5,
    /** In a column an unfinished line is full; a short one is a title or the edge of a picture. */
    shortGoesOn: -1,
    shortBrokenOff: -2,
    early: -1.3,
    openBracket: 4,
    /** After a stop: a full line is wrapped, a short one ends its paragraph. */
    fullContinues: 0.6,
    shortContinues: -2.5,
    fullStarts: -0.4,
    shortStarts: 1,
    sameWidth: 0.8,
    widens: -1.4,
    extraBlank: 1.2,
    resumes: -2.2,
    afterTitle: 0.9,
  },
  byline: { own: 6 },
  credit: { own: 7 },
  furniture: { sure: 6, likely: 2.5 },
} as const;

export const never = -1e6;
