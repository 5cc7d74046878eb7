import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { ShellRoute } from '../../router';
import { allow } from '../shared/access';
import { readReportsSearch } from './reportsSearch';

export const reportRoutes = (shell: ShellRoute) => [
  createRoute({
    getParentRoute: () => shell,
    path: '/disposition/berichte',
    validateSearch: readReportsSearch,
    beforeLoad: ({ context }) => allow(context.me, 'coordinator'),
    component: lazyRouteComponent(() => import('./StaffReportsPage'), 'StaffReportsPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/berichte',
    validateSearch: readReportsSearch,
    beforeLoad: ({ context }) => allow(context.me, 'requester'),
    component: lazyRouteComponent(() => import('./OwnReportsPage'), 'OwnReportsPage'),
  }),
];
