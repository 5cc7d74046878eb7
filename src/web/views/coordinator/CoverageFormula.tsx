import { useTranslation } from 'react-i18next';
import { speakElapsed } from '../../i18n/format';
import type { Coverage } from './coverage';

const formula = `B(0) = 1,  B(k) = A·B(k−1) / (k + A·B(k−1))    k = 1 … n
C    = n·B(n) / (n − A·(1 − B(n)))             jemand muss warten
SL   = 1 − C·e^(−(n − A)·t / h)                in der Zeit t beantwortet,
                                               h = Bearbeitungszeit`;

/** How it is calculated, with what, and what is assumed. */
export function CoverageFormula({ coverage }: { coverage: Coverage }) {
  const { t } = useTranslation('coverage');
  const { language, level, withinSeconds, fewestCases, handlingSeconds, wrapUpSeconds } = coverage;
  return (
    <details className="card coverage-how">
      <summary>{t('how')}</summary>
      <p>
        {t('howText.load', {
          handling: speakElapsed(handlingSeconds),
          wrapUp: speakElapsed(wrapUpSeconds),
        })}{' '}
        {coverage.isHandlingAssumed && <strong>{t('howText.assumed')}</strong>}
      </p>
      <p>{t('howText.need', { level, within: withinSeconds })}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="coverage-formula" tabIndex={0} aria-label={t('howText.formula')}>
        <pre>{formula}</pre>
      </section>
      <h2 className="coverage-assumptions">{t('howText.assumptions')}</h2>
      <ul>
        <li>{t('howText.poisson')}</li>
        <li>{t('howText.patient')}</li>
        <li>{t('howText.counted')}</li>
        <li>{t('howText.fewest', { count: fewestCases })}</li>
        <li>{t('howText.declared')}</li>
        {!language && <li>{t('howText.all')}</li>}
      </ul>
    </details>
  );
}
