import { wordSet } from './wordSet';

/** Reigns by which Chinese and Japanese texts count years, with the year before their first, in both scripts. */
const ERAS: Readonly<Record<string, number>> = {
  贞观: 626,
  开元: 712,
  天宝: 741,
  元和: 805,
  会昌: 840,
  咸通: 859,
  淳化: 989,
  咸平: 997,
  景德: 1003,
  庆历: 1040,
  嘉祐: 1055,
  熙宁: 1067,
  元丰: 1077,
  元祐: 1085,
  政和: 1110,
  宣和: 1118,
  乾道: 1164,
  淳熙: 1173,
  嘉定: 1207,
  淳祐: 1240,
  大德: 1296,
  至正: 1340,
  洪武: 1367,
  永乐: 1402,
  宣德: 1425,
  正统: 1435,
  景泰: 1449,
  天顺: 1456,
  成化: 1464,
  弘治: 1487,
  正德: 1505,
  嘉靖: 1521,
  隆庆: 1566,
  万历: 1572,
  天启: 1620,
  崇祯: 1627,
  顺治: 1643,
  康熙: 1661,
  雍正: 1722,
  乾隆: 1735,
  嘉庆: 1795,
  道光: 1820,
  咸丰: 1850,
  同治: 1861,
  光绪: 1874,
  宣统: 1908,
  民国: 1911,
  明治: 1867,
  大正: 1911,
  昭和: 1925,
  平成: 1988,
  令和: 2018,
};
/** The longest reign had 61 years, the Republic's calendar goes on. */
const LONGEST = 130;
const names = wordSet(Object.keys(ERAS));
const COMMON = wordSet(['公元', '西元', '公元前', '西元前', '纪元前']);

/**
 * The year of the common era that a counted year stands for where a reign or 公元 stands before it (光绪二十六年,
 * 公元前221年 is -220); undefined where neither does. `start` is where the numeral begins.
 */
export function yearInEra(text: string, start: number, value: number): number | undefined {
  const reign = names.before(text, 0, start);
  if (reign > 0) return value <= LONGEST ? ERAS[text.slice(start - reign, start)]! + value : undefined;
  const common = COMMON.before(text, 0, start);
  if (common === 0) return undefined;
  return text[start - 1] === '前' ? 1 - value : value;
}
