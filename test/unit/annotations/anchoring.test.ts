import assert from 'node:assert/strict';
import { anchor } from '../../../src/annotations/anchoring';
import type { Annotation } from '../../../src/annotations/model';
import { readPageText } from '../../../src/page/text';
import { seeded, type Random } from '../random';
import { annotationAt, annotationOf, lookAlike, randomChange, sidecarOf, TrackedText } from './support';

const before =
  '本报白石县五月六日电，今年入汛以来雨水偏多，白石县应急管理局昨夜启动了三级响应，转移群众八百二十一人，没有人员伤亡。\n' +
  '记者陈望溪在现场看到，沿河的十二个村都有干部值守，粮油和帐篷已经运到安置点，学校的操场上搭起了临时厨房。\n';

/** Anchors the annotations of one text on another: what was found, by quote, and how many were not. */
function anchored(
  old: string,
  annotations: readonly Annotation[],
  now: string,
): { found: readonly (readonly [number, string])[]; orphans: number } {
  const { annotations: found, orphans } = anchor(sidecarOf(old, annotations), readPageText(now));
  return { found: found.map((a) => [a.start, now.slice(a.start, a.end)]), orphans: orphans.length };
}

describe('anchor', () => {
  it('takes the offsets where the text is the same, whatever its line ends', () => {
    const name = annotationAt(before, '陈望溪');
    const result = anchor(sidecarOf(before, [name]), readPageText(before.replace(/\n/g, '\r\n')));
    assert.deepEqual(result.annotations, [name]);
  });

  it('does not trust an offset whose text is not the quote, although the text is the same', () => {
    const wrong = { ...annotationAt(before, '陈望溪'), start: 3, end: 6 };
    assert.deepEqual(anchored(before, [wrong], before).found, [[before.indexOf('陈望溪'), '陈望溪']]);
    const nowhere = { ...wrong, quote: '王小满' };
    assert.deepEqual(anchored(before, [nowhere], before), { found: [], orphans: 1 });
  });

  it('finds a quote again whose context on one side is whole and on the other eight characters long', () => {
    const subject = annotationAt(before, '白石县应急管理局');
    const now = before.replace('今年', '去年以及今年');
    assert.deepEqual(anchored(before, [subject], now).found, [[now.indexOf('白石县应急'), '白石县应急管理局']]);
  });

  it('gives up where less than eight characters of context are left on one side', () => {
    const subject = annotationAt(before, '白石县应急管理局');
    assert.equal(anchored(before, [subject], before.replace('昨夜', '昨晚')).orphans, 1);
    assert.equal(anchored(before, [subject], before.replace('偏多', '较多')).orphans, 1);
  });

  it('gives up where the same quote with the same context stands twice', () => {
    const subject = annotationAt(before, '白石县应急管理局');
    assert.equal(anchored(before, [subject], `${before}${before}`).orphans, 1);
  });

  it('gives up where a look-alike is left of two that stood there', () => {
    const two = `${before}第二版\n${before}`;
    const subject = annotationAt(two, '操场上搭起了', 1);
    assert.equal(subject.context, 0);
    assert.equal(anchored(two, [subject], before).orphans, 1);
    const line = '全县完成三座水库的除险加固任务，';
    const number = annotationAt(`甲乡${line}\n乙乡${line}`, '三座');
    assert.equal(anchored(`甲乡${line}\n乙乡${line}`, [number], `乙乡${line}`).orphans, 1);
  });

  it('moves short names and numbers only with all their context', () => {
    const name = annotationAt(before, '陈望溪');
    const number = annotationAt(before, '八百二十一人', 0, { layer: 'figure', label: 'count' });
    assert.equal(anchored(before, [name, number], `新的一行\n${before}`).found.length, 2);
    const now = before.replace('没有人员伤亡', '无人员伤亡').replace('沿河', '沿江');
    assert.deepEqual(anchored(before, [name, number], now), { found: [], orphans: 2 });
  });

  it('finds what stands at the edges of the page only at these edges', () => {
    const first = annotationAt(before, '本报白石县');
    assert.equal(anchored(before, [first], `${before}尾行`).found.length, 1);
    assert.equal(anchored(before, [first], `头行\n${before}`).orphans, 1);
  });

  it('does not trust the offsets of what was lost when the file was written', () => {
    const lost = { ...annotationOf(before, 0, 2), quote: '晨报', lost: true };
    assert.equal(anchored(before, [lost], before).orphans, 1);
    const nowThere = { ...annotationOf(before, 0, 2), lost: true };
    assert.equal(anchored(before, [nowThere], before).found.length, 1);
  });

  it('ranks the places of an orphan by context, then by nearness', () => {
    const subject = annotationAt(before, '白石县');
    const now = `白石县。${before.replace('五月六日', '五月七日')}白石县。白石县。白石县。白石县。`;
    const [orphan] = anchor(sidecarOf(before, [subject]), readPageText(now)).orphans;
    assert.equal(orphan!.candidates.length, 5);
    assert.equal(orphan!.candidates[0]!.start, now.indexOf('白石县五月'));
  });

  it('treats files without a counted context with the greatest care', () => {
    const { context, ...subject } = annotationAt(before, '白石县应急管理局');
    assert.equal(anchored(before, [subject], `新的一行\n${before}`).found.length, 1);
    assert.equal(anchored(before, [subject], before.replace('今年入汛以来', '入汛后')).orphans, 1);
  });

  it('anchors nothing wrongly over 10,000 random edits of pages of look-alikes', () => {
    const random = seeded(406);
    let right = 0;
    let alive = 0;
    let edits = 0;
    while (edits < 10_000) {
      const tracked = new TrackedText(Array.from({ length: 25 }, () => lookAlike(random)).join(''));
      const old = tracked.text;
      const spans = Array.from({ length: 20 }, (_, n) => randomSpan(old, n, random));
      const members = spans.map((span) => tracked.ids(span.start, span.end));
      const round = random.int(4, 20);
      for (let i = 0; i < round; i++) tracked.apply(randomChange(tracked.text, random));
      edits += round;
      const now = tracked.text;
      const places = tracked.places();
      const placed = new Map(anchor(sidecarOf(old, spans), readPageText(now)).annotations.map((a) => [a.id, a]));
      spans.forEach((span, index) => {
        const left = members[index]!.map((id) => places.get(id));
        const whole = left.every((at, i) => at !== undefined && at === left[0]! + i);
        if (whole) alive++;
        const found = placed.get(span.id);
        if (!found) return;
        const trace = `after ${edits} edits: ${span.prefix}[${span.quote}]${span.suffix}`;
        // A digit that was changed and changed back: the text is the old one, to the last character of its context.
        if (!whole && now.includes(`${span.prefix}${span.quote}${span.suffix}`)) return;
        assert.ok(whole, `anchored although its text is gone, ${trace}`);
        assert.equal(found.start, left[0], `anchored elsewhere, ${trace}`);
        right++;
      });
    }
    const recall = `recall ${((100 * right) / alive).toFixed(1)} % (${right} of ${alive} spans whose text is whole)`;
    console.log(`      ${edits} edits: 0 anchored wrongly, ${recall}`);
    assert.ok(right / alive > 0.4, recall);
  }).timeout(20_000);
});

function randomSpan(text: string, n: number, random: Random): Annotation {
  const pattern = [/\d+\.\d+[^\d，。]{1,4}/gu, /(?:.{2}[县区市镇])\p{Script=Han}{3,8}局/gu, /.{2}[县区市镇]/gu][n % 3]!;
  pattern.lastIndex = random.int(0, Math.max(0, text.length - 100));
  const match = pattern.exec(text) ?? /./u.exec(text)!;
  const layer = n % 3 === 0 ? 'figure' : 'entity';
  return annotationOf(text, match.index, match.index + match[0].length, { id: `id${n}`, layer });
}
