import { useTranslation } from 'react-i18next';
import { formatDate, formatDateTime, formatEuro, formatNumber, formatPrice } from '../../../../i18n/format';
import { Badge } from '../../../shared/Badge';
import { Button } from '../../../shared/Button';
import { toastError } from '../../../shared/toasts';
import { type Dispute, takeBack } from './disputes';
import { useAnswer } from './useAnswer';

interface Props {
  dispute: Dispute;
  onAnswer: (how: 'accept' | 'reject') => void;
}

/** Who says what about which line, until when an answer is due, or what it was. */
export function DisputeItem({ dispute, onAnswer }: Props) {
  const { t } = useTranslation('disputes');
  const { side, party, reason, words, raisedAt, raisedBy } = dispute;
  return (
    <li className="earned-document">
      <div>
        <h3 className="earned-title">{t('page.who', { side: t(`page.side.${side}`), party })}</h3>
        <p>
          <strong>{t(`reason.${reason}`)}:</strong> {words ?? t('forgotten')}
        </p>
        <span className="cell-sub">
          {t('page.raised', { at: formatDateTime(raisedAt), by: raisedBy ?? '' })}
        </span>
        <DisputedLine dispute={dispute} />
        <Answer dispute={dispute} />
      </div>
      <State dispute={dispute} />
      {dispute.state === 'open' && <Actions dispute={dispute} onAnswer={onAnswer} />}
    </li>
  );
}

function DisputedLine({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation('disputes');
  const { serviceKind, servedFrom, explanation, quantity, unit, unitPrice, net, serviceNet, document } =
    dispute;
  return (
    <blockquote className="disputed">
      {t('page.service', { kind: t(`kind.${serviceKind}`), at: formatDateTime(servedFrom) })}: {explanation}
      <span className="cell-sub">
        {t('amount', {
          quantity: formatNumber(quantity),
          unit: t(`unit.${unit}`),
          price: formatPrice(unitPrice),
        })}
      </span>
      <span className="cell-sub">
        {t('page.net', { net: formatEuro(net), all: formatEuro(serviceNet) })},{' '}
        {document ? t('page.onDocument', { number: document }) : t('page.noDocument')}
      </span>
    </blockquote>
  );
}

function Answer({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation('disputes');
  const { state, endedAt, endedBy, answer, correction, isWithdrawn, cancelledDocument } = dispute;
  if (!endedAt) return null;
  if (state === 'taken_back') return <p>{t('page.ended', { at: formatDateTime(endedAt) })}</p>;
  const facts = [
    correction !== null && t('page.corrected', { net: formatEuro(correction) }),
    isWithdrawn && t('page.withdrawn'),
    cancelledDocument && t('page.cancelled', { number: cancelledDocument }),
  ];
  return (
    <p>
      {t('page.answered', {
        at: formatDateTime(endedAt),
        by: endedBy ?? '',
        answer: answer ?? t('forgotten'),
      })}
      <span className="cell-sub">{facts.filter(Boolean).join(' ')}</span>
    </p>
  );
}

function State({ dispute: { state, isOverdue, answerBy } }: { dispute: Dispute }) {
  const { t } = useTranslation('disputes');
  const day = formatDate(answerBy);
  if (isOverdue) return <Badge tone="danger">{t('page.late', { day })}</Badge>;
  if (state === 'open') return <Badge tone="warning">{t('page.answerBy', { day })}</Badge>;
  return <Badge tone={state === 'accepted' ? 'success' : 'neutral'}>{t(`state.${state}`)}</Badge>;
}

function Actions({ dispute: { id, party }, onAnswer }: Props) {
  const { t } = useTranslation('disputes');
  const back = useAnswer(takeBack, () => t('page.tookBack'));
  return (
    <div className="outbox-actions">
      <Button
        small
        look="primary"
        aria-label={t('page.acceptNamed', { name: party })}
        onPress={() => onAnswer('accept')}
      >
        {t('page.accept')}
      </Button>
      <Button small aria-label={t('page.rejectNamed', { name: party })} onPress={() => onAnswer('reject')}>
        {t('page.reject')}
      </Button>
      <Button
        small
        look="tertiary"
        aria-label={t('page.takeBackNamed', { name: party })}
        isPending={back.isPending}
        onPress={() => back.mutate(id, { onError: toastError })}
      >
        {t('page.takeBack')}
      </Button>
    </div>
  );
}
