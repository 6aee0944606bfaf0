/**
 * The OASIS test suite of XLIFF 2.1, where somebody has put it: what loads, what is refused and why, what survives.
 *
 * In-out pairs are what a tool may make of a file: segments joined or cut, annotations or extensions taken out, the file
 * written anew. Of each pair this asserts that both files load, that both survive being written and read again, tree for
 * tree, and that they say the same (`domain/bilingual.ts`): the same codes and texts, to the letter. Where the tool joined
 * segments whose targets have another order than their sources, it put the sources in the order of the targets; the
 * sources of such a pair are compared by their characters.
 */
import { describe, expect, it } from 'vitest';
import type { Piece } from '../../../server/domain/bilingual.ts';
import { readXliff } from '../../../server/formats/xliff/read-xliff.ts';
import { writeTree } from '../../../server/formats/xliff/write-tree.ts';
import { bytesOf, placeless, suiteFiles, suiteIsHere, suiteSkipped } from '../../support/xliff.ts';

/** The constraint that each invalid file breaks, by its name and its comments; some break others besides. */
const breaks: Readonly<Record<string, readonly string[]>> = {
  'attribute-required': ['bad_GroupWithoutId', 'Bad-mda_meta-missing-type'],
  'attribute-unknown': [
    'bad_InvalidDirAttributeOnSource',
    'bad_InvalidFSAttribute',
    'bad_InvalidTranslateInSegment',
    'Bad-mda_meta-missplaced-appliesTo',
  ],
  'attribute-value appliesTo': ['Bad-mda_metaGroup-invalid-appliesTo'],
  'attribute-value caseSensitive': ['Bad-val_invalid-caseSensitive'],
  'attribute-value fs:fs': ['bad_InvalidFSAttributeValue', 'Bad-fs_fs-not-valid-HTML'],
  'attribute-value id': [
    'bad_InvalidId1',
    'bad_InvalidId2',
    'bad_InvalidId3',
    'Bad-mda_metaGroup-id-not-nmtoken',
    'Bad-mda_metadata-id-not-nmtoken',
    'Bad-mtc_id-not-nmtoken',
  ],
  'attribute-value normalization': ['Bad-val_invalid-normalization'],
  'attribute-value occurs': ['Bad-val_invalid-occurs'],
  'attribute-value slr:sizeRestriction': ['Bad-slr_sizeRestriction-patterns'],
  'attribute-value slr:storageRestriction': ['Bad-slr_storageRestriction-patterns'],
  'attribute-value srcLang': ['bad_SrcLangNotWellFormed'],
  'attribute-value state': ['bad_InvalidStateValue'],
  'attribute-value subFlows': ['bad_SubFlowWithInvalidValue'],
  'attribute-value trgLang': ['bad_TrgLangNotWellFormed'],
  'attribute-value type': ['bad_InvalidTypeValue', 'Bad-mtc_type-value-not-in-list'],
  'attribute-value xml:lang': ['bad_XmlLangNotWellFormed'],
  'child-number': ['bad_TwoSourceInUnit'],
  'child-order': [
    'bad_InvalidExtensionElementInFile',
    'bad_InvalidNotesInFile',
    'bad_InvalidNotesInGroup',
    'bad_InvalidNotesInUnit',
  ],
  'child-required': [
    'bad_IgnorableWithoutSource',
    'bad_NoFile',
    'bad_NoUnitOrGroupInFile',
    'bad_NotesWithoutNote',
    'bad_OriginalDataWithoutData',
    'bad_SegmentWithoutSource',
    'Bad-mda_missing-metaGroup',
  ],
  'child-unknown': ['bad_InvalidValidation', 'Bad-gls_invalid-extension'],
  'code-point': ['bad_InvalidHexRangeOnCp', 'bad_InvalidHexValueOnCp'],
  comment: [
    'bad_CommentWithValueAndRef',
    'bad_InvalidCommentAnnotation1',
    'bad_InvalidCommentAnnotation2',
    'bad_InvalidCommentAnnotation3',
    'bad_InvalidCommentAnnotation4',
    'bad_InvalidNoteRefInUnit',
    'bad_RefAndValueInComment',
  ],
  'copy-of': ['bad_CopyOfWithBadReference', 'bad_CopyOfWithNoCopyReference', 'bad_CopyOfWithOriginalData'],
  'data-id': ['bad_DataIdNotUnique'],
  'data-ref': [
    'bad_DataRefWithoutOriginalData',
    'bad_InvalidDataRef',
    'bad_InvalidDataRefEnd',
    'bad_InvalidDataRefStart',
    'bad_UnknownDataRefEndValue',
    'bad_UnknownDataRefStartValue',
    'bad_UnknownDataRefValue',
  ],
  'editing-hints': ['bad_canReorderContext1', 'bad_canReorderContext2', 'bad_canReorderContext3'],
  'end-code': [
    'bad_ConfusedIsolatedOnEc',
    'bad_InvalidFSAttributeOnEc',
    'bad_InvalidIsolatedOnEc',
    'bad_IsolatedEcWithId',
    'bad_MissingIsolatedOnEc',
    'bad_NonIsolatedEcWithoutStartRef',
    'Bad-slr_equivStorage-ec-not-isolated',
    'Bad-slr_sizeInfo-ec-not-isolated',
    'Bad-slr_sizeInfoRef-ec-not-isolated',
  ],
  'extension-attribute': [
    'bad_InvalidExtensionAttributeOnPc',
    'bad_InvalidExtensionAttributeOnSegment',
    'bad_InvalidExtensionAttributeOnSource',
    'bad_InvalidExtensionAttributeOnTarget',
  ],
  'extension-element': [
    'bad_InvalidExtensionElementInData',
    'bad_InvalidExtensionElementInOriginalData',
    'bad_InvalidExtensionElementInSegment',
    'bad_InvalidExtensionElementOutsideFile',
  ],
  'extension-id': ['bad_DuplicateExtElemIdsInFile', 'bad_DuplicateExtElemIdsInGroup', 'bad_DuplicateExtElemIdsInUnit'],
  'file-id': ['bad_FileIdNotUnique'],
  'glossary-entry': ['Bad-gls_glossEntry-w-o-translation-or-definition'],
  'glossary-id': ['Bad-gls_glossEntry-and-translation-not-unique-in-glossary'],
  'group-id': ['bad_GroupIdNotUnique'],
  'match-id': ['Bad-mtc_match-ID-not-unique'],
  'match-lang': ['Bad-mtc_match-has-xml_lang'],
  'match-ref': ['Bad-mtc_wrong-ref-syntax', 'Bad-mtc_wrong-ref-value'],
  'metadata-id': ['Bad-mda_metaGroup-id-not-unique'],
  'not-removable': ['bad_MissingNonRemovable1', 'bad_MissingNonRemovable2'],
  'note-id': ['bad_DuplicateNoteIdsInFile', 'bad_DuplicateNoteIdsInGroup', 'bad_DuplicateNoteIdsInUnit'],
  order: ['bad_OrderNotUnique1', 'bad_OrderNotUnique2'],
  pairs: [
    'bad_DifferentCanCopyInScAndEc',
    'bad_DifferentCanDeleteInScAndEc',
    'bad_DifferentCanOverlapInScAndEc',
    'bad_DifferentCanReorderInScAndEc',
    'bad_EcBeforeSc',
    'bad_EmBeforeSm',
    'bad_InvalidIsolatedOnSc',
    'bad_InvalidLoneEm',
    'bad_InvalidLoneSm',
    'bad_MissingIsolatedOnSc',
    'bad_YesCanReorderInEcForFirstNoInSc',
  ],
  'part-id': ['bad_IgnorableIdNotUnique', 'bad_PartIdNotUnique', 'bad_SegmentIdNotUnique'],
  reference: [
    'bad_InvalidFragIdBadOrder',
    'bad_InvalidFragIdDuplicatedPrefix',
    'bad_InvalidFragIdMissplacedLeaf',
    'bad_InvalidFragIdNoSingleLeaf',
    'bad_InvalidFragIdPrefixNotNmtoken',
    'bad_InvalidFragIdPrefixTooShort',
    'bad_InvalidFragIdSyntax',
    'bad_InvalidFragIdUnknownPrefix',
  ],
  reordered: ['bad_WrongReordering1', 'bad_WrongReordering2'],
  'resource-href': ['Bad-res_source-has-content-and-href'],
  'resource-id': ['Bad-res_resourceItem-not-unique', 'Bad-res_resourceItemRef-not-unique'],
  'resource-lang': ['Bad-res_source-xml_lang-not-same-as-xliff'],
  'revision-property': ['Bad-ctr-property-not-legit-category', 'Bad-ctr_property-not-content-or-valid-attribute-ref'],
  revisions: [
    'Bad-ctr_appliesTo-not-using-ref-to-resolvableID',
    'Bad-ctr_ref-not-pointed-to-resolvableID',
    'Bad-ctr_revisions-not-using-ref-to-resolvableID',
  ],
  sequence: ['bad_MissingReorderFirstNo'],
  size: ['Bad-slr_equivStorage-not-integer', 'Bad-slr_sizeInfo-not-integer'],
  'size-ref': [
    'Bad-slr_sizeInfo-with-sizeInfoRef',
    'Bad-slr_sizeInfoRef-has-no-data-sib',
    'Bad-slr_sizeInfoRef-with-sizeInfo',
  ],
  'skeleton-href': ['bad_EmptySkeletonWithoutHref', 'bad_NonEmptySkeletonWithHref'],
  'source-lang': [
    'bad_InvalidXmlLangInheritedFromFile',
    'bad_InvalidXmlLangInheritedFromGroup',
    'bad_InvalidXmlLangInheritedFromUnit',
    'bad_InvalidXmlLangOnFile',
    'bad_InvalidXmlLangOnGroup',
    'bad_InvalidXmlLangOnUnit',
    'bad_WrongSourceLang',
  ],
  space: ['bad_DifferentXmlSpace'],
  'sub-flows': ['bad_SubFlowWithInvalidReference'],
  'sub-state': ['bad_SubStateWithoutState'],
  'sub-style': ['Bad-fs_subFs-not-allowed-w-o-fs'],
  'sub-type': ['bad_InvalidTypeSubTypeValues', 'bad_SubTypeWithoutType', 'Bad-mtc_subType-w-o-type-match'],
  'target-lang': ['bad_WrongLangOnTarget', 'bad_WrongTargetLang'],
  'target-language': ['bad_NoTrgLang', 'bad_NoTrgLangWithIgnorable'],
  'unit-segment': ['bad_UnitWithoutSegment'],
  'validation-rule': ['Bad-val_ExactlyOneAttributeOnRule', 'Bad-val_existsInSourcePatternOnRule'],
};

const reordered = ['toJoin3', 'toJoin4'];

const valid = suiteFiles('valid');
const invalid = suiteFiles('invalid');
const inOut = suiteFiles('in-out');
const pairs = [...inOut.keys()].filter((name) => name.endsWith('_in')).map((name) => name.slice(0, -3));

describe(`the suite${suiteSkipped}`, () => {
  it.skipIf(!suiteIsHere)('passes whole', () => {
    const score = {
      valid: [...valid.values()].filter((bytes) => readXliff(bytes).ok).length,
      invalid: [...invalid].filter(([name, bytes]) => isRefusedFor(name, bytes)).length,
      'in-out': pairs.filter((name) => survives(`${name}_in`) && survives(`${name}_out`)).length,
    };
    console.log(
      `XLIFF suite: valid ${score.valid} of ${valid.size}, invalid ${score.invalid} of ${invalid.size}, ` +
        `in-out ${score['in-out']} of ${pairs.length}`,
    );
    expect(score).toEqual({ valid: valid.size, invalid: invalid.size, 'in-out': pairs.length });
    expect(valid.size).toBeGreaterThan(50);
    expect(invalid.size).toBeGreaterThan(150);
    expect(pairs.length).toBeGreaterThan(8);
  });

  it.skipIf(!suiteIsHere).each([...valid.keys()])('%s loads, and survives being written', (name) => {
    const bytes = valid.get(name) ?? Buffer.of();
    const read = readXliff(bytes);
    expect(read, JSON.stringify(read)).toMatchObject({ ok: true });
    expect(isKept(bytes)).toBe(true);
  });

  it.skipIf(!suiteIsHere).each([...invalid.keys()])('%s is refused for what it breaks', (name) => {
    const read = readXliff(invalid.get(name) ?? Buffer.of());
    expect(read).toMatchObject({ ok: false, code: 'import.xliff' });
    expect(isRefusedFor(name, invalid.get(name) ?? Buffer.of()), JSON.stringify(read)).toBe(true);
  });

  it.skipIf(!suiteIsHere).each(pairs)('%s survives, and says the same after as before', (name) => {
    expect(survives(`${name}_in`) && survives(`${name}_out`)).toBe(true);
    const [before, after] = [textsOf(`${name}_in`), textsOf(`${name}_out`)];
    if (!reordered.includes(name)) return expect(after).toEqual(before);
    expect(after.map(({ target }) => target)).toEqual(before.map(({ target }) => target));
    expect(after.map(({ source }) => charactersOf(source))).toEqual(before.map(({ source }) => charactersOf(source)));
  });
});

function isRefusedFor(name: string, bytes: Uint8Array): boolean {
  const read = readXliff(bytes);
  const rule = Object.keys(breaks).find((one) => breaks[one]?.includes(name));
  return !read.ok && read.code === 'import.xliff' && (read.faults ?? []).some((fault) => fault.rule === rule);
}

function survives(name: string): boolean {
  return isKept(inOut.get(name) ?? Buffer.of());
}

/** Whether a file, written and read again, is the same tree. */
function isKept(bytes: Uint8Array): boolean {
  const read = readXliff(bytes);
  if (!read.ok) return false;
  const again = readXliff(bytesOf(writeTree(read.root)));
  return again.ok && JSON.stringify(placeless(again.root)) === JSON.stringify(placeless(read.root));
}

function textsOf(name: string) {
  const read = readXliff(inOut.get(name) ?? Buffer.of());
  if (!read.ok) throw new Error(`${name}: ${read.code}`);
  return read.bilingual.units.map(({ id, source, target }) => ({ id, source, target }));
}

function charactersOf(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => (typeof piece === 'string' ? piece : `<${piece.at} ${piece.id}>`))
    .join('')
    .split('')
    .toSorted()
    .join('');
}
