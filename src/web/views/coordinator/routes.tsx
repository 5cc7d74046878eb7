import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { ShellRoute } from '../../router';
import { allow } from '../shared/access';
import { readBoardSearch } from './boardSearch';
import { readCoverageSearch } from './coverageSearch';
import { readFeedbackSearch } from './feedbackSearch';
import { readFloorSearch } from './floorSearch';
import { readLedgerSearch } from './ledgerSearch';
import { readOutboxSearch } from './outbox';
import { readNewTariffSearch } from './tariffs/searches';

export const coordinatorRoutes = (shell: ShellRoute) => [
  createRoute({
    getParentRoute: () => shell,
    path: '/disposition',
    validateSearch: readFloorSearch,
    beforeLoad: ({ context }) => allow(context.me, 'coordinator'),
    component: lazyRouteComponent(() => import('./CoordinatorPage'), 'CoordinatorPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/disposition/termine',
    validateSearch: readBoardSearch,
    beforeLoad: ({ context }) => allow(context.me, 'coordinator'),
    component: lazyRouteComponent(() => import('./BoardPage'), 'BoardPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/disposition/nicht-bedient',
    validateSearch: readLedgerSearch,
    beforeLoad: ({ context }) => allow(context.me, 'coordinator'),
    component: lazyRouteComponent(() => import('./LedgerPage'), 'LedgerPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/disposition/abdeckung',
    validateSearch: readCoverageSearch,
    beforeLoad: ({ context }) => allow(context.me, 'coordinator'),
    component: lazyRouteComponent(() => import('./CoveragePage'), 'CoveragePage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/disposition/rueckmeldungen',
    validateSearch: readFeedbackSearch,
    beforeLoad: ({ context }) => allow(context.me, 'coordinator'),
    component: lazyRouteComponent(() => import('./FeedbackPage'), 'FeedbackPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/disposition/postausgang',
    validateSearch: readOutboxSearch,
    beforeLoad: ({ context }) => allow(context.me, 'coordinator'),
    component: lazyRouteComponent(() => import('./OutboxPage'), 'OutboxPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/disposition/ausschluesse',
    validateSearch: (raw): { auftraggeber?: string } =>
      typeof raw.auftraggeber === 'string' ? { auftraggeber: raw.auftraggeber } : {},
    beforeLoad: ({ context }) => allow(context.me, 'coordinator'),
    component: lazyRouteComponent(() => import('./ConflictsPage'), 'ConflictsPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/disposition/regeln',
    beforeLoad: ({ context }) => allow(context.me, 'coordinator'),
    component: lazyRouteComponent(() => import('./PolicyPage'), 'PolicyPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/disposition/regeln/termine',
    beforeLoad: ({ context }) => allow(context.me, 'coordinator'),
    component: lazyRouteComponent(() => import('./AppointmentRulesPage'), 'AppointmentRulesPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/disposition/tarife',
    beforeLoad: ({ context }) => allow(context.me, 'coordinator'),
    component: lazyRouteComponent(() => import('./tariffs/TariffsPage'), 'TariffsPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/disposition/tarife/neu',
    validateSearch: readNewTariffSearch,
    beforeLoad: ({ context }) => allow(context.me, 'coordinator'),
    component: lazyRouteComponent(() => import('./tariffs/TariffPage'), 'NewTariffPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/disposition/tarife/$id',
    beforeLoad: ({ context }) => allow(context.me, 'coordinator'),
    component: lazyRouteComponent(() => import('./tariffs/TariffPage'), 'TariffPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/disposition/verfuegbarkeit/$id',
    beforeLoad: ({ context }) => allow(context.me, 'coordinator'),
    component: lazyRouteComponent(
      () => import('./InterpreterAvailabilityPage'),
      'InterpreterAvailabilityPage',
    ),
  }),
];
