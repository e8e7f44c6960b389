import { now } from '$lib/server/clock';
import { db } from '$lib/server/platform/db/app';
import { csvAnswer } from '$lib/server/homes/dwellings/csv-answer';
import { readFilter } from '$lib/server/homes/dwellings/filter-form';
import { allDwellings } from '$lib/server/homes/dwellings/reading-service';
import { registerRows } from '$lib/server/homes/imports/register-rows';
import type { RequestHandler } from './$types';

/** The filtered register as a file, in the columns that the import reads. */
export const GET: RequestHandler = async ({ url }) => {
	const rows = await allDwellings(db(), readFilter(url.searchParams).filter, now());
	return csvAnswer('chiavi-registro-alloggi.csv', registerRows(rows));
};
