import type { TextChange } from '../../../src/newsmark';
import type { Random } from '../random';

/** Invented pages of several articles with figures, checks, bylines and corrections of lines. */
const ARTICLES = [
  [
    '青禾乡修通十二座桥',
    '青禾日报5月8日讯（记者 柳成荫）青禾乡今年投入资金860万元，',
    '修通桥梁12座，比去年增加3座，增长33.3%。',
    '',
    '目前已完成工程量的85.5%，惠及群众2.4万人。',
  ],
  ['南溪镇茶园迎来丰收', '南溪镇1200亩茶园今年收茶360吨，每亩300公斤，', '茶农人均增收2100元。（陶 然）'],
  [
    '北岭图书馆周末开放',
    '北岭图书馆6月起周末开放，全年接待读者5.6万人次，',
    '其中少年儿童1.4万人次，占25%。',
    '本报记者 江小川 摄',
  ],
];

export function pageOf(random: Random, articles: number): string {
  return Array.from({ length: articles }, () => random.pick(ARTICLES).join('\n')).join('\n\n') + '\n';
}

const INSERTED = ['', '新', '9', '\n', '。', '3.5%', '（记者 石小满）', '\n白沙洲办起夜校\n白沙洲街道办起夜校3所。\n'];

/** Replacements without overlaps, from the end of the text to its start. */
export function changesOf(random: Random, length: number, count: number): TextChange[] {
  const changes: TextChange[] = [];
  let end = length;
  for (let n = 0; n < count && end > 0; n++) {
    const offset = random.int(Math.max(0, end - Math.ceil(length / 3)), end);
    changes.push({ offset, length: random.int(0, Math.min(6, end - offset)), text: random.pick(INSERTED) });
    end = offset - 1;
  }
  return changes;
}
