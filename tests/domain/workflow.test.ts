/** The workflow, row by row: every state × every act, and the rules that a cell cannot say. */
import { describe, expect, it } from 'vitest';
import type { TargetDecision } from '../../server/domain/decision.ts';
import { states, untouched, type Origin, type State, type Target } from '../../server/domain/document.ts';
import { decideTarget, isAllowed, workflow, type TargetAct } from '../../server/domain/workflow.ts';
import { aHead, aSegment } from '../support/builders.ts';

const segment = aSegment({
  text: 'Read <1>this</1><2/>',
  codes: { 1: { type: 'strong' }, 2: { type: 'footnote', label: 'a' } },
});
const whole = 'קראו <1>את זה</1><2/>';
const human: Origin = { type: 'human', by: 'noa' };
const machine: Origin = { type: 'mt', provider: 'demo', model: 'demo' };

function aTarget(state: State, more: Partial<Target> = {}): Target {
  if (state === 'untranslated') return untouched;
  return { text: whole, state, origin: machine, revision: 3, sourceHash: 'now', ...more };
}

function act(kind: TargetAct, more: object = {}): TargetDecision {
  const fields = {
    text: whole,
    reason: 'unclear',
    origin: machine,
    segmentId: segment.id,
    locale: 'he',
    sourceHash: 'now',
  };
  return { ...aHead(), kind, ...fields, ...more } as TargetDecision;
}

describe('the table', () => {
  const rows: Array<[TargetAct, State, State | 'refused']> = [
    ['target.drafted', 'untranslated', 'translated'],
    ['target.drafted', 'translated', 'translated'],
    ['target.drafted', 'reviewed', 'refused'],
    ['target.drafted', 'approved', 'refused'],
    ['target.edited', 'untranslated', 'reviewed'],
    ['target.edited', 'translated', 'reviewed'],
    ['target.edited', 'reviewed', 'reviewed'],
    ['target.edited', 'approved', 'reviewed'],
    ['target.reviewed', 'untranslated', 'refused'],
    ['target.reviewed', 'translated', 'reviewed'],
    ['target.reviewed', 'reviewed', 'refused'],
    ['target.reviewed', 'approved', 'refused'],
    ['target.approved', 'untranslated', 'refused'],
    ['target.approved', 'translated', 'approved'],
    ['target.approved', 'reviewed', 'approved'],
    ['target.approved', 'approved', 'refused'],
    ['target.returned', 'untranslated', 'refused'],
    ['target.returned', 'translated', 'translated'],
    ['target.returned', 'reviewed', 'translated'],
    ['target.returned', 'approved', 'translated'],
    ['target.reopened', 'untranslated', 'refused'],
    ['target.reopened', 'translated', 'refused'],
    ['target.reopened', 'reviewed', 'translated'],
    ['target.reopened', 'approved', 'reviewed'],
  ];

  it('has a row for every cell', () => expect(rows.length).toBe(Object.keys(workflow).length * states.length));

  it.each(rows)('%s on %s: %s', (kind, state, expected) => {
    const before = aTarget(state);
    const outcome = decideTarget(before, segment, act(kind));
    if (expected === 'refused') expect(outcome).toMatchObject({ ok: false, code: 'target.state' });
    else expect(outcome).toMatchObject({ ok: true, target: { state: expected, revision: before.revision + 1 } });
    expect(isAllowed(kind, state)).toBe(expected !== 'refused');
  });
});

describe('the rules that a cell cannot say', () => {
  it('never lets a machine replace a text that a person wrote', () => {
    const returned = aTarget('translated', { origin: human });
    expect(decideTarget(returned, segment, act('target.drafted'))).toMatchObject({ ok: false, code: 'target.human' });
  });

  it('lets an outdated target be approved again, which binds the new source', () => {
    const outdated = aTarget('approved', { sourceHash: 'before' });
    const outcome = decideTarget(outdated, segment, act('target.approved'));
    expect(outcome).toMatchObject({ ok: true, target: { state: 'approved', sourceHash: 'now' } });
  });

  it.each(['target.returned', 'target.reopened'] as const)(
    'keeps what an outdated text was made for when it is %s',
    (kind) => {
      const outcome = decideTarget(aTarget('approved', { sourceHash: 'before' }), segment, act(kind));
      expect(outcome).toMatchObject({ ok: true, target: { sourceHash: 'before' } });
    },
  );

  it.each([
    ['missing', 'קראו את זה<2/>'],
    ['doubled', `${whole}<2/>`],
    ['not paired', 'קראו <1>את זה<2/>'],
  ])('saves a text with a code %s: whether it may be approved is asked of the checks', (_, text) => {
    const saved = decideTarget(aTarget('translated'), segment, act('target.edited', { text }));
    expect(saved).toMatchObject({ ok: true, target: { text, state: 'reviewed', origin: { type: 'human' } } });
  });

  it('keeps why a text was approved in spite of an error, until its next decision', () => {
    const approved = decideTarget(aTarget('reviewed'), segment, act('target.approved', { dismissed: 'a quotation' }));
    if (!approved.ok) throw new Error(approved.code);
    expect(approved.target).toMatchObject({ state: 'approved', dismissed: 'a quotation' });
    const reopened = decideTarget(approved.target, segment, act('target.reopened'));
    expect(reopened.ok && reopened.target).not.toHaveProperty('dismissed');
  });

  it.each([
    ['nothing but space', ' \n\u00A0', 'target.empty'],
    ['a lone surrogate', 'a\uD83D', 'target.not-well-formed'],
    ['a typed look-alike of a code', `${whole}<2>`, 'content.look-alike'],
  ])('refuses %s as a text', (_, text, code) => {
    expect(decideTarget(aTarget('translated'), segment, act('target.edited', { text }))).toMatchObject({
      ok: false,
      code,
    });
  });

  it('takes a category for a reason, and keeps it with the words', () => {
    const categories = ['names', 'style'];
    const wordless = decideTarget(aTarget('reviewed'), segment, act('target.returned', { reason: '', categories }));
    expect(wordless).toMatchObject({ ok: true, target: { returned: { reason: '', categories } } });
    const empty = decideTarget(aTarget('reviewed'), segment, act('target.returned', { reason: '', categories: [] }));
    expect(empty).toMatchObject({ ok: false, code: 'target.reason-missing' });
  });

  it('wants a reason for a return, keeps it until the next text', () => {
    const wordless = decideTarget(aTarget('reviewed'), segment, act('target.returned', { reason: ' ' }));
    expect(wordless).toMatchObject({ ok: false, code: 'target.reason-missing' });
    const returned = decideTarget(aTarget('reviewed'), segment, act('target.returned', { by: 'editor' }));
    if (!returned.ok) throw new Error(returned.code);
    expect(returned.target.returned).toMatchObject({ reason: 'unclear', by: 'editor' });
    expect(returned.target.returned).not.toHaveProperty('categories');
    const edited = decideTarget(returned.target, segment, act('target.edited'));
    expect(edited.ok && edited.target.returned).toBeUndefined();
  });

  it('keeps separators and code out of the workflow', () => {
    const separator = aSegment({ kind: 'separator', text: '' });
    expect(decideTarget(untouched, separator, act('target.edited'))).toMatchObject({
      ok: false,
      code: 'target.not-translatable',
    });
  });
});
