import close from '@material-symbols/svg-400/rounded/close.svg?raw';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { toneIcons } from './Badge';
import { Button } from './Button';
import { Icon } from './Icon';
import { dismissToast, toastStore } from './toasts';

export function Toasts() {
  const { t } = useTranslation();
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.getSnapshot);
  return (
    <section className="toasts" aria-label={t('messages')} aria-live="polite">
      {toasts.map(toast => (
        <div key={toast.id} className={`toast tone-${toast.tone}`}>
          <Icon svg={toneIcons[toast.tone]} />
          <p>{toast.text}</p>
          {toast.action && (
            <Button
              small
              look="tertiary"
              onPress={() => {
                toast.action?.run();
                dismissToast(toast.id);
              }}
            >
              {toast.action.label}
            </Button>
          )}
          <Button
            small
            look="tertiary"
            icon={close}
            aria-label={t('dismiss')}
            onPress={() => dismissToast(toast.id)}
          />
        </div>
      ))}
    </section>
  );
}
