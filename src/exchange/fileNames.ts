/** What some disk or shell takes for something else. */
const UNSAFE = /[<>:"|?*\\\p{Cc}#%]/gu;
/** Names that Windows keeps for devices, with whatever ending. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * Gives pages names for their exported files: the page's path without its ending, folders kept, safe on every disk and
 * inside the target folder. Names that differ in case only are the same on some disks: the later one is numbered.
 */
export class FileNames {
  readonly #taken = new Set<string>();

  nameOf(source: string): string {
    const parts = source
      .replace(/\.(txt|md)$/i, '')
      .split('/')
      .map(safe)
      .filter((part) => part !== '');
    const base = parts.join('/') || 'page';
    let name = base;
    for (let n = 2; this.#taken.has(name.toLowerCase()); n++) name = `${base}-${n}`;
    this.#taken.add(name.toLowerCase());
    return name;
  }
}

function safe(part: string): string {
  // A folder up, the folder itself, blanks and dots at the end: none of them is a name.
  const name = part
    .replace(UNSAFE, '_')
    .replace(/[. ]+$/, '')
    .trim();
  return DEVICE.test(name) ? `_${name}` : name;
}
