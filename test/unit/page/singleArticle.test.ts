import assert from 'node:assert/strict';
import { readPageText } from '../../../src/newsmark';
import { readPage } from '../../../src/page/readPage';

const TITLE = '清河县为老水库“体检”';
const DECK = '——三十六座小型水库年底前完成除险加固';
const BYLINE = '本报记者 方 敏 通讯员 罗清远';
const SUBHEAD = '病险库摘了帽';
const BODY = [
  '5月8日清晨，清河县石桥镇的水库管护员雷大川骑着电动车上了坝，掏出手机拍下水尺读数。这座建于1972年的水库，曾经渗漏了十多年。',
  '“以前一下大雨就睡不着，现在心里踏实了。”雷大川说。去年冬天，县里投入860万元，为这座水库重新做了防渗墙。',
];
const REST = [
  '清河县有小型水库36座，其中11座被鉴定为病险水库。县水利局组织技术人员逐座排查，一库一策制订方案，资金由县财政统筹。',
  '目前，已有9座完工并通过验收，下游2.3万名群众受益。其余两座将在汛期前完成主体工程。',
];

/** Articles, roles and people of a text. */
function read(
  lines: readonly string[],
  between: string,
): { articles: number; roles: string; title: string; people: string } {
  const page = readPage(readPageText(lines.join(between)));
  return {
    articles: page.articles.length,
    roles: page.articles.flatMap((a) => a.blocks.map((b) => b.role)).join(' '),
    title: page.articles[0]?.title ?? '',
    people: page.bylines.flatMap((b) => b.people.map((p) => `${p.name}/${p.role}`)).join(' '),
  };
}
const ROLES = 'headline deck byline body subhead body';
const PEOPLE = '方敏/reporter 罗清远/correspondent';

describe('a single article in a file', () => {
  it('is read exactly with and without blank lines', () => {
    for (const between of ['\n', '\n\n', '\r\n']) {
      const got = read([TITLE, DECK, BYLINE, ...BODY, SUBHEAD, ...REST], between);
      assert.deepEqual(got, { articles: 1, roles: ROLES, title: TITLE, people: PEOPLE }, JSON.stringify(between));
    }
  });

  it('is read exactly with indents', () => {
    const indented = (text: string): string => `\u3000\u3000${text}`;
    const got = read([TITLE, DECK, BYLINE, ...BODY.map(indented), SUBHEAD, ...REST.map(indented)], '\n');
    assert.deepEqual(got, { articles: 1, roles: ROLES, title: TITLE, people: PEOPLE });
  });

  it('is read exactly as Markdown; the title has no # in it', () => {
    const got = read([`# ${TITLE}`, DECK, BYLINE, ...BODY, `## ${SUBHEAD}`, ...REST], '\n\n');
    assert.deepEqual(got, { articles: 1, roles: ROLES, title: TITLE, people: PEOPLE });
  });

  it('may name its author after 作者： or in brackets at the end', () => {
    assert.equal(read([TITLE, '作者：方敏', ...BODY, ...REST], '\n').people, '方敏/author');
    const signed = [...REST.slice(0, -1), `${REST.at(-1)}（方 敏）`];
    assert.equal(read([TITLE, ...BODY, ...signed], '\n').people, '方敏/author');
  });

  it('may begin with a dateline', () => {
    const dated = [`清河日报5月9日讯（记者 方 敏）${BODY[0]}`, ...BODY.slice(1), ...REST];
    const page = readPage(readPageText([TITLE, ...dated].join('\n')));
    assert.deepEqual(
      page.bylines.map(({ kind, agency, date, people }) => [kind, agency, date, people.map((p) => p.name).join()]),
      [['dateline', '清河日报', '5月9日', '方敏']],
    );
    assert.equal(page.paragraphs.filter((p) => p.role === 'body').length, 4);
  });
});
