/**
 * What speaks for and against a reading of a line, in one place. The unit is about one nat: a weight of 2 makes a
 * reading some seven times as likely. Set by hand from how newspapers are set, not fitted to pages.
 */
export const weights = {
  title: {
    /** Most lines of a page are body. */
    base: 1.1,
    /** A title has no stop at its end, and hardly ever one inside. */
    endsSentence: -5,
    endsExclaiming: -0.3,
    stopInside: -4,
    /** A line that ends with a comma goes on. */
    pauses: -6,
    comma: -2.2,
    commas: -2.5,
    /** A slogan of two short parts, or a place or word and what is said about it. */
    pair: -0.2,
    commaBehindColon: -0.9,
    colon: 1.5,
    /** 6 to 24 characters are what fits a headline. */
    goodLength: 1,
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
    columnWide: -0.6,
    fits: -0.8,
    opensLikeBody: -1.6,
    opensNews: -4.5,
    /** 问：, 答：, 记者：: speech of an interview. */
    said: -6,
    bare: 0.6,
    lostIndent: -0.8,
    dateline: -8,
    indented: -2.5,
    spread: -1.5,
    doubled: 5,
    markdown: 12,
    afterTitle: 0.4,
  },
  body: {
    /** A paragraph begins with the indent of the page, or with a dateline, or as news do. */
    indent: 2.5,
    lostIndent: 1,
    dateline: 4,
    opensNews: 2.2,
    opensNewsInside: -1,
    opensQuote: 0.6,
    opensQuoteInside: -0.3,
    /** A line of prose has a comma or a stop more often than not; a title has none. */
    bare: -0.2,
    /** Nothing begins with a mark that closes, or with the end of a word. */
    midSentence: -5,
    /** Text of pages without columns may have lost the beginning of a paragraph. */
    midSentenceWithoutColumn: -2.5,
    /** The first line of a paragraph fills its column; without columns it is long. */
    stunted: -1.0,
    early: -0.2,
    /** What somebody says in a line of its own does not go on from words without a mark. */
    speechInside: -3,
    /** A paragraph of a few characters that is no sentence. */
    stub: -2.5,
    /** A sentence that did not end goes on in the next line. */
    goesOn: 2.2,
    goesOnWithoutColumn: 0.8,
    brokenOff: -4.5,
    brokenOffWithoutColumn: -2.8,
    /** Behind a colon, a dash or an ellipsis a paragraph may begin. */
    leadsOn: 3,
    /** In a column an unfinished line is full; a short one is a title or the edge of a picture. */
    shortGoesOn: 0,
    shortBrokenOff: -1,
    openBracket: 4,
    /** After a stop: a full line is wrapped, a short one ends its paragraph. */
    fullContinues: 0.1,
    shortContinues: -2.5,
    fullStarts: 0.8,
    shortStarts: 0.8,
    sameWidth: 0.3,
    widens: -0.9,
    extraBlank: 1.2,
    resumes: -2.2,
    afterTitle: 0.9,
  },
  seam: {
    /** What two characters say that a line end parts: together elsewhere, by how often chance would have it; never. */
    together: 0.3,
    ratio: 0.6,
    most: 3,
    never: -0.6,
    neverThoughCommon: -0.9,
    common: 0.3,
    /** A number goes on. */
    digit: 1,
    function: 1.5,
  },
  article: {
    /** Names end an article, a dateline opens one. */
    sure: 6,
    /** Where a title stands an article may end, or a subhead begin a part of it; elsewhere paragraphs go on. */
    titles: -4.6,
    noTitles: -6.6,
    /** How articles begin: with a time, with the full name of a place, never with what takes up something; and end. */
    time: 1.5,
    place: 1.8,
    takesUp: -1.8,
    ends: 0.8,
    /** Gaps with less are not looked at. */
    unlikely: -4,
    /** Every article is set in its own column. */
    otherMeasure: 1.6,
    sameMeasure: 0,
    brokenOff: -0.8,
    /** Where articles end in names, one without is less likely. */
    unsigned: -0.6,
    /** Almost every article has a title, and a body longer than a sentence. */
    untitled: -1.8,
    titledTwice: -1.6,
    tiny: -1.5,
    /** A page sets its titles before the bodies or after them; some do both. */
    otherSide: -1.8,
    /** Names, datelines: one of them an article. */
    signedTwice: -2,
  },
  affinity: {
    /** What the affinity of both sides says when it falls by e below the usual; its part of the usual, at least. */
    across: 0.8,
    leastAcross: 0.05,
    /** The first paragraph looks ahead, the last one back. */
    first: 2.2,
    last: 1.4,
    least: 1.5,
    limit: 6,
    /** Of pages too short to show what is usual; of all pages at least. */
    usual: 10,
    leastUsual: 5,
  },
  heading: {
    /** Shared wording: the weight of rare words, less than this share of which is no evidence; its limits. */
    wording: 0.4,
    evenShare: 0.3,
    wordingLimit: 14,
    leastSize: 1,
    leastWord: 0.2,
    /** One more line in the titles of an article: a second, a third, more. */
    join: -0.15,
    joinThird: -0.6,
    joinMore: -2.5,
    /** A deck never leaves its headline; nor what opens a quotation or ends with a colon. */
    deck: 4,
    unfinished: 2.5,
    /** A kicker of two phrases has its headline behind it. */
    kicker: 1,
    /** Where some lines of a group stand apart from each other and some do not. */
    close: 2,
    apart: -1.5,
    afterByline: -2,
    /** Titles stand in the order of their bodies. */
    outOfOrder: -0.5,
    /** A body that its titles skip. */
    skipped: -0.6,
    /** A picture with a title of its own is rare. */
    picture: -1.5,
    /** A headline that the text file has in the middle of its body. */
    inside: -2.2,
    headlineLength: 0.4,
    /** # heads an article in Markdown, ## and more a part of it. */
    markdown: 8,
    /** A subhead has fewer words of its text than a headline. */
    subheadWording: 0.6,
    subhead: -0.3,
    /** Subheads come in series. */
    subheadAlone: -0.3,
    subheadSeries: 1,
    subheadLines: -2.6,
    subheadLong: -1.2,
    subheadShort: 0.5,
    subheadPhrases: -1.2,
  },
  byline: { own: 7 },
  credit: { own: 7 },
  furniture: { sure: 9, likely: 2.5 },
} as const;

export const never = -1e6;
