import assert from 'node:assert/strict';
import { findEntities } from '../../../../src/words/entities/findEntities';
import type { EntityInput } from '../../../../src/words/entities/model';

/** What is found in some text: `words LABEL`. */
function found(text: string | readonly string[], more: Partial<EntityInput> = {}): readonly string[] {
  const passages = typeof text === 'string' ? [text] : text;
  return findEntities({ passages, people: [], tagged: [], ...more }).map(
    ({ passage, start, end, label }) => `${passages[passage]!.slice(start, end)} ${label}`,
  );
}

function evidence(text: string, words: string, more: Partial<EntityInput> = {}): readonly string[] {
  const entities = findEntities({ passages: [text], people: [], tagged: [], ...more });
  return entities
    .filter((e) => text.slice(e.start, e.end) === words)
    .flatMap((e) => e.evidence.map(({ code }) => code));
}

describe('suggested people', () => {
  it('stand behind what they are', () => {
    assert.deepEqual(found('镇党委书记谭子午介绍，今年雨水多。'), ['镇党委 ORG', '谭子午 PER']);
    assert.deepEqual(found('67岁的村民葛喜来拉来一车柚子。'), ['葛喜来 PER']);
    assert.deepEqual(evidence('村民葛喜来说，路修通了。', '葛喜来'), ['title', 'speech']);
  });

  it('speak', () => {
    assert.deepEqual(found('“路通了。”葛喜来说。'), ['葛喜来 PER']);
    assert.deepEqual(found('“路通了。”大家说。'), []);
  });

  it('follow each other in lists', () => {
    assert.deepEqual(found('副市长简书同、罗小满、邱一苇出席会议。'), ['简书同 PER', '罗小满 PER', '邱一苇 PER']);
  });

  it('are found again where nothing else tells that they are names', () => {
    assert.deepEqual(found(['村民葛喜来说，路修通了。', '葛喜来家的柚子熟了。']), ['葛喜来 PER', '葛喜来 PER']);
  });

  it('are those of the bylines', () => {
    assert.deepEqual(found('记者方敏通讯员罗清远', { people: ['方敏', '罗清远'] }), ['方敏 PER', '罗清远 PER']);
    assert.deepEqual(evidence('站在路边的方敏', '方敏', { people: ['方敏'] }), ['byline']);
  });

  it('are no ways of address and no common words', () => {
    assert.deepEqual(found('居民施女士说，毛奶奶说，书记高度重视，主任常年在外，老师们高兴地说。'), []);
  });
});

describe('suggested people behind a title', () => {
  it('are those who speak behind a trade that no list has', () => {
    assert.deepEqual(found('守库员覃大田说，水退了。'), ['覃大田 PER']);
    assert.deepEqual(found('守库员常年说，施工方表示，员工都说。'), []);
  });

  it('are no verbs and adverbs that begin with a surname', () => {
    assert.deepEqual(found('街上商户林立，代表齐聚一堂，村民都来帮忙。'), []);
  });
});

describe('suggested places', () => {
  it('end as places do and begin where words end', () => {
    assert.deepEqual(found('记者走进青崖镇，在芦花坪村看到一条新路。'), ['青崖镇 GPE', '芦花坪村 GPE']);
  });

  it('are one where a larger place stands before a smaller one', () => {
    assert.deepEqual(found('位于青崖县白塔镇芦花坪村的粮库'), ['青崖县白塔镇芦花坪村 GPE']);
    assert.ok(evidence('位于青崖县白塔镇', '青崖县白塔镇').includes('chain'));
  });

  it('may end like common words, behind a larger place', () => {
    assert.deepEqual(found('今年，青崖市南石区投入资金。'), ['青崖市南石区 GPE']);
    assert.deepEqual(found('两年前，青崖县塘村镇修通公路。'), ['青崖县塘村镇 GPE']);
    assert.deepEqual(found('今年以来，云州市和桐乡市投入资金。'), ['云州市 GPE', '桐乡市 GPE']);
    assert.deepEqual(found('在山区，到林区，走进集镇，位于都市，建设大城市。'), []);
  });

  it('do not speak', () => {
    assert.deepEqual(
      found('会上，葛长河指出，工作还要细。').filter((entity) => entity.endsWith('LOC')),
      [],
    );
  });

  it('are no words for any such place', () => {
    assert.deepEqual(
      found('在示范区，到贫困村，来到生活区，走进全县，位于本省，建设美丽乡村，城市居民，老旧小区，市场上。'),
      [],
    );
  });

  it('are countries and provinces without any ending', () => {
    assert.deepEqual(found('产品销往德国、巴西和湖北。'), ['德国 GPE', '巴西 GPE', '湖北 GPE']);
  });

  it('are rivers, roads, bridges and reservoirs', () => {
    assert.deepEqual(found('沿着白茅河，经过东升路，来到鹤鸣水库和双槐大桥。'), [
      '白茅河 LOC',
      '东升路 LOC',
      '鹤鸣水库 FAC',
      '双槐大桥 FAC',
    ]);
  });
});

describe('suggested organisations', () => {
  it('begin with their place or with their level', () => {
    assert.deepEqual(found('青崖县水利局、市应急管理局、县人民法院派人到场。'), [
      '青崖县水利局 ORG',
      '市应急管理局 ORG',
      '县人民法院 ORG',
    ]);
  });

  it('keep an 和 inside and are two where two levels stand', () => {
    assert.deepEqual(found('市发展和改革委员会印发方案。'), ['市发展和改革委员会 ORG']);
    assert.deepEqual(found('县财政局和县水利局印发方案。'), ['县财政局 ORG', '县水利局 ORG']);
  });

  it('have a name of their own', () => {
    assert.deepEqual(found('走进鸿远机械制造有限公司，记者看到机器在转。'), ['鸿远机械制造有限公司 ORG']);
    assert.deepEqual(found('农民专业合作社、各有限公司、考上大学。'), []);
  });

  it('are not cut out of a longer name, and not joined to what is none', () => {
    assert.deepEqual(found('记者走进远山银行临江分行，看到柜台。'), ['远山银行临江分行 ORG']);
    assert.deepEqual(found('他走进辅助生殖与遗传专科医院。'), []);
    assert.deepEqual(found('全市新建学校十所。'), []);
  });

  it('are not the first part of a title', () => {
    assert.deepEqual(found('局长说，客厅里，会议由他承办。'), []);
    assert.deepEqual(found('昨天，公安部门和教育部门开展检查，应急管理部门参加。'), []);
  });
});

describe('what people tagged', () => {
  it('is suggested wherever the words stand, before anything else but what they are a part of', () => {
    assert.deepEqual(found('记者走进青崖镇小学。', { tagged: [{ words: '青崖镇小学', label: 'SCHOOL' }] }), [
      '青崖镇小学 SCHOOL',
    ]);
    const tagged = [{ words: '青崖镇', label: 'GPE' }];
    assert.deepEqual(found('记者走进青崖镇小学，再到青崖镇。', { tagged }), ['青崖镇小学 ORG', '青崖镇 GPE']);
    assert.deepEqual(evidence('去石桥看灯', '石桥', { tagged: [{ words: '石桥', label: 'LOC' }] }), ['tagged']);
  });
});

describe('suggested entities', () => {
  it('do not overlap and stand in order', () => {
    const text = '青崖县白塔镇中心小学校长谭子午、青崖县教育局局长葛喜来出席。'.repeat(3);
    const entities = findEntities({
      passages: [text],
      people: ['谭子午'],
      tagged: [{ words: '白塔镇', label: 'GPE' }],
    });
    entities.forEach((e, i) => assert.ok(i === 0 || entities[i - 1]!.end <= e.start));
    assert.ok(entities.length >= 9);
  });
});
