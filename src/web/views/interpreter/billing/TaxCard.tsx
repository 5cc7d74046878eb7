import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../../i18n/format';
import { Button } from '../../shared/Button';
import { Card } from '../../shared/Card';
import { ErrorAlert } from '../../shared/ErrorAlert';
import { Skeleton } from '../../shared/Skeleton';
import { AgreementPart } from './AgreementPart';
import { LimitsPart } from './LimitsPart';
import { type MyBilling, myBillingQuery } from './myBilling';
import { TreatmentDialog } from './TreatmentDialog';

/** How one is taxed, whether we may write the Gutschrift, and where the limits are. */
export function TaxCard() {
  const { t } = useTranslation('earnings');
  const { data, error, refetch } = useQuery(myBillingQuery);
  return (
    <Card title={t('tax')}>
      {error && <ErrorAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={4} />}
      {data && (
        <div className="stack">
          <StatusPart tax={data.tax} />
          {data.tax.limits.concerns && <LimitsPart limits={data.tax.limits} />}
          <AgreementPart agreedSince={data.tax.agreedSince} />
          <PartyPart party={data.party} />
        </div>
      )}
    </Card>
  );
}

function StatusPart({ tax: { statuses } }: { tax: MyBilling['tax'] }) {
  const { t } = useTranslation('earnings');
  const [isOpen, setOpen] = useState(false);
  return (
    <div>
      <h3 className="earned-title">{t('status')}</h3>
      {statuses.length === 0 && <p>{t('noStatus')}</p>}
      <ul className="earned-lines">
        {statuses.map(({ validFrom, treatment, recordedAt, byInterpreter }) => (
          <li key={`${validFrom} ${recordedAt}`}>
            {t(`treatment.${treatment}`)} {t('from', { day: formatDate(validFrom) })}
            <span className="cell-sub">
              {t(byInterpreter ? 'bySelf' : 'byStaff', { day: formatDate(recordedAt) })}
            </span>
          </li>
        ))}
      </ul>
      <Button small onPress={() => setOpen(true)}>
        {t('change')}
      </Button>
      {isOpen && <TreatmentDialog onClose={() => setOpen(false)} />}
    </div>
  );
}

function PartyPart({ party }: Pick<MyBilling, 'party'>) {
  const { t } = useTranslation('earnings');
  return (
    <div>
      <h3 className="earned-title">{t('party')}</h3>
      {party ? (
        <>
          <p>
            {[
              party.name,
              party.street,
              `${party.postCode} ${party.city}`,
              party.vatId ?? party.taxNumber,
              party.iban,
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <p className="muted">{t('partyText')}</p>
        </>
      ) : (
        <p>{t('noParty')}</p>
      )}
    </div>
  );
}
