import './words';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Alert } from '../shared/Alert';
import { Button } from '../shared/Button';
import { Card } from '../shared/Card';
import { ErrorAlert } from '../shared/ErrorAlert';
import { Logo } from '../shared/Logo';
import { Page } from '../shared/Page';
import { TextField } from '../shared/TextField';
import { FactList } from './FactList';
import { recordQuery } from './record';

/** Whether a record is ours: by the link in its picture, or by the code that somebody types. */
export function RecordPage() {
  const { t } = useTranslation('record');
  const { t: shell } = useTranslation();
  const [asked, setAsked] = useState(() => window.location.hash.slice(1));
  const answer = useQuery(recordQuery(asked));
  return (
    <div className="shell">
      <header className="header">
        <span className="brand">
          <Logo />
          <span>{shell('product')}</span>
        </span>
      </header>
      <main id="inhalt" className="main" tabIndex={-1}>
        <Page title={t('title')} lead={t('lead')}>
          <div className="record-page">
            <CodeForm isPending={answer.isFetching} onAsk={setAsked} />
            <ErrorAlert error={answer.error} onRetry={() => void answer.refetch()} />
            {answer.data && !answer.data.valid && (
              <Alert tone="danger" live title={t('invalid')}>
                {t('invalidText')}
              </Alert>
            )}
            {answer.data?.valid && (
              <>
                <Alert tone="success" live title={t('valid')}>
                  {t('validText')}
                </Alert>
                <FactList facts={answer.data.facts} />
              </>
            )}
          </div>
        </Page>
      </main>
    </div>
  );
}

function CodeForm({ isPending, onAsk }: { isPending: boolean; onAsk: (code: string) => void }) {
  const { t } = useTranslation('record');
  const [code, setCode] = useState('');
  const [isMissing, setMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(code.trim() === '');
    if (code.trim() !== '') onAsk(code.trim());
  };
  return (
    <Card>
      <form className="stack" onSubmit={submit} noValidate>
        <TextField
          label={t('code')}
          hint={t('codeHint')}
          error={isMissing ? t('codeMissing') : undefined}
          value={code}
          onChange={setCode}
          autoComplete="off"
          spellCheck="false"
          maxLength={150}
        />
        <div className="row">
          <Button type="submit" look="primary" isPending={isPending}>
            {t('check')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
