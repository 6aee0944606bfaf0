/** Approved pairs that hold the words sought, each with the way to its segment: it is mended there. */
import { useState } from 'react';
import { Link } from 'react-router';
import { locales, type Locale } from '../../server/domain/locale.ts';
import { useI18n } from '../i18n.ts';
import { useRead } from '../queries.ts';
import { Choice } from '../ui/Choice.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { HitText } from '../ui/HitText.tsx';
import { Waiting } from '../ui/Spinner.tsx';
import { Text } from '../ui/Text.tsx';

type Pair = `${Locale} ${Locale}`;

const pairs = locales.flatMap((from) => locales.filter((to) => to !== from).map((to) => [from, to] as const));

export function FoundInDocuments({ query }: { readonly query: string }) {
  const { t } = useI18n();
  const [[from, to], setPair] = useState<readonly [Locale, Locale]>(['en', 'he']);
  const found = useRead('GET /api/memory', { query: { query, from, to } });
  const hits = (found.data?.hits ?? []).filter(({ origin }) => origin !== undefined);
  return (
    <section className="section" aria-labelledby="found">
      <h2 id="found">{t('memory.from-documents')}</h2>
      <Choice<Pair>
        label={t('memory.languages')}
        labelHidden
        options={pairs.map(([one, other]) => ({
          value: `${one} ${other}`,
          label: t('memory.pair', { from: t(`app.locale-${one}`), to: t(`app.locale-${other}`) }),
        }))}
        value={`${from} ${to}`}
        onChange={(chosen) => setPair(pairs.find((pair) => pair.join(' ') === chosen) ?? ['en', 'he'])}
      />
      {found.isPending && <Waiting label={t('common.loading')} />}
      {found.error && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && hits.length === 0 && <p className="muted">{t('memory.none')}</p>}
      <ul className="memory-hits">
        {hits.map(({ source, target, origin }, at) => (
          <li key={at}>
            <HitText side={source} locale={from} />
            <HitText side={target} locale={to} />
            {origin && (
              <Link
                className="small"
                to={`/documents/${origin.documentId}/review/${origin.locale}?segment=${origin.ordinal}`}
              >
                <Text>{origin.title}</Text>
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
