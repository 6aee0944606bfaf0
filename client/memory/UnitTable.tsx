/** Units as a table: a column a language; on a phone each is a card. */
import { locales } from '../../server/domain/locale.ts';
import { useI18n } from '../i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Text } from '../ui/Text.tsx';
import type { PlacedUnitView } from './MemoryPage.tsx';
import '../ui/table.css';

export interface UnitTableProps {
  readonly units: readonly PlacedUnitView[];
  readonly onOpen: (unit: PlacedUnitView) => void;
}

export function UnitTable({ units, onOpen }: UnitTableProps) {
  const { t } = useI18n();
  return (
    <table className="table text-table">
      <thead>
        <tr>
          {locales.map((locale) => (
            <th scope="col" key={locale}>
              {t(`app.locale-${locale}`)}
            </th>
          ))}
          <th scope="col">
            <span className="visually-hidden">{t('memory.change')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {units.map((placed) => (
          <tr key={`${placed.batch} ${placed.index}`}>
            {locales.map((locale) => (
              <td key={locale} data-label={t(`app.locale-${locale}`)}>
                <Text as="div" locale={locale} prose>
                  {placed.unit.texts[locale] ?? '–'}
                </Text>
              </td>
            ))}
            <td>
              <Button
                look="quiet"
                aria-label={t('terms.change-named', { term: opening(placed) })}
                onPress={() => onOpen(placed)}
              >
                {t('memory.change')}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Which one it is, to whoever hears it. */
function opening({ unit: { texts } }: PlacedUnitView): string {
  return Object.values(texts)[0]?.slice(0, 60) ?? '';
}
