/**
 * Two people decided on the same target. Where both wrote, three texts stand here: mine and theirs, each with what it
 * changed of the text before both, and what comes of the two word by word (MergeView.tsx). The person chooses; what is
 * not taken is put aside or stands in the history, so nothing is lost. Where the other one only judged the text, it is
 * said calmly, and mine is saved on top of the judgement when the person wants that.
 *
 * Only the heading is an alert: a reader hears that something happened, not three texts at once.
 */
import type { TargetView } from '../../server/contract/schemas.ts';
import type { Codes } from '../../server/domain/content.ts';
import { directionOf, type Locale } from '../../server/domain/locale.ts';
import { formatTime, useI18n, type Translate } from '../i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Text } from '../ui/Text.tsx';
import { CodedText } from './CodedText.tsx';
import { isOnlyJudged, type Conflict as Texts } from './desk-state.ts';
import { DiffView } from './DiffView.tsx';
import { MergeView } from './MergeView.tsx';
import { reasonSentence } from './reason-words.ts';
import './conflict.css';

export interface ConflictProps {
  readonly texts: Texts;
  readonly locale: Locale;
  readonly codes: Codes;
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
  readonly onMerged: (text: string) => void;
}

export function Conflict(props: ConflictProps) {
  return isOnlyJudged(props.texts) ? <Judged {...props} /> : <BothWrote {...props} />;
}

function BothWrote({ texts, locale, codes, onKeepMine, onTakeTheirs, onMerged }: ConflictProps) {
  const { t } = useI18n();
  const { mine, theirs, base } = texts;
  return (
    <section className="conflict" aria-label={t('review.conflict-label')}>
      {/* A later save of theirs is news again, and is merged anew. */}
      <div key={theirs.revision} role="alert">
        <h2>{t('review.stale-title')}</h2>
        <p>{t(base === undefined ? 'review.stale-choose' : 'review.stale-hint')}</p>
      </div>
      {base === undefined ? (
        <SideBySide before={theirs.text} after={mine} title={t('review.mine-over-theirs')} {...{ locale, codes }} />
      ) : (
        <>
          <div className="conflict-texts">
            <SideBySide before={base} after={mine} title={t('review.mine')} {...{ locale, codes }} />
            <SideBySide before={base} after={theirs.text} title={theirsTitle(theirs, t)} {...{ locale, codes }} />
          </div>
          <details className="conflict-base small">
            <summary>{t('review.before-both')}</summary>
            <Text as="p" locale={locale} prose className="diff-line">
              <CodedText text={base} codes={codes} />
            </Text>
          </details>
          <MergeView
            key={theirs.revision}
            base={base}
            mine={mine}
            theirs={theirs.text}
            locale={locale}
            codes={codes}
            onUse={onMerged}
          />
        </>
      )}
      <div className="conflict-actions">
        <Button look={base === undefined ? 'primary' : 'plain'} onPress={onKeepMine}>
          {t('review.keep-mine')}
        </Button>
        <Button onPress={onTakeTheirs}>{t('review.take-theirs')}</Button>
      </div>
    </section>
  );
}

interface SideBySideProps extends Pick<ConflictProps, 'locale' | 'codes'> {
  readonly title: string;
  readonly before: string;
  readonly after: string;
}

function SideBySide({ title, locale, ...texts }: SideBySideProps) {
  return (
    <section aria-label={title}>
      <h3 className="small muted">{title}</h3>
      <DiffView {...texts} locale={locale} inline={directionOf(locale) === 'ltr'} />
    </section>
  );
}

/** The text stands as it was when mine was begun; somebody has approved it, returned it, or read it. */
function Judged({ texts: { theirs }, onKeepMine, onTakeTheirs }: ConflictProps) {
  const { t } = useI18n();
  return (
    <section className="conflict judged" aria-label={t('review.conflict-label')}>
      <output key={theirs.revision}>
        <b>{judgedSentence(theirs, t)}</b> {t('review.judged-hint')}
      </output>
      <div className="conflict-actions">
        <Button onPress={onKeepMine}>{t('review.judged-save')}</Button>
        <Button look="quiet" onPress={onTakeTheirs}>
          {t('review.judged-leave')}
        </Button>
      </div>
    </section>
  );
}

function judgedSentence({ by = '', at, state, returned }: TargetView, t: Translate): string {
  const time = at ? formatTime(at) : '';
  if (returned) return t('review.judged-returned', { by, time, reason: reasonSentence(returned, t) });
  return t(`review.judged-${state === 'approved' ? 'approved' : 'reviewed'}`, { by, time });
}

function theirsTitle({ by, at }: TargetView, t: Translate): string {
  return by && at ? t('review.theirs-by', { by, time: formatTime(at) }) : t('review.theirs');
}
