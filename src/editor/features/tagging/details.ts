import * as vscode from 'vscode';
import { attributesFor, relationsOf, withoutRelation } from '../../../newsmark';
import type { Annotation, AttributeValue, Relation, SchemeAttribute } from '../../../newsmark';
import { HumanError } from '../../errors';
import { inChinese } from '../../names';
import type { Page } from '../../pages/page';
import type { Schemes } from '../../schemes';
import { signature } from '../../signature';
import type { SpanArgument } from '../../contributions';
import { isEntity, isShown, type Places, quoteOf, type Wanted } from './places';

const isShownEntity: Wanted = (annotation) => isEntity(annotation) && isShown(annotation);

/** Notes, attributes and the end of relations. Each change is one edit and one step of undo. */
export class DetailCommands {
  readonly #places: Places;
  readonly #schemes: Schemes;

  constructor(places: Places, schemes: Schemes) {
    this.#places = places;
    this.#schemes = schemes;
  }

  /** Asks for the note of an annotation where none is given; an empty one takes the note away. */
  async setNote(id?: string, note?: string, target?: SpanArgument): Promise<void> {
    const page = this.#places.page(target);
    const annotation = await this.#places.annotation(page, id, isShown);
    page.annotations.assertWritable();
    const written =
      note ??
      (await vscode.window.showInputBox({
        title: vscode.l10n.t('Note on “{0}”', quoteOf(page, annotation)),
        value: annotation.note ?? '',
        placeHolder: vscode.l10n.t('Left empty, there is no note.'),
      }));
    if (written === undefined) return;
    await change(page, annotation.id, ({ note: _, ...rest }) => ({
      ...rest,
      ...(written.trim() !== '' && { note: written.trim() }),
    }));
  }

  /** Asks for an attribute and its value where they are not given; no value takes the attribute away. */
  async setAttribute(id?: string, attributeId?: string, value?: AttributeValue, target?: SpanArgument): Promise<void> {
    const page = this.#places.page(target);
    const annotation = await this.#places.annotation(page, id, isShownEntity);
    page.annotations.assertWritable();
    const attributes = attributesFor(this.#schemes.of(page.uri), annotation.label);
    if (attributes.length === 0) {
      throw new HumanError(
        'no-attributes',
        vscode.l10n.t('The scheme has no attributes for {0}. Add them to the scheme file first.', annotation.label),
      );
    }
    const attribute =
      attributeId === undefined
        ? await pickAttribute(page, annotation, attributes)
        : attributes.find((a) => a.id === attributeId);
    if (!attribute) return;
    const chosen = value ?? (await askValue(attribute, annotation.attributes?.[attribute.id]));
    if (chosen === undefined) return;
    await change(page, annotation.id, ({ attributes: before, ...rest }) => {
      const { [attribute.id]: _, ...others } = before ?? {};
      const attributesAfter = isNothing(chosen) ? others : { ...others, [attribute.id]: chosen };
      return { ...rest, ...(Object.keys(attributesAfter).length > 0 && { attributes: attributesAfter }) };
    });
  }

  /** Takes a relation away; asks which where none is given. */
  async removeRelation(id?: string, relation?: Relation, target?: SpanArgument): Promise<void> {
    const page = this.#places.page(target);
    const annotation = await this.#places.annotation(page, id, isShown);
    const chosen = relation ? { source: annotation.id, relation } : await this.#pickRelation(page, annotation);
    await change(page, chosen.source, (before) => withoutRelation(before, chosen.relation));
  }

  async #pickRelation(
    page: Page,
    annotation: Annotation,
  ): Promise<{ readonly source: string; readonly relation: Relation }> {
    const ends = relationsOf(annotation, page.annotations.items);
    if (ends.length === 0) {
      throw new HumanError('no-relation', vscode.l10n.t('“{0}” has no relations.', quoteOf(page, annotation)));
    }
    const items = ends.map(({ relation, direction, other }) => ({
      label: `${direction === 'out' ? '→' : '←'} ${relation.label}`,
      description: other ? quoteOf(page, other) : vscode.l10n.t('gone'),
      chosen: { source: direction === 'out' ? annotation.id : other!.id, relation },
    }));
    const item = await vscode.window.showQuickPick(items, {
      placeHolder: vscode.l10n.t('Remove which relation?'),
      matchOnDescription: true,
    });
    if (!item) throw new vscode.CancellationError();
    return item.chosen;
  }
}

/** Changes what is said about an annotation. Its state stays: the person decides on span and label only once. */
export async function change(page: Page, id: string, make: (before: Annotation) => Annotation): Promise<void> {
  const { author, time } = signature(page.document);
  await page.annotations.edit((items) =>
    items
      .filter((a) => a.id === id)
      .map((before) => ({ before, after: make(before) }))
      .filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after))
      .map(({ before, after }) => ({
        type: 'change',
        before,
        after: { ...after, time, ...(author !== undefined && { author }) },
      })),
  );
}

/** The name of a part of the scheme in the person's language. */
export function nameIn(named: { readonly name: { readonly en: string; readonly zh: string } }): string {
  return inChinese() ? named.name.zh : named.name.en;
}

/** A value of an attribute for people; names of choices in their language. */
export function valueText(value: AttributeValue, attribute: SchemeAttribute | undefined): string {
  if (typeof value === 'boolean') return value ? vscode.l10n.t('yes') : vscode.l10n.t('no');
  const values: readonly string[] = typeof value === 'object' ? value : [String(value)];
  return values
    .map((id) => {
      const choice = attribute?.values?.find((v) => v.id === id);
      return choice?.name ? nameIn({ name: choice.name }) : id;
    })
    .join(vscode.l10n.t(', '));
}

async function pickAttribute(
  page: Page,
  annotation: Annotation,
  attributes: readonly SchemeAttribute[],
): Promise<SchemeAttribute | undefined> {
  const items = attributes.map((attribute) => {
    const value = annotation.attributes?.[attribute.id];
    return {
      label: nameIn(attribute),
      description: `${attribute.id}${value === undefined ? '' : ` = ${valueText(value, attribute)}`}`,
      ...(attribute.definition !== undefined && { detail: attribute.definition }),
      attribute,
    };
  });
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Attribute of “{0}”', quoteOf(page, annotation)),
    matchOnDescription: true,
  });
  return chosen?.attribute;
}

/** Asks for a value; `''`, `[]` and `false` take it away. Undefined where the person chooses none. */
async function askValue(
  attribute: SchemeAttribute,
  current: AttributeValue | undefined,
): Promise<AttributeValue | undefined> {
  const title = nameIn(attribute);
  switch (attribute.type) {
    case 'boolean':
      return current !== true;
    case 'text':
      return vscode.window.showInputBox({
        title,
        value: typeof current === 'string' || typeof current === 'number' ? String(current) : '',
        placeHolder: vscode.l10n.t('Left empty, there is no value.'),
      });
    case 'choice':
      return attribute.multiple === true ? askSeveral(attribute, title, current) : askOne(attribute, title, current);
  }
}

async function askOne(
  attribute: SchemeAttribute,
  title: string,
  current: AttributeValue | undefined,
): Promise<string | undefined> {
  const items = choices(attribute, (id) => id === current);
  const none = { label: vscode.l10n.t('$(close) No value'), description: '', id: '' };
  const chosen = await vscode.window.showQuickPick(current === undefined ? items : [...items, none], {
    title,
    matchOnDescription: true,
  });
  return chosen?.id;
}

async function askSeveral(
  attribute: SchemeAttribute,
  title: string,
  current: AttributeValue | undefined,
): Promise<readonly string[] | undefined> {
  const items = choices(attribute, (id) => typeof current === 'object' && current.includes(id));
  const chosen = await vscode.window.showQuickPick(items, { title, canPickMany: true, matchOnDescription: true });
  return chosen?.map((item) => item.id);
}

function choices(
  attribute: SchemeAttribute,
  isPicked: (id: string) => boolean,
): (vscode.QuickPickItem & { readonly id: string })[] {
  return (attribute.values ?? []).map(({ id, name }) => ({
    id,
    label: name ? nameIn({ name }) : id,
    description: id,
    picked: isPicked(id),
  }));
}

function isNothing(value: AttributeValue): boolean {
  return value === '' || value === false || (typeof value === 'object' && value.length === 0);
}
