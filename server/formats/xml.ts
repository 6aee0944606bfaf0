/**
 * XML for the interchange formats (XLIFF, TMX, TBX): bytes or text → a tree with places, and text back.
 *
 * saxes reads, because it is strict (well-formedness, namespaces, forbidden characters) and gives places; it expands no
 * entity but the five of XML. A document type that declares anything is refused before it is looked at, so neither an
 * entity bomb nor an external entity has any effect; bounds on depth and number of elements hold what is left.
 * Rejected: fast-xml-parser, which takes much that is not XML, and a DOM, which brings ten times what formats need.
 */
import { SaxesParser, type SaxesAttributeNS } from 'saxes';
import { refuse, type Refusal } from '../domain/errors.ts';
import { decodeText, type Encoding } from './decode.ts';

export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  /** Of its namespace; '' for none. */
  readonly uri: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlNode[];
  /** Of its start tag, from 1. */
  readonly line: number;
}

export interface XmlAttribute {
  readonly name: string;
  readonly uri: string;
  readonly value: string;
}

/** Text (entities resolved, CDATA as text) is a string. Comments are left out. */
export type XmlNode = XmlElement | string | XmlInstruction;

export interface XmlInstruction {
  readonly target: string;
  readonly body: string;
}

export interface XmlOptions {
  /** TMX files name their document type; one that only names it declares nothing, and is passed over unread. */
  readonly mayNameDoctype?: boolean | RegExp;
}

export type XmlRead = { readonly ok: true; readonly root: XmlElement } | Refusal;

const limits = { depth: 200, elements: 2_000_000, attributes: 200 } as const;

/** Of the `xml:` attributes. */
export const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';

/**
 * Reads a document. Refusals: those of `decodeText` (import.encoding …), import.doctype, import.xml (with the line and the
 * parser's words), import.too-deep, import.too-complex.
 */
export function readXml(bytes: Uint8Array, options: XmlOptions = {}): XmlRead {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const declared = /^<\?xml[^>]*?\sencoding\s*=\s*["']([^"']+)/u.exec(decoded.text)?.[1]?.toLowerCase();
  const fits = declared === undefined || encodingNames[decoded.encoding].includes(declared);
  return fits ? parseXml(decoded.text, options) : refuse('import.encoding', { encoding: declared });
}

const encodingNames: Readonly<Record<Encoding, readonly string[]>> = {
  'utf-8': ['utf-8', 'utf8', 'us-ascii', 'ascii'],
  'utf-16le': ['utf-16', 'utf-16le'],
  'utf-16be': ['utf-16', 'utf-16be'],
};

interface Open {
  readonly name: string;
  readonly uri: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: XmlNode[];
  readonly line: number;
}

class Stop extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** The same of a text. */
export function parseXml(text: string, { mayNameDoctype = false }: XmlOptions = {}): XmlRead {
  const parser = new SaxesParser({ xmlns: true });
  const open: Open[] = [];
  let root: XmlElement | undefined;
  let elements = 0;
  const add = (node: XmlNode): void => {
    const children = open.at(-1)?.children;
    if (children === undefined) return;
    const last = children.at(-1);
    if (typeof node === 'string' && typeof last === 'string') children[children.length - 1] = last + node;
    else children.push(node);
  };
  parser.on('error', (error) => {
    throw new Stop(refuse('import.xml', { line: parser.line, reason: reasonOf(error) }));
  });
  parser.on('doctype', (declaration) => {
    const isExpected = typeof mayNameDoctype === 'boolean' ? mayNameDoctype : mayNameDoctype.test(declaration);
    if (isExpected && !declaration.includes('[')) return;
    throw new Stop(refuse('import.doctype', { line: parser.line }));
  });
  parser.on('opentag', (tag) => {
    elements += 1;
    if (open.length >= limits.depth) throw new Stop(refuse('import.too-deep', { limit: limits.depth }));
    const attributes = Object.values(tag.attributes).map(attributeOf);
    if (elements > limits.elements || attributes.length > limits.attributes)
      throw new Stop(refuse('import.too-complex'));
    open.push({ name: tag.local, uri: tag.uri, attributes, children: [], line: parser.line });
  });
  parser.on('closetag', () => {
    const closed = open.pop();
    if (closed === undefined) return;
    if (open.length === 0) root = closed;
    else add(closed);
  });
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('processinginstruction', add);
  try {
    parser.write(text).close();
  } catch (error) {
    if (error instanceof Stop) return error.refusal;
    throw error;
  }
  return root ? { ok: true, root } : refuse('import.xml', { line: 1, reason: 'no element' });
}

/** The value of an attribute without a namespace, or of the `xml:` one where that is asked for. */
export function attribute({ attributes }: XmlElement, name: string, uri = ''): string | undefined {
  return attributes.find((one) => one.name === name && one.uri === uri)?.value;
}

/** The elements among the children; of one name, where that is given. */
export function elementsOf({ children }: XmlElement, name?: string): XmlElement[] {
  return children.filter((node): node is XmlElement => isElement(node) && (name === undefined || node.name === name));
}

export function isElement(node: XmlNode): node is XmlElement {
  return typeof node === 'object' && 'children' in node;
}

/** All text in an element and in what stands in it. */
export function textOf({ children }: XmlElement): string {
  return children.map((node) => (typeof node === 'string' ? node : isElement(node) ? textOf(node) : '')).join('');
}

/** As character data: markup escaped. Characters that no XML can hold must be gone already (`isXmlText`). */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;');
}

/** As an attribute's value, between double quotes. */
export function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}

/** Whether XML 1.0 can hold a text (§2.2 Char): no controls but tab and line ends, no half of a pair. */
export function isXmlText(text: string): boolean {
  return !/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/u.test(text);
}

function attributeOf({ local, uri, value }: SaxesAttributeNS): XmlAttribute {
  return { name: local, uri, value };
}

/** The parser's words without the place, which is said beside them. */
function reasonOf({ message }: Error): string {
  return message.replace(/^(?:[^:]*:)?\d+:\d+:\s*/u, '');
}
