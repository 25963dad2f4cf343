const SAMPLE = 20_000;
const MIN_HAN = 80;
const HAN_SHARE = 0.5;
const MIN_STOPS_PER_HAN = 1 / 120;

/**
 * Whether a plain text reads like Chinese news: mostly Chinese characters, with the punctuation of running prose and
 * figures or a byline's words. Looks at the first 20,000 UTF-16 units only; false for binary data.
 */
export function looksLikeNewsPage(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  let han = 0;
  let visible = 0;
  let stops = 0;
  for (let i = 0; i < sample.length; i++) {
    const code = sample.charCodeAt(i);
    if (code === 0 || code === 0xfffd) return false;
    if (code <= 32 || code === 0x3000 || code === 0xa0) continue;
    visible++;
    if (code >= 0x4e00 && code <= 0x9fff) han++;
    else if (code === 0x3002 || code === 0xff0c || code === 0x3001) stops++;
  }
  if (han < MIN_HAN || han < visible * HAN_SHARE || stops < han * MIN_STOPS_PER_HAN) return false;
  return NEWS_SIGNS.some((sign) => sign.test(sample));
}

/** Signs of news prose, each with a bounded look-ahead: a date, a byline's role, a dateline, a counted thing. */
const NEWS_SIGNS = [
  /[0-9０-９]{1,2}\s?月\s?[0-9０-９]{1,2}\s?日/,
  /[记記]\s?者|通[讯訊][员員]|[讯訊電电]\s?[（(]|摄\s|供[图圖]/,
  /[0-9０-９]\s?[\u4e00-\u9fff]/,
];
