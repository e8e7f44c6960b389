import { json } from '@sveltejs/kit';
import { now } from '$lib/server/clock';
import { db } from '$lib/server/platform/db/app';
import { programmeReport } from '$lib/server/programme/operations/service';
import type { RequestHandler } from './$types';

/** Open data: the contents of the programme's page. Money in cents. A missing figure was not found in the sources. */
export const GET: RequestHandler = async () => json(await programmeReport(db(), now()));
