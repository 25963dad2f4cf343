import { type Analysis, analyze } from '../analysis';
import type { Annotation } from '../annotations/model';
import type { PageText } from '../page/text';

/** Reads pages without keeping the one who asks waiting. */
export interface PageReader {
  /**
   * The analysis of a text; `page` names what the text is a version of. Undefined where nobody wants it any more when
   * it is there. Never rejects.
   */
  read(question: PageQuestion): Promise<Analysis | undefined>;
  /** The page is gone: what is kept for it is let go of. */
  close(page: string): void;
  dispose(): void;
}

export interface PageQuestion {
  readonly page: string;
  readonly text: PageText;
  readonly decided: readonly Annotation[];
  readonly isWanted: () => boolean;
}

/** Reads pages on the thread that asks, in a later turn: where there is no other thread. */
export function createOwnThreadReader(): PageReader {
  return {
    read: async ({ text, decided, isWanted }) => {
      await new Promise((resolve) => setTimeout(resolve, 0));
      return isWanted() ? analyze(text, decided) : undefined;
    },
    close: () => undefined,
    dispose: () => undefined,
  };
}
