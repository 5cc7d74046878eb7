import check from '@material-symbols/svg-400/rounded/check_circle.svg?raw';
import audio from '@material-symbols/svg-400/rounded/mic.svg?raw';
import video from '@material-symbols/svg-400/rounded/videocam.svg?raw';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfferView, Requirement } from '../../protocol/messages';
import { Icon } from '../shared/Icon';
import { requirementText } from '../shared/requirements';
import { OfferEarnings } from './Earnings';

/** What somebody has to know to decide: field, picture or sound, kind of customer, requirements and wishes. */
export function OfferFacts({ offer }: { offer: OfferView }) {
  const { t } = useTranslation('interpreter');
  const { t: word } = useTranslation('words');
  return (
    <dl className="offer-facts">
      <Fact term={t('offer.field')}>{word(`field.${offer.field}`)}</Fact>
      <Fact term={t('offer.modality')}>
        <Icon svg={offer.modality === 'video' ? video : audio} size={22} />
        {word(`modality.${offer.modality}`)}
      </Fact>
      <Fact term={t('offer.from')}>{word(`customerKind.${offer.customerKind}`)}</Fact>
      <OfferEarnings offer={offer} />
      {offer.requirements.length > 0 && (
        <Fact term={t('offer.required')}>
          <Requirements list={offer.requirements} />
        </Fact>
      )}
      {offer.wishes.length > 0 && (
        <Fact term={t('offer.wished')}>
          <Requirements list={offer.wishes.map(wish => wish.what)} />
        </Fact>
      )}
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Requirements({ list }: { list: Requirement[] }) {
  return (
    <ul className="offer-requirements">
      {list.map(requirement => (
        <li key={requirementText(requirement)}>
          <Icon svg={check} size={20} />
          {requirementText(requirement)}
        </li>
      ))}
    </ul>
  );
}
