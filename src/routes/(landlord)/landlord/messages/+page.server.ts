import { myMessages } from '$lib/server/people/messages/reading-service';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { db } from '$lib/server/platform/db/app';
import { pageNumber } from '$lib/server/platform/http/page-number';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => myMessages(db(), requireActor(locals), pageNumber(url));
