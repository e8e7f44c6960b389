import { error, fail, redirect } from '@sveltejs/kit';
import { dayOf } from '$lib/domain/calendar/deadline';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { db, transact } from '$lib/server/platform/db/app';
import { newId } from '$lib/server/ids';
import { actForm, certificateForm } from '$lib/server/homes/works/certificate-form';
import { certificateRefusal } from '$lib/server/homes/works/problems';
import { certificatePage } from '$lib/server/homes/works/reading-service';
import {
	confirmCertificate,
	keepCertificate,
	proposeCertificate,
	proposeVoid,
	refuseCertificate,
	voidCertificate,
	type CertificateResult
} from '$lib/server/homes/works/service';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ params, url, locals }) => {
	const page = await certificatePage(db(), params.id, requireActor(locals), now());
	if (!page) error(404, m.error_404_title());
	return { ...page, proposalId: newId(), today: dayOf(now()), done: url.searchParams.has('done') };
};

type Values = Record<string, string | string[]>;
type Trx = Parameters<typeof proposeVoid>[0];
type Write = (
	trx: Trx,
	input: { id: string; reason: string },
	by: Parameters<typeof proposeVoid>[2]
) => Promise<CertificateResult>;

const answer = (result: CertificateResult, params: { id: string }, values: Values) => {
	if (result.ok) redirect(303, `${link('/(staff)/staff/dwellings/[id]/certificate', params)}?done`);
	const { errors, problem } = certificateRefusal(result);
	return fail(problem ? 409 : 422, { errors, problem, values });
};

const act =
	(write: Write) =>
	async ({ request, params, locals }: RequestEvent) => {
		const input = parseForm(actForm, await request.formData());
		if (!input.ok) return fail(422, { ...input, problem: undefined });
		const { certificate: id, reason } = input.data;
		const by = requireActor(locals);
		return answer(await transact((trx) => write(trx, { id, reason }, by)), params, { ...input.data });
	};

export const actions = {
	propose: async ({ request, params, locals }) => {
		const input = parseForm(certificateForm, await request.formData());
		if (!input.ok) return fail(422, { ...input, problem: undefined });
		const by = requireActor(locals);
		const proposal = { ...input.data, dwellingId: params.id };
		const result = await transact((trx) => proposeCertificate(trx, proposal, by, now()));
		return answer(result, params, { ...input.data, reason: input.data.reason ?? '' });
	},
	confirm: act((trx, { id }, by) => confirmCertificate(trx, id, by, now())),
	refuse: act((trx, input, by) => refuseCertificate(trx, input, by, now())),
	proposeVoid: act((trx, input, by) => proposeVoid(trx, input, by, now())),
	void: act((trx, { id }, by) => voidCertificate(trx, id, by, now())),
	keep: act((trx, { id }, by) => keepCertificate(trx, id, by, now()))
} satisfies Actions;
