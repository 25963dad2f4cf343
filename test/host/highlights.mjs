// What a person sees highlighted, compared with what the analysis found.

/** Boxes that extensions draw below the words of the editor. */
export const MARKS = '.monaco-editor .view-overlays .cdr[class*="TextEditorDecorationType"]';

const withoutBlanks = (words) => words.replace(/\s/g, '');

/**
 * Waits until a Playwright page shows marks in its editor. `quotes` are the figures and bylines of the text; those in
 * view are returned, and which of them carry no mark.
 */
export async function seeHighlights(page, quotes, timeoutMs = 60_000) {
  await page.locator(MARKS).first().waitFor({ timeout: timeoutMs });
  // Marks come kind by kind; a second later all are drawn.
  await page.waitForTimeout(1000);
  const { shown, marked } = await page.evaluate(readEditor, MARKS);
  // A single digit would be found anywhere.
  const inView = quotes.map(withoutBlanks).filter((quote) => quote.length > 1 && shown.includes(quote));
  return { inView, missing: inView.filter((quote) => !marked.includes(quote)) };
}

/** Runs in the browser: the characters in view, line by line without blanks, and those of them that lie in a mark. */
function readEditor(selector) {
  const wholeLine = (mark) => mark.style.width === '100%';
  const boxes = [...document.querySelectorAll(selector)]
    .filter((mark) => !wholeLine(mark))
    .map((mark) => mark.getBoundingClientRect());
  const inMark = (box) => {
    const x = (box.left + box.right) / 2;
    const y = (box.top + box.bottom) / 2;
    return boxes.some((mark) => mark.left <= x && x <= mark.right && mark.top <= y && y <= mark.bottom);
  };
  const lines = [...document.querySelectorAll('.monaco-editor .view-lines .view-line')];
  lines.sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top);
  let shown = '';
  let marked = '';
  for (const line of lines) {
    const texts = document.createTreeWalker(line, 4 /* text nodes */);
    while (texts.nextNode()) {
      const { currentNode } = texts;
      for (let at = 0; at < currentNode.data.length; at++) {
        const character = currentNode.data[at];
        if (/\s/.test(character)) continue;
        const range = document.createRange();
        range.setStart(currentNode, at);
        range.setEnd(currentNode, at + 1);
        shown += character;
        if (inMark(range.getBoundingClientRect())) marked += character;
      }
    }
  }
  return { shown, marked };
}
