import assert from 'node:assert/strict';
import { readPageText } from '../../../src/newsmark';
import type { PageStructure } from '../../../src/newsmark';
import { readPage } from '../../../src/page/readPage';

const read = (...lines: readonly string[]): PageStructure => readPage(readPageText(lines.join('\n')));
const roles = (page: PageStructure): string[] => page.articles.flatMap((a) => a.blocks.map((b) => `${a.id} ${b.role}`));

const FIRST = [
  '今年以来，清河县投入资金1260万元，对石桥水库等3座水库除险',
  '加固，目前已完成工程量的85.5%，下游群众的心踏实了。水库管',
  '理所还装上了自动监测设备，水位变化随时传到手机上。',
];
const SECOND = [
  '龙舟赛是端午最热闹的事。16支队伍、320名选手齐聚白石江，',
  '鼓声一响，桨手们奋力划桨，两岸观众的喝彩声此起彼伏，最终',
  '上游村队夺得冠军，这已经是他们第三次捧起龙舟赛的奖杯。',
];

describe('reading a page', () => {
  it('finds title, byline and body of a single article', () => {
    const page = read('清河县加固三座水库', '罗清远', ...FIRST);
    assert.deepEqual(
      page.articles.map((a) => a.title),
      ['清河县加固三座水库'],
    );
    assert.deepEqual(
      roles(page).filter((role) => !role.endsWith('body')),
      ['a1 headline', 'a1 byline'],
    );
    assert.deepEqual(
      page.bylines.map((b) => [b.kind, b.articleId, b.people.map((p) => p.name).join()]),
      [['author', 'a1', '罗清远']],
    );
  });

  it('parts two articles at a byline and gives piled-up titles to their bodies', () => {
    const page = read(...FIRST, '（罗清远）', ...SECOND, '（方 敏）', '白石江上龙舟竞渡', '清河县加固水库守平安');
    assert.deepEqual(
      page.articles.map((a) => a.title),
      ['清河县加固水库守平安', '白石江上龙舟竞渡'],
    );
  });

  it('joins the lines of a paragraph and the dateline with the body that it opens', () => {
    const page = read(
      '清河县加固三座水库',
      '清河日报6月12日讯（记者 罗清远',
      `通讯员 方 敏）${FIRST[0]!}`,
      ...FIRST.slice(1),
    );
    const [, body] = page.paragraphs;
    assert.ok(body);
    assert.ok(body.flow.text.startsWith('清河日报6月12日讯（记者罗清远通讯员方敏）今年以来'));
    assert.ok(body.flow.text.endsWith('传到手机上。'));
    assert.deepEqual(
      page.bylines[0]?.people.map((p) => p.role),
      ['reporter', 'correspondent'],
    );
  });

  it('knows a caption by its credit', () => {
    const page = read(...FIRST, '6月10日，工人在石桥水库检修闸门。', '罗清远 摄');
    assert.deepEqual(
      page.articles[0]?.blocks.map((b) => b.role).filter((role) => role !== 'body'),
      ['caption', 'credit'],
    );
  });

  it('leaves heads and feet of the page out of the articles', () => {
    const page = read('A06', '要闻', '2025年9月26日 星期五', '', '清河县加固三座水库', ...FIRST, '责任编辑 方敏');
    assert.ok(page.unassigned.every((block) => block.role === 'furniture'));
    assert.equal(page.articles.length, 1);
    assert.deepEqual(roles(page).slice(0, 2), ['a1 headline', 'a1 body']);
  });

  it('gives the same structure for other line ends, a byte-order mark and full-width digits', () => {
    const lines = ['清河县加固三座水库', ...FIRST, '（罗清远）', '白石江上龙舟竞渡', ...SECOND, '（方 敏）'];
    const plain = roles(readPage(readPageText(lines.join('\n'))));
    assert.deepEqual(roles(readPage(readPageText(`\uFEFF${lines.join('\r\n')}`))), plain);
    const wide = lines.join('\n').replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));
    assert.deepEqual(roles(readPage(readPageText(wide))), plain);
    assert.deepEqual(roles(readPage(readPageText(lines.join('\n\n')))), plain);
  });

  it('puts every line that holds something into exactly one block', () => {
    const text = ['清河县加固三座水库', ...FIRST, '', '（罗清远）', '白石江上龙舟竞渡', ...SECOND].join('\n');
    const page = readPage(readPageText(text));
    const covered = new Uint8Array(text.length);
    for (const block of [...page.articles.flatMap((a) => a.blocks), ...page.unassigned]) {
      for (let i = block.start; i < block.end; i++) covered[i]!++;
    }
    assert.ok([...text].every((c, i) => /\s/.test(c) || covered[i] === 1));
  });

  it('parts a piled-up title from a body that begins with what somebody says', () => {
    const page = read(
      ...SECOND,
      '（方 敏）',
      '白石江上龙舟竞渡鼓声震天',
      '清河县织密群防群治“安全网”新格局',
      '“老罗，快来看看！”',
      '前不久，住在下游的一位村民发现坝脚渗水，值班',
      '员罗清远接到电话，几分钟就赶到了现场，和闻讯',
      '而来的乡亲们一起把险情处置好，保住了下游的田。',
      '（罗清远）',
    );
    const titles = page.articles.flatMap((a) => a.blocks.filter((b) => b.role === 'headline').map(() => a.title));
    assert.deepEqual(titles, ['白石江上龙舟竞渡鼓声震天', '清河县织密群防群治“安全网”新格局']);
  });

  it('finds nothing in nothing', () => {
    assert.deepEqual(read('', '  ', ''), { articles: [], unassigned: [], bylines: [], paragraphs: [] });
  });

  it('reads what is no Chinese at all without failing', () => {
    assert.doesNotThrow(() => read('lorem ipsum', '12345', '}{][', '\u0000\u0001', '😀'.repeat(50)));
  });
});
