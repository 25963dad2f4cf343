import { isHan } from '../../page/characters';
import { looksLikeName, rarityOfSurname } from '../../page/surnames';
import { HARD, type Passage, WEAK } from './edges';
import type { EntityEvidence } from './model';
import { WordTable } from './wordTable';

/** Words for persons that a name follows. A list ends many of them: 负责人, 技术员, 副局长. */
const TITLES = new WordTable(`
  书记 記者 记者 主席 总理 总统 首相 部长 省长 市长 区长 县长 镇长 乡长 州长 村长 局长 厅长 处长 科长 股长 司长 署长 关长 所长 站长 院长 校长 园长 馆长 台长 社长 行长 队长 班长 组长 厂长 场长 矿长 船长 机长 列车长 店长 会长 团长 连长 排长 营长 师长 军长 总长 审判长 检察长 庭长 秘书长 理事长 董事长 监事长 护士长 楼长 河长 林长 站长 村支书 支书 委员 常委 主任 副主任 主编 总编辑 编辑 经理 总监 总裁 总经理 总工程师 工程师 会计 出纳 律师 法官 检察官 公诉人 民警 警官 辅警 交警 消防员 战士 军医 医生 医师 药师 大夫 护士 村医 教授 副教授 讲师 研究员 院士 专家 学者 博士 硕士 教师 老师 班主任 导师 教练 主教练 队员 球员 选手 名将 小将 老将 运动员 裁判 裁判员 作家 诗人 作者 画家 书法家 歌手 演员 导演 编剧 摄影师 设计师 主创设计师 厨师 司机 驾驶员 快递员 骑手 售货员 服务员 管理员 网格员 技术员 护林员 巡护员 饲养员 测绘员 调解员 预报员 讲解员 话务员 检票员 列车员 乘务员 飞行员 宇航员 航天员 安全员 保洁员 环卫工 工人 矿工 钳工 焊工 电工 木匠 铁匠 石匠 工匠 师傅 匠人 传承人 非遗传承人 负责人 发言人 新闻发言人 创始人 创办人 法定代表人 代表 委员 监督员 志愿者 义工 网友 网民 读者 观众 乘客 旅客 游客 顾客 业主 住户 租客 房东 店主 老板 老板娘 摊主 商户 企业家 农民 农户 茶农 果农 菜农 棉农 蔗农 渔民 牧民 船工 村民 居民 市民 群众 党员 老党员 青年 返乡青年 大学生 学生 同学 毕业生 研究生 老人 老伴 儿子 女儿 妻子 丈夫 父亲 母亲 爷爷 奶奶 哥哥 弟弟 姐姐 妹妹 孙子 孙女 侄子 外甥 邻居 患者 病人 当事人 被告人 被告 原告 犯罪嫌疑人 嫌疑人 受害人 证人 退伍军人 退役军人 老兵 烈士 英雄 种粮大户 种植大户 养殖大户 大户 致富带头人 带头人 牵头人 脱贫户 养殖户 种植户 低保户 合伙人 村主任 居委会主任 通讯员 通訊員 特约记者 摄影 评论员 主播 主持人 校友 同事 战友 队友 二副 大副 参谋 干事 科员 办事员 站长 总指挥 副总指挥 参赞 大使 领事 特使 先生 女士 小姐 岁的 名叫 叫做 同志`);
/** What stands behind one who speaks, or shows what one feels while speaking. */
const SPEECH = new WordTable(`
  说 說 说道 表示 介绍 介紹 告诉 告訴 称 坦言 直言 认为 認為 指出 强调 透露 回忆 记得 感慨 感叹 感慨地 笑着 笑道 解释 提醒 建议 讲述 补充 呼吁 激动地 告诉记者 高兴地 自豪地 算了 表态`);
/** Trades and offices end so. */
const TRADES = new Set('员師师匠民工手');
/** Words for persons that make a surname a way of address: 毛奶奶, 施女士. */
const ADDRESS = new WordTable(`
  先生 女士 小姐 太太 夫人 师傅 老师 同学 奶奶 爷爷 大爷 大妈 大娘 大叔 大姐 大哥 大嫂 阿姨 叔叔 伯伯 婆婆 阿婆 阿公 老汉 老人 老伯 医生 警官 法官 律师 教授 书记 主任 局长 经理 老板 总 工 老 某 某某`);
/** Surnames that nearly always are the words 和, 与, 及, 从, 都, 能 where a name could begin. */
const NOT_FIRST = new Set('和与與及从從同都能');
/** Characters of each part of a name with a middle dot. */
const MIN_PART = 2;
/** Words that begin as names do. Where a segmenter runs its dictionary knows more of them. */
const WORDS = new Set(
  (
    '高度 高兴 高级 高速 高效 高质 方便 方面 方式 方法 方案 温暖 马上 江水 江面 金额 白天 白色 万元 万亩 万人 常常 常年 常务 常委 平均 平时 平台 安全 安排 安装 安静 关于 关键 关心 关系 连续 连夜 连接 ' +
    '成功 成为 成员 成立 成绩 成熟 于是 从事 从此 从小 向前 任何 任务 应该 应对 应当 和谐 时间 时代 时刻 时候 水平 水位 水稻 水果 水库 施工 施行 路上 路边 路口 路面 路线 花费 花园 车辆 车间 车上 车站 ' +
    '牛羊 马路 毛病 毛竹 石头 田里 田间 田地 古树 古镇 古代 古老 党委 党组 党员 党政 党建 国家 家庭 家里 家长 家乡 边上 单位 单纯 强调 强化 强烈 强大 明确 明显 明年 明天 明白 明星 严格 严重 严肃 严禁 ' +
    '全面 全部 全体 全国 全省 全市 全县 全力 全程 全新 双方 双手 汇报 汇总 荣获 荣誉 计划 计算 程序 程度 项目 项链 温度 温室 游泳 游览 游戏 包括 包装 包含 包围 别人 别墅 相关 相信 相互 相继 相当 查看 查处 ' +
    '阳光 阳台 华丽 汤圆 钱款 房子 房屋 房间 苗木 苗圃 苗族 雷雨 雷达 云雾 云端 黄金 黄色 黄昏 蓝天 蓝色 朱红 米饭 麦田 麦收 麦子 谷雨 谷子 祖国 祖辈 祖父 祖母 能力 能够 后来 后面 易懂 幸亏 司机 空气 空间 那么 ' +
    '毕业 宣传 宣布 宣讲 通过 通报 通知 通车 通往 解决 解释 干部 干净 ' +
    '林立 齐聚 齐抓 云集 高举 高涨 高企 平添 应运 应急 应聘 应届 应援 包办 包揽 包村 包户 包联 向好 明了 安心 安家 乐意 乐享 时常 时而 时下 万众 万分 钟爱 强劲 强忍 从容 从严 从业 从而 从中 充满 充分 充足 充当 管护 管好 管控 管住 管理 费劲 费力 游走 游玩 路过 路遇 关爱 关注 关怀 关乎 关停 屈指 洪亮 苏醒 白手 陆续 温馨 温情 幸好 幸福 国内 国外 国际 单独 单一 单身 单价 ' +
    '支持 支部 支援 支付 习惯 曲折 商量 商店 商场 商业 同学 同意 同步 凡是 冷静 冷库 冷链 公开 公里 公司 公众 公共 寻找 文明 文件 文物 文化 ' +
    '戴上 终于 左右 右边 经常 经济 经过 经营 元旦 元宵 巩固 井水 齐心 齐全 广泛 广大 尤其 费用 燕子 何时 何况 简单 简直 姜汤 柴火 龙舟 凤凰 童年 童话 师生 师徒 师范'
  ).split(' '),
);
const MIN_SCORE = 4;
const MAX_FOREIGN = 12;

/** A candidate for a person with how sure it is. */
export interface NameCandidate {
  readonly start: number;
  readonly end: number;
  readonly score: number;
  readonly evidence: readonly EntityEvidence[];
}

/** Behind how many different characters, and before how many, a string stands on the page. */
export interface Variety {
  readonly count: number;
  readonly left: number;
  readonly right: number;
}
export type VarietyOf = (words: string) => Variety | undefined;

/** The places of a passage where a name may begin, with the reason. */
export function* nameStarts(passage: Passage): Generator<{ readonly at: number; readonly why: EntityEvidence | null }> {
  const { text } = passage;
  for (let at = 0; at < text.length; at++) {
    const title = titleBefore(text, at);
    if (title !== '') yield { at, why: { code: 'title', word: title } };
    else if (isSpokenOf(text, at)) yield { at, why: { code: 'title', word: text[at - 1]! } };
    else if (passage.begin(at) >= WEAK) yield { at, why: null };
  }
}

/** 守库员方大田说: nobody lists all trades, but who speaks behind one is a person. */
function isSpokenOf(text: string, at: number): boolean {
  if (!TRADES.has(text[at - 1] ?? '')) return false;
  return [at + 2, at + 3].some((end) => SPEECH.startingAt(text, end).length > 0);
}

/** The word for a person that ends before an offset; '' where there is none. */
export function titleBefore(text: string, at: number): string {
  return TITLES.endingAt(text, at);
}

/** The word that begins at an offset and stands behind one who speaks; '' where there is none. */
export function speechAt(text: string, at: number): string {
  return SPEECH.startingAt(text, at);
}

/** Strings that may be names at a place, for counting. */
export function* nameStrings(passage: Passage, at: number): Generator<string> {
  for (const end of [at + 2, at + 3, at + 4]) {
    if (passage.couldBeName(at, end) && looksLikeName(passage.text.slice(at, end))) yield passage.text.slice(at, end);
  }
}

/** The best name that begins at a place for a reason; null where none is sure enough. */
export function nameAt(
  passage: Passage,
  at: number,
  why: EntityEvidence | null,
  varietyOf: VarietyOf,
): NameCandidate | null {
  const foreign = foreignName(passage, at, why);
  if (foreign) return foreign;
  let best: NameCandidate | null = null;
  for (let length = 2; length <= 4; length++) {
    const candidate = nameOf(passage, at, at + length, why, varietyOf);
    if (candidate && candidate.score >= MIN_SCORE && candidate.score > (best?.score ?? 0)) best = candidate;
  }
  return best;
}

function nameOf(
  passage: Passage,
  start: number,
  end: number,
  why: EntityEvidence | null,
  varietyOf: VarietyOf,
): NameCandidate | null {
  if (!passage.couldBeName(start, end)) return null;
  const { text } = passage;
  const words = text.slice(start, end);
  const length = end - start;
  const known = looksLikeName(words);
  if (!known && (length !== 3 || !why)) return null;
  if (WORDS.has(words) || ADDRESS.startingAt(text, start + 1) !== '' || passage.beginsWithOther(start, end))
    return null;
  if (passage.isKnownWord(start, end) || NOT_FIRST.has(text[start]!)) return null;
  const beginsAsWord = length > 2 && (WORDS.has(words.slice(0, 2)) || passage.isKnownWord(start, start + 2));
  if (beginsAsWord && !why) return null;
  const variety = varietyOf(words);
  const varied = variety !== undefined && variety.count > 1 && variety.right > 1;
  const right = passage.end(end) || (varied && why ? 1 : 0);
  if (right === 0) return null;
  const speech = SPEECH.startingAt(text, end);
  const tag = passage.tagOf(start, end);
  const evidence: EntityEvidence[] = why ? [why] : [];
  let score =
    (known ? 1 - rarityOfSurname(words) / 2 : strangerScore(passage, start, end, why)) +
    right / 2 +
    (length === 3 ? 0.5 : 0);
  if (why) score += 2;
  if (beginsAsWord) score -= 1;
  if (length === 2 && speech === '' && isHan(text.charCodeAt(end))) score -= 0.6;
  if (speech !== '') {
    evidence.push({ code: 'speech', word: speech });
    score += 1;
    if (!why && passage.begin(start) === HARD && (length === 3 || passage.hasWords)) score += 1.5;
  }
  if (tag?.startsWith('nr') === true) {
    evidence.push({ code: 'segmenter', tag });
    score += 0.5;
  }
  if (passage.cutsKnownWord(end)) score -= 1.5;
  if (varied) score += 1;
  return { start, end, score, evidence };
}

/** A surname that is not known: believed behind an office only, if no word of the dictionary is in it. */
function strangerScore(passage: Passage, start: number, end: number, why: EntityEvidence | null): number {
  const isOffice = why?.code === 'title' && /[长書书记任理]$/u.test(why.word);
  const hasWord = passage.isKnownWord(start, start + 2) || passage.isKnownWord(end - 2, end);
  return isOffice && !hasWord && passage.end(end) === HARD ? 0 : -1.5;
}

/** 买买提·艾力: a middle dot is in names and in slogans; somebody must be meant by it. */
function foreignName(passage: Passage, at: number, why: EntityEvidence | null): NameCandidate | null {
  const { text } = passage;
  let dots = 0;
  let end = at;
  let part = 0;
  for (; end < text.length && end - at <= MAX_FOREIGN; end++) {
    if (text[end] === '·') {
      if (part < MIN_PART) return null;
      dots++;
      part = 0;
    } else if (!passage.couldBeName(end, end + 1)) break;
    else if (dots > 0 && part >= MIN_PART && passage.end(end) >= WEAK) break;
    else part++;
  }
  if (dots === 0 || part < MIN_PART || end - at > MAX_FOREIGN || passage.end(end) === 0) return null;
  const speech = SPEECH.startingAt(text, end);
  if (!why && speech === '') return null;
  const evidence: EntityEvidence[] = why ? [why] : [];
  if (speech !== '') evidence.push({ code: 'speech', word: speech });
  return { start: at, end, score: MIN_SCORE + 1, evidence };
}
