import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Alert } from '../../shared/Alert';
import { Button } from '../../shared/Button';
import { Card } from '../../shared/Card';
import { ErrorAlert } from '../../shared/ErrorAlert';
import { type Chain, checkChain } from './documents';

/** All documents computed once more: whether they are still those that were issued. */
export function ChainCheck() {
  const { t } = useTranslation('documents');
  const check = useMutation({ networkMode: 'always', mutationFn: checkChain });
  return (
    <Card title={t('chain.check')}>
      <p className="muted">{t('chain.hint')}</p>
      {check.data && <Result chain={check.data} />}
      {check.data && <Series series={check.data.series} />}
      <ErrorAlert error={check.error} />
      <div className="row">
        <Button isPending={check.isPending} onPress={() => check.mutate()}>
          {t('chain.check')}
        </Button>
      </div>
    </Card>
  );
}

/** The log of gaps. */
function Series({ series }: Pick<Chain, 'series'>) {
  const { t } = useTranslation('documents');
  if (series.length === 0) return null;
  return (
    <ul className="check-terms">
      {series.map(({ series, year, last, missing }) => (
        <li key={`${series}-${year}`}>
          {t('chain.series', { series, year, last })}{' '}
          {missing.length === 0 ? t('chain.noGap') : t('chain.gaps', { numbers: missing.join(', ') })}
        </li>
      ))}
    </ul>
  );
}

function Result({ chain: { documents, firstBroken } }: { chain: Chain }) {
  const { t } = useTranslation('documents');
  if (firstBroken)
    return (
      <Alert tone="danger" live title={t('chain.brokenTitle', { number: firstBroken })}>
        {t('chain.brokenText')}
      </Alert>
    );
  if (documents === 0) return <Alert live title={t('chain.none')} />;
  return (
    <Alert tone="success" live title={t('chain.fineTitle', { count: documents })}>
      {t('chain.fineText')}
    </Alert>
  );
}
