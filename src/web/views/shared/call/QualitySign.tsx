import good from '@material-symbols/svg-400/rounded/signal_cellular_alt.svg?raw';
import poor from '@material-symbols/svg-400/rounded/signal_cellular_alt_1_bar.svg?raw';
import fair from '@material-symbols/svg-400/rounded/signal_cellular_alt_2_bar.svg?raw';
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '../Button';
import { Icon } from '../Icon';
import { useStore } from '../live';
import type { Ongoing } from './ongoing';

const signs = { good, fair, poor };
const helpsAudioOnly = ['own_upload', 'frozen_picture', 'loss', 'delay'];

/** Three steps with a reason and what to do about it. */
export function QualitySign({ ongoing }: { ongoing: Ongoing }) {
  const { t } = useTranslation('call');
  const { call } = useStore(ongoing.main);
  const { level, reason } = useStore(call.quality);
  const state = useStore(call.state);
  const relayed = useStore(call.relayed);
  const audioOnly = useStore(ongoing.mesh.audioOnly);
  if (state === 'waiting' || state === 'connecting') return null;
  const label = t('quality.label', { level: t(`quality.${level}`) });
  return (
    <DialogTrigger>
      <AriaButton className={`call-chip quality-${level}`}>
        <Icon svg={signs[level]} size={20} />
        <span>{label}</span>
      </AriaButton>
      <Popover className="popover call-popover" placement="bottom end">
        <Dialog className="dialog stack-tight" aria-label={label}>
          <p className="strong">{reason ? t(`quality.reason.${reason}`) : t('quality.goodText')}</p>
          {reason && <p>{t(`quality.advice.${reason}`)}</p>}
          {reason && helpsAudioOnly.includes(reason) && !audioOnly && (
            <Button small onPress={() => ongoing.setAudioOnly(true)}>
              {t('quality.switch')}
            </Button>
          )}
          <p className="muted small">{t(relayed ? 'quality.relayed' : 'quality.direct')}</p>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
