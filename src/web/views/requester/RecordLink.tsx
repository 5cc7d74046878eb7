import download from '@material-symbols/svg-400/rounded/download.svg?raw';
import { useTranslation } from 'react-i18next';
import { Icon } from '../shared/Icon';

interface Props {
  sessionId: string;
  /** Among others of the same: which one it is. */
  name?: string;
  small?: boolean;
}

/** The signed record of a conversation that is over, as a file. */
export function RecordLink({ sessionId, name, small = false }: Props) {
  const { t } = useTranslation('record');
  return (
    <a
      className={`kern-btn kern-btn--secondary ${small ? 'btn-small' : ''}`}
      href={`/api/sessions/${sessionId}/record.pdf`}
      download
      {...(name && { 'aria-label': t('downloadOf', { name }) })}
    >
      <Icon svg={download} size={small ? 20 : 24} />
      <span className="kern-label">{t('download')}</span>
    </a>
  );
}
