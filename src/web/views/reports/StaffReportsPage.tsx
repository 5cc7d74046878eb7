import { useNavigate, useSearch } from '@tanstack/react-router';
import { ReportsWorkplace } from './ReportsWorkplace';

/** All figures, for our own staff. */
export function StaffReportsPage() {
  const search = useSearch({ from: '/shell/disposition/berichte' });
  const navigate = useNavigate();
  return (
    <ReportsWorkplace
      search={search}
      isStaff
      onSearch={next =>
        void navigate({
          from: '/disposition/berichte',
          to: '.',
          search: next,
          replace: true,
          resetScroll: false,
        })
      }
    />
  );
}
