import { config } from '$lib/server/config';
import type { PageServerLoad } from './$types';

/** The office of the agency, as every message names it. */
export const load: PageServerLoad = () => ({ office: config().office, demo: config().demo });
