import { now } from '$lib/server/clock';
import { db } from '$lib/server/db/app';
import { csvAnswer } from '$lib/server/dwellings/csv-answer';
import { readFilter } from '$lib/server/dwellings/filter-form';
import { allDwellings } from '$lib/server/dwellings/reading-service';
import { registerRows } from '$lib/server/imports/register-rows';
import type { RequestHandler } from './$types';

/** The register as the list is filtered, in the columns that the import reads. */
export const GET: RequestHandler = async ({ url }) => {
	const rows = await allDwellings(db(), readFilter(url.searchParams).filter, now());
	return csvAnswer('chiavi-registro-alloggi.csv', registerRows(rows));
};
