/**
 * The terms of the open segment: what each is to be called, one key or press away; what it must not be called; whether the
 * target has it already.
 */
import { directionOf } from '../../../server/domain/locale.ts';
import { useI18n } from '../../i18n.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Text } from '../../ui/Text.tsx';
import { CommandButton } from '../ActionBar.tsx';
import { termCommands } from '../commands.ts';
import type { DeskTerm } from '../terms/desk-terms.ts';
import type { PanelTabProps } from './panel-tabs.ts';

export function TermsTab(props: PanelTabProps) {
  const { t } = useI18n();
  const { view, acts } = props;
  return (
    <>
      {view.terms.length === 0 && <p className="panel-empty muted">{t('terms-here.none')}</p>}
      <ol className="panel-list">
        {view.terms.map((term, at) => (
          <li key={term.term.id} className="panel-item panel-term">
            <TermItem {...props} term={term} at={at} />
          </li>
        ))}
      </ol>
      <CommandButton id="add-term" look="plain" keys view={view} acts={acts} />
    </>
  );
}

interface TermItemProps extends PanelTabProps {
  readonly term: DeskTerm;
  readonly at: number;
}

function TermItem({ term: found, at, document, locale, view, acts }: TermItemProps) {
  const { t } = useI18n();
  const { term, inSource, rendering, forbidden, isSaid } = found;
  const command = termCommands[at];
  return (
    <>
      <p className="panel-term-words">
        <Text locale={document.from}>{inSource}</Text>
        <Icon name="forward" size={14} />
        {rendering === undefined ? (
          <span className="muted">{t('terms-here.no-rendering')}</span>
        ) : (
          <Text locale={term.isKept ? document.from : locale} prose>
            {rendering}
          </Text>
        )}
        {term.isKept && <Badge>{t('terms-here.kept-here')}</Badge>}
      </p>
      {forbidden.length > 0 && (
        <p className="small">
          <span className="muted">{t('terms-here.not')} </span>
          {forbidden.map((word) => (
            <del key={word} lang={locale} dir={directionOf(locale)}>
              {word}
            </del>
          ))}
        </p>
      )}
      {term.note && (
        <Text as="p" className="small muted">
          {term.note}
        </Text>
      )}
      <p className="panel-term-acts small">
        <span className={isSaid ? 'save-word ok' : 'save-word muted'}>
          {isSaid && <Icon name="check" size={14} />}
          {t(isSaid ? 'terms-here.said' : 'terms-here.not-said')}
        </span>
        {rendering !== undefined &&
          (command ? (
            <CommandButton id={command} label={t('terms-here.insert')} look="quiet" keys view={view} acts={acts} />
          ) : (
            <Button look="quiet" onPress={() => acts.insertText(rendering)}>
              {t('terms-here.insert')}
            </Button>
          ))}
      </p>
    </>
  );
}
