import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { db, transact } from '$lib/server/platform/db/app';
import type { Surveyed } from '$lib/server/homes/dwellings/survey-rows';
import { recordSurvey } from '$lib/server/homes/dwellings/survey-service';
import { uploadedForm } from '$lib/server/platform/http/bounded-form';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { postedValues } from '$lib/server/platform/forms/posted-values';
import { preparePhotograph } from '$lib/server/homes/photographs/prepare';
import { erasePhotograph, keepPhotograph } from '$lib/server/homes/photographs/service';
import { photographForm, surveyForm } from '$lib/server/homes/surveys/form';
import { noticePromises } from '$lib/server/notices/notices/notice-promises';
import { surveyPage } from '$lib/server/homes/surveys/page-service';
import { photographProblems, surveyRefusal } from '$lib/server/homes/surveys/problems';
import { reshapeRoute } from '$lib/server/homes/surveys/read-route';

type Event = Pick<RequestEvent, 'request' | 'locals' | 'url'>;

/** The page of a building's or a dwelling's survey. */
export async function loadSurvey(of: Surveyed, { url }: Pick<Event, 'url'>) {
	const found = await surveyPage(db(), of, noticePromises, now());
	if (!found) error(404, m.error_404_title());
	const { searchParams } = url;
	return { ...found, saved: searchParams.has('saved'), photo: searchParams.get('photo') };
}

/** A form that waited on a device names its author, because another account may be signed in there now. */
const isOfAnother = (sent: FormData, locals: App.Locals) =>
	sent.has('owner') && sent.get('owner') !== requireActor(locals).id;

/** Records the survey, and goes back to its empty form. */
export async function sendSurvey(of: Surveyed, { request, locals, url }: Event) {
	const sent = await request.formData();
	if (isOfAnother(sent, locals)) return fail(409, { otherAccount: true, problem: m.survey_problem_other_account() });
	const input = parseForm(surveyForm(of), sent);
	if (!input.ok) return fail(422, { ...input, problem: undefined });
	const by = requireActor(locals);
	const saved = await transact((trx) => recordSurvey(trx, input.data, noticePromises, by, now()));
	if (!saved.ok) return fail(409, { ...surveyRefusal(saved), values: postedValues(sent) });
	redirect(303, `${url.pathname}?saved`);
}

/** Returns the form with one piece of the route added or removed. Writes nothing. */
export async function changePieces({ request }: Event) {
	const sent = await request.formData();
	const index = (name: string) => {
		const value = sent.get(name);
		return typeof value === 'string' && /^\d{1,2}$/.test(value) ? Number(value) : undefined;
	};
	const act = { insert: index('insert'), remove: index('remove') };
	const { insert: _, remove: __, ...values } = reshapeRoute(postedValues(sent), act);
	return { values: values as Record<string, string | string[]> };
}

/** Keeps one photograph. */
export async function keepPhoto(of: Surveyed, { request, locals, url }: Event) {
	const upload = await uploadedForm({ request, locals }, m.photo_too_large);
	if (!upload.ok) return fail(upload.status, { photoError: upload.sentence });
	const sent = upload.form;
	if (isOfAnother(sent, locals)) return fail(409, { otherAccount: true, photoError: m.survey_problem_other_account() });
	const input = parseForm(photographForm, sent);
	if (!input.ok) return fail(422, { photoError: Object.values(input.errors)[0]! });
	const { photo, ...about } = input.data;
	const picture = await preparePhotograph(new Uint8Array(await photo.arrayBuffer()));
	if (!picture) return fail(422, { photoError: m.photo_not_read() });
	const by = requireActor(locals);
	const kept = await transact((trx) => keepPhotograph(trx, { ...about, ...picture, of }, by, now()));
	if (!kept.ok) return fail(409, { photoError: photographProblems[kept.problem]() });
	redirect(303, `${url.pathname}?photo=kept#photos`);
}

/** Erases one photograph of this building or dwelling. */
export async function erasePhoto(of: Surveyed, { request, locals, url }: Event) {
	const id = String((await request.formData()).get('id') ?? '');
	const by = requireActor(locals);
	const erased = await transact((trx) => erasePhotograph(trx, id, of, by, now()));
	if (!erased.ok) return fail(409, { photoError: photographProblems[erased.problem]() });
	redirect(303, `${url.pathname}?photo=erased#photos`);
}
