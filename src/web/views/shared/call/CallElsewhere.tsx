import devices from '@material-symbols/svg-400/rounded/devices.svg?raw';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../Button';
import { EmptyState } from '../EmptyState';
import { toastError } from '../toasts';
import { useCalls } from './useCall';

/** The call runs in another tab or on another device of the same person. */
export function CallElsewhere() {
  const { t } = useTranslation('call');
  const calls = useCalls();
  const [isTaking, setTaking] = useState(false);
  const take = async () => {
    setTaking(true);
    await calls.takeOver().catch(toastError);
    setTaking(false);
  };
  return (
    <EmptyState
      icon={devices}
      title={t('elsewhere.title')}
      action={
        <Button look="primary" isPending={isTaking} onPress={() => void take()}>
          {t('elsewhere.take')}
        </Button>
      }
    >
      {t('elsewhere.text')}
    </EmptyState>
  );
}
