/**
 * What an edition can be handed out as. Named here, since the contract, the command line and the desk offer them and the
 * app writes them. The ending of the file's name is said for each.
 */
export const exportEndings = {
  txt: 'txt',
  md: 'md',
  html: 'html',
  epub: 'epub',
  pdf: 'pdf',
  docx: 'docx',
  xliff: 'xlf',
} as const;

export type ExportFormat = keyof typeof exportEndings;

export const exportFormats = [
  'txt',
  'md',
  'html',
  'epub',
  'pdf',
  'docx',
  'xliff',
] as const satisfies readonly ExportFormat[];

const binary = new Set<ExportFormat>(['epub', 'pdf', 'docx']);

/** Those that a terminal can show. */
export function isText(format: ExportFormat): boolean {
  return !binary.has(format);
}

/** Those that show a translation with its source, and so are not of the source's own edition. */
export function isBilingual(format: ExportFormat): boolean {
  return format === 'xliff';
}
