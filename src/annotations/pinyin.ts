/** The first Han character, in the order of their pinyin, of every letter that a syllable can begin with. */
const FIRST_OF_LETTER: readonly (readonly [letter: string, character: string])[] = [
  ['a', '阿'],
  ['b', '八'],
  ['c', '嚓'],
  ['d', '哒'],
  ['e', '妸'],
  ['f', '发'],
  ['g', '旮'],
  ['h', '哈'],
  ['j', '讥'],
  ['k', '咔'],
  ['l', '垃'],
  ['m', '妈'],
  ['n', '拿'],
  ['o', '噢'],
  ['p', '妑'],
  ['q', '七'],
  ['r', '呥'],
  ['s', '扨'],
  ['t', '它'],
  ['w', '穵'],
  ['x', '夕'],
  ['y', '丫'],
  ['z', '帀'],
];
const HAN = /^\p{Script=Han}$/u;

/**
 * The first letters of the pinyin of a text: 行政区 is xzq; other characters stay, in lower case, without blanks. It
 * comes from the engine's own order of Chinese characters, which knows one reading of each; where the engine has no such
 * order, Han characters give nothing.
 */
export function pinyinInitials(text: string): string {
  const { compare } = new Intl.Collator('zh-u-co-pinyin');
  if (compare('八', '七') >= 0 || compare('七', '夕') >= 0)
    return text.replace(/\p{Script=Han}|\s/gu, '').toLowerCase();
  let initials = '';
  for (const character of text.replace(/\s/g, '')) {
    initials += HAN.test(character)
      ? (FIRST_OF_LETTER.findLast(([, first]) => compare(first, character) <= 0)?.[0] ?? '')
      : character.toLowerCase();
  }
  return initials;
}
