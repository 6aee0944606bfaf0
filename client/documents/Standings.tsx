/** The badges of one language of one document. */
import { useI18n } from '../i18n.ts';
import { Badge } from '../ui/Badge.tsx';
import type { Standing } from './standing.ts';
import './standings.css';

export function Standings({ of }: { readonly of: readonly Standing[] }) {
  const { t } = useI18n();
  if (of.length === 0) return null;
  return (
    <span className="standings">
      {of.map(({ key, tone, values }) => (
        <Badge key={key} tone={tone}>
          {t(key, values)}
        </Badge>
      ))}
    </span>
  );
}
