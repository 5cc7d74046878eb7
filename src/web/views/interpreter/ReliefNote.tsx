import swap from '@material-symbols/svg-400/rounded/swap_horiz.svg?raw';
import { useTranslation } from 'react-i18next';
import { Alert } from '../shared/Alert';
import { useSecond } from '../shared/Elapsed';

/** Not a new conversation: somebody in one that runs wants to be relieved. */
export function ReliefNote({ since }: { since: string }) {
  const { t } = useTranslation('interpreter');
  const minutes = Math.max(0, Math.floor((useSecond() - Date.parse(since) / 1000) / 60));
  return (
    <Alert tone="info" icon={swap} title={t('offer.relief', { count: minutes })}>
      {t('offer.reliefText')}
    </Alert>
  );
}
