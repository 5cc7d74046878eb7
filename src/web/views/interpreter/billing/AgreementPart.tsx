import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../../i18n/format';
import { Button } from '../../shared/Button';
import { Dialog } from '../../shared/Dialog';
import { ErrorAlert } from '../../shared/ErrorAlert';
import { declareAgreement } from './myBilling';
import { useSend } from './useSend';

/** Whether we may write the Gutschrift: agreed before the first one, revoked at any time for later ones (§ 14 (2) UStG). */
export function AgreementPart({ agreedSince }: { agreedSince: string | null }) {
  const { t } = useTranslation('earnings');
  const [isAsked, setAsked] = useState(false);
  const agree = useSend(() => declareAgreement(true), t('agreedDone'));
  return (
    <div>
      <h3 className="earned-title">{t('agreement')}</h3>
      {agreedSince ? (
        <>
          <p>{t('agreedSince', { day: formatDate(agreedSince) })}</p>
          <Button small look="tertiary" onPress={() => setAsked(true)}>
            {t('revoke')}
          </Button>
        </>
      ) : (
        <>
          <p>{t('notAgreed')}</p>
          <blockquote className="disputed">{t('agreeText')}</blockquote>
          <Button small look="primary" isPending={agree.isPending} onPress={() => agree.mutate(undefined)}>
            {t('agree')}
          </Button>
          <ErrorAlert error={agree.error} />
        </>
      )}
      {isAsked && <RevokeDialog onClose={() => setAsked(false)} />}
    </div>
  );
}

function RevokeDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['earnings', 'shell']);
  const revoke = useSend(() => declareAgreement(false), t('revokedDone'), onClose);
  return (
    <Dialog
      title={t('revokeTitle')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('shell:cancel')}</Button>
          <Button look="danger" isPending={revoke.isPending} onPress={() => revoke.mutate(undefined)}>
            {t('revoke')}
          </Button>
        </>
      }
    >
      <p>{t('revokeText')}</p>
      <ErrorAlert error={revoke.error} />
    </Dialog>
  );
}
