import { Converter } from 'opencc-js/t2cn';

let convert: ((text: string) => string) | undefined;
const known = new Map<string, string>();

/**
 * The simplified form of one character, by OpenCC's table. One character at a time, whatever stands beside it: only so
 * every span keeps its place. May be of another length in UTF-16 units (some rare forms stand beyond the basic plane).
 */
export function simplify(character: string): string {
  if (character.charCodeAt(0) < 0x2e80) return character;
  let simple = known.get(character);
  if (simple === undefined) {
    convert ??= Converter({ from: 't', to: 'cn' });
    simple = convert(character);
    known.set(character, simple);
  }
  return simple;
}
