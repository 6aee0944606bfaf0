/** Holds an XLIFF 2 file to the standard: its grammar, and the constraints that no grammar can say. */
import type { XmlElement } from '../xml.ts';
import { contextOf } from './context.ts';
import type { Fault } from './fault.ts';
import { grammarFaults } from './grammar.ts';
import { keyOf } from './names.ts';
import type { Rule } from './rule.ts';
import { inlineRules } from './rules-inline.ts';
import { moduleRules } from './rules-modules.ts';
import { structureRules } from './rules-structure.ts';

/** Every constraint; to add one: a row. `*` is asked of every element. */
export const rules: readonly Rule[] = [...structureRules, ...inlineRules, ...moduleRules];

const everywhere = rules.filter(({ on }) => on.includes('*'));
const byKey = Map.groupBy(
  rules.flatMap((rule) => rule.on.map((key) => ({ key, rule }))),
  ({ key }) => key,
);

/** What is wrong with a file, in the order of its lines; empty for a valid one. */
export function faultsOf(root: XmlElement): Fault[] {
  const context = contextOf(root);
  const broken = context.elements.flatMap((element) => {
    const here = [...(byKey.get(keyOf(element) ?? '') ?? []).map(({ rule }) => rule), ...everywhere];
    return here.flatMap((rule) =>
      rule.find(element, context).flatMap((one) => {
        return one ? [{ rule: rule.id, line: (one.at ?? element).line, reason: one.reason }] : [];
      }),
    );
  });
  return [...grammarFaults(root), ...broken].toSorted((one, other) => one.line - other.line);
}
