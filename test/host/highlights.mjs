// What a person sees highlighted, compared with what the analysis found.

/** Decorations that extensions draw in the editor; the workbench's own have other class names. */
export const MARKS = '.monaco-editor .view-lines span[class*="ced-TextEditorDecorationType"]';

const withoutBlanks = (words) => words.replace(/\s/g, '');

/**
 * Waits until a Playwright page shows marks in its editor. `quotes` are the figures and bylines of the text; those in
 * view are returned, and which of them carry no mark.
 */
export async function seeHighlights(page, quotes, timeoutMs = 60_000) {
  await page.locator(MARKS).first().waitFor({ timeout: timeoutMs });
  // Marks come kind by kind; a second later all are drawn.
  await page.waitForTimeout(1000);
  const texts = async (selector) => withoutBlanks((await page.locator(selector).allInnerTexts()).join(''));
  const shown = await texts('.monaco-editor .view-lines .view-line');
  const marked = await texts(MARKS);
  // A single digit would be found anywhere.
  const inView = quotes.map(withoutBlanks).filter((quote) => quote.length > 1 && shown.includes(quote));
  return { inView, missing: inView.filter((quote) => !marked.includes(quote)) };
}
