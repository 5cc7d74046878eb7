import { bring } from '../../i18n';
import { appointments } from '../../i18n/de/appointments';
import { call } from '../../i18n/de/call';
import { conflict } from '../../i18n/de/conflict';
import { day } from '../../i18n/de/day';
import { errors } from '../../i18n/de/errors';
import { feedback } from '../../i18n/de/feedback';
import { price } from '../../i18n/de/price';
import { words } from '../../i18n/de/words';

// What more than one workplace says; comes with the first page behind the sign-in.
bring({ appointments, call, conflict, day, errors, feedback, price, words });
