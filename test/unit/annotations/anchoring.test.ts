import assert from 'node:assert/strict';
import { anchor, makeAnnotation, newSidecar, readPageText, refine, shift } from '../../../src/newsmark';
import type { Annotation, Sidecar, TextChange } from '../../../src/newsmark';
import { seeded } from '../random';

const TEXT = [
  '今年以来，清河县投入资金1260万元，对石桥水库等3座水库除险加固，目前已完成工程量的85.5%，惠及群众2.4万人。',
  '“往年一下大雨就睡不好觉，现在心里踏实了。”石桥镇村民何大山说，清河县的水库管理所还装上了自动监测设备。',
  '端午节当天，16支队伍、320名选手齐聚白石江，上游村队夺得冠军，这已经是他们第三次捧起奖杯。',
].join('\n');

function annotate(text: string, ...quotes: readonly string[]): Sidecar {
  const page = readPageText(text);
  const annotations = quotes.map((quote, index) => {
    const start = text.indexOf(quote);
    return makeAnnotation(page, {
      id: `n${index}`,
      layer: 'entity',
      start,
      end: start + quote.length,
      label: 'X',
      state: 'added',
      time: 't',
      author: undefined,
      data: undefined,
    });
  });
  return { ...newSidecar(page, 'p', 'utf8'), annotations };
}
const places = (sidecar: Sidecar, text: string): { held: string[]; lost: number } => {
  const result = anchor(sidecar, readPageText(text));
  return { held: result.annotations.map((a) => text.slice(a.start, a.end)), lost: result.orphans.length };
};

describe('anchoring on a text that changed outside', () => {
  it('trusts offsets where the text is the same', () => {
    assert.deepEqual(places(annotate(TEXT, '石桥镇', '85.5%'), TEXT), { held: ['石桥镇', '85.5%'], lost: 0 });
  });

  it('follows a quote whose context stands exactly once', () => {
    assert.deepEqual(places(annotate(TEXT, '自动监测设备'), `新的一行\n${TEXT}`), { held: ['自动监测设备'], lost: 0 });
  });

  it('does not move a quote whose context is gone, but names its candidates', () => {
    const sidecar = annotate(TEXT, '石桥镇');
    const page = readPageText('石桥镇在山里。石桥镇不大。');
    const { annotations, orphans } = anchor(sidecar, page);
    assert.equal(annotations.length, 0);
    assert.deepEqual(orphans[0]?.candidates.length, 2);
  });

  it('does not move a number to another one that looks the same', () => {
    const line = '全县完成3座水库的除险加固任务，';
    const sidecar = annotate(`甲乡${line}\n乙乡${line}`, '3座');
    assert.equal(places(sidecar, `乙乡${line}`).held.length, 0);
  });

  it('does not settle what was lost on whatever stands at its old place', () => {
    const sidecar = annotate(TEXT, '石桥镇');
    const lost = {
      ...sidecar,
      annotations: sidecar.annotations.map((a) => ({
        ...a,
        quote: TEXT.slice(a.start, a.end),
        prefix: '',
        lost: true,
      })),
    };
    assert.equal(places(lost, TEXT).lost, 1);
  });

  it('is never wrong after random edits, and says how many it found again', () => {
    const random = seeded(20260131);
    const sentence = (n: number): string =>
      `第${n}组共有${random.int(1, 9)}户、${random.int(10, 99)}人，完成${random.int(50, 99)}%，`;
    let wrong = 0;
    let held = 0;
    let all = 0;
    for (let round = 0; round < 200; round++) {
      const sentences = Array.from({ length: 12 }, (_, n) => sentence(n));
      const text = sentences.join('');
      const page = readPageText(text);
      const annotations: Annotation[] = [];
      const truth = new Map<string, number | null>();
      const marks = [...text].map((_, i) => i);
      for (let n = 0; n < 8; n++) {
        const start = random.int(0, text.length - 8);
        const end = start + random.int(1, 7);
        annotations.push(
          makeAnnotation(page, {
            id: `n${n}`,
            layer: 'entity',
            start,
            end,
            label: 'X',
            state: 'added',
            time: 't',
            author: undefined,
            data: undefined,
          }),
        );
        truth.set(`n${n}`, start);
      }
      // Edits delete or insert whole pieces; `marks` says where each old character went.
      let next = text;
      for (let e = 0; e < 3; e++) {
        const at = random.int(0, next.length - 20);
        if (random.chance(0.6)) {
          const length = random.int(1, 18);
          next = next.slice(0, at) + next.slice(at + length);
          marks.forEach((mark, i) => {
            if (mark >= at + length) marks[i] = mark - length;
            else if (mark >= at) marks[i] = -1_000_000;
          });
        } else {
          const inserted = sentence(random.int(0, 11));
          next = next.slice(0, at) + inserted + next.slice(at);
          marks.forEach((mark, i) => {
            if (mark >= at) marks[i] = mark + inserted.length;
          });
        }
      }
      const result = anchor({ ...newSidecar(page, 'p', 'utf8'), annotations }, readPageText(next));
      all += annotations.length;
      held += result.annotations.length;
      for (const a of result.annotations) if (marks[truth.get(a.id)!] !== a.start) wrong++;
    }
    assert.equal(wrong, 0);
    assert.ok(held > all / 3, `${held} of ${all}`);
  });
});

describe('spans under live edits', () => {
  const span = (start: number, end: number): Annotation => ({
    id: 'a',
    layer: 'entity',
    start,
    end,
    label: 'X',
    quote: 'x',
    prefix: '',
    suffix: '',
    state: 'added',
    time: 't',
  });
  const moved = (start: number, end: number, change: TextChange): number[] => {
    const [a] = shift([span(start, end)], change);
    return [a!.start, a!.end];
  };

  it('leave insertions at their edges outside and stretch over those inside', () => {
    assert.deepEqual(moved(4, 8, { offset: 4, length: 0, text: 'xx' }), [6, 10]);
    assert.deepEqual(moved(4, 8, { offset: 8, length: 0, text: 'xx' }), [4, 8]);
    assert.deepEqual(moved(4, 8, { offset: 6, length: 0, text: 'xx' }), [4, 10]);
  });

  it('lose what is deleted and become empty where all of it is', () => {
    assert.deepEqual(moved(4, 8, { offset: 2, length: 4, text: '' }), [2, 4]);
    assert.deepEqual(moved(4, 8, { offset: 6, length: 4, text: '' }), [4, 6]);
    assert.deepEqual(moved(4, 8, { offset: 3, length: 9, text: 'yy' }), [3, 3]);
    assert.deepEqual(moved(4, 8, { offset: 4, length: 4, text: 'yyyy' }), [4, 4]);
  });

  it('agree with a naive model over 10,000 random edits', () => {
    const random = seeded(42);
    for (let round = 0; round < 1000; round++) {
      // Every character is an object; a span holds its own characters, and nothing else marks its place.
      let text = Array.from({ length: 60 }, (_, i) => ({ i }));
      const start = random.int(0, 50);
      const own = new Set(text.slice(start, start + random.int(1, 9)));
      let spans: readonly Annotation[] = [span(start, start + own.size)];
      for (let n = 0; n < 10; n++) {
        const offset = random.int(0, text.length);
        const length = random.chance(0.5) ? random.int(0, Math.min(6, text.length - offset)) : 0;
        const inserted = Array.from({ length: random.int(0, 4) }, () => ({ i: -1 }));
        const from = text.findIndex((c) => own.has(c));
        const to = text.findLastIndex((c) => own.has(c));
        // What is typed strictly inside a span becomes part of it.
        if (from >= 0 && offset > from && offset + length <= to) for (const c of inserted) own.add(c);
        text = [...text.slice(0, offset), ...inserted, ...text.slice(offset + length)];
        spans = shift(spans, { offset, length, text: 'x'.repeat(inserted.length) });
        const first = text.findIndex((c) => own.has(c));
        if (first < 0) {
          assert.equal(spans[0]!.start, spans[0]!.end);
          break;
        }
        assert.deepEqual([spans[0]!.start, spans[0]!.end], [first, text.findLastIndex((c) => own.has(c)) + 1]);
      }
    }
  });
});

describe('a file that is loaded again', () => {
  it('moves spans by what really changed', () => {
    const after = TEXT.replace('今年以来，', '').replace('村民何大山', '护林员何大山');
    const changes = refine(TEXT, { offset: 0, length: TEXT.length, text: after });
    let spans: readonly Annotation[] = annotate(TEXT, '石桥镇', '85.5%', '白石江').annotations;
    for (const change of changes) spans = shift(spans, change);
    assert.deepEqual(
      spans.map((a) => after.slice(a.start, a.end)),
      ['石桥镇', '85.5%', '白石江'],
    );
  });

  it('applies to the old text and gives the new one', () => {
    const random = seeded(3);
    for (let n = 0; n < 200; n++) {
      const word = (): string =>
        Array.from({ length: random.int(0, 80) }, () => random.pick(['甲', '乙', '丙', '\n'])).join('');
      const [before, after] = [word(), word()];
      let text = before;
      for (const change of refine(before, { offset: 0, length: before.length, text: after })) {
        text = text.slice(0, change.offset) + change.text + text.slice(change.offset + change.length);
      }
      assert.equal(text, after);
    }
  });
});
