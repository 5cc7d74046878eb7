import { useTranslation } from 'react-i18next';

export function Skeleton({ lines = 3 }: { lines?: number }) {
  const { t } = useTranslation();
  return (
    <div className="skeleton" role="status">
      <span className="sr-only">{t('loading')}</span>
      {Array.from({ length: lines }, (_, line) => line).map(line => (
        <span key={line} className="skeleton-line" />
      ))}
    </div>
  );
}
