import assert from 'node:assert/strict';
import {
  reviveAnnotation,
  W3CTextFormat,
  type W3CTextAnnotation,
  type W3CTextAnnotationTarget,
} from '@recogito/text-annotator';
import { JSDOM } from 'jsdom';
import type { Document } from '../../../src/exchange/document';
import type { Format } from '../../../src/exchange/format';
import { webAnnotation, webAnnotationUtf16 } from '../../../src/exchange/webannotation';
import { seeded } from '../random';
import { consumer } from './consumer';
import { documentOf, write } from './document';
import { nastyDocument } from './nasty';

interface Quote {
  readonly type: 'TextQuoteSelector';
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}
interface Position {
  readonly type: 'TextPositionSelector';
  readonly start: number;
  readonly end: number;
}
interface Item {
  readonly id: string;
  readonly type: string;
  readonly body: readonly { readonly purpose: string }[];
  readonly target: { readonly source: string; readonly selector: readonly [Quote, Position] };
}

const TEXT = '清河县加固水库　投入1260\n万元。\n𠮷大山👨‍👩‍👧说：“𠮷大山在清河县。”e\u0301\n';
const samples: readonly Document[] = [
  documentOf(TEXT, [
    ['清河县', 'GPE'],
    ['清河县', 'GPE', { nth: 1 }],
    ['1260\n万元', 'ORG'],
    ['𠮷大山', 'PER'],
    ['𠮷大山', 'PER', { nth: 1, relations: [{ label: 'sameAs', target: 'n4' }] }],
    ['👨‍👩‍👧', 'PER'],
  ]),
  ...Array.from({ length: 25 }, (_, number) => nastyDocument(seeded(number + 1), number + 1)),
];

function itemsOf(format: Format, document: Document): readonly Item[] {
  const { files } = write(format, [document]);
  return (JSON.parse(files[`${document.name}.jsonld`]!) as { readonly items: readonly Item[] }).items;
}

/** Its own types need the package that it forgets, see below. */
interface Apache {
  createTextPositionSelectorMatcher(selector: Position): (scope: Range) => AsyncIterable<Range>;
  createTextQuoteSelectorMatcher(selector: Quote): (scope: Range) => AsyncIterable<Range>;
}

/** A page of a browser that shows the text, in one node or cut into many. */
function pageWith(text: string, cut: boolean): { readonly scope: Range; readonly body: HTMLElement } {
  const { document } = new JSDOM('<pre></pre>').window;
  const body = document.querySelector('pre')!;
  const pieces = cut ? [...text] : [text];
  for (const piece of pieces) {
    const holder = cut ? body.appendChild(document.createElement('span')) : body;
    holder.append(piece);
  }
  const scope = document.createRange();
  scope.selectNodeContents(body);
  return { scope, body };
}

async function rangesOf(matches: AsyncIterable<Range>): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const range of matches) found.push(range.toString());
  return found;
}

/** Programs of browsers take the document and its classes from the window they run in. */
async function inWindowOf<T>(body: HTMLElement, action: () => Promise<T>): Promise<T> {
  const names = ['document', 'Node', 'NodeFilter', 'Range'] as const;
  const window = body.ownerDocument.defaultView!;
  for (const name of names) Object.defineProperty(globalThis, name, { value: window[name], configurable: true });
  try {
    return await action();
  } finally {
    for (const name of names) Reflect.deleteProperty(globalThis, name);
  }
}

describe('web annotations in programs that load them', () => {
  describe('Apache Annotator, which counts code points', () => {
    let apache: Apache | undefined;
    before(async function () {
      apache = (await consumer('@apache-annotator/dom')) as Apache | undefined;
      // It needs @apache-annotator/selector, but does not say so in its manifest.
      if (!apache) this.skip();
    });

    it('finds exactly the quote at every position', async () => {
      for (const [index, sample] of samples.entries()) {
        const { scope, body } = pageWith(sample.text, index % 2 === 1);
        for (const { target } of itemsOf(webAnnotation, sample)) {
          const [quote, position] = target.selector;
          const found = await inWindowOf(body, () =>
            rangesOf(apache!.createTextPositionSelectorMatcher(position)(scope)),
          );
          assert.deepEqual(found, [quote.exact]);
        }
      }
    });

    it('finds exactly one place for a quote with its context', async () => {
      const [sample] = samples;
      const { scope, body } = pageWith(sample!.text, false);
      for (const { target } of itemsOf(webAnnotation, sample!)) {
        const [quote] = target.selector;
        const found = await inWindowOf(body, () => rangesOf(apache!.createTextQuoteSelectorMatcher(quote)(scope)));
        assert.deepEqual(found, [quote.exact]);
      }
    });
  });

  describe('Recogito, which counts UTF-16 units', () => {
    /** The words that Recogito marks for annotations, in the order of the file. */
    async function marked(format: Format, sample: Document, cut = false): Promise<readonly string[]> {
      const { body } = pageWith(sample.text, cut);
      return inWindowOf(body, () => {
        const adapter = W3CTextFormat(`${sample.name}.txt`);
        const words = itemsOf(format, sample).map((item) => {
          const { parsed, error } = adapter.parse(item as unknown as W3CTextAnnotation);
          assert.equal(error, undefined);
          const { target, bodies } = reviveAnnotation(parsed!, body);
          assert.deepEqual(
            bodies.map(({ purpose }) => purpose),
            item.body.map(({ purpose }) => purpose),
          );
          const [selector] = target.selector;
          // Back again: what it saves after a look is what it was given.
          const { target: saved } = adapter.serialize(parsed!);
          assert.deepEqual((saved as W3CTextAnnotationTarget[])[0]!.selector, [
            { type: 'TextQuoteSelector', exact: item.target.selector[0].exact },
            item.target.selector[1],
          ]);
          return selector!.range.toString();
        });
        return Promise.resolve(words);
      });
    }

    it('marks exactly the quote where the file counts UTF-16 units, too', async () => {
      for (const [index, sample] of samples.entries()) {
        const quotes = itemsOf(webAnnotationUtf16, sample).map(({ target }) => target.selector[0].exact);
        assert.deepEqual(await marked(webAnnotationUtf16, sample, index % 2 === 1), quotes);
      }
    });

    it('marks other words where the file counts code points, behind the first character outside the basic plane', async () => {
      const text = '李明说𠮷，李明';
      const sample = documentOf(text, [
        ['李明', 'PER'],
        ['李明', 'PER', { nth: 1 }],
      ]);
      assert.deepEqual(await marked(webAnnotation, sample), ['李明', '，李']);
      assert.deepEqual(await marked(webAnnotationUtf16, sample), ['李明', '李明']);
    });
  });
});
