/** A tree of XML, written and read again, is the same tree. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isXmlText, parseXml, type XmlElement, type XmlNode } from '../../../server/formats/xml.ts';
import { writeTree } from '../../../server/formats/xliff/write-tree.ts';
import { placeless } from '../../support/xliff.ts';

const text = fc.string({ unit: 'grapheme' }).filter((one) => isXmlText(one) && one !== '');
const name = fc.stringMatching(/^[a-z][a-z0-9.-]{0,6}$/u).filter((one) => !one.startsWith('xml'));
const uri = fc.constantFrom('', 'urn:a', 'urn:b');
const attributes = fc.uniqueArray(fc.record({ name, uri, value: text }), {
  maxLength: 4,
  selector: (one) => `${one.uri} ${one.name}`,
});

const { element } = fc.letrec<{ element: XmlElement; node: XmlNode }>((tie) => ({
  element: fc.record({
    name,
    uri,
    attributes,
    children: fc.array(tie('node'), { maxLength: 4 }).map(apart),
    line: fc.constant(0),
  }),
  node: fc.oneof({ maxDepth: 4 }, text, tie('element')),
}));

/** Two texts side by side are one when they are read. */
function apart(nodes: XmlNode[]): XmlNode[] {
  return nodes.filter((node, at) => typeof node !== 'string' || typeof nodes[at - 1] !== 'string');
}

it('keeps names, namespaces, values, texts and their order', () => {
  fc.assert(
    fc.property(element, (tree) => {
      const read = parseXml(writeTree(tree));
      expect(read.ok && undeclared(placeless(read.root))).toEqual(undeclared(tree));
    }),
  );
});

it('keeps prefixes, declarations, instructions and white space', () => {
  const file =
    '<?xml version="1.0" encoding="UTF-8"?>\n<a:x xmlns:a="urn:a" xmlns="urn:b" a:y="&quot;&#10;"><z> \n</z><?p i?><a:w/></a:x>\n';
  const read = parseXml(file);
  expect(read.ok && writeTree(read.root)).toBe(file);
});

/** Without the declarations that writing needed. */
function undeclared(one: XmlElement): XmlElement {
  return {
    ...one,
    attributes: one.attributes.filter(({ uri: of }) => of !== 'http://www.w3.org/2000/xmlns/'),
    children: one.children.map((node) => (typeof node === 'object' && 'children' in node ? undeclared(node) : node)),
  };
}
