/** What brat makes of a name when it reads its configuration; a name in an .ann file must be the same. */
export const storageName = (name: string): string => name.replace(/[^a-zA-Z0-9_-]/gu, '_');

/** Whether a value can stand in the configuration's list of values, and in an attribute line. */
export const isPlainValue = (value: string): boolean => /^[^\s\p{Cc}|,]+$/u.test(value);

/**
 * Gives labels their names in brat. Two labels never share one: the later one has none.
 */
export class BratNames {
  readonly #owners = new Map<string, string>();

  nameOf(label: string): string | undefined {
    const name = storageName(label);
    const owner = this.#owners.get(name) ?? label;
    this.#owners.set(name, owner);
    return owner === label ? name : undefined;
  }

  /** All names that were given, in the order they were first asked for. */
  get names(): readonly string[] {
    return [...this.#owners.keys()];
  }
}
