/** A small newsroom: three documents in all standings, typed by the contract. */
import type { UnitPageView } from '../../server/contract/memory-api.ts';
import type { TermView } from '../../server/contract/terms-api.ts';
import { aTerm } from '../support/terms.ts';
import type { ReplyOf } from '../../server/contract/api.ts';
import type { EditionFindings } from '../../server/contract/checks-api.ts';
import type { DocumentView } from '../../server/contract/documents-api.ts';
import type { EditionView } from '../../server/contract/editions-api.ts';
import type { JobView } from '../../server/contract/jobs-api.ts';
import type { DocumentStatistics } from '../../server/contract/statistics-api.ts';
import type { EditionChanges } from '../../server/contract/publishing-api.ts';
import type { SiteView } from '../../server/contract/site-api.ts';
import { defaultSettings } from '../../server/domain/site-settings.ts';
import { policyFor } from '../../server/domain/policy.ts';
import type { Lines } from './fake-server.ts';

type Row = ReplyOf<'GET /api/documents'>['documents'][number];
type Counts = NonNullable<Row['locales']['he']>;

/** Counts in the order of the work. */
export function counts(
  [untranslated, translated, reviewed, approved]: readonly [number, number, number, number],
  more: Partial<Counts> = {},
): Counts {
  return { untranslated, translated, reviewed, approved, outdated: 0, failed: 0, changedSinceLive: false, ...more };
}

export function row(more: Partial<Row> = {}): Row {
  return {
    documentId: 'reading-room',
    slug: 'reading-room',
    title: 'The reading room returns',
    from: 'en',
    to: ['he', 'ar'],
    importedAt: '2026-11-15T11:05:00.000Z',
    changedAt: '2026-11-20T09:30:00.000Z',
    segments: 116,
    words: 4210,
    locales: { he: counts([12, 44, 11, 49]), ar: counts([0, 0, 0, 116]) },
    source: { changedSinceLive: false },
    archived: false,
    runningJobs: [],
    ...more,
  };
}

export const job: JobView = {
  jobId: 'a-long-job12',
  documentId: 'schools12345',
  locales: ['en'],
  total: 38,
  done: 15,
  failed: 0,
  fromMemory: 0,
  status: 'running',
};

export const rows: Row[] = [
  row(),
  row({
    documentId: 'schools12345',
    title: 'مدارس بلا جدران',
    from: 'ar',
    to: ['en', 'he'],
    segments: 38,
    words: 2,
    locales: {
      en: counts([23, 15, 0, 0], { failed: 3 }),
      he: counts([0, 1, 3, 34], { outdated: 2, live: 1, changedSinceLive: true }),
    },
    runningJobs: [job.jobId],
  }),
  row({
    documentId: 'stream123456',
    title: 'מִי שׁוֹתֶה אֶת הַנַּחַל',
    from: 'he',
    to: ['en'],
    segments: 1,
    words: 11,
    locales: { en: counts([0, 0, 0, 1], { live: 2 }) },
    source: { live: 1, changedSinceLive: false },
  }),
];

export function documentView(more: Partial<DocumentView> = {}): DocumentView {
  return {
    ...row(),
    original: { name: 'room.md', format: 'markdown', bytes: 24_811, sha256: '0'.repeat(64) },
    sourceVersion: 1,
    jobs: [],
    tags: [],
    formerSlugs: [],
    plans: [],
    ...more,
  };
}

export function editionView(more: Partial<EditionView> = {}): EditionView {
  return {
    locale: 'he',
    isSource: false,
    publications: [],
    changedSinceLive: false,
    blockers: [],
    details: {},
    correctable: 0,
    ...more,
  };
}

/** What readers of the Hebrew edition would see changed: a word in the first paragraph, the third is new, the fourth gone. */
export const editionChanges: EditionChanges = {
  from: 1,
  rows: [
    {
      segmentId: 'segment00001',
      kind: 'paragraph',
      ordinal: 0,
      before: { text: 'הספרייה נסגרת בערב.', codes: {} },
      after: { text: 'הספרייה נפתחת בערב.', codes: {} },
      correctable: true,
    },
    {
      segmentId: 'segment00003',
      kind: 'paragraph',
      ordinal: 2,
      after: { text: 'ראו <1>את התוכנית</1>.', codes: { 1: { type: 'emphasis' } } },
    },
    { segmentId: 'segment00004', kind: 'paragraph', ordinal: 3, before: { text: 'הכניסה חופשית.', codes: {} } },
  ],
};

export const siteView: SiteView = {
  revision: 3,
  themes: [
    { id: 'paper', names: { en: 'Paper', he: 'נייר', ar: 'ورق' } },
    { id: 'bulletin', names: { en: 'Bulletin', he: 'עלון', ar: 'نشرة' } },
  ],
  settings: {
    ...defaultSettings,
    forms: [...defaultSettings.forms],
    titles: { en: 'The Reading Room', he: 'חדר הקריאה' },
    tags: [
      { id: 'libraries', names: { en: 'Libraries', he: 'ספריות', ar: 'مكتبات' } },
      { id: 'rivers', names: { he: 'נחלים' } },
    ],
  },
};

export const settings: ReplyOf<'GET /api/settings'> = {
  version: '0.1.0',
  defaultProvider: 'deepl',
  providers: [
    {
      id: 'deepl',
      pairs: [
        { from: 'en', to: 'he' },
        { from: 'en', to: 'ar' },
      ],
    },
    {
      id: 'demo',
      pairs: [
        { from: 'en', to: 'he' },
        { from: 'en', to: 'ar' },
      ],
    },
  ],
  editionsUrl: 'http://127.0.0.1:3001/',
};

/** A server on which every page has something to show. */
const summary = {
  segments: 3,
  words: 240,
  drafted: { segments: 2, words: 200 },
  untouchedShare: 0.25,
  ped: 0.31,
  pedFold: 0.22,
  activeMs: 5_400_000,
  timedWords: 240,
  wordsPerHour: 1160,
  returns: 1,
};
const outcome = { locale: 'he', state: 'approved', at: '2026-11-18T16:20:00.000Z', activeMs: 0, returns: 0 } as const;

/** Of one document; the second segment was not changed, the third by a third, the fifth had no draft. */
export const statistics: DocumentStatistics = {
  locales: [{ locale: 'he', ...summary }],
  people: [
    { name: 'נועה', ...summary },
    { name: 'dana', segments: 1, words: 9, drafted: { segments: 0, words: 0 }, activeMs: 0, timedWords: 0, returns: 0 },
  ],
  providers: [{ name: 'memory', ...summary }],
  returns: [{ category: 'names', count: 2 }],
  outcomes: [
    { ...outcome, segmentId: 'segment00001', ordinal: 1, words: 20, distance: { ped: 0, pedFold: 0 } },
    { ...outcome, segmentId: 'segment00002', ordinal: 2, words: 20, distance: { ped: 0.3, pedFold: 0.2 } },
    { ...outcome, segmentId: 'segment00004', ordinal: 4, words: 20 },
  ],
};

const checkedText = {
  segmentId: 'segment00001',
  ordinal: 1,
  codes: {},
  source: 'The “army” did not answer?',
  text: 'צה"ל לא הגיב؟',
  state: 'approved',
  revision: 3,
} as const;
const at = { segmentId: 'segment00001', ordinal: 1 };

/** An error, a warning that was dismissed, and matters of style in two texts, of which one is approved. */
export const editionFindings: EditionFindings = {
  policy: policyFor('he'),
  checked: 12,
  segments: [
    checkedText,
    { ...checkedText, segmentId: 'segment00002', ordinal: 2, text: 'גם צה"ל', state: 'reviewed', revision: 1 },
  ],
  findings: [
    {
      ...at,
      check: 'he.arabic-punct',
      severity: 'error',
      spans: [[12, 13]],
      params: { mark: '؟' },
      marked: '؟',
    },
    {
      ...at,
      check: 'dup.word',
      severity: 'warning',
      spans: [[0, 4]],
      marked: 'צה"ל',
      dismissed: { reason: 'כך במקור', by: 'נועה', at: '2026-11-18T16:20:00.000Z', how: 'segment' },
    },
    {
      ...at,
      check: 'he.gershayim-style',
      severity: 'style',
      spans: [[2, 3]],
      fix: [{ span: [2, 3], text: '״' }],
      marked: '"',
    },
    {
      segmentId: 'segment00002',
      ordinal: 2,
      check: 'he.gershayim-style',
      severity: 'style',
      spans: [[5, 6]],
      fix: [{ span: [5, 6], text: '״' }],
      marked: '"',
    },
  ],
};

export const terms: TermView[] = [
  aTerm(1, { en: 'government', he: 'ממשלה', ar: 'حكومة' }),
  aTerm(2, { en: { preferred: 'captives', forbidden: ['hostages'] }, ar: { preferred: 'أسرى', forms: ['أسير'] } }),
] as never;

const batch = '0b1d7a52-5f0c-4a56-9d5c-1a2b3c4d5e6f';

export const memoryUnits: UnitPageView = {
  batches: [{ id: batch, name: 'old.tmx', at: '2026-11-18T16:20:00.000Z', by: 'נועה', units: 2 }],
  units: [
    { batch, index: 0, unit: { texts: { en: 'The sea', he: 'הים', ar: 'البحر' } } },
    { batch, index: 1, unit: { texts: { en: 'The river', he: 'הנהר' } } },
  ],
  total: 2,
};

export const deliveries: ReplyOf<'GET /api/deliveries'>['deliveries'] = [
  { id: 'command', takes: 'folder', address: 'rsync', state: 'idle', waiting: 0, takenAt: '2026-11-20T09:30:00.000Z' },
  {
    id: 'wordpress',
    takes: 'editions',
    address: 'https://blog.example.org',
    state: 'failed',
    waiting: 3,
    takenAt: '2026-11-19T09:30:00.000Z',
    fault: { code: 'delivery.refused', detail: 'HTTP 401, incorrect_password', at: '2026-11-20T09:30:00.000Z' },
    retryAt: '2026-11-20T10:30:00.000Z',
  },
];

export const everything: Lines = {
  'GET /api/terms': () => ({ terms }),
  'GET /api/memory/units': () => memoryUnits,
  'GET /api/documents/:documentId/checks/:locale': () => editionFindings,
  'GET /api/documents/:documentId/checks/:locale/counts': () => ({
    error: 1,
    warning: 2,
    info: 0,
    style: 2,
    dismissed: 1,
  }),
  'GET /api/policies': () => ({ policies: { en: {}, he: {}, ar: { digits: 'arab' } } }),
  'GET /api/documents/:documentId/policies/:locale': ({ params: { locale } }) => ({
    policy: policyFor(locale),
    site: {},
    changes: {},
  }),
  'GET /api/documents/:documentId/statistics': () => statistics,
  'GET /api/statistics': () => ({ ...statistics, documents: 2 }),
  'GET /api/documents': () => ({ documents: rows }),
  'GET /api/archive': () => ({ documents: [] }),
  'GET /api/documents/:documentId': ({ params }) => documentView({ documentId: params.documentId }),
  'GET /api/documents/:documentId/jobs/:jobId': () => job,
  'GET /api/documents/:documentId/editions/:locale': ({ params }) =>
    editionView({
      locale: params.locale,
      publications: [{ n: 1, at: '2026-11-18T16:20:00.000Z', by: 'נועה', sourceVersion: 1 }],
      live: 1,
      changedSinceLive: true,
      url: 'http://127.0.0.1:3001/he/reading-room/',
      blockers: [
        { reason: 'outdated', segmentId: 'segment00001', ordinal: 0, excerpt: 'The reading room returns' },
        { reason: 'translated', segmentId: 'segment00008', ordinal: 7, excerpt: 'After three years of work' },
      ],
    }),
  'POST /api/documents/:documentId/editions/:locale/preview': () => ({
    url: 'about:blank',
    expiresAt: '2026-11-21T23:30:00.000Z',
  }),
  'POST /api/documents/preview': () => ({
    format: 'markdown',
    encoding: 'utf-8',
    title: 'The reading room returns',
    blocks: [
      { kind: 'title', layout: {}, text: 'The reading room returns', codes: {} },
      {
        kind: 'paragraph',
        layout: {},
        text: 'See <1>the plan</1>.',
        codes: { 1: { type: 'link', href: 'https://example.org' } },
      },
    ],
    total: 2,
    words: 7,
  }),
  'GET /api/documents/:documentId/editions/:locale/changes': () => editionChanges,
  'GET /api/site': () => siteView,
  'GET /api/deliveries': () => ({ deliveries }),
  'GET /api/settings': () => settings,
};
