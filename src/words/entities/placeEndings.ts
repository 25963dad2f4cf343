import type { EntityLabel } from './model';
import { WordTable } from './wordTable';

/** What names of places end with. */
export interface PlaceEnding {
  readonly word: string;
  readonly label: EntityLabel;
  /** Hardly anything but names ends so; 河, 山, 路 are ends of many common words. */
  readonly plain: boolean;
  /** Offset where the ending begins and the name before it ends. */
  readonly at: number;
  /** Together with the character before it the ending is a common word, which names may end with: 山区 in 青山区. */
  readonly isDoubtful: boolean;
}

interface Ending {
  readonly label: EntityLabel;
  readonly plain: boolean;
  /** What makes it a word for any such place: 示范区, 农村. */
  readonly common: WordTable;
  /** Characters that make a common word of it as often as they end a name. */
  readonly doubtful: ReadonlySet<string>;
}

const EVERY =
  '各 全 本 该 我 每 某 两 三 几 多 一 个 座 条 哪 此 这 那 到 在 进 出 回 入 下 上 大 小 老 新 古 副 正 围 分管';
const ENDINGS = new Map<string, Ending>();

function add(label: EntityLabel, plain: boolean, endings: string, common: string, doubtful = ''): void {
  const entry = { label, plain, common: new WordTable(`${EVERY} ${common}`), doubtful: new Set(doubtful) };
  for (const ending of endings.split(' ')) ENDINGS.set(ending, entry);
}

add('GPE', true, '省', '外 邻 跨 节 反 兄弟 农业 经济 人口 沿海 内陆 中部 西部 东部');
add(
  'GPE',
  true,
  '市 自治区 自治州 自治县 自治旗 特别行政区',
  '大城 小城 超 股 楼 夜 菜 早 地级 县级 直辖 闹 鱼 退 开 罢 省 县 牛 熊 车 债 汇 资源型 省会 百强',
  '门都城集',
);
add('GPE', true, '县 縣', '市 邻 贫困 郡 府 百强 山区 州 区 省 农业 脱贫 试点 示范 产粮 牧业 双拥 强');
add(
  'GPE',
  true,
  '区 區',
  '社 園 景 灾 牧 校 片 街 厂 矿 辖 市 郊 选 专 展 禁 盲 误 雷 病 灌 产 疫 汛 县 特 库 示范 开发 养护 保护 工业 服务 业务 功能 生活 办公 ' +
    '居民 公共 核心 先行 试验 自贸 贸易 旅游 风景 经开 改革 集聚 聚集 合作 协作 创新 湾 行政 自治 主城 度假 休息 集中 商业 商务 生产 缓冲 安置 ' +
    '种植 养殖 生态 域 危 险 军 战 住宅 空 房 作业 等候 候车 候诊 隔离 中心 实验 综合 物流 仓储 淹没 受灾 重点 老城 新城 辐射 适用 时 低洼 易涝 困山',
  '城园地山湾林东西南北街',
);
add('GPE', true, '镇 鎮', '乡 重 建制 中心 特色 坐 冰 强 工业 旅游 名 军事 乡村', '村集城');
add('GPE', true, '乡 鄉', '城 家 故 返 民族 思 同 异 他 梦 之 还 离 侨 鱼米 原 镇 农', '水山老');
add(
  'GPE',
  true,
  '村',
  '农 乡 建制 示范 行政 自然 贫困 度假 美丽 城中 中心 空心 驻 同 邻 地球 奥运 选手 媒体 镇 重点 脱贫 样板 明星 试点 文明 传统 特色 生态 旅游 ' +
    '运动员 边境 亚运 幸福 后进 薄弱 相关 帮扶 名 个别 治',
  '山渔',
);
add('GPE', true, '街道', '镇 乡 城市 商业 老城 区 背 主 相关 所属 责任 县 市 城区 社区');
add(
  'GPE',
  true,
  '社区',
  '旧 城市 智慧 完整 国际 示范 居民 型 街道 农村 村 安置 搬迁 乡 幸福 近 居住 走 和 住 辖区 县 市 区 所在',
);
add('LOC', false, '河 江 溪', '运 冰 银 拔 过 护城 沿 跨 渡 母亲 支 先 暗 排 治 巡 洗 开 内 外 条 滨 临');
add('LOC', false, '湖', '江 泊 人工 环 围 临 五 内陆 淡水 咸水 盐 退田还 沿 滨 造');
add(
  'LOC',
  false,
  '山',
  '矿 江 火 登 爬 高 深 荒 冰 雪 后 靠 假 茶 关 开 封 巡 半 漫 满 名 看 拜 人 泰 金 竹 果 群 绿 青 环 靠 依 出 刀',
);
add('LOC', false, '岛', '半 群 海 孤 离 宝 登 无人 生态 绿 双 环 守 安全 驻 列 上');
add('LOC', false, '海峡 海湾 海域', '北 海 附近 相关 近岸 管辖 该');
add(
  'LOC',
  false,
  '大道 大街 公路',
  '修通 修建 新建 建成 硬化 改造 畅通 光明 康庄 阳关 金光 高速 农村 乡村 人间 幸福 阳光 致富 乡 县 村 省 沿 宽阔 步行 信息 盘山 旅游 林荫 高等级 等级',
);
add(
  'LOC',
  false,
  '路',
  '道 公 铁 马 思 半 网 线 电 陆 水 走 带 引 让 问 迷 销 套 末 绝 死 生 业 福 富 修 岔 通 赶 顺 探 沿 养 宽 短 铺 村 弯 泥 土 石 顶 柏油 水泥 机耕 产业 过 跑 活 财 ' +
    '旅游 栈 拦 断 支 十字 长 之 前 来 归 油 光 集成 旧 找 认 水利 乡 的 环山 山 开 筑 断头 砂 后 退 近 堵 绕 出 旱 气 消 当 思 有 没 多少',
);
add(
  'LOC',
  false,
  '半岛 流域 平原 高原 盆地 草原 沙漠 大峡谷 峡谷 瀑布 群岛 山脉 水道 古道',
  '辽阔 广阔 黄土 河 湖 江 海 冲积 水 百里 万里 中 内 地下 处 千里 茶马',
);
add(
  'FAC',
  true,
  '水库 水电站 电站 大桥 特大桥 立交桥 灯塔 码头 高速公路 大剧院 体育中心',
  '型 病险 山塘 光伏 风 生物质 地热 储能 变 抽水蓄能 充 跨江 跨海 过江 跨河 铁路 公路 公铁 斜拉 悬索 重点 农村 县 市 号 特 高铁 主 区 省 ' +
    '这些 农家 货运 旅游 渔业',
);
add(
  'FAC',
  true,
  '火车站 高铁站 汽车站 客运站 地铁站 东站 西站 南站 北站 门站 机场 公园 湿地公园 森林公园 遗址公园',
  '国际 中心 口袋 地质 体育 主题 湿地 森林 国家 城市 社区 街心 动物 植物 游乐 遗址 文化 家 街角 附近 地铁 乡镇 城乡 农村 支线 通用 市 县 区 省 郊野 街头',
);
add(
  'FAC',
  true,
  '产业园 工业园 工业园区 科技园 创意产业园 物流园 开发区 经开区 产业园区',
  '省 市 县 区 国家级 省级 市级 农业 经济 技术 大学 创意 文化 产业 数字 特色 化工 高新 工业 科技 物流 农产品 电商 双创 创业 生态 级 型 智能 现代',
);
add('FAC', true, '古寺 寺 古塔 古城', '千年 山 少林 佛 整座 名');
add(
  'FAC',
  false,
  '隧道 高速 港 灌区 渠',
  '号 公路 铁路 地铁 高 米 型 时 绕城 环城 城 隧 超 降 加 海 渔 离 良 避风 自贸 沿 河 航 内 外 空 主 干 支 水 沟 明 暗 毛 引水 灌溉 湾 条 来',
);

/** 市 in 市场, 区 in 区域, 村 in 村庄: behind a name they are the beginning of another word. */
const GOES_ON = new Map(
  Object.entries({
    市: '长 场 值 价 面 容 况 民',
    区: '长 域 间 别 位 块 划',
    县: '长 域',
    镇: '长 静 定 痛 压 银 市',
    乡: '长 镇 村 亲 土 愁 音 情 贤 市 县',
    村: '医 长 民 落 庄 寨 镇',
    省: '长 力 钱 心 略 却',
    河: '道 流 床 堤 滩 长',
    江: '面',
    湖: '泊 区',
    山: '水 体 区 路 洪 货 林 歌 火 村 头 坡 腰',
    路: '灯 程 过 障 途 牌 费 政 权 演 况 径 基 面 子 网',
    岛: '屿',
    海: '洋 外 域 拔 关 洪 事 军 鲜 运 警',
    港: '口 务 澳',
    高速: '增 发 行 运 公 铁',
    溪: '流',
    寺: '庙 院',
    渠: '道 水',
    社区: '服',
  }).map(([ending, next]) => [ending, new Set(next.split(' '))]),
);
/** What looks as if it went on, and does not: 市民政局, 乡村民. */
const NEW_WORDS = new WordTable('民政 民族 民办 村民 村口 村委 村支 市场 市级 县级');

const LONGEST = Math.max(...[...ENDINGS.keys()].map((ending) => ending.length));
const LAST = new Set([...ENDINGS.keys()].map((ending) => ending.at(-1)!));

/** The longest ending of names of places that ends at an offset; null where there is none or only a common word. */
export function placeEnding(text: string, end: number): PlaceEnding | null {
  if (!LAST.has(text[end - 1] ?? '')) return null;
  for (let length = Math.min(LONGEST, end); length > 0; length--) {
    const word = text.slice(end - length, end);
    const ending = ENDINGS.get(word);
    if (!ending) continue;
    const at = end - length;
    if (GOES_ON.get(word)?.has(text[end] ?? '') === true && NEW_WORDS.startingAt(text, end) === '') return null;
    if (ending.common.endingAt(text, at) !== '') return null;
    return { word, label: ending.label, plain: ending.plain, at, isDoubtful: ending.doubtful.has(text[at - 1] ?? '') };
  }
  return null;
}
