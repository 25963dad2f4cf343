/** The surnames of almost everybody in China, simplified and traditional: the first sign that a word is a name. */
const SINGLE =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜' +
  '范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛' +
  '伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景' +
  '薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾' +
  '郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙薄伏岑习胥保和蔺水云' +
  '昌凤酆俞皮卞康伍元平和尹祁禹狄贝臧计伏成戴谈茅纪项祝梁杜席麻强危江童钟骆蔡夏胡霍支昝裘缪解丁宣邓郁单杭洪诸左崔钮嵇邢滑荣' +
  '翁荀羊惠甄曲芮羿储汲邴松段富乌焦巴弓牧隗山谷侯宓蓬郗班仰秋仲伊仇暴钭厉戎祖符景詹束幸韶郜黎溥印宿怀蒲邰从鄂索咸籍卓屠池乔阴能' +
  '苍双闻莘翟谭贡劳逄扶堵冉宰郦雍璩濮牛寿通扈冀郏浦尚农别柴阎充慕连茹宦艾鱼容向古慎戈庾暨居衡步耿满弘国寇广禄阙东殳沃利蔚越夔隆师巩' +
  '厍聂晁勾融訾阚那空毋沙乜养丰后红游权逯益桓公付肖闫代邝闭丑植兀帅迮麦布禾由檀凡淡';
const TRADITIONAL =
  '張劉陳楊趙黃吳孫馬羅鄭謝韓馮鄧許呂蘇盧蔣賈葉閻鐘鍾陸顧龍萬錢湯賀賴龔龐蘭顏嚴蘆魯韋畢聂聶叢齊莊塗關費紀盧歐項陽衛單寧閔強華車邊饒' +
  '冉婁蓋黨連樂練僉應臺雲鳳貝計談駱繆諸鈕榮儲烏厲陰蒼雙聞莘譚貢勞酈壽農鬱蕭';
const COMPOUND = new Set(
  '欧阳 歐陽 司马 司馬 诸葛 諸葛 上官 夏侯 司徒 东方 東方 皇甫 尉迟 尉遲 公孙 公孫 慕容 令狐 长孙 長孫 宇文 轩辕 端木 南宫 南宮 司空 闻人 呼延 百里 东郭 西门 独孤 完颜'.split(
    ' ',
  ),
);

/** Surname → how common it is, see {@link rarityOfSurname}; the first place in the list counts. */
const single = new Map(
  [...(SINGLE + TRADITIONAL)].map((name, at) => [name, Math.min(1, at / SINGLE.length)] as const).reverse(),
);

/** How common the surname is that begins a word: 0 for the commonest to 1 for a rare one or none. */
export function rarityOfSurname(word: string): number {
  if (COMPOUND.has(word.slice(0, 2))) return 0.5;
  return single.get(word[0]!) ?? 1;
}

/** Names of sections and sorts of texts that begin like names. */
const SECTIONS = new Set(
  (
    '简讯 简报 简明 短讯 快讯 公告 公示 公益 通知 通告 通讯 时评 时讯 时事 时政 广告 广场 文化 文摘 文学 文艺 文苑 文体 文萃 方圆 农业 农村 农事 农经 ' +
    '金融 国际 国内 国防 车市 房产 安全 安居 水利 和谐 古韵 高考 高教 万象 万家 乐活 乐居 康养 养生 花絮 祝贺 喜讯 贺信 贺电 祭文 悼念 常识 ' +
    '白描 连线 连载 关注 关键 解读 解析 解放 申论 成就 成果 成长 平安 应急 应用 单位 幸福 钟声 容颜 景观 景点 温馨 温情 路况 司法 ' +
    '簡訊 簡報 時評 時事 農業 農村 國際 國內 廣告 連載 關注 解讀 單位 應用'
  ).split(' '),
);
/** 云岭乡, 万宁市: places begin with surnames, too. */
const PLACE_END = new Set('县縣市镇鎮乡鄉区區');

/** Whether a word of Chinese characters begins with a surname and has the length of a name. */
export function looksLikeName(word: string): boolean {
  if (word.length > 2 ? PLACE_END.has(word.at(-1)!) : SECTIONS.has(word)) return false;
  if (word.includes('·')) return word.length >= 4 && word.length <= 12;
  if (word.length === 4) return COMPOUND.has(word.slice(0, 2));
  return word.length >= 2 && word.length <= 3 && (single.has(word[0]!) || COMPOUND.has(word.slice(0, 2)));
}
