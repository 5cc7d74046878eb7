import download from '@material-symbols/svg-400/rounded/download.svg?raw';
import { useTranslation } from 'react-i18next';
import { Icon } from '../shared/Icon';

/** The same figures as files. */
export function ReportFiles({ view, query }: { view: string; query: string }) {
  const { t } = useTranslation('reports');
  return (
    <ul className="report-files" aria-label={t('files')}>
      {(['csv', 'xlsx', 'pdf'] as const).map(kind => (
        <li key={kind}>
          <a
            className="kern-btn kern-btn--secondary"
            href={`/api/reports/${view}.${kind}${query}`}
            download
            aria-label={t('file', { kind: kind.toUpperCase() })}
          >
            <Icon svg={download} />
            <span className="kern-label">{kind.toUpperCase()}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
