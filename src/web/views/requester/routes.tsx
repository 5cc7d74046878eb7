import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { ShellRoute } from '../../router';
import { allow } from '../shared/access';

export const requesterRoutes = (shell: ShellRoute) => [
  createRoute({
    getParentRoute: () => shell,
    path: '/anfragen',
    beforeLoad: ({ context }) => allow(context.me, 'requester'),
    component: lazyRouteComponent(() => import('./RequesterPage'), 'RequesterPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/anfragen/verlauf',
    beforeLoad: ({ context }) => allow(context.me, 'requester'),
    component: lazyRouteComponent(() => import('./HistoryPage'), 'HistoryPage'),
  }),
];
