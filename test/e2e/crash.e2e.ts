import assert from 'node:assert/strict';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSidecar } from '../../src/newsmark';
import { seeded } from '../unit/random';
import { Crashing } from './crashing';

const ROUNDS = 5;
/** The gesture of a round that the extension host is killed in, and when: a gesture takes some 50 ms. */
const LAST_GESTURE = 25;
const LATEST_MS = 90;
/** Characters for all gestures of all rounds; each takes four. */
const PAGE_LENGTH = 8000;

describe('an extension host that is killed while a person labels', () => {
  let vscode: Crashing;
  before(async () => {
    vscode = await Crashing.open();
  });
  after(() => (vscode as Crashing | undefined)?.close());

  it(`loses at most the gesture under way, and leaves a whole file, in ${ROUNDS} crashes`, async function () {
    this.timeout(180_000);
    const random = seeded(9);
    const journal = join(vscode.workspace, 'journal');
    const sidecar = join(vscode.workspace, 'long.txt.newsmark.json');
    writeFileSync(join(vscode.workspace, 'long.txt'), longPage(PAGE_LENGTH));
    writeFileSync(journal, '');
    let expected = new Set<number>();
    let gestures = 0;
    let lost = 0;
    for (let round = 1; round <= ROUNDS; round++) {
      const from = readFileSync(journal, 'utf8').length;
      const told = (): string => readFileSync(journal, 'utf8').slice(from);
      await vscode.start('out/vscode/crash.js');
      const gesture = random.int(2, LAST_GESTURE);
      await vscode.until(
        `gesture ${gesture}`,
        () => (told().match(/^begin/gm) ?? []).length >= gesture,
        () => told(),
      );
      await vscode.page.waitForTimeout(random.int(0, LATEST_MS));
      const [, pid] = /^pid (\d+)$/m.exec(told())!;
      process.kill(Number(pid), 'SIGKILL');
      await vscode.leave();
      assert.doesNotMatch(told(), /failed/);

      const { done, underWay } = afterGestures(expected, told());
      gestures += (told().match(/^end/gm) ?? []).length;
      const text = existsSync(sidecar) ? readFileSync(sidecar, 'utf8') : undefined;
      const found = new Set(text === undefined ? [] : startsIn(text));
      const possible = [done, underWay].map((set) => [...set].sort((a, b) => a - b).join());
      const actual = [...found].sort((a, b) => a - b).join();
      assert.ok(
        possible.includes(actual),
        `round ${round}: ${actual}\nis neither of\n${possible.join('\n')}\nafter\n${told()}`,
      );
      if (actual !== possible[1]) lost++;
      expected = found;
      // A round begins with what is in the file: a removal that was lost is not made again.
      appendFileSync(journal, `crash ${round}\n`);
    }
    assert.ok(gestures >= ROUNDS, `${gestures} gestures`);
    console.log(`      ${ROUNDS} crashes in ${gestures} gestures: ${lost} under way were lost, nothing else`);
  });
});

/** Where the annotations of a sidecar start, which must be whole. */
function startsIn(text: string): readonly number[] {
  const parsed = parseSidecar(text);
  assert.ok(parsed.ok, `a whole file: ${text.slice(-200)}`);
  return parsed.sidecar.annotations.map(({ start }) => start);
}

/** The annotations, by where they start, when every gesture that came back is done, and with the one under way too. */
function afterGestures(
  before: ReadonlySet<number>,
  journal: string,
): { readonly done: ReadonlySet<number>; readonly underWay: ReadonlySet<number> } {
  const apply = (set: ReadonlySet<number>, gesture: string): ReadonlySet<number> => {
    const result = new Set(set);
    const start = Number(gesture.slice(1));
    if (gesture.startsWith('+')) result.add(start);
    else result.delete(start);
    return result;
  };
  let done = before;
  let underWay = before;
  for (const [, what, gesture] of journal.matchAll(/^(begin|end) ([+-]\d+)$/gm)) {
    if (what === 'begin') underWay = apply(done, gesture!);
    else done = underWay = apply(done, gesture!);
  }
  return { done, underWay };
}

/** Invented news, long enough for every gesture to have words of its own. */
function longPage(length: number): string {
  const random = seeded(3);
  const places = ['云溪县', '清河县', '白石乡', '望江市', '青溪镇'];
  let text = '';
  while (text.length < length) {
    text += `\u3000\u3000本报讯 ${random.pick(places)}今年投入资金${random.int(100, 999)}万元，完成${random.int(2, 90)}座水库的除险加固。\n`;
  }
  return text;
}
