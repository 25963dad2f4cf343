import type { FigureKind } from './model';

/**
 * The units and classifiers of news prose by kind, as data. The longest one that fits wins, so that 人次 comes before
 * 人 and 平方公里 before 平方. A word after the bar stops a unit: 升 is litres, but not in 升级.
 */
const TABLE: Readonly<Partial<Record<FigureKind, string>>> = {
  count: `
    个|子 個|子 名|义,称,列 位|于,居 人|均,类 人次 人份 人口   件 件套 件（套） 件次 户|均,外,籍,型 户次 户（次） 家 家庭 家次 家（次） 家（户）
    处  处（个）  个（处） 场|地震 场次  份|额 份 条|例,件 条次 条（段） 起  宗|旨 宗地  例 例次 台|风,湾,山 台次 台套 台（套） 台（套）次 台班
    辆 辆次 车次 车皮 架 架次 艘 艘次 列 列车 班 班次 航次 航班 班列 套 套次 套件  部（套） 册（套） 项 项次 篇 篇目 期|间,待,末,货,满,盼,许 期次 次 单次 所 座 座次 支 根 张  床位 席位 车位 泊位
    幅|度,员 头 只 匹 匹次 羽 尾 株 株次 棵 朵 颗 颗星 粒 枚 把|握 口 部 部次 部门 部委 本 册 册次 封|锁,闭,控 首 曲 门|峡,户 门次  道 批 批次 种 类 款 样|板,本 轮 轮次
    节|约,气  课时 学时 学分 栋 幢 间  盏 杆 面|积,向,对,临,环,包,貌 块|头 片 段 段落 团 组|织 组次 对|于,接,比,外,口 双|方,向,边,重 副 层|面,级 单|元,位,独,项,身,次 笔 笔次 票 股|份 席 字 词 句 页 卷 剂 剂次 床|前,上,铺,头,单,垫,边,榻,位数 针|对,头,灸 针次 趟次 床次 章|程,鱼 集|团,体 声
    届 代|表,理  岗位 标箱 标准箱 箱 盒 瓶 桶 袋 包|括,含 捆 筐 篮|板,球,网,筐,坛 篮板 助攻 抢断 盖帽 碗 盘 杯 壶 罐 盆 堂  站 网点 点位 社区
    村|民,庄,级,支,委,干,集,里 乡|村,亲,愁 乡镇 镇|级,政 街道 县区 县市区 市州 市县 省份 省市 省|级,委,政,内,外,道,直 市|场,民,委,政,级,直,域,值 县|级,委,政,城,域,里,直 国|家,际,内,外,有,产,道,企,庆 国家 区县 旗 州|级,委,政,府
    大|促,学,厦,道,局,桥,街,家,众,人,妈,爷,叔,坝,师,会,楼,厅,桶,米,豆,棚,河,江,队,力 重|点,要,大,量,视,新,症,建,庆,金,工,任,心,返,磅 拨 阵|地,营,线 行|业,动,政,程,驶,人,为,走,使,车,情,李,道,星,贿,诗 茬|口 窝 垄 丛 簇 缕 束 顶 幕 步|行,伐,骤,入,道 招|商,聘,生,呼
    回|收,应,归,复,访,家,国,来,升,落,馈,忆,到,暖,款,购,报,迁 趟 遍|布,及,地 番|茄 顿 圈 餐|饮,厅,桌,馆,具 桌|面,子 路 级  名额 筒 眼|睛,前,科,光 孔 池 颗粒 跨|越,境,界,区,年 具|有,备,体 尊|敬,重 车|辆,站,间,道,型,主,票,流,厢,牌,企,险,库,展,速,祸
    方面 环节 标段 地块 工日 通|过,知,常,车,道,行,电,信,讯,往,用,告,力,气,风,报,货,胀,关,婚,缉 注|意,重,册,入,定,目,射,资,水,销,明,释,视,塑 滴 串 排|查,水,放,名,污,除,序,涝,练,在,队,头,出,洪,列,量 TEU 分 桩 维
  `,
  money: `
    元|旦,素,件,宝,月,宵,老,首,勋,年,帅 美元 港元 日元 欧元 英镑 卢布 韩元 澳元 加元 新元 新台币 台币 澳门元 人民币 元人民币 块钱 圆 圆整 元整 法郎 瑞士法郎 瑞郎 泰铢 卢比 美金 奈拉 角|度,色,落,逐,大,亭,形,号,小 毛|巾,病,利,坯,绒,竹,笔,泽 美分 港币 日圆 美圆 马克 比索 雷亚尔 林吉特 兰特 里拉 迪拉姆 第纳尔 里亚尔 越南盾 比特币 个比特币 欧 铢 镑 令吉
  `,
  length: `公里 千米 米|粉,饭,线,酒,价,字,勒,兰,其 厘米 毫米 微米 纳米|技,材,级 分米 里|面,程,屯,外,弄,昂,约,边,头,拉,亚 华里 海里 英里 英尺 英寸 尺|寸,度 寸|土 丈|夫 光年 公分 km cm mm KM CM MM μm nm m   延米 车公里 人公里 公尺 呎`,
  area: `平方米 平方公里 平方千米 平方厘米 平方 亩|产,均 公顷 平米 亩次  ㎡ m² m2 km² km2 平方英尺 平方呎 平方尺 顷 平方毫米 坪|山,石,乡,塘,上,镇,村 `,
  mass: `吨|位 公斤 千克 克|服,隆,强,己,制,拉,什,里,伦 斤 两|岸,会,侧,地,人,名,个 毫克 微克 担|任,当,保,负,心,忧 公担 公吨 吨标准煤 吨标煤 吨公里 磅|礴 盎司 kg KG mg μg g t 纳克 克拉 克重 标准煤 吨二氧化碳 万吨公里  载重吨`,
  volume: `立方米 升|级,至,到,高,温,值,学,降,华,空,起,任,腾,幅,为,国 毫升 立方|体 方|面,式,案,向,便,针,法,位,言,能,可,才,块 立方厘米 桶油 ml L 加仑 m³ m3 立方千米 立方公里 标方 标准立方米 微升`,
  power: `千瓦时 千瓦 兆瓦 瓦|斯,解,房,片,砾 吉瓦 度电 度 kWh KWh kwh KWH kW KW MW GW 马力 兆瓦时 千伏安 千伏 伏|击,笔,特 伏特 安培 毫安 兆伏安 kV KV 峰瓦 兆赫兹 兆赫 赫兹 吉赫兹 MHz GHz Hz 千焦 焦|点,急,虑 焦耳 大卡 千卡 瓦时 吉瓦时 MWh GWh kVA 兆帕 帕 百帕 分贝`,
  duration: `
    年|级,轻,代,货 周年 个月 月龄 个半月 天|气,然,津,河,空,际,府,使,鹅 日|内瓦,本,报 周|边,围,末,岁,一,二,三,四,五,六,日 个星期 星期|一,二,三,四,五,六,日,天 个小时 小时 个钟头 钟头 分钟 秒|杀 秒钟 个工作日 工作日 个交易日 个季度 个学期 学期 学年 个学年 昼夜 个昼夜 年半 年间 载 春秋 个春秋 个年头 年头 个世纪 刻钟 个自然日 自然日 个晚上 晚 夜 个昼 宿 个百年 毫秒 微秒 时辰 个时辰 个周末 个日夜 个日日夜夜 个农时 岁月 学时制 h min 小時 分鐘 秒鐘 天 個月 個小時 個鐘 个财年 财年 个白天 课节
  `,
  age: `岁|月,末,首,入 周岁 岁半 歲`,
  temperature: `℃ 摄氏度 华氏度 °C °c ℉`,
  level: `級 星级`,
  percent: `% ％ 个百分点 個百分點 百分点 百分點 个百分點 ‰ 成|为,都,立,功,员,果,本,绩,就,品 折|射,叠,扣,腾,合,断,返,旧,桥,线,子,磨 `,
  ratio: `倍|增,加,受,感`,
  other: `个基点 基点 ° 度角 分|制 字节 兆字节 千字节 KB MB GB TB PB 兆|头 比特 G流量 像素 dB μg/m³ mg/L 转/分 比特率 帧 勒克斯 流明 贝克勒尔 西弗 毫西弗 公里/小时 米/秒 km/h m/s 兆比特 Mbps Gbps 万像素 Kbps`,
  ordinal: `季度`,
};

/** A unit found in a text. */
export interface Unit {
  readonly text: string;
  readonly kind: FigureKind;
}

interface Entry extends Unit {
  /** Its second UTF-16 unit; 0 where it has one only. */
  readonly second: number;
  /** Characters or words behind which the unit is none, because another word begins with it. */
  readonly stops: readonly string[];
  readonly latin: boolean;
}

/** Entries by their first UTF-16 unit, longest first: `entries[slots[code]]`, slot 0 for what begins no unit. */
interface Index {
  readonly slots: Uint16Array;
  readonly entries: readonly (readonly Entry[])[];
}

let units: Index | undefined;

/** Built on first use, so that loading the module costs nothing. */
function index(): Index {
  const slots = new Uint16Array(0x10000);
  const entries: Entry[][] = [[]];
  const seen = new Set<string>();
  for (const [kind, words] of Object.entries(TABLE) as [FigureKind, string][]) {
    for (const word of words.split(/\s+/)) {
      const [text = '', stops = ''] = word.split('|');
      if (text === '' || seen.has(text)) continue;
      seen.add(text);
      const first = text.charCodeAt(0);
      if (slots[first] === 0) slots[first] = entries.push([]) - 1;
      entries[slots[first]!]!.push({
        text: interned(text),
        kind,
        second: text.length > 1 ? text.charCodeAt(1) : 0,
        stops: stops === '' ? [] : stops.split(','),
        latin: isLatin(first),
      });
    }
  }
  for (const list of entries) list.sort((a, b) => b.text.length - a.text.length);
  return { slots, entries };
}

/** The same text in the form that names have in the engine: comparing it with a literal compares two pointers. */
function interned(text: string): string {
  return Object.keys({ [text]: 0 })[0]!;
}

function isLatin(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** The longest unit that starts at `at`; undefined where none does or where the word goes on (升级, 人民). */
export function unitAt(text: string, at: number): Unit | undefined {
  const { slots, entries } = (units ??= index());
  const slot = slots[text.charCodeAt(at) & 0xffff]!;
  if (slot === 0) return undefined;
  const next = text.charCodeAt(at + 1);
  for (const entry of entries[slot]!) {
    if (entry.second !== 0 && entry.second !== next) continue;
    const end = at + entry.text.length;
    if (end > at + 2 && !text.startsWith(entry.text, at)) continue;
    if (entry.stops.length > 0 && goesOn(entry.stops, text, end)) continue;
    // A Latin unit ends where its letters end: 5G is not five grams of anything.
    if (entry.latin && isLatin(text.charCodeAt(end))) continue;
    return entry;
  }
  return undefined;
}

function goesOn(stops: readonly string[], text: string, end: number): boolean {
  for (const stop of stops) if (text.startsWith(stop, end)) return true;
  return false;
}
