import { isHan } from '../../page/characters';
import type { Word } from '../segmenter';
import { WordTable } from './wordTable';

/** How sure it is that a name can begin or end at a place; added up with other reasons. */
export const HARD = 3;
export const WEAK = 2;
export const NO_EDGE = 0;

/** Words that stand before names of all kinds and are no part of them. */
const BEFORE = new WordTable(`
  走进 请来 引来 派来 带来 邀来 走到 来到 回到 赶到 赶往 前往 奔赴 抵达 到达 位于 地处 坐落于 毗邻 途经 穿过 穿越 横跨 连接 通往 流经 家住 住在 来自 出自 出生于 毕业于 就读于 任职于 就职于 供职于
  走访 深入 落户 落地 扎根 定居 返回 离开 进驻 进入 覆盖 辐射 联合 会同 携手 协同 委托 邀请 邀約 授予 成立 组建 加入 参观 考察 视察 调研 访问 会见 采访 专访 率领 陪同
  關於 关于 对于 根据 按照 依据 经过 通过 随着 为了 以及 还有 包括 其中 例如 比如 除了 围绕 依托 立足 面向 聚焦 针对 基于 源于 属于 隶属 作为 成为 当选 担任 任命 辅导
  日前 近日 目前 如今 眼下 此前 此后 随后 最近 当天 当日 当晚 昨日 今日 昨天 今天 明天 上午 下午 早上 晚上 夜间 凌晨 清晨 中午 傍晚 去年 今年 明年 当年 近年 近年来 年底 年初 月初 月底 月末 期间 以来 之后 之前 同时 此外 另外
  获悉 了解到 看到 发现 得知 据悉 显示 指出 强调 要求 表示 认为 介绍 证实 通报 披露 宣布 决定 推动 帮助 支持 指导 组织 建议 希望 感谢 祝贺 记者从 至于 直到 截至 现任 曾任 原任 走出 整个 就是 不是 都是 原是 正是
  东起 西起 南起 北起 西至 东至 南至 北至 一头连着 昨 今 在 到 从 由 对 對 向 往 赴 于 於 与 與 和 及 或 跟 同 给 把 被 让 讓 使 为 為 是 的 了 着 著 过 将 至 离 距 经 沿 据 據 按 因 以 即 如 比 等 该 去 来 進 进 出 回 看 找 问 请 派 叫 用 随 像 占 驻 有 成 仅 见 望 当 则 則 却 并 而 但 也 还 就 又 再 曾 已 只 名`);
/** Words that stand behind names of all kinds. */
const AFTER = new WordTable(`
  激动 赛后 会后 会上 事后 多次 多年 一人 出示 提供 制作 撰写 执教 主演 说 說 说道 表示 介绍 介紹 告诉 告訴 称 稱 坦言 直言 认为 認為 指出 强调 透露 回忆 记得 感慨 感叹 笑着 笑道 解释 提醒 建议 讲述 补充 呼吁 提出 宣布 主持 出席 参加 參加 带领 率队 率领 带着 来到 來到 走进 走上 走到 站在 坐在 拿着 拿出 指着 看着 握着 戴着 穿着 抱着 牵头 发现 告知 算了 算起 掰着 打开 翻开 接过 递上 递来 领到 想起 想到 想出 觉得 知道 忙着 忙碌 正在 已经 曾经 曾在 刚刚 今年 去年 当年 如今 现在 一家 家里 一行 等人 夫妇 先后 分别 共同 一起 带头 负责 担任 当选 荣获 获得 获评 捐出 捐款 报名 加入 成为 作为 开始 决定 希望 认真 主动 创办 创作 摄影 摄 报道 供图 自幼 从小 从事 退休 出生 去世 逝世 牺牲 夺得 以及 还是 就是 都是 也是 不是 没有 没 却 则 前往 赶到 拿到 拉来 收到 接到 看到 听到 见到 遇到 提到 谈到 讲到 说起 谈起 打电话 下一步 之后 之前 他们 告别 发言 致辞 讲话 作了 做了 为了 以为 通过 利用 用 把 被 让 的 和 与 與 及 跟 同 在 是 对 對 向 从 給 给 也 就 还 又 都 才 便 将 會 会 有 为 為 等 于 到 忙 带 叫 想 靠 来 去 又 再 曾 已 正 仍 率 任 当 看 听 讲 问 写 站 坐 走 拿 指 接 掏 领 一 两 这 那 此 每 因 由 等 之 共 牵 收 种 养 办 开 做 连 没 笑 不 能 要 可 很 最 而 或 但`);

/** Behind one character they make a verb of it: 收了, 笑着. */
const VERB_SIGNS = new Set('了着過过得');
/** Characters that are in no name. */
const NEVER = new Set('的了着們们是这那這此每各该我你他她它很吗呢吧啊呀也就不没沒说說把被让讓给等与與及則则却并但');

/** A text with the words that a segmenter cut it into, if one did. */
export class Passage {
  readonly text: string;
  /** Begin of the word at each unit; empty without a segmenter. */
  readonly #wordStart: Int32Array;
  readonly #words: readonly Word[];
  readonly #wordIndex: Int32Array;

  constructor(text: string, words: readonly Word[] | undefined) {
    this.text = text;
    const tagged = words?.some((word) => word.tag !== undefined) ?? false;
    this.#words = tagged ? words! : [];
    this.#wordStart = new Int32Array(tagged ? text.length : 0);
    this.#wordIndex = new Int32Array(tagged ? text.length : 0);
    this.#words.forEach((word, index) => {
      this.#wordStart.fill(word.start, word.start, word.end);
      this.#wordIndex.fill(index, word.start, word.end);
    });
  }

  /** Whether a segmenter that knows parts of speech cut the text. */
  get hasWords(): boolean {
    return this.#words.length > 0;
  }

  /** The word that holds a unit. */
  wordAt(at: number): Word | undefined {
    return this.#words[this.#wordIndex[at] ?? -1];
  }

  /** Whether a word of the segmenter ends at `at`; unknown without one. */
  isWordEdge(at: number): boolean | undefined {
    if (!this.hasWords) return undefined;
    return at <= 0 || at >= this.text.length || this.#wordStart[at] === at;
  }

  /** Whether `at` is inside a word that the segmenter's dictionary has, names apart. */
  cutsKnownWord(at: number): boolean {
    if (this.isWordEdge(at) !== false) return false;
    return isCommon(this.wordAt(at));
  }

  /** Whether a stretch is just one word that the segmenter knows, and no name. */
  isKnownWord(start: number, end: number): boolean {
    const word = this.wordAt(start);
    return word !== undefined && word.start === start && word.end === end && isCommon(word);
  }

  /** The segmenter's part of speech of a stretch that is just one word. */
  tagOf(start: number, end: number): string | undefined {
    const word = this.wordAt(start);
    return word?.start === start && word.end === end ? word.tag : undefined;
  }

  /** How well a name can begin at an offset. */
  begin(at: number): number {
    const { text } = this;
    if (at === 0) return HARD;
    const before = text[at - 1]!;
    if (!isHan(before.charCodeAt(0))) return before === '·' ? NO_EDGE : HARD;
    const word = BEFORE.endingAt(text, at);
    return word.length > 1 ? HARD : word.length === 1 ? WEAK : NO_EDGE;
  }

  /** How well a name can end at an offset. */
  end(at: number): number {
    const { text } = this;
    if (at >= text.length) return HARD;
    const behind = text[at]!;
    if (!isHan(behind.charCodeAt(0))) return behind === '·' ? NO_EDGE : HARD;
    const word = AFTER.startingAt(text, at);
    if (word.length > 1) return HARD;
    if (word.length === 1 || VERB_SIGNS.has(text[at + 1] ?? '')) return WEAK;
    // Verbs and what belongs to them, where a segmenter knows them.
    const next = this.wordAt(at);
    return next?.start === at && next.end - at > 1 && /^(?:v|vn|d|p|c|t)$/u.test(next.tag ?? '') ? WEAK : NO_EDGE;
  }

  /** Whether a stretch begins with a word that stands before or behind names and is no part of them. */
  beginsWithOther(start: number, end: number): boolean {
    const before = BEFORE.startingAt(this.text, start);
    const after = AFTER.startingAt(this.text, start);
    return (before.length > 1 && start + before.length <= end) || (after.length > 1 && start + after.length <= end);
  }

  /** Whether all characters are Chinese and none of them is foreign to names. */
  couldBeName(start: number, end: number): boolean {
    if (start < 0 || end > this.text.length) return false;
    for (let at = start; at < end; at++) {
      if (!isHan(this.text.charCodeAt(at)) || NEVER.has(this.text[at]!)) return false;
    }
    return true;
  }
}

/** Words of the dictionary that are no names: guesses (x) and all kinds of names (nr, ns, nt, nz) are not among them. */
function isCommon(word: Word | undefined): boolean {
  return word !== undefined && word.end - word.start > 1 && word.tag !== undefined && !/^(?:x|n[rstz])/u.test(word.tag);
}
