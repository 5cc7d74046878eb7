import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import type { ShellRoute } from '../../router';
import { isStaff, type Me } from '../shared/access';
import { readBookingSearch, readCalendarSearch } from './calendarSearch';

const isRequester = (me: Me) => me.roles.includes('requester');

/** The same address leads everybody to what concerns them of an appointment: mails name it to both sides. */
export const appointmentRoutes = (shell: ShellRoute) => [
  createRoute({
    getParentRoute: () => shell,
    path: '/termine',
    validateSearch: readCalendarSearch,
    beforeLoad: ({ context: { me } }) => {
      if (isStaff(me)) throw redirect({ to: '/disposition/termine' });
      if (!isRequester(me)) throw redirect({ to: '/dashboard/termine' });
    },
    component: lazyRouteComponent(() => import('./CalendarPage'), 'CalendarPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/termine/neu',
    validateSearch: readBookingSearch,
    beforeLoad: ({ context: { me } }) => {
      if (!isStaff(me) && !isRequester(me)) throw redirect({ to: '/dashboard/termine' });
    },
    component: lazyRouteComponent(() => import('./BookingPage'), 'BookingPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/termine/$id',
    beforeLoad: ({ context: { me }, params }) => {
      if (!isStaff(me) && !isRequester(me))
        throw redirect({ to: '/dashboard/termine', search: { termin: params.id } });
    },
    component: lazyRouteComponent(() => import('./AppointmentPage'), 'AppointmentPage'),
  }),
];
