import assert from 'node:assert/strict';
import { readPageText } from '../../../src/newsmark';
import { readPage } from '../../../src/page/readPage';

const MILLION = 1_000_000;
const MANY = 4000;
const BODY = '清河县今年投入资金一千二百万元，对石桥水库等三座水库除险加固，目前已完成工程量的八成。';

const paragraphsOf = (text: string): number => readPage(readPageText(text)).paragraphs.length;
const many = (line: (index: number) => string, count = MANY): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');

describe('a page that no paper prints', function () {
  // Far above what a linear reader needs, far below what a quadratic one would.
  this.timeout(10_000);

  for (const [name, text] of [
    ['captions', many((i) => `${(i % 28) + 1}日，工人检修第${i}座水库的闸门。罗清远 摄`)],
    ['titles between two bodies', `${BODY}\n${many((i) => `第${i}座水库加固`)}\n${BODY}`],
    ['titles before a dateline', `${BODY}\n${many((i) => `第${i}座水库加固`)}\n清河日报6月3日讯（记者 罗清远）${BODY}`],
    ['subheads', many((i) => `第${i}座水库加固\n${BODY}`, 1000)],
    [
      'titles piled up behind their bodies',
      `${many(() => `${BODY}（罗清远）`, 500)}\n${many((i) => `第${i}座水库加固`, 500)}`,
    ],
    ['titles', many((i) => `某地举行第${i}场龙舟赛`)],
    ['names', many(() => '罗清远 方 敏', 1000)],
    ['names in a line', `记者 ${'罗清远 '.repeat(MANY)}`],
    ['brackets that open', '（记者 罗清远\n'.repeat(MANY)],
    ['sentences in a line', BODY.repeat(MILLION / BODY.length)],
    ['the same character', '水'.repeat(MILLION)],
    ['blank lines', `${BODY}${'\n'.repeat(MILLION)}${BODY}`],
    ['blanks', `${BODY}${' '.repeat(MILLION)}${BODY}`],
  ] as const) {
    it(`of ${name} is read in time`, () => assert.ok(paragraphsOf(text) > 0));
  }
});
