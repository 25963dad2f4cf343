import type { Annotation } from '../../annotations/model';
import type { Paragraph } from '../../page/model';
import type { PageText } from '../../page/text';
import type { AnalysisDelta } from '../delta';

/** What the host asks of the thread that reads pages. */
export type ReadRequest =
  | {
      readonly type: 'read';
      /** Numbers of requests rise. */
      readonly id: number;
      readonly page: string;
      readonly text: PageText;
      readonly decided: readonly Annotation[];
      /** The request whose answer the host has; the next answer says what is new since. */
      readonly base: number | undefined;
    }
  | { readonly type: 'close'; readonly page: string };

/** A delta without the offsets of its flow texts; those of all stand behind one another in one array. */
export interface PackedDelta extends Omit<AnalysisDelta, 'paragraphs'> {
  readonly paragraphs: {
    readonly head: number;
    readonly items: readonly PackedParagraph[];
    readonly tail: number;
  };
  readonly offsets: Int32Array<ArrayBuffer>;
}

type PackedParagraph = Omit<Paragraph, 'flow'> & { readonly flowText: string };

export type ReadAnswer =
  | {
      readonly type: 'read';
      readonly id: number;
      /** The request whose answer the delta is to; undefined: to nothing. */
      readonly base: number | undefined;
      readonly delta: PackedDelta;
    }
  /** The page could not be read; `reason` holds no text of it. */
  | { readonly type: 'failed'; readonly id: number; readonly reason: string };

/** Thousands of small arrays take long from one thread to another; one large one goes over as it is. */
export function pack(delta: AnalysisDelta): PackedDelta {
  const { items } = delta.paragraphs;
  const offsets = new Int32Array(items.reduce((sum, { flow }) => sum + flow.offsets.length, 0));
  let at = 0;
  const packed = items.map(({ flow, ...paragraph }): PackedParagraph => {
    offsets.set(flow.offsets, at);
    at += flow.offsets.length;
    return { ...paragraph, flowText: flow.text };
  });
  return { ...delta, paragraphs: { ...delta.paragraphs, items: packed }, offsets };
}

export function unpack({ offsets, ...delta }: PackedDelta): AnalysisDelta {
  let at = 0;
  const items = delta.paragraphs.items.map(({ flowText, ...paragraph }): Paragraph => {
    // Every character of a flow text has its offset.
    const own = offsets.subarray(at, (at += flowText.length));
    return { ...paragraph, flow: { text: flowText, offsets: own } };
  });
  return { ...delta, paragraphs: { ...delta.paragraphs, items } };
}
