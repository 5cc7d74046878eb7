import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field, Requirement, Wish } from '../../protocol/messages';
import { useLanguages } from '../shared/languages';
import { requirementText } from '../shared/requirements';

interface Need {
  language: string;
  field: Field;
  modality: 'video' | 'audio';
  requirements: readonly Requirement[];
  wishes: readonly Wish[];
  ownReference: string | null;
}

interface Props {
  need: Need;
  /** The number of the one person asked for, where it is known. */
  named?: string | undefined;
  children?: ReactNode;
}

/** What is needed, in words. */
export function NeedFacts({ need, named, children }: Props) {
  const { t } = useTranslation(['appointments', 'words']);
  const language = useLanguages()(need.language).germanName;
  const text = (what: Requirement) =>
    what.kind === 'interpreter'
      ? named
        ? t('appointments:number', { number: named })
        : t('appointments:detail.named')
      : requirementText(what);
  return (
    <dl className="facts">
      <Fact term={t('appointments:detail.language')}>{language}</Fact>
      <Fact term={t('appointments:detail.field')}>{t(`words:field.${need.field}`)}</Fact>
      <Fact term={t('appointments:detail.modality')}>{t(`words:modality.${need.modality}`)}</Fact>
      {need.requirements.length > 0 && (
        <Fact term={t('appointments:detail.required')}>{need.requirements.map(text).join(', ')}</Fact>
      )}
      {need.wishes.length > 0 && (
        <Fact term={t('appointments:detail.wished')}>
          {need.wishes.map(wish => text(wish.what)).join(', ')}
        </Fact>
      )}
      {children}
      {need.ownReference && <Fact term={t('appointments:detail.ownReference')}>{need.ownReference}</Fact>}
    </dl>
  );
}

export const Fact = ({ term, children }: { term: string; children: ReactNode }) => (
  <div>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
);
