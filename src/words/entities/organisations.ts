import { isHan } from '../../page/characters';
import { HARD, type Passage, WEAK } from './edges';
import type { EntityEvidence } from './model';
import { WordTable } from './wordTable';
import { isCommonBefore, isLevel, knownOrg, MAX_BODY, namedEnding, seatedEnding } from './orgEndings';

/** Words that are no part of an organisation's name; 和 is: 市发展和改革委员会. */
const NOT_INSIDE = new Set('的了着们是这那此每我你他她它很也就不没说把被让给等则却并但在到从对向于与或及由已将以使叫');
const NOT_FIRST = new Set('为和同随');
/** Common words before an ending of which a name has not more than a place: 县城区学校. */
const WHOLE_BODIES = new Set(['', '里', '内', '直属', '各', '所有', '多家', '属', '级', '直', '两所', '多所', '部分']);

export interface OrgCandidate {
  readonly start: number;
  readonly end: number;
  readonly score: number;
  readonly evidence: readonly EntityEvidence[];
}

/** Behind the name of a ministry they make other words of its end: 公安部门, 外交部长, 教育部署. */
const NOT_BEHIND = new Set('门門长長署分队隊');

/** No name of a school or a company begins so behind its place: 全市新建学校. */
const NOT_BODY = new WordTable(`
  新建 改建 扩建 改扩建 在建 拟建 已建 重点 骨干 龙头 各类 相关 有关 标准化寄宿制 规模以上 创办 兴办 开办 注册 推进 实现 建成 投资`);
/** They join names, and are in some: 生殖与遗传医院. */
const JOINS = '和与與及暨';

/** Offsets where a place begins that an organisation may begin with, and where that place ends. */
export type SeatAt = (start: number) => number | undefined;

/** The organisation that ends at an offset; null where none is sure enough. */
export function orgEndingAt(passage: Passage, end: number, seatAt: SeatAt): OrgCandidate | null {
  return seated(passage, end, seatAt) ?? named(passage, end);
}

/** With its place or level before it: the longest stretch without a word that no name has. */
function seated(passage: Passage, end: number, seatAt: SeatAt): OrgCandidate | null {
  const { text } = passage;
  const ending = seatedEnding(text, end);
  if (!ending) return null;
  let best: OrgCandidate | null = null;
  for (let start = end - ending.word.length; start >= 0 && end - start <= MAX_BODY + 8; start--) {
    const character = text[start]!;
    if (!isHan(character.charCodeAt(0)) || NOT_INSIDE.has(character)) break;
    const seatEnd = seatAt(start);
    // 县委, 区委: the level is part of the ending.
    const inside = Math.min(seatEnd ?? start + 1, end);
    if (seatEnd !== undefined && seatEnd < end) {
      const body = text.slice(seatEnd, ending.at);
      if (ending.at < seatEnd && !isLevel(text[ending.at]!)) continue;
      if (seatEnd <= ending.at && !isBody(passage, seatEnd, ending.at, ending.word, seatAt)) continue;
      if (!WHOLE_BODIES.has(body) || isSelfSufficient(ending.word)) {
        best = { start, end, score: 6, evidence: evidenceOf(text.slice(start, seatEnd), ending.word) };
      }
    } else if (isLevel(character) && levelBegins(passage, start) && inside <= end) {
      const body = text.slice(start + 1, ending.at);
      if (start > ending.at) continue;
      if (start < ending.at && !isBody(passage, start + 1, ending.at, ending.word, seatAt)) continue;
      if (start === ending.at || body.length > 1 || isSelfSufficient(ending.word)) {
        best = { start, end, score: 5, evidence: evidenceOf(character, ending.word) };
      }
    }
  }
  return best;
}

/** Endings that need nothing between them and the place: 清河县人民政府, 市政协. */
function isSelfSufficient(ending: string): boolean {
  return (
    ending.length > 2 ||
    [
      '政府',
      '人大',
      '政协',
      '纪委',
      '监委',
      '妇联',
      '残联',
      '文联',
      '科协',
      '团委',
      '海关',
      '一中',
      '二中',
      '三中',
      '大学',
      '小学',
      '中学',
      '日报',
      '医院',
      '法院',
      '学院',
      '工会',
      '县委',
      '市委',
      '省委',
      '区委',
      '党委',
    ].includes(ending)
  );
}

/** Whether a name can have these words between its place and its ending. */
function isBody(passage: Passage, start: number, end: number, ending: string, seatAt: SeatAt): boolean {
  if (end - start > MAX_BODY) return false;
  if (start === end) return isSelfSufficient(ending);
  if (NOT_BODY.startingAt(passage.text, start) !== '') return false;
  // The seat of another organisation stands inside, or one ends before 和: 县财政局和县水利局 are two.
  for (let at = start + 1; at < end; at++) {
    const character = passage.text[at]!;
    if (seatAt(at) !== undefined || (isLevel(character) && levelBegins(passage, at))) return false;
    if (character === '和' && seatedEnding(passage.text, at)) return false;
  }
  if (!passage.hasWords) return true;
  for (let at = start; at < end;) {
    const word = passage.wordAt(at);
    if (!word) break;
    if (
      word.start >= start &&
      word.end <= end &&
      word.tag !== undefined &&
      /^(?:p|d|r|m|u[a-z]*|y|t|zg?)$/u.test(word.tag) &&
      word.end - word.start > 1 &&
      !isNumbered(passage, word.start, word.end, start)
    )
      return false;
    // 省教育厅启动…学校: the first organisation does something.
    if (word.tag === 'v' && word.start > start && seatedEnding(passage.text, word.start)) return false;
    at = word.end;
  }
  return true;
}

/** 第二人民医院: a number begins the name behind the place. */
function isNumbered(passage: Passage, from: number, to: number, start: number): boolean {
  return from === start && /^第[一二三四五六七八九十]+$/u.test(passage.text.slice(from, to));
}

/** 市 begins an authority only where a word begins; in 我市 and 全县 it does so too. */
function levelBegins(passage: Passage, at: number): boolean {
  if (passage.begin(at) >= WEAK) return true;
  const before = passage.text[at - 1];
  return before === '我' || before === '全' || before === '原';
}

/** With a name of its own: edges on both sides, and two to four characters for the name, or a known word's edge. */
function named(passage: Passage, end: number): OrgCandidate | null {
  const { text } = passage;
  const ending = namedEnding(text, end);
  if (!ending) return null;
  const isCompany = ending.word.endsWith('公司') || ending.word.endsWith('集团');
  const longest = isCompany && ending.word.length > 2 ? 14 : 6;
  let best: OrgCandidate | null = null;
  for (let start = ending.at - 1; start >= 0 && ending.at - start <= longest; start--) {
    const character = text[start]!;
    if (!isHan(character.charCodeAt(0)) || NOT_INSIDE.has(character)) break;
    if (ending.at - start < 2 || NOT_FIRST.has(character)) continue;
    const seatEnd = isCompany ? bareSeat(passage, start, ending.at) : undefined;
    if (seatEnd !== undefined) {
      best = { start, end, score: 5, evidence: evidenceOf(text.slice(start, seatEnd), ending.word) };
      continue;
    }
    const begin = passage.begin(start);
    if (begin === 0 || passage.cutsKnownWord(start) || isJoined(text, start)) continue;
    const own = ending.at - start;
    const score = begin + (own <= 4 ? 1.5 : isCompany ? 1.5 : 0.5) + (ending.word.length > 2 ? 1 : 0);
    if (score >= (ending.word === '公司' || ending.word === '集团' ? 4.5 : 3.5) && score >= (best?.score ?? 0)) {
      best = { start, end, score, evidence: [{ code: 'ending', word: ending.word }] };
    }
    if (begin === HARD) break;
  }
  if (best && isCommonBefore(text, best.start, ending.at)) return null;
  if (best && !isCompany && ending.word.length < 4 && isAllCommon(passage, best.start, ending.at)) return null;
  return best;
}

/** The end of a place without its administration that a company's name begins with, if a segmenter knows it: 临江. */
function bareSeat(passage: Passage, start: number, end: number): number | undefined {
  const word = passage.wordAt(start);
  if (word?.start !== start || word.tag !== 'ns' || word.end - start < 2 || word.end > end - 2) return undefined;
  for (let at = word.end; at < end; at++) {
    if (passage.begin(at) === HARD || passage.beginsWithOther(at, end)) return undefined;
  }
  return NOT_BODY.startingAt(passage.text, word.end) === '' ? word.end : undefined;
}

/** Whether a word that joins stands before a place, and no organisation before that: the name may begin earlier. */
function isJoined(text: string, start: number): boolean {
  if (!JOINS.includes(text[start - 1] ?? ' ')) return false;
  return namedEnding(text, start - 1) === null && seatedEnding(text, start - 1) === null;
}

/** Whether the name before an ending is a word of the dictionary, or has a verb in it: 随机抽取体检医院. */
function isAllCommon(passage: Passage, start: number, end: number): boolean {
  if (!passage.hasWords) return false;
  if (passage.isKnownWord(start, end)) return !/^n/u.test(passage.tagOf(start, end) ?? '');
  for (let at = start; at < end;) {
    const word = passage.wordAt(at);
    if (!word) return false;
    if (word.end - word.start > 1 && /^(?:v|d|p|c|r|m)$/u.test(word.tag ?? '')) return true;
    at = word.end;
  }
  return false;
}

function evidenceOf(seat: string, ending: string): readonly EntityEvidence[] {
  return [
    { code: 'seat', word: seat },
    { code: 'ending', word: ending },
  ];
}

/** What stands behind the name of an organisation and makes one of its parts of it, with a place between or none. */
const BRANCHES = new WordTable(
  '分公司 支公司 分行 支行 分社 分校 营业部 营业厅 营业所 附属中学 附属小学 附属幼儿园 附属医院 附属第一医院 附属第二医院 附属第三医院',
);
const MAX_BRANCH = 12;

/** Where the name goes on behind a name that ends at an offset: 远山银行临江分行; the same offset where it does not. */
export function branchEnd(passage: Passage, end: number): number {
  for (let at = end; at < end + MAX_BRANCH && at < passage.text.length; at++) {
    const branch = BRANCHES.startingAt(passage.text, at);
    if (branch !== '') return at + branch.length;
    if (!passage.couldBeName(at, at + 1) || NOT_INSIDE.has(passage.text[at]!) || passage.begin(at + 1) === HARD)
      return end;
  }
  return end;
}

/** The organ that begins at an offset and is known by its bare name. */
export function knownOrgAt(passage: Passage, start: number): OrgCandidate | null {
  const word = knownOrg(passage.text, start);
  const end = start + word.length;
  // 教育部门, 公安部署: another word begins inside.
  if (word === '' || NOT_BEHIND.has(passage.text[end] ?? '') || passage.cutsKnownWord(end)) return null;
  return { start, end: start + word.length, score: 8, evidence: [{ code: 'known' }] };
}
