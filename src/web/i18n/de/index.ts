import { access } from './access';
import { shell } from './shell';
import { startErrors } from './startErrors';

/** What comes with the first load. All other words come with their pages: see later.ts. */
export const de = { shell, access, errors: startErrors };
