import * as vscode from 'vscode';
import { relationsBetween, withRelation } from '../../../newsmark';
import type { Annotation, Scheme, SchemeRelation } from '../../../newsmark';
import type { SpanArgument } from '../../contributions';
import { toRange } from '../../convert';
import { HumanError } from '../../errors';
import type { Page } from '../../pages/page';
import type { Schemes } from '../../schemes';
import { change, nameIn } from './details';
import { isEntity, isShown, type Places, quoteOf, type Wanted } from './places';

const isShownEntity: Wanted = (annotation) => isEntity(annotation) && isShown(annotation);
/** Characters around an annotation that tell it from others with the same words. */
const CONTEXT = 8;

interface Begun {
  readonly uri: string;
  readonly id: string;
  readonly hint: vscode.Disposable;
}

/** Makes relations: the other annotation comes from a list, or from the cursor at the next call of the command. */
export class RelateCommand implements vscode.Disposable {
  readonly #places: Places;
  readonly #schemes: Schemes;
  /** The annotation that waits for the other one to be pointed at in the text. */
  #begun: Begun | undefined;

  constructor(places: Places, schemes: Schemes) {
    this.#places = places;
    this.#schemes = schemes;
  }

  async run(id?: string, relationId?: string, otherId?: string, target?: SpanArgument): Promise<void> {
    const page = this.#places.page(target);
    page.annotations.assertWritable();
    const begun = this.#take(page);
    const scheme = this.#schemes.of(page.uri);
    if (begun && id === undefined) {
      const other = await this.#places.annotation(page, undefined, isShownEntity);
      if (other.id === begun.id) return;
      await this.#relate(page, scheme, begun, other, relationId);
      return;
    }
    const source = await this.#places.annotation(page, id, isShownEntity);
    if (relationsBetween(scheme, source.label).length === 0 && relationsTo(scheme, source.label).length === 0) {
      throw new HumanError(
        'no-relations',
        vscode.l10n.t('The scheme has no relations for {0}. Add them to the scheme file first.', source.label),
      );
    }
    const other =
      otherId === undefined
        ? await this.#pickOther(page, scheme, source)
        : page.annotations.items.find((a) => a.id === otherId && isShownEntity(a));
    if (other === 'in-text') this.#begin(page, source);
    else if (other) await this.#relate(page, scheme, source, other, relationId);
  }

  async #relate(
    page: Page,
    scheme: Scheme,
    source: Annotation,
    other: Annotation,
    relationId: string | undefined,
  ): Promise<void> {
    const possible = relationsBetween(scheme, source.label, other.label);
    if (possible.length === 0) {
      throw new HumanError(
        'no-relation-between',
        vscode.l10n.t('The scheme has no relation from {0} to {1}.', source.label, other.label),
      );
    }
    const relation =
      relationId === undefined
        ? await pickRelation(page, source, other, possible)
        : possible.find((each) => each.id === relationId);
    if (!relation) return;
    await change(page, source.id, (before) => withRelation(before, { label: relation.id, target: other.id }));
    this.#places.remember(page, source.id);
  }

  async #pickOther(page: Page, scheme: Scheme, source: Annotation): Promise<Annotation | 'in-text' | undefined> {
    const distance = (a: Annotation): number => Math.abs(a.start - source.start);
    const others = page.annotations.items
      .filter((a) => a.id !== source.id && isShownEntity(a))
      .filter((a) => relationsBetween(scheme, source.label, a.label).length > 0)
      .sort((a, b) => distance(a) - distance(b));
    const inText = {
      label: vscode.l10n.t('$(target) Point at it in the text'),
      description: vscode.l10n.t('then run this command again there'),
      other: 'in-text' as const,
    };
    const items = others.map((other) => ({ ...describe(page, other), other }));
    const chosen = await vscode.window.showQuickPick([inText, ...items], {
      title: vscode.l10n.t('Relate “{0}” to…', quoteOf(page, source)),
      matchOnDescription: true,
      matchOnDetail: true,
    });
    return chosen?.other;
  }

  #begin(page: Page, source: Annotation): void {
    const hint = vscode.window.setStatusBarMessage(
      vscode.l10n.t(
        'Relate “{0}” to: put the cursor on the other annotation and run the command again; on itself to give up.',
        quoteOf(page, source),
      ),
    );
    this.#begun = { uri: page.uri.toString(), id: source.id, hint };
  }

  /** The annotation that waits, as it stands now; nothing waits any more then. */
  #take(page: Page): Annotation | undefined {
    const begun = this.#begun;
    this.#begun = undefined;
    begun?.hint.dispose();
    if (begun?.uri !== page.uri.toString()) return undefined;
    return page.annotations.items.find((a) => a.id === begun.id);
  }

  dispose(): void {
    this.#begun?.hint.dispose();
  }
}

async function pickRelation(
  page: Page,
  source: Annotation,
  other: Annotation,
  possible: readonly SchemeRelation[],
): Promise<SchemeRelation | undefined> {
  if (possible.length === 1) return possible[0];
  const items = possible.map((relation) => ({
    label: nameIn(relation),
    description: relation.id,
    ...(relation.definition !== undefined && { detail: relation.definition }),
    relation,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('“{0}” … “{1}”', quoteOf(page, source), quoteOf(page, other)),
    matchOnDescription: true,
  });
  return chosen?.relation;
}

function relationsTo(scheme: Scheme, label: string): readonly SchemeRelation[] {
  return (scheme.relations ?? []).filter((relation) => relation.symmetric === true && relation.to?.includes(label));
}

function describe(page: Page, annotation: Annotation): vscode.QuickPickItem {
  const { text } = page.text;
  const around = text.slice(Math.max(0, annotation.start - CONTEXT), annotation.end + CONTEXT).replace(/\s+/g, '');
  return {
    label: quoteOf(page, annotation),
    description: annotation.label,
    detail: vscode.l10n.t('line {0}: …{1}…', toRange(page.text, annotation).start.line + 1, around),
  };
}
