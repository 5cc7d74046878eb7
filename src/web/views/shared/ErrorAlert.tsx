import { useTranslation } from 'react-i18next';
import { errorText, traceIdOf } from '../../i18n/errorText';
import { Alert } from './Alert';
import { Button } from './Button';

/** Says what went wrong and what to do; offers to try again where that makes sense. */
export function ErrorAlert({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  if (!error) return null;
  const traceId = traceIdOf(error);
  return (
    <Alert
      tone="danger"
      live
      title={errorText(error)}
      actions={
        onRetry && (
          <Button small onPress={onRetry}>
            {t('retry')}
          </Button>
        )
      }
    >
      {traceId && <p className="muted small">{t('traceId', { traceId })}</p>}
    </Alert>
  );
}
