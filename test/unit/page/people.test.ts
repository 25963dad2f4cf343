import assert from 'node:assert/strict';
import { parseCredit, trailingCredit } from '../../../src/page/credits';
import { datelineAt } from '../../../src/page/datelines';
import { parsePeople } from '../../../src/page/people';

const people = (text: string): string | null =>
  parsePeople(text)
    ?.map((p) => `${p.name}/${p.role}`)
    .join(' ') ?? null;

describe('the people of a byline', () => {
  it('joins two characters with a blank to one name and leaves longer names apart', () => {
    assert.equal(people('方 敏'), '方敏/author');
    assert.equal(people('罗 晗 罗清远'), '罗晗/author 罗清远/author');
    assert.equal(people('沈 乔 潘一舟 田 野'), '沈乔/author 潘一舟/author 田野/author');
  });

  it('gives everybody the role that is named before them', () => {
    assert.equal(people('全媒体记者 罗清远 方 敏 通讯员 潘一舟'), '罗清远/reporter 方敏/reporter 潘一舟/correspondent');
    assert.equal(people('記者 顏書白 通訊員 陳思遠'), '顏書白/reporter 陳思遠/correspondent');
  });

  it('joins names and role words that a line end cuts', () => {
    assert.equal(people('记者 罗清\n\n远 通\n\n讯员 方 敏'), '罗清远/reporter 方敏/correspondent');
  });

  it('reads names that are printed without blanks', () => {
    assert.equal(people('记者罗清远方敏'), '罗清远/reporter 方敏/reporter');
  });

  it('leaves out what stands around names: bullets, 文/图, 报道', () => {
    assert.equal(people('□ 本报记者 罗清远'), '罗清远/reporter');
    assert.equal(people('記者 顏書白／報導'), '顏書白/reporter');
    assert.equal(people('记者 罗清远 文/图'), '罗清远/reporter');
  });

  it('is null for words that are no names', () => {
    for (const text of ['上接第一版', '图片由主办方提供', '多措并举', '完']) assert.equal(people(text), null, text);
  });
});

describe('datelines of papers that do not name themselves', () => {
  it('may be 晨报讯 as well as 本报讯', () => {
    assert.equal(datelineAt('晨报讯 5月8日，一位老人在车上晕倒。')?.agency, '晨报');
    assert.equal(datelineAt('本报讯（记者 罗清远）昨天')?.agency, '本报');
  });
});

describe('picture credits', () => {
  const credit = (text: string): string | null =>
    parseCredit(text)
      ?.map((p) => `${p.name}/${p.role}`)
      .join(' ') ?? null;

  it('know the photographer and the source', () => {
    assert.equal(credit('罗清远 摄'), '罗清远/photographer');
    assert.equal(credit('方 敏 摄影报道'), '方敏/photographer');
    assert.equal(credit('（清河县融媒体中心供图）'), '清河县融媒体中心/source');
    assert.equal(credit('（圖／清河縣府提供）'), '清河縣府/source');
    assert.equal(credit('图/罗清远'), '罗清远/photographer');
    assert.equal(credit('罗清远 方 敏 攝'), '罗清远/photographer 方敏/photographer');
  });

  it('are found at the end of a caption', () => {
    const caption = '工人在检修管网。 罗清远 摄';
    assert.equal(caption.slice(trailingCredit(caption)), '罗清远 摄');
    const bracketed = '龙舟竞渡。（清河县融媒体中心供图）';
    assert.equal(bracketed.slice(trailingCredit(bracketed)), '（清河县融媒体中心供图）');
    assert.equal(trailingCredit('他在村里住了三年。'), -1);
  });
});

describe('datelines', () => {
  it('name agency and date, and end behind the bracket', () => {
    const text = '清河日报6月12日讯（记者罗清远）汛期将至';
    const dateline = datelineAt(text);
    assert.equal(text.slice(0, dateline?.end), '清河日报6月12日讯（记者罗清远）');
    assert.deepEqual([dateline?.agency, dateline?.date], ['清河日报', '6月12日']);
  });

  it('come without date, without bracket, with a place, from agencies, in traditional characters', () => {
    const end = (text: string): string => text.slice(0, datelineAt(text)?.end ?? 0);
    assert.equal(end('本报讯（记者罗清远）日前'), '本报讯（记者罗清远）');
    assert.equal(end('新华社清河6月12日电（记者罗清远）日前'), '新华社清河6月12日电（记者罗清远）');
    assert.equal(end('（记者罗清远通讯员方敏）日前'), '（记者罗清远通讯员方敏）');
    assert.equal(end('本報訊（記者顏書白）日前'), '本報訊（記者顏書白）');
    assert.equal(end('清河日报6月12日讯日前'), '清河日报6月12日讯');
  });

  it('are not what only looks like one', () => {
    for (const text of ['日报社搬进新楼，', '（一）加强领导', '今年6月12日，', '通讯员队伍不断壮大']) {
      assert.equal(datelineAt(text), null, text);
    }
  });
});
