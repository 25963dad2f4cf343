import type { Analysis } from '../../newsmark';
import type { Page } from './page';

/**
 * Computes something out of a page's analysis once, as long as the analysis is the same object: VS Code asks for lenses,
 * folds and symbols after every change of a document, one that changes nothing of its text too.
 */
export function perAnalysis<T>(compute: (page: Page) => T): (page: Page) => T {
  const known = new WeakMap<Page, { readonly analysis: Analysis; readonly value: T }>();
  return (page) => {
    const { analysis } = page;
    const last = known.get(page);
    if (last?.analysis === analysis) return last.value;
    const value = compute(page);
    known.set(page, { analysis, value });
    return value;
  };
}
