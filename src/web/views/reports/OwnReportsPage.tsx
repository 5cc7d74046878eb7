import { useNavigate, useSearch } from '@tanstack/react-router';
import { ReportsWorkplace } from './ReportsWorkplace';

/** The figures of the own customer. */
export function OwnReportsPage() {
  const search = useSearch({ from: '/shell/berichte' });
  const navigate = useNavigate();
  return (
    <ReportsWorkplace
      search={search}
      isStaff={false}
      onSearch={next =>
        void navigate({ from: '/berichte', to: '.', search: next, replace: true, resetScroll: false })
      }
    />
  );
}
