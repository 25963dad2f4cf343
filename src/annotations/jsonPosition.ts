/** A container of JSON that is being read, and where in it the reader is. */
type Frame = { readonly kind: 'object'; key: string } | { readonly kind: 'array'; index: number };

const LITERAL = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;
const BLANK = /[ \t\r\n]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** A place in a text for people: both 1-based, columns in UTF-16 units. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

export function positionAt(text: string, offset: number): TextPosition {
  let line = 1;
  let lineStart = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
    line++;
    lineStart = at + 1;
  }
  return { line, column: offset - lineStart + 1 };
}

/** Offset of the first character that keeps a text from being JSON; its end where something is missing. */
export function jsonErrorAt(text: string): number {
  return read(text, () => false);
}

/** Offset of the value at a path (property names, array indices) of valid JSON, or of the last part of it that exists. */
export function jsonValueAt(text: string, path: readonly PropertyKey[]): number {
  let best = 0;
  let depth = -1;
  read(text, (frames, at) => {
    if (frames.length > path.length || frames.length <= depth) return false;
    if (!frames.every((frame, i) => String(path[i]) === (frame.kind === 'object' ? frame.key : String(frame.index)))) {
      return false;
    }
    depth = frames.length;
    best = at;
    return depth === path.length;
  });
  return best;
}

/**
 * Reads JSON without recursion, so that no nesting is too deep, and stops where `found` says so or where the text is
 * no JSON any more. Gives the offset at which it stopped.
 */
function read(text: string, found: (frames: readonly Frame[], at: number) => boolean): number {
  const frames: Frame[] = [];
  let at = skip(text, 0);
  for (;;) {
    if (found(frames, at)) return at;
    const opened = open(text, at, frames);
    if (opened.state === 'error') return opened.at;
    at = opened.at;
    if (opened.state === 'inside') continue;
    for (;;) {
      at = skip(text, at);
      const frame = frames.at(-1);
      if (!frame) return at;
      const mark = text[at];
      if (mark === ',') {
        at = skip(text, at + 1);
        if (frame.kind === 'array') frame.index++;
        else {
          const key = keyAt(text, at, frame);
          if (!key.ok) return key.at;
          at = key.at;
        }
        break;
      }
      if (mark !== (frame.kind === 'array' ? ']' : '}')) return at;
      frames.pop();
      at++;
    }
  }
}

/** Reads a value, or goes into the first one of a container that has any. */
function open(
  text: string,
  at: number,
  frames: Frame[],
): { readonly state: 'inside' | 'done' | 'error'; readonly at: number } {
  switch (text.charAt(at)) {
    case '[': {
      const first = skip(text, at + 1);
      if (text[first] === ']') return { state: 'done', at: first + 1 };
      frames.push({ kind: 'array', index: 0 });
      return { state: 'inside', at: first };
    }
    case '{': {
      const first = skip(text, at + 1);
      if (text[first] === '}') return { state: 'done', at: first + 1 };
      const frame: Frame = { kind: 'object', key: '' };
      const key = keyAt(text, first, frame);
      if (!key.ok) return { state: 'error', at: key.at };
      frames.push(frame);
      return { state: 'inside', at: key.at };
    }
    case '"': {
      const end = stringEnd(text, at);
      return end.ok ? { state: 'done', at: end.at } : { state: 'error', at: end.at };
    }
    default: {
      LITERAL.lastIndex = at;
      return LITERAL.test(text) ? { state: 'done', at: LITERAL.lastIndex } : { state: 'error', at };
    }
  }
}

type Read = { readonly ok: boolean; readonly at: number };

/** Reads `"key" :` and gives the offset of the value. */
function keyAt(text: string, at: number, frame: Frame & { kind: 'object' }): Read {
  if (text[at] !== '"') return { ok: false, at };
  const end = stringEnd(text, at);
  if (!end.ok) return end;
  frame.key = JSON.parse(text.slice(at, end.at)) as string;
  const colon = skip(text, end.at);
  return text[colon] === ':' ? { ok: true, at: skip(text, colon + 1) } : { ok: false, at: colon };
}

function stringEnd(text: string, start: number): Read {
  let at = start + 1;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (unit === 0x22) return { ok: true, at: at + 1 };
    if (unit < 0x20) return { ok: false, at };
    if (unit === 0x5c) {
      ESCAPE.lastIndex = at;
      if (!ESCAPE.test(text)) return { ok: false, at };
      at = ESCAPE.lastIndex;
    } else at++;
  }
  return { ok: false, at };
}

function skip(text: string, at: number): number {
  BLANK.lastIndex = at;
  BLANK.test(text);
  return BLANK.lastIndex;
}
