import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { lastMailBounced, lastNewsUnreached } from '$lib/server/people/messages/bounced';
import { openPersonProblems } from '$lib/server/people/readings/problems';
import {
	openPersonOfFile,
	readPersonOfFile,
	type PersonOfFile,
	type PersonShown
} from '$lib/server/people/readings/service';
import type { PersonOfLetting } from '$lib/server/letting/offers/person-of-offer';
import type { Actor } from '$lib/server/platform/auth/actor';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { db, transact } from '$lib/server/platform/db/app';
import { readNamedMembers } from '$lib/server/requests/applications/household-names';
import { parseForm } from '$lib/server/platform/forms/parse-form';

const form = z.object({
	readReason: z
		.string()
		.max(500, { error: () => m.person_reason_long() })
		.default('')
});

/** Nothing is said of the ways of a person who is told by the safe contact alone. */
const isProtected = (shown: PersonShown) =>
	shown.state === 'open' ? shown.contact.isProtected : shown.state === 'closed' && shown.isProtected;

/**
 * The person of a file for its page, with whether the last mail and the last news arrived, and once opened with the household's names; null where
 * there is none, or where the reader may not know.
 */
export async function shownPerson(person: PersonOfLetting | null, by: Actor) {
	const shown = person && (await readPersonOfFile(db(), person, by, now()));
	if (!person || !shown) return null;
	const bounced = await lastMailBounced(db(), person.accountId);
	const unreached = isProtected(shown) ? null : await lastNewsUnreached(db(), person.accountId);
	if (shown.state !== 'open') return { ...shown, bounced, unreached };
	const { requestId, members } = person.household ?? { requestId: '', members: [] };
	return { ...shown, bounced, unreached, household: await readNamedMembers(db(), requestId, members) };
}

type Event = { request: Request; locals: App.Locals; url: URL };

/** The action that opens the person of a file, with a reason where one is needed, and shows the page again. */
export async function openPerson({ request, locals, url }: Event, person: PersonOfFile | null) {
	const input = parseForm(form, await request.formData());
	if (!input.ok) return fail(422, { ...input, problem: undefined });
	if (!person) error(404, m.person_problem_not_found());
	const { readReason: reason } = input.data;
	const done = await transact((trx) => openPersonOfFile(trx, person, reason, requireActor(locals), now()));
	if (!done.ok && done.problem === 'not-found') error(404, m.person_problem_not_found());
	if (!done.ok) {
		const sentence = openPersonProblems[done.problem]();
		const errors: Record<string, string> = done.problem === 'reason-needed' ? { readReason: sentence } : {};
		return fail(409, { errors, values: { readReason: reason }, problem: errors['readReason'] ? undefined : sentence });
	}
	redirect(303, `${url.pathname}#person`);
}
