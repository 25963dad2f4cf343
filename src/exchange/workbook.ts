import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { Cell } from './figureRows';
import { escapeXml } from './xml';

/** What Excel takes at most. */
const MAX_ROWS = 1_048_576;
const MAX_CELL = 32_767;

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * An Office Open XML workbook (ECMA-376) that is written row by row: the libraries that make whole workbooks hold all of
 * it in memory, and 200,000 rows of sentences are too many for that. Sheets that are full go on in the next one. The
 * first row is set bold and stays in sight.
 */
export class Workbook {
  readonly #name: string;
  readonly #head: readonly string[];
  readonly #widths: readonly number[];
  readonly #limit: number;
  readonly #zip: Zip;
  #chunks: Uint8Array[] = [];
  #sheet: ZipDeflate | undefined;
  #sheets = 0;
  #rows = 0;

  /** @param columns names and widths (in characters) of the columns @param limit rows of a sheet */
  constructor(name: string, columns: readonly { readonly name: string; readonly width: number }[], limit = MAX_ROWS) {
    this.#limit = limit;
    this.#name = name;
    this.#head = columns.map((column) => column.name);
    this.#widths = columns.map((column) => column.width);
    this.#zip = new Zip((error, chunk) => {
      if (error) throw error;
      this.#chunks.push(chunk);
    });
    this.#beginSheet();
  }

  add(rows: readonly (readonly Cell[])[]): void {
    let xml = '';
    for (const row of rows) {
      if (this.#rows === this.#limit) {
        this.#sheet!.push(strToU8(xml));
        xml = '';
        this.#endSheet();
        this.#beginSheet();
      }
      xml += rowOf(row, ++this.#rows, 0);
    }
    this.#sheet!.push(strToU8(xml));
  }

  end(): void {
    this.#endSheet();
    const ids = Array.from({ length: this.#sheets }, (_, index) => index + 1);
    this.#file(
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${ids.map((id) => `<Override PartName="/xl/worksheets/sheet${id}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}</Types>`,
    );
    this.#file(
      '_rels/.rels',
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    );
    this.#file(
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets>${ids.map((id) => `<sheet name="${escapeXml(id === 1 ? this.#name : `${this.#name} ${id}`)}" sheetId="${id}" r:id="rId${id}"/>`).join('')}</sheets></workbook>`,
    );
    this.#file(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${PACKAGE}/relationships">${ids.map((id) => `<Relationship Id="rId${id}" Type="${DOCUMENT}/worksheet" Target="worksheets/sheet${id}.xml"/>`).join('')}<Relationship Id="rId${ids.length + 1}" Type="${DOCUMENT}/styles" Target="styles.xml"/></Relationships>`,
    );
    this.#file(
      'xl/styles.xml',
      `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf fontId="1" applyFont="1" xfId="0"/></cellXfs></styleSheet>`,
    );
    this.#zip.end();
  }

  /** What has been written since the last time this was asked. */
  take(): Uint8Array {
    const bytes = new Uint8Array(this.#chunks.reduce((size, chunk) => size + chunk.length, 0));
    let at = 0;
    for (const chunk of this.#chunks) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
    this.#chunks = [];
    return bytes;
  }

  #beginSheet(): void {
    this.#sheet = new ZipDeflate(`xl/worksheets/sheet${++this.#sheets}.xml`, { level: 6 });
    this.#zip.add(this.#sheet);
    const columns = this.#widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}"/>`);
    this.#rows = 1;
    this.#sheet.push(
      strToU8(
        `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>${rowOf(this.#head, 1, 1)}`,
      ),
    );
  }

  #endSheet(): void {
    this.#sheet!.push(strToU8('</sheetData></worksheet>'), true);
  }

  #file(path: string, xml: string): void {
    const file = new ZipDeflate(path, { level: 6 });
    this.#zip.add(file);
    file.push(strToU8(HEAD + xml), true);
  }
}

function rowOf(cells: readonly Cell[], row: number, style: number): string {
  const written = cells.map((cell, index) => cellOf(cell, `${columnName(index)}${row}`, style));
  return `<row r="${row}">${written.join('')}</row>`;
}

function cellOf(cell: Cell, at: string, style: number): string {
  if (cell === undefined || cell === '') return '';
  const s = style > 0 ? ` s="${style}"` : '';
  if (typeof cell === 'number' && Number.isFinite(cell)) return `<c r="${at}"${s}><v>${cell}</v></c>`;
  return `<c r="${at}"${s} t="inlineStr"><is><t xml:space="preserve">${escapeXml(String(cell).slice(0, MAX_CELL))}</t></is></c>`;
}

/** A, B, …, Z, AA, … */
function columnName(index: number): string {
  const rest = String.fromCharCode(65 + (index % 26));
  return index < 26 ? rest : columnName(Math.floor(index / 26) - 1) + rest;
}
