import lock from '@material-symbols/svg-400/rounded/lock-fill.svg?raw';
import shield from '@material-symbols/svg-400/rounded/shield_lock.svg?raw';
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '../Button';
import { Icon } from '../Icon';
import { useStore } from '../live';
import type { Ongoing } from './ongoing';

/** "End-to-end encrypted" is said only after both people have compared the code. */
export function SafetyCode({ ongoing }: { ongoing: Ongoing }) {
  const { t } = useTranslation('call');
  const code = useStore(ongoing.call.fingerprint);
  const compared = useStore(ongoing.comparedCode);
  const checked = code !== null && code === compared;
  return (
    <DialogTrigger>
      <AriaButton className={`call-chip ${checked ? 'chip-checked' : ''}`}>
        <Icon svg={checked ? lock : shield} size={20} />
        <span>{t(checked ? 'safety.checked' : 'safety.unchecked')}</span>
      </AriaButton>
      <Popover className="popover call-popover" placement="bottom end">
        <Dialog className="dialog stack-tight" aria-label={t('safety.label')}>
          {code === null ? (
            <p>{t('safety.pending')}</p>
          ) : (
            <>
              <p>{t(checked ? 'safety.again' : 'safety.text')}</p>
              <p className="safety-code">{code}</p>
              {!checked && (
                <Button small look="primary" onPress={() => ongoing.comparedCode.set(code)}>
                  {t('safety.equal')}
                </Button>
              )}
              <p className="muted small">{t('safety.different')}</p>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
