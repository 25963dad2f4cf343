import { lineAt } from '../../newsmark';
import type { Analysis, Figure, PageText, Span } from '../../newsmark';
import { oneLine, type Say } from '../messages';

const SHOWN_FIGURES = 12;

/** What Newsmark finds on a page, for people. */
export function summarize(name: string, page: PageText, analysis: Analysis, say: Say): string {
  const { articles, bylines, figures, checks } = analysis;
  const quote = (span: Span): string => oneLine(page.text.slice(span.start, span.end));
  const lines = [say('summary', name, articles.length, bylines.length, figures.length, checks.length)];
  for (const article of articles) {
    const people = bylines
      .filter((byline) => byline.articleId === article.id)
      .flatMap((byline) => byline.people.map((person) => person.name));
    const first = lineAt(page, article.blocks[0]?.start ?? 0) + 1;
    const by = people.length > 0 ? ` – ${[...new Set(people)].join('、')}` : '';
    lines.push(`  ${first}: ${article.title || say('noHeadline')}${by}`);
  }
  const told = figures.filter((figure) => figure.kind !== 'date' && figure.kind !== 'time');
  for (const figure of told.slice(0, SHOWN_FIGURES)) {
    const metric = figure.metric ? `${figure.metric}: ` : '';
    lines.push(`    ${lineAt(page, figure.start) + 1}: ${metric}${quote(figure)} = ${valueOf(figure)}`);
  }
  if (told.length > SHOWN_FIGURES) lines.push(`    ${say('moreFigures', told.length - SHOWN_FIGURES)}`);
  for (const check of checks) {
    const at = figures[check.figures[0] ?? -1]?.start ?? 0;
    lines.push(`  ${lineAt(page, at) + 1}: ${check.statement} – ${say(check.holds ? 'holds' : 'fails')}`);
  }
  return `${lines.join('\n')}\n`;
}

function valueOf(figure: Figure): string {
  if (figure.lo !== undefined && figure.hi !== undefined) return `${figure.lo}–${figure.hi} ${figure.unit}`.trim();
  return `${figure.value ?? figure.iso ?? ''} ${figure.unit}`.trim();
}
