import { myRequests } from '$lib/server/applications/reading-service';
import { requireActor } from '$lib/server/auth/require-actor';
import { now } from '$lib/server/clock';
import { db } from '$lib/server/db/app';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => myRequests(db(), requireActor(locals), now());
