import { access } from './access';
import { allow } from './allow';
import { appointmentRules } from './appointmentRules';
import { appointments } from './appointments';
import { availability } from './availability';
import { call } from './call';
import { cancellation } from './cancellation';
import { conflict } from './conflict';
import { coordinator } from './coordinator';
import { coverage } from './coverage';
import { day } from './day';
import { errors } from './errors';
import { feedback } from './feedback';
import { interpreter } from './interpreter';
import { jobs } from './jobs';
import { ledger } from './ledger';
import { mail } from './mail';
import { policy } from './policy';
import { price } from './price';
import { reasons } from './reasons';
import { record } from './record';
import { requester } from './requester';
import { retention } from './retention';
import { rules } from './rules';
import { shell } from './shell';
import { standby } from './standby';
import { waiting } from './waiting';
import { words } from './words';

/** One file per area, so that two people can work on two areas. */
export const de = {
  shell,
  errors,
  access,
  call,
  record,
  requester,
  interpreter,
  coordinator,
  policy,
  price,
  rules,
  retention,
  cancellation,
  appointmentRules,
  words,
  waiting,
  conflict,
  ledger,
  mail,
  reasons,
  feedback,
  allow,
  appointments,
  jobs,
  availability,
  coverage,
  standby,
  day,
};
