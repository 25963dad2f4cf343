/** A word in UTF-16 code units of the segmented string, `end` exclusive. */
export interface Word {
  readonly start: number;
  readonly end: number;
  /** Part of speech in the ICTCLAS set (nr, ns, nt, v, …) where the segmenter knows it. */
  readonly tag?: string;
}

/**
 * Cuts text into words. Words come in order, do not overlap and together cover the text. A segmenter is evidence for
 * word edges and parts of speech, never the authority: offsets that leave the program do not depend on which one ran.
 */
export interface Segmenter {
  /** The library that cuts, for the log. */
  readonly name: 'nodejieba' | 'jieba-wasm' | 'intl';
  segment(text: string): Promise<readonly Word[]>;
  dispose(): void;
}
