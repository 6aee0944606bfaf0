/**
 * The site's tags: a row a tag, a column a language. Names are changed in place; a tag's place in the list is the order in
 * which readers see them. A tag without a name in a language is not shown there.
 */
import { useState } from 'react';
import { directionOf, locales } from '../../server/domain/locale.ts';
import { settingsLimits, type Tag } from '../../server/domain/site-settings.ts';
import { useI18n } from '../i18n.ts';
import { useRead } from '../queries.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Text } from '../ui/Text.tsx';
import { hasTagNamed, movedTag, renamedTag, tagName, withNewTag, withoutTag } from './tag-list.ts';
import '../ui/table.css';

export interface TagTableProps {
  readonly tags: readonly Tag[];
  readonly onChange: (tags: readonly Tag[]) => void;
}

export function TagTable({ tags, onChange }: TagTableProps) {
  const { t } = useI18n();
  return (
    <section className="section" aria-labelledby="site-tags">
      <h2 id="site-tags">{t('site.tags')}</h2>
      <p className="muted">{t('site.tags-hint')}</p>
      {tags.length > 0 && (
        <table className="table text-table tag-table">
          <thead>
            <tr>
              {locales.map((locale) => (
                <th scope="col" key={locale}>
                  {t(`app.locale-${locale}`)}
                </th>
              ))}
              <th scope="col">{t('site.tag-documents')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('site.tag-acts')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {tags.map((tag, place) => (
              <TagRow
                key={tag.id}
                tag={tag}
                isFirst={place === 0}
                isLast={place === tags.length - 1}
                tags={tags}
                onChange={onChange}
              />
            ))}
          </tbody>
        </table>
      )}
      <NewTag tags={tags} onChange={onChange} />
    </section>
  );
}

interface TagRowProps extends TagTableProps {
  readonly tag: Tag;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

function TagRow({ tag, isFirst, isLast, tags, onChange }: TagRowProps) {
  const { t, number, locale: own } = useI18n();
  const board = useRead('GET /api/documents', {});
  const { name } = tagName(tag, own);
  const count = board.data?.documents.filter((row) => row.tags?.includes(tag.id)).length;
  return (
    <tr>
      {locales.map((locale) => (
        <td key={locale} data-label={t(`app.locale-${locale}`)}>
          <input
            className="field text tag-name"
            type="text"
            lang={locale}
            dir={directionOf(locale)}
            maxLength={settingsLimits.title}
            aria-label={t('site.tag-name-in', { tag: name, language: t(`app.locale-${locale}`) })}
            value={tag.names[locale] ?? ''}
            onChange={({ currentTarget }) => onChange(renamedTag(tags, tag.id, locale, currentTarget.value))}
          />
        </td>
      ))}
      <td data-label={t('site.tag-documents')}>{count === undefined ? '' : number(count)}</td>
      <td>
        <span className="tag-acts">
          <Button
            look="quiet"
            aria-label={t('site.tag-earlier', { tag: name })}
            isDisabled={isFirst}
            onPress={() => onChange(movedTag(tags, tag.id, -1))}
          >
            <Icon name="up" size={18} />
          </Button>
          <Button
            look="quiet"
            aria-label={t('site.tag-later', { tag: name })}
            isDisabled={isLast}
            onPress={() => onChange(movedTag(tags, tag.id, 1))}
          >
            <Icon name="down" size={18} />
          </Button>
          <Button
            look="quiet"
            aria-label={t('site.tag-remove', { tag: name })}
            onPress={() => onChange(withoutTag(tags, tag.id))}
          >
            <Icon name="close" size={18} />
          </Button>
        </span>
      </td>
    </tr>
  );
}

/** Named in the interface's language first; the other names are typed into its row. */
function NewTag({ tags, onChange }: TagTableProps) {
  const { t, locale } = useI18n();
  const [name, setName] = useState('');
  const isKnown = hasTagNamed(tags, name);
  const isReady = name.trim() !== '' && !isKnown && tags.length < settingsLimits.tags;
  const add = (): void => {
    if (!isReady) return;
    onChange(withNewTag(tags, locale, name));
    setName('');
  };
  return (
    <div className="new-tag">
      <label className="site-field">
        <span className="field-label">{t('site.new-tag')}</span>
        <input
          className="field text"
          type="text"
          lang={locale}
          dir={directionOf(locale)}
          maxLength={settingsLimits.title}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            add();
          }}
        />
      </label>
      <Button isDisabled={!isReady} onPress={add}>
        {t('site.add-tag')}
      </Button>
      <output className="field-hint">
        {isKnown && (
          <>
            {t('site.tag-known')} <Text locale={locale}>{name.trim()}</Text>
          </>
        )}
      </output>
    </div>
  );
}
