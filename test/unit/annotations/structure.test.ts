import assert from 'node:assert/strict';
import { analyze, makeAnnotation, readPageText } from '../../../src/newsmark';
import type { Analysis, Annotation } from '../../../src/newsmark';

const LINES = [
  '清河县加固三座水库',
  '今年以来，清河县投入资金1260万元，对石桥水库等3座水库除险加固，工程量已完成八成，群众的心踏实了。',
  '县水利局还给每座水库装上了自动监测设备，水位变化随时传到管理员的手机上，险情早知道、早处置。',
  '（罗清远）',
  '白石江上龙舟竞渡',
  '龙舟赛是端午最热闹的事，16支队伍、320名选手齐聚白石江，鼓声一响，桨手们奋力划桨，喝彩声此起彼伏。',
  '最终上游村队夺得冠军，这已经是他们第三次捧起龙舟赛的奖杯，村民们敲锣打鼓把奖杯迎回了村。',
  '（方 敏）',
];
const page = readPageText(LINES.join('\n'));
const correction = (
  line: number,
  label: string,
  data?: Record<string, unknown>,
  id = `${label}${line}`,
): Annotation => {
  const start = page.text.indexOf(LINES[line]!);
  return makeAnnotation(page, {
    id,
    layer: 'structure',
    start,
    end: start + LINES[line]!.length,
    label,
    state: 'added',
    time: 't',
    author: undefined,
    data,
  });
};
const owners = (analysis: Analysis): string =>
  LINES.map((line) => {
    const at = page.text.indexOf(line);
    return analysis.articles.find((a) => a.blocks.some((b) => b.start <= at && at < b.end))?.id ?? '-';
  }).join(' ');

describe('corrections of a page', () => {
  it('change nothing where there are none', () => {
    assert.equal(owners(analyze(page)), 'a1 a1 a1 a1 a2 a2 a2 a2');
    assert.deepEqual(analyze(page, []), analyze(page));
  });

  it('start an article at a line', () => {
    const analysis = analyze(page, [correction(2, 'start')]);
    assert.equal(owners(analysis), 'a1 a1 a2 a2 a3 a3 a3 a3');
    assert.equal(analysis.bylines[0]?.articleId, 'a2');
  });

  it('join an article with the one before', () => {
    assert.equal(owners(analyze(page, [correction(4, 'join')])), 'a1 a1 a1 a1 a1 a1 a1 a1');
  });

  it('set the role of lines', () => {
    const analysis = analyze(page, [
      correction(4, 'role', { role: 'subhead' }),
      correction(0, 'role', { role: 'furniture' }),
    ]);
    assert.equal(owners(analysis), '- a1 a1 a1 a2 a2 a2 a2');
    assert.deepEqual(
      analysis.articles.map((a) => a.title),
      ['', ''],
    );
    assert.equal(analysis.unassigned[0]?.role, 'furniture');
  });

  it('move a title to the article in whose text the mark stands', () => {
    const mark = correction(1, 'mark', undefined, 'm');
    const analysis = analyze(page, [mark, correction(4, 'title', { article: 'm' })]);
    assert.equal(owners(analysis), 'a1 a1 a1 a1 a1 a2 a2 a2');
    assert.equal(analysis.articles[0]?.title, '清河县加固三座水库白石江上龙舟竞渡');
  });

  it('edit the people of a byline', () => {
    const [byline] = analyze(page).bylines;
    const people = [{ name: '罗远清', role: 'reporter' }];
    const edited = makeAnnotation(page, {
      id: 'b',
      layer: 'byline',
      ...byline!,
      label: 'author',
      state: 'edited',
      time: 't',
      author: undefined,
      data: { people },
    });
    assert.deepEqual(analyze(page, [edited]).bylines[0]?.people, people);
  });

  it('give figures to the article that they stand in then', () => {
    const figure = (analysis: Analysis): string | null | undefined =>
      analysis.figures.find((f) => page.text.slice(f.start, f.end) === '320名')?.articleId;
    assert.equal(figure(analyze(page)), 'a2');
    assert.equal(figure(analyze(page, [correction(4, 'join')])), 'a1');
  });

  it('are left out where they say nothing that makes sense', () => {
    const plain = owners(analyze(page));
    assert.equal(owners(analyze(page, [correction(4, 'role', { role: 'nonsense' })])), plain);
    assert.equal(owners(analyze(page, [correction(4, 'title', { article: 'gone' })])), plain);
    assert.equal(owners(analyze(page, [correction(0, 'join')])), plain);
  });
});
