import { template } from '$lib/server/homes/imports/template';
import type { RequestHandler } from './$types';

/** The file to fill in, with two example rows. */
export const GET: RequestHandler = () =>
	new Response(template(), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': 'attachment; filename="chiavi-modello-alloggi.csv"',
			'x-content-type-options': 'nosniff'
		}
	});
