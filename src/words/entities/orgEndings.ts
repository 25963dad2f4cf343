import { WordTable } from './wordTable';

/** Endings of organisations that stand behind a place or a level: 清河县水利局, 市公交公司. */
const SEATED = new WordTable(`
  人民政府 政府 人大常委会 人大 政协 纪委监委 纪委 监委 党委 村党支部 村党总支 村委会 省委 市委 县委 区委 镇党委 乡党委 委 委员会 常委会 工委 党工委 人民法院 法院 人民检察院 检察院 局 分局 厅 署 办 办公室 宣传部 组织部 统战部 政法委 党校 支队 大队 总队 中队 派出所 司法所 供电所 水利站 文化站 气象台 气象站 水文站 监测站 管理站 服务站 管理处 航标处 办事处 管委会 居委会 村委会 居民委员会 村民委员会 党支部 党总支 指挥部 公司 有限公司 股份有限公司 有限责任公司 集团 集团公司 银行 支行 分行 信用社 合作社 联合社 供销社 大学 学院 中学 小学 幼儿园 学校 一中 二中 三中 医院 中医院 卫生院 卫生服务中心 卫生室 疾控中心 研究院 研究所 科学院 设计院 中心 协会 学会 联合会 商会 基金会 总工会 工会 妇联 团委 残联 文联 科协 工商联 红十字会 慈善总会 志愿服务队 救援队 出版社 报社 日报社 广播电视台 电视台 广播电台 融媒体中心 通讯社 剧团 歌舞团 艺术团 乐团 杂技团 俱乐部 水厂 电厂 热电厂 自来水厂 机床厂 粮库 林场 农场 煤矿 事务所 公证处 交易所 海关 税务局 监狱 看守所 福利院 敬老院 养老院 党史馆 档案局 总社 联社 分公司 电力公司 公安局 交警大队`);
/** Endings that name an organisation also where only a name of its own stands before them: 锦绣小学, 鸿远有限公司. */
const NAMED = new WordTable(`
  有限公司 股份有限公司 有限责任公司 集团有限公司 集团 集团公司 大学 师范学校 职业学校 技工学校 师范大学 理工大学 职业技术学院 师范学院 学院 中学 小学 幼儿园 医院 银行 研究院 设计院 设计研究院 合作社 水厂 机床厂 出版社 日报 晚报 晨报 早报 时报 都市报 商报 融媒 事务所 基金会 俱乐部 林场 农场 公司 一中 二中 航标处 港务集团 科技大学 医科大学 专业合作社`);
/** Words before those endings that make other words of them: 承办, 客厅, 格局. */
const OTHER_WORDS = new WordTable(
  '承办 主办 举办 督办 创办 兴办 协办 查办 交办 转办 代办 经办 开办 停办 严办 快办 布局 格局 结局 大局 全局 开局 破局 时局 战局 僵局 定局 变局 饭局 客厅 大厅 餐厅 展厅 舞厅 歌厅 宴会厅 报告厅 推委 编委 部署 签署 城市中心 一家公司 为中心 以中心 上大学 读大学',
);
/** Words that stand before those endings where any such organisation is meant. */
const COMMON_BEFORE = new WordTable(`
  各 本 该 这家 那家 一家 多家 几家 两家 三家 所 家 子 分 母 总 上市 保险 物业 物流 燃气 私营 民营 国有 外资 合资 保洁 施工 建筑 旅游 旅行 农村 希望 实验 重点 高级 初级 职业 乡镇 村办 县级 市级 省级 附近 中心 寄宿制 九年制 公办 民办 特殊教育 培训 医学 商 二级 三级 独立 专科 综合 公立 私立 大 小 中 龙头 农业 农民 专业 专业性 股份 当地 村级 集体 商业 投资 中央 开户 世界 兄弟 企业 大型 骨干 高等 著名 知名 名牌 老年 社区 家长 党 的 在 到 从 读 上 考上 就读 和 开 他 她 我 跨国 新能源 电商 科技 村 全 律师 会计师 会计 代 留 念 入 私人 贷款 乡村 相关 县 市 区 镇 乡 省 国家 州`);
/** Organs of the state and others that are known by their bare name. */
const KNOWN = new WordTable(`
  国务院 党中央 中共中央 中央纪委 国家监委 全国人大 全国人大常委会 全国政协 中央军委 最高人民法院 最高人民检察院 最高法 最高检 外交部 国防部 国家发展改革委 国家发展和改革委员会 国家发改委 教育部 科技部 工业和信息化部 工信部 国家民委 公安部 国家安全部 民政部 司法部 财政部 人力资源和社会保障部 人社部 自然资源部 生态环境部 住房和城乡建设部 住房城乡建设部 住建部 交通运输部 水利部 农业农村部 商务部 文化和旅游部 国家卫生健康委员会 国家卫生健康委 国家卫健委 退役军人事务部 应急管理部 中国人民银行 审计署 国家税务总局 海关总署 国家市场监督管理总局 市场监管总局 国家统计局 国家气象局 中国气象局 国家能源局 国家医保局 国家林草局 国家文物局 中国科学院 中国工程院 中国社会科学院 全国总工会 全国妇联 共青团中央 联合国 欧盟 世界卫生组织 世卫组织 世贸组织 国际奥委会 北约 东盟 世界银行`);
/** Authorities begin with the level they serve where the place itself is understood: 市水利局, 县供水公司. */
const LEVELS = new Set('省市县區区州镇鎮乡鄉');
/** Names of organisations are long; longer stretches are sentences. */
const MAX_BODY = 18;
/** Behind these endings 长 makes a person of them: 局长. */
const HEADS = '局厅院校所馆台社厂部处会署队';

export interface OrgEnding {
  readonly word: string;
  readonly at: number;
}

/** What ends at an offset as organisations with a place or a level before them do. */
export function seatedEnding(text: string, end: number): OrgEnding | null {
  return endingOf(SEATED, text, end);
}

/** What ends at an offset as organisations with a name of their own do. */
export function namedEnding(text: string, end: number): OrgEnding | null {
  return endingOf(NAMED, text, end);
}

/** Whether what stands before an ending is nothing but a word for any such organisation: 农民专业合作社. */
export function isCommonBefore(text: string, start: number, end: number): boolean {
  return COMMON_BEFORE.endingAt(text, end).length >= end - start;
}

/** The known name that begins at an offset; '' where there is none. */
export function knownOrg(text: string, start: number): string {
  return KNOWN.startingAt(text, start);
}

export function isLevel(character: string): boolean {
  return LEVELS.has(character);
}

export { MAX_BODY };

/** 县委 in 县委员会, 局 in 局长, 中心 in 中心城区: the ending is part of a longer word. */
const GOES_ON = new Map(
  Object.entries({
    委: '员 托 派 任 书 组 屈 会 宣 办 老 常 政 书',
    办: '公 理 事 法 学 案 好 了 成 证 起 结 公',
    厅: '级',
    局: '面 部 势 限 地',
    公司: '化 法',
    中心: '城 区 镇 广 思 组 任 村 点 位 人 地 线 小 校 粮 学 幼 卫',
    集团: '化 军',
    大学: '生 毕 本 里 城 时 附',
    中学: '生 毕 时',
    小学: '生 毕 时 里',
    一中: '学',
    二中: '学',
    三中: '学',
    学院: '派',
    医院: '感',
    银行: '卡 账 存 贷 业 家 界',
    政府: '性 部 工 采 间 奖 补 主 引 投 牵 网 债 出',
    人大: '代 常 附',
    政协: '委 常 提',
    党委: '政 班 会 中 副 书 委',
    大队: '部 长',
    学校: '里 食',
    工会: '法 费 组',
    署: '名 了',
    支队: '长',
    法院: '院 判 裁',
    日报: '社',
    晚报: '社',
    时报: '社',
    小: '学',
  }).map(([ending, next]) => [ending, new Set(next.split(' '))]),
);
/** What looks as if it went on, and does not. */
const NEW_WORDS = new WordTable(
  '主要 书记 副书记 常委 办公室主任 办公室 副主任 宣传部 组织部 统战部 政法委 代表团 委员 中心小学 常务',
);

function endingOf(table: WordTable, text: string, end: number): OrgEnding | null {
  const word = table.endingAt(text, end);
  if (word === '' || OTHER_WORDS.endingAt(text, end) !== '') return null;
  const next = text[end] ?? '';
  if (next === '门' && word.endsWith('部')) return null;
  if (next === '长' && HEADS.includes(word.at(-1)!)) return null;
  if (GOES_ON.get(word)?.has(next) === true) {
    const other = NEW_WORDS.startingAt(text, end);
    // 市政府主要负责人; 县委书记, but not 县委委员会.
    if (other !== '主要' && (other === '' || other === '委员' || !word.endsWith('委'))) return null;
  }
  return { word, at: end - word.length };
}
