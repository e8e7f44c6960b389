import type { RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import type { Answers } from '$lib/domain/application/answers';
import { withConfirmed } from '$lib/domain/application/carried';
import { addPerson, changePerson, removePerson } from '$lib/domain/application/people';
import { toldOf } from '$lib/domain/application/answers-of-told';
import { withSure } from '$lib/domain/application/sure';
import { dayOf } from '$lib/domain/calendar/deadline';
import { householdDoubts } from '$lib/domain/plausibility/household-doubts';
import { now } from '$lib/server/clock';
import { relations } from '$lib/domain/household/choices';
import { m } from '$lib/paraglide/messages';
import { birthDay } from '$lib/server/platform/forms/fields';
import { sureOf } from '$lib/server/platform/forms/doubtful';
import { chooseVersions } from '$lib/server/platform/forms/two-tabs';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { db } from '$lib/server/platform/db/app';
import { hasSentBefore } from '$lib/server/requests/applications/reading-service';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { newId } from '$lib/server/ids';
import { personFields } from '../part-fields';
import { formOf, refused, savePartOf, saveStep, typed } from '../save-step';
import type { Actions, PageServerLoad } from './$types';

const MOST = 15;

/** A new person has the id of the form in which it is typed: sent twice, it is one person. */
export const load: PageServerLoad = async ({ url, parent, locals }) => {
	const { answers, draft, notice } = await parent();
	const isNew = draft === null && notice.phase === 'open';
	const doubts = householdDoubts(toldOf(answers), dayOf(now())).filter(({ fields }) => fields.includes('members'));
	const canReuse = isNew && (await hasSentBefore(db(), requireActor(locals)));
	return { form: newId(), changing: url.searchParams.get('change'), doubts, canReuse };
};

const person = z.object({
	relation: z.enum(relations, { error: () => m.apply_error_relation() }),
	birthDate: birthDay,
	form: z.uuid().optional().catch(undefined)
});
const changed = person.extend({ id: z.string().max(20) });

type Event = RequestEvent<{ notice: string }>;
type Refused = ReturnType<typeof refused>;

/** The change that adds the typed person, or the page again with what is wrong. */
async function adding(event: Event, posted: FormData): Promise<((answers: Answers) => Answers) | Refused> {
	const input = parseForm(person, posted);
	if (!input.ok) return refused(input);
	const { members = [] } = (await formOf(event)).answers;
	if (members.length < MOST) return (answers) => addPerson(answers, input.data);
	return refused({ errors: { birthDate: m.apply_error_too_many() }, values: typed(posted) });
}

/** Whoever goes on has read the list of the people and its doubts. */
const goneOn = (answers: Answers, sure: readonly string[]) => withSure(withConfirmed(answers, 'members'), sure);

const isBlank = (posted: FormData) => !posted.get('birthDate') && !posted.get('relation');

export const actions = {
	add: async (event) => {
		const posted = await event.request.formData();
		const change = await adding(event, posted);
		return typeof change === 'function' ? saveStep(event, change, 'household', typed(posted)) : change;
	},
	change: async (event) => {
		const posted = await event.request.formData();
		chooseVersions(posted);
		const input = parseForm(changed, posted);
		if (!input.ok) return refused(input);
		const { id, ...values } = input.data;
		const { members = [] } = (await formOf(event)).answers;
		if (!members.some((one) => one.id === id))
			return refused({ errors: {}, values: typed(posted), problem: m.apply_person_gone() });
		const change = (answers: Answers) => changePerson(answers, id, values);
		return savePartOf(event, posted, (answers) => personFields(answers, id), change, 'household');
	},
	remove: async (event) => {
		const id = String((await event.request.formData()).get('id'));
		return saveStep(event, (answers) => removePerson(answers, id), 'household', {});
	},
	/** Goes on. A person who was typed and not added yet is added first. */
	next: async (event) => {
		const posted = await event.request.formData();
		if (!isBlank(posted)) {
			const change = await adding(event, posted);
			const read = sureOf(posted);
			if (typeof change === 'function')
				return saveStep(event, (answers) => goneOn(change(answers), read), 'residence', typed(posted));
			return refused({ ...change.data, problem: m.apply_person_half() });
		}
		const { members = [] } = (await formOf(event)).answers;
		if (members.length === 0) return refused({ errors: { birthDate: m.apply_error_you_first() }, values: {} });
		return saveStep(event, (answers) => goneOn(answers, sureOf(posted)), 'residence', {});
	}
} satisfies Actions;
