import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { ShellRoute } from '../../router';
import { allow } from '../shared/access';

export const administratorRoutes = (shell: ShellRoute) => [
  createRoute({
    getParentRoute: () => shell,
    path: '/verwaltung/aufgaben',
    validateSearch: (raw): { laeufe?: string } =>
      typeof raw.laeufe === 'string' ? { laeufe: raw.laeufe } : {},
    beforeLoad: ({ context }) => allow(context.me, 'administrator'),
    component: lazyRouteComponent(() => import('./JobsPage'), 'JobsPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/verwaltung/loeschung',
    beforeLoad: ({ context }) => allow(context.me, 'administrator'),
    component: lazyRouteComponent(() => import('./RetentionPage'), 'RetentionPage'),
  }),
];
