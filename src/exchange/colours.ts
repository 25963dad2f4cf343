import type { SchemeLabel } from '../annotations/scheme';

/** Light backgrounds that black text stands well on, told apart by hue and lightness; labels beyond begin again. */
const PALETTE = [
  '#ffd4a8',
  '#a9d6ff',
  '#b6e8b0',
  '#d9c2f0',
  '#f7e08a',
  '#ffbdbd',
  '#a8e6df',
  '#e6d0b8',
  '#c9e27d',
  '#f3b8dd',
  '#c4ccd8',
  '#8fb7e8',
  '#e8a27c',
] as const;

/** `#rrggbb` for programs that know no theme: the label's own colour, or one by its place in the scheme. */
export function colourOf(label: Pick<SchemeLabel, 'color'> | undefined, index: number): string {
  return label?.color.startsWith('#') ? label.color : PALETTE[index % PALETTE.length]!;
}
