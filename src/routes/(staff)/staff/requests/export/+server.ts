import { now } from '$lib/server/clock';
import { requestLines } from '$lib/server/desk/requests/export';
import { readRequestFilter } from '$lib/server/desk/requests/filter';
import { csvAnswer } from '$lib/server/homes/dwellings/csv-answer';
import { db } from '$lib/server/platform/db/app';
import type { RequestHandler } from './$types';

/** The filtered list as a file: by protocol and code, without names and without facts. */
export const GET: RequestHandler = ({ url }) =>
	csvAnswer('chiavi-domande.csv', requestLines(db(), readRequestFilter(url.searchParams), now()));
