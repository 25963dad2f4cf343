/**
 * Traditional characters that the words of this room are written with, each before its simplified form. One to one and
 * of one length: what is found in the simplified text stands at the same place of the printed one.
 */
const PAIRS = `
  萬万 億亿 個个 兩两 幾几 數数 餘余 點点 時时 號号 條条 場场 戶户 處处 間间 層层 棟栋 輛辆 項项 種种 類类 雙双 隻只 頭头 塊块 張张 組组 團团 屆届 級级 縣县 鄉乡 鎮镇 區区 國国 頓顿 噸吨
  畝亩 頃顷 釐厘 鐘钟 歲岁 週周 紀纪 圓圆 幣币 鎊镑 員员 錢钱 價价 費费 額额 產产 業业 農农 廠厂 車车 電电 燈灯 機机 艦舰 連连 運运 輸输 達达 過过 進进 還还 遠远 邊边 選选 適适 遞递 遺遗
  後后 從从 於于 與与 為为 無无 來来 對对 會会 開开 關关 閉闭 門门 問问 閱阅 聞闻 係系 佔占 儲储 優优 償偿 傷伤 債债 僅仅 傳传 備备 倉仓 側侧 倆俩 內内 冊册 凍冻 減减 劑剂 劃划 劇剧 動动
  務务 勞劳 勝胜 勵励 協协 單单 賣卖 買买 嚴严 圍围 園园 執执 報报 壓压 壞坏 墊垫 奪夺 獎奖 婦妇 學学 審审 寫写 實实 寶宝 專专 將将 尋寻 導导 屬属 峽峡 師师 帶带 幹干 庫库 廣广 應应
  廳厅 彈弹 強强 徑径 復复 徵征 態态 慣惯 戰战 戲戏 據据 擴扩 擔担 撥拨 捨舍 掃扫 掛挂 採采 換换 揮挥 損损 搶抢 擊击 擬拟 攝摄 攤摊 敗败 斷断 漲涨 漁渔 準准 滿满 溫温 測测 渦涡 濕湿 災灾
  營营 獲获 獻献 環环 現现 甦苏 畢毕 異异 當当 發发 監监 盤盘 睏困 確确 碼码 禮礼 積积 稱称 穩稳 節节 築筑 範范 簽签 籌筹 糧粮 約约 納纳 紙纸 紅红 純纯 終终 結结 給给 統统 絕绝 經经 綜综
  綠绿 維维 網网 緊紧 線线 緝缉 編编 練练 縮缩 總总 績绩 織织 繳缴 繼继 續续 罰罚 羅罗 義义 習习 聯联 職职 聽听 脫脱 腦脑 臨临 舉举 興兴 艱艰 莊庄 華华 萊莱 藥药 蘭兰 衛卫 術术 補补 製制
  複复 規规 視视 覺觉 覽览 觀观 觸触 計计 訂订 討讨 訓训 記记 設设 許许 訴诉 診诊 證证 評评 詢询 試试 該该 詳详 認认 語语 誤误 說说 課课 調调 談谈 請请 論论 諾诺 講讲 謝谢 識识 議议 護护
  讀读 變变 讓让 財财 貢贡 貨货 販贩 責责 貸贷 貿贸 資资 賓宾 賠赔 賞赏 賽赛 購购 贈赠 贏赢 贓赃 趕赶 跡迹 軌轨 軍军 軟软 載载 較较 輕轻 輪轮 轉转 辦办 遊游 遷迁 鄰邻 釋释 銀银 銷销 銳锐
  錄录 鍵键 鏡镜 鐵铁 長长 閒闲 陣阵 陸陆 階阶 際际 隊队 隨随 險险 雖虽 雞鸡 離离 難难 雲云 響响 頂顶 預预 領领 題题 顆颗 願愿 顧顾 顯显 風风 飛飞 飯饭 飲饮 養养 館馆 駐驻 騎骑 驗验 驚惊
  體体 魚鱼 鳥鸟 麥麦 黃黄 齊齐 齡龄 嚮向 衝冲 啟启 贊赞 讚赞 鬧闹 臺台 颱台 檯台 醫医 葉叶 殺杀 橋桥 樓楼 樹树 標标 樣样 槍枪 權权 歷历 歐欧 氣气 決决 涼凉 淨净 淺浅 溝沟 滅灭 潛潜 濟济
  灣湾 煙烟 熱热 爭争 牆墙 狀状 獨独 療疗 癥症 盜盗 礦矿 禦御 稅税 穀谷 競竞 筆笔 簡简 籃篮 緣缘 緩缓 繫系 纜缆 罷罢 羣群 聲声 肅肃 膠胶 舊旧 蓋盖 薦荐 藝艺 蘇苏 蟲虫 裝装 裡里 裏里 襲袭
  詞词 誌志 賀贺 質质 蹤踪 軒轩 輔辅 輩辈 違违 郵邮 鈔钞 鉛铅 銅铜 鋼钢 錦锦 鎖锁 鑑鉴 鑒鉴 閣阁 闊阔 陰阴 陽阳 隸隶 霧雾 靈灵 靜静 韓韩 頁页 順顺 須须 頻频 顏颜 飾饰 駕驾 驅驱 鬆松 鮮鲜
  鴻鸿 鹽盐 黨党 併并 並并 佈布 僱雇 凈净 劉刘 厲厉 吋寸 呎尺
`;

let simplified: Uint16Array | undefined;

/** Built on first use; the simplified form of each UTF-16 unit, 0 where it is no traditional one. */
function table(): Uint16Array {
  const forms = new Uint16Array(0x10000);
  for (const pair of PAIRS.trim().split(/\s+/)) {
    forms[pair.charCodeAt(0)] = pair.charCodeAt(1);
  }
  return forms;
}

/** Whether a UTF-16 unit is a traditional character that has a simplified form here. */
export const isTraditional = (code: number): boolean => (simplified ??= table())[code & 0xffff] !== 0;

/** The text with its traditional characters simplified, of the same length; the text itself where it has none. Linear. */
export function simplify(text: string): string {
  const forms = (simplified ??= table());
  let at = 0;
  while (at < text.length && forms[text.charCodeAt(at)] === 0) at++;
  if (at === text.length) return text;
  const codes = new Uint16Array(text.length);
  for (let n = 0; n < text.length; n++) {
    const code = text.charCodeAt(n);
    codes[n] = forms[code] || code;
  }
  return decode(codes);
}

/** So many arguments a function call may well have. */
const CHUNK = 4096;

function decode(codes: Uint16Array): string {
  let text = '';
  for (let from = 0; from < codes.length; from += CHUNK) {
    text += String.fromCharCode(...codes.subarray(from, from + CHUNK));
  }
  return text;
}
