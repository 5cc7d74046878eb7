import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import type { ShellRoute } from '../../router';
import type { Me, Role } from '../shared/access';
import { readBookingSearch, readCalendarSearch } from './calendarSearch';

const is = (me: Me, ...roles: Role[]) => roles.some(role => me.roles.includes(role));
const isStaff = (me: Me) => is(me, 'coordinator', 'administrator');

/** The same address leads everybody to what concerns them of an appointment: mails name it to both sides. */
export const appointmentRoutes = (shell: ShellRoute) => [
  createRoute({
    getParentRoute: () => shell,
    path: '/termine',
    validateSearch: readCalendarSearch,
    beforeLoad: ({ context: { me } }) => {
      if (isStaff(me)) throw redirect({ to: '/disposition/termine' });
      if (!is(me, 'requester')) throw redirect({ to: '/dashboard/termine' });
    },
    component: lazyRouteComponent(() => import('./CalendarPage'), 'CalendarPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/termine/neu',
    validateSearch: readBookingSearch,
    beforeLoad: ({ context: { me } }) => {
      if (!isStaff(me) && !is(me, 'requester')) throw redirect({ to: '/dashboard/termine' });
    },
    component: lazyRouteComponent(() => import('./BookingPage'), 'BookingPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/termine/$id',
    beforeLoad: ({ context: { me }, params }) => {
      if (!isStaff(me) && !is(me, 'requester'))
        throw redirect({ to: '/dashboard/termine', search: { termin: params.id } });
    },
    component: lazyRouteComponent(() => import('./AppointmentPage'), 'AppointmentPage'),
  }),
];
