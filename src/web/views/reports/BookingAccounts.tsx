import { useTranslation } from 'react-i18next';
import type { LedgerAccount, useBookingForm } from './bookings';
import { WideTable } from './WideTable';

/** An account and a tax key for each case. */
export function BookingAccounts({ form }: { form: ReturnType<typeof useBookingForm> }) {
  const { t } = useTranslation('reports');
  const nameOf = ({ side, treatment }: LedgerAccount) =>
    `${t(`books.sides.${side}`)}, ${t(`books.treatments.${treatment}`)}`;
  return (
    <WideTable label={t('books.accounts')}>
      <thead>
        <tr>
          <th scope="col" className="report-words">
            {t('books.caseHead')}
          </th>
          <th scope="col" className="report-words">
            {t('books.accountHead')}
          </th>
          <th scope="col" className="report-words">
            {t('books.taxKeyHead')}
          </th>
        </tr>
      </thead>
      <tbody>
        {form.draft.accounts.map((account, at) => {
          const isWrong = form.isWrong(`account:${account.side}:${account.treatment}`);
          return (
            <tr key={`${account.side}:${account.treatment}`}>
              <th scope="row" className="report-words">
                {nameOf(account)}
              </th>
              <td className="report-words">
                <input
                  className="kern-form-input__input report-account"
                  aria-label={t('books.account', { name: nameOf(account) })}
                  aria-invalid={isWrong || undefined}
                  inputMode="numeric"
                  maxLength={8}
                  value={account.account}
                  onChange={event => form.changeAccount(at, { account: event.target.value })}
                />
                {isWrong && <p className="field-error">{t('books.wrong')}</p>}
              </td>
              <td className="report-words">
                <input
                  className="kern-form-input__input report-account"
                  aria-label={t('books.taxKey', { name: nameOf(account) })}
                  inputMode="numeric"
                  maxLength={4}
                  value={account.taxKey}
                  onChange={event => form.changeAccount(at, { taxKey: event.target.value })}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </WideTable>
  );
}
