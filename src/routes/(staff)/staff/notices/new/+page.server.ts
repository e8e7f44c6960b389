import { redirect } from '@sveltejs/kit';
import { link } from '$lib/i18n/link';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { db, transact } from '$lib/server/platform/db/app';
import { sureOf } from '$lib/server/platform/forms/doubtful';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { draftNotice } from '$lib/server/notices/notices/draft-service';
import { listForNotices } from '$lib/server/notices/rules/find-rule-set';
import { dwellingsForNotice, readNoticeForStaff } from '$lib/server/notices/notices/reading-service';
import { draftValues } from '../draft-page';
import { draftForm, draftOf, typedAgain } from '../draft-form';
import { askedOf, refusedDraft, sentenceOf } from '../save-draft';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, locals }) => {
	const from = url.searchParams.get('from');
	const earlier = from === null ? undefined : await readNoticeForStaff(db(), from, requireActor(locals), now());
	return {
		free: await dwellingsForNotice(db()),
		ruleSets: (await listForNotices(db())).map(({ id, name }) => ({ id, name })),
		// The days, the draw and the dwellings are those of another notice.
		copied: earlier
			? { ...draftValues(earlier.notice, []), opensOn: '', closesOn: '', beaconSource: '', drandRound: '' }
			: {}
	};
};

export const actions = {
	default: async ({ request, locals }) => {
		const posted = await request.formData();
		const input = parseForm(draftForm, posted);
		if (!input.ok) return refusedDraft(422, input);
		const asked = askedOf(input.data, posted);
		if (asked) return refusedDraft(422, { ...asked, values: { ...typedAgain(input.data), sure: sureOf(posted) } });
		const actor = requireActor(locals);
		const saved = await transact((trx) => draftNotice(trx, draftOf(input.data), actor, now()));
		if (saved.ok) redirect(303, link('/(staff)/staff/notices/[id]', { id: saved.id }));
		return refusedDraft(409, { values: typedAgain(input.data), problem: sentenceOf(saved) });
	}
} satisfies Actions;
