import assert from 'node:assert/strict';
import { analyze, readPageText } from '../../../src/newsmark';
import type { Analysis } from '../../../src/newsmark';

const ARTICLE = [
  '清河县加固三座水库',
  '□ 本报记者 罗清远 通讯员 方 敏',
  '今年以来，清河县投入资金1260万元，对石桥水库等3座水库除险加固，目前已完成工程量的85.5%，下游群众的心踏实了。',
  '水库管理所还装上了自动监测设备，水位变化随时传到手机上，值班员不用再摸黑上坝。',
];
const page = (...lines: readonly string[]): string => lines.join('\n');
const read = (text: string): Analysis => analyze(readPageText(text));
/** The lines that belong to no article, as they stand there. */
const outside = (text: string): string[] =>
  read(text)
    .unassigned.filter((block) => block.role === 'furniture')
    .flatMap((block) => text.slice(block.start, block.end).split('\n'));

describe('page furniture', () => {
  it('is the head of a page, whatever stands in its lines', () => {
    for (const head of [
      ['02 要闻 2031年4月18日 星期五 编辑/韩露 美编/苗青'],
      ['2031 年 6 月 11 日', '星期三 农历辛亥年五月十六', '今日8版', '新闻热线 0999—8888888'],
      ['A03 民生', '责任编辑：韩露'],
      ['■本版主编 韩 露 ■美术编辑 丁 一'],
    ]) {
      assert.deepEqual(outside(page(...head, ...ARTICLE)), head);
    }
  });

  it('is the foot of a page', () => {
    const foot = '本报地址：清河市解放路1号 邮政编码：999000 广告热线：0999—8888666 每份零售价：1.50元';
    assert.deepEqual(outside(page(...ARTICLE, foot)), [foot]);
  });

  it('is what leads to other pages', () => {
    const index = ['导读', '◆ 全省首条海底隧道贯通 03版', '◆ 春耕备耕一线见闻 05版'];
    assert.deepEqual(outside(page(...index, ...ARTICLE, '（下转第三版）')), [...index, '（下转第三版）']);
  });

  it('is the number of an issue, but no headline that begins with the number of a thing', () => {
    for (const issue of ['第15002期', '总第3120号 今日8版', '第15002期 国内统一刊号 CN99-0001']) {
      assert.deepEqual(outside(page(issue, ...ARTICLE)), [issue]);
    }
    const text = page('第150号水库除险加固完工', ...ARTICLE.slice(1));
    assert.deepEqual(outside(text), []);
    assert.equal(read(text).articles[0]?.title, '第150号水库除险加固完工');
  });

  it('is no dateline with blanks between its figures', () => {
    const text = page(ARTICLE[0]!, '清河日报 9 月 3 日讯（记者 卓依然）新', ...ARTICLE.slice(2));
    assert.deepEqual(outside(text), []);
  });
});

describe('bylines as papers print them', () => {
  const people = (...lines: readonly string[]): string[] =>
    read(page(...lines)).bylines.flatMap((byline) => byline.people.map(({ name, role }) => `${name}/${role}`));

  it('may begin with a bullet', () => {
    assert.deepEqual(people(...ARTICLE), ['罗清远/reporter', '方敏/correspondent']);
    assert.deepEqual(people(ARTICLE[0]!, '■ 覃 桑', ...ARTICLE.slice(2)), ['覃桑/author']);
    assert.deepEqual(people(ARTICLE[0]!, '◎ 文/图 何 晓 蒙 梦', ...ARTICLE.slice(2)), ['何晓/author', '蒙梦/author']);
  });

  it('may name an office, or nobody', () => {
    assert.deepEqual(people(ARTICLE[0]!, ...ARTICLE.slice(2), '（市疾控中心 供稿）'), ['市疾控中心/source']);
    const { articles, bylines } = read(page(ARTICLE[0]!, '■ 本报评论员', ...ARTICLE.slice(2)));
    assert.deepEqual(bylines, []);
    assert.deepEqual(
      articles[0]?.blocks.map((block) => block.role),
      ['headline', 'byline', 'body'],
    );
    assert.deepEqual(people(ARTICLE[0]!, ...ARTICLE.slice(2), '（作者单位：清河县文化馆）'), []);
  });

  it('are no places and no sections that begin with a surname', () => {
    assert.deepEqual(people('云岭乡', '修通致富路', ...ARTICLE.slice(2)), []);
    assert.deepEqual(people(...ARTICLE.slice(2), '公 告', ...ARTICLE.slice(2)), []);
  });
});

describe('what a picture shows', () => {
  it('is a caption by its first words, with or without a credit', () => {
    const text = page(...ARTICLE, '图①：值班员查看水位。', '图②：修好的大坝。', '方 敏 摄');
    const roles = read(text).articles.flatMap((article) => article.blocks.map((block) => block.role));
    assert.deepEqual(roles, ['headline', 'byline', 'body', 'caption', 'credit']);
  });
});

describe('an interview', () => {
  it('is body, question and answer', () => {
    const text = page(
      ARTICLE[0]!,
      ...ARTICLE.slice(2),
      '问：水库什么时候蓄水？',
      '答：满足条件就蓄。',
      '记者：下游安全吗？',
      '答：安全。',
    );
    assert.deepEqual(
      read(text).articles.map((article) => article.blocks.map((block) => block.role)),
      [['headline', 'body']],
    );
  });
});
