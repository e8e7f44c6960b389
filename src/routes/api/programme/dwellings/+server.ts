import { now } from '$lib/server/clock';
import { db } from '$lib/server/platform/db/app';
import { csvAnswer } from '$lib/server/homes/dwellings/csv-answer';
import { openData } from '$lib/server/homes/dwellings/open-data';
import { allDwellings } from '$lib/server/homes/dwellings/reading-service';
import type { RequestHandler } from './$types';

/** Open data: the programme's dwellings with state and measures. A column marks rows invented for the demo. */
export const GET: RequestHandler = async () => {
	const rows = await allDwellings(db(), { programme: true }, now());
	return csvAnswer('chiavi-case-del-programma.csv', openData(rows));
};
