/** Makes elements of XLIFF. */
import { isXmlText, type XmlAttribute, type XmlElement, type XmlNode } from '../xml.ts';
import { core } from './names.ts';

/** An element; an attribute without a value is left out. What XML cannot hold is shown by U+FFFD: to be used for nothing that is read back. */
export function aElement(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  children: readonly XmlNode[] = [],
  uri: string = core,
): XmlElement {
  return { name, uri, line: 0, children, attributes: Object.entries(attributes).flatMap(attributeOf) };
}

function attributeOf([name, value]: [string, string | undefined]): XmlAttribute[] {
  if (value === undefined) return [];
  return [{ name, uri: '', value: shown(value) }];
}

/** A text as XML can hold it. */
export function shown(text: string): string {
  return isXmlText(text)
    ? text
    : text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/gu, '\uFFFD');
}
