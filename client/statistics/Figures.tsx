/** The tables that both statistics pages show, and under them how they are made and what they cannot say. */
import type { AllStatistics } from '../../server/contract/statistics-api.ts';
import { formatNumber, useI18n } from '../i18n.ts';
import { Text } from '../ui/Text.tsx';
import { SummaryTable } from './SummaryTable.tsx';
import './statistics.css';

type FiguresProps = Omit<AllStatistics, 'documents'>;

export function Figures({ locales, people, providers, returns }: FiguresProps) {
  const { t } = useI18n();
  return (
    <>
      <SummaryTable
        title={t('statistics.by-language')}
        head={t('statistics.language')}
        lines={locales.map((summary) => ({
          key: summary.locale,
          name: t(`app.locale-${summary.locale}`),
          summary,
        }))}
      />
      <SummaryTable
        title={t('statistics.by-person')}
        head={t('statistics.person')}
        lines={people.map((summary) => ({ key: summary.name, name: <Text>{summary.name}</Text>, summary }))}
      />
      {providers.length > 0 && (
        <SummaryTable
          title={t('statistics.by-provider')}
          head={t('statistics.provider')}
          lines={providers.map((summary) => ({
            key: summary.name,
            name: summary.name === 'memory' ? t('statistics.memory') : <Text>{summary.name}</Text>,
            summary,
          }))}
        />
      )}
      {returns.length > 0 && (
        <section>
          <h2>{t('statistics.returned-for')}</h2>
          <dl className="facts">
            {returns.map(({ category, count }) => (
              <div key={category}>
                <dt>{t(`returns.${category}`)}</dt>
                <dd>{formatNumber(count)}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <HowMade />
    </>
  );
}

function HowMade() {
  const { t } = useI18n();
  return (
    <section className="how-made small">
      <h2>{t('statistics.how')}</h2>
      <p>{t('statistics.how-distance')}</p>
      <p>{t('statistics.how-people')}</p>
      <p>{t('statistics.how-time')}</p>
      <p>
        <b>{t('statistics.how-fair')}</b>
      </p>
    </section>
  );
}
