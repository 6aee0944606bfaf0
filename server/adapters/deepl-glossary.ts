/**
 * Keeps DeepL's glossaries (v3, multilingual: one for the site, one for each document with terms of its own, a dictionary
 * a pair of languages) in step with the termbase. A dictionary is sent when a translation first wants it and whenever it
 * has changed since; a glossary that exists under our name already is taken over.
 *
 * Whatever goes wrong here keeps no text from being translated: without its glossary, checks find the terms that are
 * missing. What is known of the glossary is then forgotten, and the next batch looks anew.
 */
import { GlossaryEntries, type DeepLClient } from 'deepl-node';
import type { Locale } from '../domain/locale.ts';
import { glossaryOf } from '../domain/terms/glossary.ts';
import type { TermIndex } from '../domain/terms/term-index.ts';

/** DeepL refuses a longer word (bytes of UTF-8). */
const longestWord = 1024;

interface Known {
  readonly id: string;
  /** What was sent, by the pair of languages. */
  readonly sent: ReadonlyMap<string, string>;
}

export interface GlossaryOrder {
  readonly from: Locale;
  readonly to: Locale;
  readonly terms: TermIndex;
}

export interface GlossaryKeeper {
  /** The glossary to name in a request; undefined where there are no terms, or none could be brought in step. */
  idFor(client: DeepLClient, order: GlossaryOrder): Promise<string | undefined>;
  /** DeepL would not take it: somebody has removed it there. */
  forget(): void;
}

/** Of one account. */
export function keepGlossaries(): GlossaryKeeper {
  let known = new Map<string, Known>();
  /** One at a time for each glossary: two jobs that begin together make one. */
  const turns = new Map<string, Promise<unknown>>();

  async function inStep(client: DeepLClient, name: string, order: GlossaryOrder): Promise<string | undefined> {
    const dictionary = dictionaryOf(order);
    const entries = JSON.stringify(dictionary.entries.entries());
    const pair = `${order.from} ${order.to}`;
    const before = known.get(name) ?? (await findByName(client, name));
    if (before?.sent.get(pair) === entries) return before.id;
    if (before) await client.replaceMultilingualGlossaryDictionary(before.id, dictionary);
    const id = before?.id ?? (await client.createMultilingualGlossary(name, [dictionary])).glossaryId;
    known.set(name, { id, sent: new Map([...(before?.sent ?? []), [pair, entries]]) });
    return id;
  }

  return {
    async idFor(client, order) {
      if (glossaryOf(order.terms, order.from, order.to).length === 0) return undefined;
      const name = nameOf(order);
      const turn = (turns.get(name) ?? Promise.resolve()).then(() => inStep(client, name, order));
      const settled = turn.catch(() => {
        known.delete(name);
        return undefined;
      });
      turns.set(name, settled);
      return settled;
    },

    forget() {
      known = new Map();
    },
  };
}

async function findByName(client: DeepLClient, name: string): Promise<Known | undefined> {
  const found = (await client.listMultilingualGlossaries()).find((glossary) => glossary.name === name);
  return found && { id: found.glossaryId, sent: new Map() };
}

function nameOf({ terms: { terms } }: GlossaryOrder): string {
  const documentId = terms.find((term) => term.documentId !== undefined)?.documentId;
  return documentId === undefined ? 'Dragoman' : `Dragoman ${documentId}`;
}

function dictionaryOf({ from, to, terms }: GlossaryOrder) {
  const short = ([source, target]: readonly [string, string]) =>
    [source, target].every((word) => Buffer.byteLength(word) <= longestWord);
  const entries = Object.fromEntries(glossaryOf(terms, from, to).filter(short));
  return { sourceLangCode: from, targetLangCode: to, entries: new GlossaryEntries({ entries }) };
}
