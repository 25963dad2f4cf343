import { flowOf } from '../page/flow';
import type { Block } from '../page/model';
import type { Reference } from './resolve';
import { scan } from './scan';
import { joinSpacedDigits } from './spacedDigits';

/**
 * The day that the head or the foot of a page prints, from its furniture; undefined where it prints none. Of several
 * days the latest: mastheads also print when the paper was founded. A year and a day of it may stand apart.
 */
export function pageDateOf(text: string, blocks: readonly Block[]): Reference | undefined {
  let day: string | undefined;
  let year: string | undefined;
  let partial: string | undefined;
  for (const block of blocks) {
    if (block.role !== 'furniture') continue;
    for (const { iso } of scan(joinSpacedDigits(flowOf(text, [block])).text)) {
      if (iso === undefined) continue;
      if (WHOLE.test(iso)) day = later(day, iso);
      else if (YEAR.test(iso)) year = later(year, iso);
      else if (MONTH_DAY.test(iso)) partial = later(partial, iso);
    }
  }
  const whole = day ?? (year !== undefined && partial !== undefined ? year + partial.slice(1) : undefined);
  if (whole === undefined) return undefined;
  return { year: Number(whole.slice(0, 4)), month: Number(whole.slice(5, 7)), day: Number(whole.slice(8, 10)) };
}

const WHOLE = /^\d{4}-\d\d-\d\d$/;
const YEAR = /^\d{4}$/;
const MONTH_DAY = /^--\d\d-\d\d$/;

function later(a: string | undefined, b: string): string {
  return a === undefined || b > a ? b : a;
}
