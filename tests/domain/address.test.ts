import { expect, it } from 'vitest';
import { isSafeAddress } from '../../server/domain/address.ts';

it.each([
  'https://x.example/a:b',
  'HTTP://x',
  'mailto:a@x.example',
  '/a',
  'a/b:c',
  '#part',
  '?q=a:b',
  '//x.example',
  '',
])('%j may be followed', (address) => expect(isSafeAddress(address)).toBe(true));

it.each([
  'javascript:x',
  'JAVASCRIPT:x',
  ' javascript:x',
  'java\tscript:x',
  '\u0001javascript:x',
  'data:text/html,x',
  'vbscript:x',
  'file:///x',
  'tel:1',
  ':x',
])('%j may not', (address) => expect(isSafeAddress(address)).toBe(false));
