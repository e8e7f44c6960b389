import { template } from '$lib/server/homes/imports/template';
import { csvFile } from '$lib/server/platform/http/csv-file';
import type { RequestHandler } from './$types';

/** The file to fill in, with two example rows. */
export const GET: RequestHandler = () => csvFile('chiavi-modello-alloggi.csv', template());
