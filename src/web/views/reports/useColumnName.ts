import { useTranslation } from 'react-i18next';
import { reports } from '../../i18n/de/reports';

type Known = keyof typeof reports.column;

const isKnown = (key: string): key is Known => key in reports.column;

/** The German head of a column. */
export function useColumnName(): (key: string) => string {
  const { t } = useTranslation('reports');
  return key => (isKnown(key) ? t(`column.${key}`) : key);
}
