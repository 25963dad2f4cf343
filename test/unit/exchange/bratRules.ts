import assert from 'node:assert/strict';

/** A text-bound annotation as brat's server takes it: parts in code points. */
export interface BratSpan {
  readonly id: string;
  readonly type: string;
  readonly parts: readonly (readonly [start: number, end: number])[];
}

/** Where Python's `str.splitlines` ends a line; brat reads its files that way. */
const LINE_END = /[\n\v\f\r\x1c-\x1e\u0085\u2028\u2029]/; // eslint-disable-line no-control-regex

/**
 * The rules of brat's server (server/src/annotation.py, TextAnnotations), written anew: what it would refuse, or mend
 * with a warning, throws.
 */
export function readByBratRules(text: string, ann: string): readonly BratSpan[] {
  const points = [...text];
  const ids = new Set<string>();
  const spans: BratSpan[] = [];
  const targets: string[] = [];
  const lines = ann.split(LINE_END);
  assert.equal(lines.pop(), '', 'the last line has an end');
  for (const line of lines) {
    const [id = '', data = '', ...tail] = line.split('\t');
    assert.match(id, /^[TRA#][1-9]\d*$/);
    assert.ok(!ids.has(id), `${id} stands twice`);
    ids.add(id);
    if (id.startsWith('T')) {
      const match = /^([a-zA-Z0-9_-]+) (.+)$/.exec(data);
      assert.ok(match, line);
      const parts = match[2]!.split(';').map((part) => {
        assert.match(part, /^\d+ \d+$/);
        const [start, end] = part.split(' ').map(Number);
        return [start!, end!] as const;
      });
      parts.forEach(([start, end], index) => {
        assert.ok(start < end && end <= points.length, `${line}: outside`);
        if (index > 0) assert.ok(start > parts[index - 1]![1], `${line}: parts touch or overlap`);
        const words = points.slice(start, end).join('');
        assert.notEqual(words.trim(), '', `${line}: a part of blanks`);
        assert.doesNotMatch(words, LINE_END);
      });
      const words = parts.map(([start, end]) => points.slice(start, end).join('')).join(' ');
      assert.deepEqual(tail, [words]);
      spans.push({ id, type: match[1]!, parts });
    } else if (id.startsWith('R')) {
      const match = /^\S+ Arg1:(\S+) Arg2:(\S+)$/.exec(data);
      assert.ok(match && tail.length === 0, line);
      targets.push(match[1]!, match[2]!);
    } else if (id.startsWith('A')) {
      const match = /^\S+ (\S+)( \S+)?$/.exec(data);
      assert.ok(match && tail.length === 0, line);
      targets.push(match[1]!);
    } else {
      const match = /^\S+ (\S+)$/.exec(data);
      assert.ok(match && tail.length === 1, line);
      targets.push(match[1]!);
    }
  }
  for (const target of targets) assert.ok(ids.has(target), `${target} is not there`);
  return spans;
}
