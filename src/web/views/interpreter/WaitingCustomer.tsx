import bell from '@material-symbols/svg-400/rounded/notifications_active.svg?raw';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Alert } from '../shared/Alert';
import { LinkButton } from '../shared/LinkButton';
import { useSituation } from '../shared/live';
import { useBeginByItself, useExpected } from './useBeginByItself';

/** Away from the workplace: the customer of an own appointment waits. Whoever said here to be ready is taken there. */
export function WaitingCustomer() {
  const { t } = useTranslation('day');
  const navigate = useNavigate();
  const offers = useSituation()?.offers ?? [];
  useBeginByItself(useExpected(offers), () => void navigate({ to: '/dashboard' }));
  if (!offers.some(offer => offer.appointment)) return null;
  return (
    <Alert
      tone="success"
      live
      icon={bell}
      title={t('offer.titleUnknown')}
      actions={
        <LinkButton to="/dashboard" look="primary">
          {t('offer.begin')}
        </LinkButton>
      }
    />
  );
}
