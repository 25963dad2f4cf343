/** How articles begin and end: signs in the words of a paragraph, for any paper. */

/** Points of time with which news and features open. */
const TIME =
  /^.{0,6}?(?:\d{1,2}月\d{1,2}日|\d{1,2}月[初末底中上下]|近日|日前|[连連]日[来來]|今年|去年|年初|昨[日天]|今[日天]|前[不段]久|眼下|[清凌]晨|早[上晨]|傍晚|上午|下午|晚上|夜[里晚]|[周週星][一二三四五六日末期天]|农历|農曆|[春夏秋冬初盛深隆]?[春夏秋冬]日?[，,]|清明|端午|中秋|[国國][庆慶]|春[节節]|元旦|\d点)/u;
/** A place with its full name: later in the article it is 该县, 当地 or a short name. */
const PLACE =
  /\p{Script=Han}{2}(?:省|市|[县縣]|[区區]|[镇鎮]|[乡鄉]|村|街道|社[区區]|[广廣][场場]|公司|大[桥橋]|学校|[医醫]院)/u;
const PLACE_IN = 45;
/** What takes up something said before. */
const TAKES_UP =
  /^(?:此外|另外|同[时時]|其中|其次|再次|其[实實]|目前|[对對]此|[对對]于|因此|[为為]此|于是|[随隨]后|之后|[后後][来來]|[当當]天|[当當][时時]|[届屆][时時]|下一步|接下[来來]|接着|不[过過]|然而|但|可|而|据[介了悉统]|[据據][介統]|如今|[这這]|那|[该該]|他|她|它|其|也|[还還]|[并並]|[与與]此|除了|一是|二是|三是|首先|最[后後]|[转轉][机機]|[过過]去|以前|[经經][过過]|通[过過]|“(?:以前|[过過]去|[现現]在|[这這]|他|我))/u;
/** What looks ahead, or sums up, or lets somebody have the last word. */
const ENDS =
  /(?:下一步|接下[来來]|[届屆][时時]|[将將]?[继繼][续續]|[将將]|力争|打算|[计計][划劃]|有望|表示|[说說]|道)[^。！？]{0,60}[。！？]?”?(?:[^。]{0,8}[说說]。)?$/u;

export interface Lede {
  readonly time: boolean;
  readonly place: boolean;
  readonly takesUp: boolean;
}

/** Signs that a paragraph opens an article. `text` is flow text. */
export function ledeOf(text: string): Lede {
  const head = text.slice(0, PLACE_IN);
  return { time: TIME.test(head), place: PLACE.test(head), takesUp: TAKES_UP.test(head) };
}

/** Whether a paragraph ends as articles do. `text` is flow text. */
export function endsArticle(text: string): boolean {
  return ENDS.test(text.slice(-80));
}
