/**
 * What a house has chosen where a language leaves a choice: one row a policy, its choices as they look in the script
 * itself. Where a level stands above (a document's edition under the house), “as the house” is a choice too.
 */
import { directionOf, type Locale } from '../../server/domain/locale.ts';
import {
  policiesOf,
  policyChoices,
  type Policy,
  type PolicyChanges,
  type PolicyName,
} from '../../server/domain/policy.ts';
import { useI18n } from '../i18n.ts';
import { Choice, type ChoiceOption } from '../ui/Choice.tsx';
import { exampleOf } from './policy-examples.ts';

export interface PolicyChoicesProps {
  readonly locale: Locale;
  /** What holds at the level above. */
  readonly above: Policy;
  readonly changes: PolicyChanges;
  /** Whether what holds above is a choice of its own, apart from choosing the same here. */
  readonly mayFollow: boolean;
  readonly onChanges: (changes: PolicyChanges) => void;
}

export function PolicyChoices(props: PolicyChoicesProps) {
  return (
    <div className="policies">
      {policiesOf[props.locale].map((name) => (
        <PolicyRow key={name} {...props} name={name} />
      ))}
    </div>
  );
}

/** No policy has a choice of this name. */
const following = 'as-above';

interface PolicyRowProps extends PolicyChoicesProps {
  readonly name: PolicyName;
}

function PolicyRow({ locale, above, changes, mayFollow, onChanges, name }: PolicyRowProps) {
  const { t } = useI18n();
  const choices: readonly string[] = policyChoices[name];
  const shown = (choice: string) => exampleOf(locale, name, choice as Policy[typeof name]);
  const options: Array<ChoiceOption<string>> = choices.map((value) => {
    return { value, label: shown(value), lang: locale, dir: directionOf(locale) };
  });
  const follow = { value: following, label: t('policies.as-house', { example: shown(above[name]) }) };
  return (
    <Choice
      label={t(`policies.${name}`)}
      options={mayFollow ? [follow, ...options] : options}
      value={changes[name] ?? (mayFollow ? following : above[name])}
      onChange={(chosen) => {
        const { [name]: _, ...others } = changes;
        // What holds above needs no change, unless it is to stay when that changes.
        const isChange = chosen !== following && (mayFollow || chosen !== above[name]);
        onChanges(isChange ? { ...others, [name]: chosen } : others);
      }}
    />
  );
}
