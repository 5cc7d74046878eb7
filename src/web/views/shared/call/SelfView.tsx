import micOff from '@material-symbols/svg-400/rounded/mic_off.svg?raw';
import videoOff from '@material-symbols/svg-400/rounded/videocam_off.svg?raw';
import { useTranslation } from 'react-i18next';
import type { LocalMedia } from '../../../call/localMedia';
import { Icon } from '../Icon';
import { useStore } from '../live';
import { useMediaElement } from './useMediaElement';

/** The own picture, small and mirrored, with what the other side does not get. */
export function SelfView({ media }: { media: LocalMedia }) {
  const { t } = useTranslation('call');
  const stream = useStore(media.stream);
  const { muted, camera, cameraFault, shows } = useStore(media.state);
  const { ref } = useMediaElement(stream);
  const dark = stream.getVideoTracks().length === 0 || (!shows && (!camera || cameraFault !== null));
  return (
    <div className="self">
      <video
        ref={ref}
        data-testid="local-video"
        className={`self-video ${dark ? 'is-covered' : ''} ${shows ? 'is-shown' : ''}`}
        autoPlay
        playsInline
        muted
        aria-label={t(shows ? 'show.picture' : 'ownPicture')}
      />
      {dark && (
        <div className="self-dark">
          <Icon svg={videoOff} label={t('ownPictureOff')} />
        </div>
      )}
      <p className="self-name">
        {muted && <Icon svg={micOff} size={16} />}
        {t(shows ? 'show.picture' : 'you')}
      </p>
    </div>
  );
}
