import { redirect } from '@sveltejs/kit';
import { fitFor } from '$lib/domain/accessibility/fit';
import { hasNeeds, noHealthFacts } from '$lib/domain/accessibility/needs';
import type { Answers } from '$lib/domain/application/answers';
import { crowdedChoices } from '$lib/domain/application/crowded-choices';
import { adequacyOf } from '$lib/domain/eligibility/adequacy';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { dwellingsToChoose } from '$lib/server/requests/applications/draft-service';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { db } from '$lib/server/platform/db/app';
import { invitedHomes } from '$lib/server/allocation/invitations/invited-homes';
import { chooseVersions } from '$lib/server/platform/forms/two-tabs';
import { readWorkCosts } from '$lib/server/homes/work-costs/service';
import { partFields } from '../part-fields';
import { refused, savePartOf, typed } from '../save-step';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, parent, locals }) => {
	const { answers, notice } = await parent();
	const persons = answers.members?.length ?? 0;
	if (persons === 0) redirect(303, link('/(applicant)/my/apply/[notice]/household', params));
	const { needs } = answers.needs ?? noHealthFacts;
	const dwellings = (await dwellingsToChoose(db(), params.notice)).map((dwelling) => ({
		...dwelling,
		adequacy: adequacyOf(notice.rules, dwelling.netAreaDm2, persons, needs.carersRoom),
		fit: fitFor(needs, dwelling.measures)
	}));
	const { costs } = await readWorkCosts(db());
	const here = new Set(dwellings.map(({ id }) => id));
	const choices = (answers.choices ?? []).filter((id) => here.has(id));
	const left = (answers.choices ?? []).length - choices.length;
	const adequate = dwellings.filter(({ adequacy }) => adequacy === 'adequate').length;
	const most = Math.min(notice.maxChoices, adequate);
	const crowd = crowdedChoices(choices, most, requestsOf(dwellings));
	const invited = (await invitedHomes(db(), params.notice, requireActor(locals), now())).map(({ id }) => id);
	return { dwellings, persons, choices, left, most, crowd, hasNeeds: hasNeeds(needs), costs, invited };
};

const requestsOf = (dwellings: readonly { id: string; applications: number }[]) =>
	new Map(dwellings.map(({ id, applications }) => [id, applications]));

const shown = (answers: Answers) => partFields('choices', answers);

export const actions = {
	default: async (event) => {
		const form = await event.request.formData();
		chooseVersions(form);
		const placed = [...form.entries()].flatMap(([name, value]) =>
			name.startsWith('place-') && /^[1-9]\d{0,2}$/.test(String(value))
				? [{ id: name.slice('place-'.length), place: Number(value) }]
				: []
		);
		const values = typed(form);
		const last = new Map(placed.map(({ id, place }) => [place, id]));
		const twice = placed.find(({ id, place }) => last.get(place) !== id);
		if (twice) return refused({ errors: { [`place-${twice.id}`]: m.apply_error_same_place() }, values });
		if (placed.length === 0) return refused({ errors: {}, values, problem: m.applications_problem_no_choices() });
		const choices = placed.sort((a, b) => a.place - b.place).map(({ id }) => id);
		// An applicant who was not warned yet returns to this page once, with the choices saved.
		const requests = requestsOf(await dwellingsToChoose(db(), event.params.notice));
		const warn = !form.has('warned') && crowdedChoices(choices, Number(form.get('most')), requests) !== null;
		return savePartOf(event, form, shown, (answers) => ({ ...answers, choices }), warn ? 'dwellings' : 'check');
	}
} satisfies Actions;
