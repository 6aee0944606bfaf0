/** XLIFF 2 files for tests, small ones made here and those of the OASIS suite where somebody has put them. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { XmlElement, XmlNode } from '../../server/formats/xml.ts';

const folder = '../shared/data/xliff';

export const suiteIsHere = existsSync(folder);
export const suiteSkipped = suiteIsHere ? '' : ` (skipped: ${folder} is not here)`;

/** The files of one kind, over the core and the modules, by their names. */
export function suiteFiles(kind: 'valid' | 'invalid' | 'in-out'): Map<string, Buffer> {
  const files = suiteIsHere ? globSync(`${folder}/*/${kind}/*.xlf`).toSorted() : [];
  return new Map(files.map((file) => [path.basename(file, '.xlf'), readFileSync(file)]));
}

const namespaces =
  'xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0" ' +
  'xmlns:gls="urn:oasis:names:tc:xliff:glossary:2.0" xmlns:fs="urn:oasis:names:tc:xliff:fs:2.0" ' +
  'xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0" xmlns:res="urn:oasis:names:tc:xliff:resourcedata:2.0" ' +
  'xmlns:ctr="urn:oasis:names:tc:xliff:changetracking:2.0" xmlns:slr="urn:oasis:names:tc:xliff:sizerestriction:2.0" ' +
  'xmlns:val="urn:oasis:names:tc:xliff:validation:2.0" xmlns:my="urn:example:my"';

/** A file from Hebrew into Arabic around what stands in `xliff`; every namespace is declared. */
export function anXliff(content: string, attributes = 'version="2.1" srcLang="he" trgLang="ar"'): string {
  return `<xliff ${namespaces} ${attributes}>${content}</xliff>`;
}

/** The same around what stands in one unit. */
export function aUnit(content: string): string {
  return anXliff(`<file id="f"><unit id="u">${content}</unit></file>`);
}

/** The same around one source. */
export function aSource(content: string): string {
  return aUnit(`<segment><source>${content}</source></segment>`);
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** A tree without its places, for comparing. */
export function placeless(element: XmlElement): XmlElement {
  const children = element.children.map((node): XmlNode => {
    return typeof node === 'object' && 'children' in node ? placeless(node) : node;
  });
  return { ...element, line: 0, children };
}
