import download from '@material-symbols/svg-400/rounded/download.svg?raw';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { getJson } from '../../protocol/http';
import { Dialog } from '../shared/Dialog';
import { ErrorAlert } from '../shared/ErrorAlert';
import { Icon } from '../shared/Icon';
import { Skeleton } from '../shared/Skeleton';
import type { MailContent } from './outbox';

/** What a mail says. Its HTML is a file: the page's own rules would take its styles away. */
export function MailDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('mail');
  const { data, error, refetch } = useQuery({
    queryKey: ['mail', id],
    queryFn: ({ signal }) => getJson<MailContent>(`/api/mails/${id}`, signal),
  });
  return (
    <Dialog
      title={t('text')}
      isOpen
      onClose={onClose}
      actions={
        data && (
          <>
            <FileLink href={`/api/mails/${id}/html`} text={t('html')} />
            {data.calendarMethod && (
              <FileLink href={`/api/mails/${id}/calendar`} text={t(`calendar.${data.calendarMethod}`)} />
            )}
          </>
        )
      }
    >
      {error && <ErrorAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={8} />}
      {data && <div className="mail-text">{data.text}</div>}
    </Dialog>
  );
}

const FileLink = ({ href, text }: { href: string; text: string }) => (
  <a className="kern-btn kern-btn--secondary" href={href} download>
    <Icon svg={download} />
    <span className="kern-label">{text}</span>
  </a>
);
