import { z } from 'zod';
import { endOfDay, romeInstant } from '$lib/domain/calendar/deadline';
import { m } from '$lib/paraglide/messages';
import { roleNames } from '$lib/server/platform/accounts/role-names';
import { storedEventName, storedSubjectName } from '$lib/server/platform/audit/event-names';
import { now } from '$lib/server/clock';
import { readTally } from '$lib/server/platform/audit/tally';
import { readTrail } from '$lib/server/platform/audit/read-trail';
import { verifyChain } from '$lib/server/platform/audit/verify';
import type { Role } from '$lib/server/platform/auth/actor';
import { db } from '$lib/server/platform/db/app';
import type { PageServerLoad } from './$types';

const fields = ['event', 'id', 'from', 'to', 'before', 'check'];
const query = z.object({
	event: z.string().max(80).catch(''),
	id: z.string().trim().max(80).catch(''),
	from: z.iso.date().nullable().catch(null),
	to: z.iso.date().nullable().catch(null),
	before: z.coerce.number().int().positive().max(2_147_483_647).nullable().catch(null),
	check: z.literal('1').nullable().catch(null)
});

export const load: PageServerLoad = async ({ url }) => {
	const asked = query.parse(Object.fromEntries(fields.map((name) => [name, url.searchParams.get(name)])));
	const filter = {
		...asked,
		before: asked.before === 0 ? null : asked.before,
		from: asked.from && romeInstant(asked.from, '00:00:00'),
		to: asked.to && endOfDay(asked.to)
	};
	const { entries, events, ...trail } = await readTrail(db(), filter);
	const chain = asked.check ? await verifyChain(db()) : null;
	const choices = events.map((event) => ({ value: event, label: storedEventName(event) }));
	return {
		asked,
		chain,
		tally: await readTally(db(), now()),
		...trail,
		events: choices.sort((a, b) => a.label.localeCompare(b.label)),
		entries: entries.map((entry) => ({
			...entry,
			what: storedEventName(entry.event),
			who: entry.role in roleNames ? roleNames[entry.role as Role]() : m.audit_by_portal(),
			onWhat: storedSubjectName(entry.subjectType)
		}))
	};
};
