/** How much of a text's room is used, beneath its field. Screen readers hear it only where little is left. */
import { useI18n } from '../i18n.ts';

/** From here on it is worth telling. */
const nearlyFull = 0.9;

export function Counted({ text, most }: { readonly text: string; readonly most: number }) {
  const { t } = useI18n();
  const words = t('common.of-most', { n: text.length, most });
  return (
    <span className="field-hint">
      <span aria-hidden="true">{words}</span>
      <output className="visually-hidden">{text.length >= most * nearlyFull && words}</output>
    </span>
  );
}
