/** Chinese counts in steps of ten thousand. */
const STEPS: readonly (readonly [size: number, name: string])[] = [
  [1e12, '万亿'],
  [1e8, '亿'],
  [1e4, '万'],
];

/** A value as a Chinese reader says it: 652700 is `65.27万`, 1.2e9 is `12亿`; smaller ones as they are. */
export function inWords(value: number): string {
  const size = Math.abs(value);
  const step = STEPS.find(([least]) => size >= least);
  if (!step) return trimmed(value);
  const [least, name] = step;
  return trimmed(value / least) + name;
}

/** Without the noise of binary fractions. */
function trimmed(value: number): string {
  return String(Number(value.toPrecision(12)));
}
