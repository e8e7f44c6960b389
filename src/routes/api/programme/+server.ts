import { json } from '@sveltejs/kit';
import { now } from '$lib/server/clock';
import { db } from '$lib/server/platform/db/app';
import { programmeReport } from '$lib/server/programme/operations/service';
import type { RequestHandler } from './$types';

/** Open data: the programme as its page shows it. Money in cents, `null` where it was not published. */
export const GET: RequestHandler = async () => json(await programmeReport(db(), now()));
