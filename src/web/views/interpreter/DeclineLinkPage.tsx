import '../shared/words';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeOf } from '../../i18n/errorText';
import { postJson } from '../../protocol/http';
import { Alert } from '../shared/Alert';
import { Button } from '../shared/Button';
import { Card } from '../shared/Card';
import { ErrorAlert } from '../shared/ErrorAlert';
import { LinkButton } from '../shared/LinkButton';
import { Logo } from '../shared/Logo';
import { Page } from '../shared/Page';

/**
 * Where the "no" of a mail leads: without a sign-in, and without a word about the appointment. Opening it does nothing,
 * so that programs which look at links in mails decline nothing.
 */
export function DeclineLinkPage() {
  const { t } = useTranslation('appointments');
  const { t: shell } = useTranslation();
  const [token] = useState(() => window.location.hash.slice(1));
  const decline = useMutation({
    networkMode: 'always',
    mutationFn: () => postJson('/api/appointment-asks/decline-by-link', { token }),
    // Used up: it need not stand in the history.
    onSuccess: () => window.history.replaceState(null, '', window.location.pathname),
  });
  const isUnusable = token === '' || codeOf(decline.error) === 'ask_link_unusable';
  return (
    <div className="shell">
      <header className="header">
        <span className="brand">
          <Logo />
          <span>{shell('product')}</span>
        </span>
      </header>
      <main id="inhalt" className="main" tabIndex={-1}>
        <Page title={t('declineLink.title')}>
          <Card className="decline-link">
            {decline.isSuccess && (
              <Alert tone="success" live title={t('declineLink.done')}>
                {t('declineLink.doneText')}
              </Alert>
            )}
            {isUnusable && !decline.isSuccess && (
              <Alert tone="warning" live title={t('declineLink.unusable')}>
                {t('declineLink.unusableText')}
              </Alert>
            )}
            {!isUnusable && !decline.isSuccess && (
              <>
                <p>{t('declineLink.text')}</p>
                <ErrorAlert error={decline.error} />
                <div className="row">
                  <Button look="primary" isPending={decline.isPending} onPress={() => decline.mutate()}>
                    {t('declineLink.decline')}
                  </Button>
                </div>
              </>
            )}
            <LinkButton to="/dashboard/termine">{t('declineLink.toMine')}</LinkButton>
          </Card>
        </Page>
      </main>
    </div>
  );
}
