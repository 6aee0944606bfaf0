/** A constraint of the standard that its grammar cannot say: which elements it is about, and what breaks it there. */
import type { XmlElement } from '../xml.ts';
import type { Context } from './context.ts';

export interface Broken {
  /** Where, if not at the element that was asked about. */
  readonly at?: XmlElement;
  readonly reason: string;
}

export interface Rule {
  readonly id: string;
  /** Keys of the elements that it is asked of. */
  readonly on: readonly string[];
  readonly find: (element: XmlElement, context: Context) => readonly (Broken | false | undefined)[];
}
