import { WordTable } from './wordTable';

/** Names that the engine has for a region are names of countries; numbers are groups of them. */
function countryNames(): string {
  const names = new Intl.DisplayNames(['zh-Hans'], { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return letters
    .flatMap((first) => letters.map((second) => names.of(first + second)))
    .filter(
      (name) =>
        name !== undefined && /^\p{Script=Han}{2,}$/u.test(name) && !/[语語]$|未知|联合国|欧盟|欧元|偽|伪/u.test(name),
    )
    .join(' ');
}

/** Provinces by their short names (ISO 3166-2:CN), as newspapers write them. */
const PROVINCES =
  '北京 天津 上海 重庆 河北 山西 内蒙古 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 香港 澳门 台湾';

let table: WordTable | undefined;

/** The country or province whose name begins at an offset; '' where there is none. */
export function knownPlace(text: string, start: number): string {
  table ??= new WordTable(`${countryNames()} ${PROVINCES} 俄国 英国 韩国 朝鲜`);
  return table.startingAt(text, start);
}
