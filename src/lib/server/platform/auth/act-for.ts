import { redirect, type Handle, type RequestEvent } from '@sveltejs/kit';
import { link } from '$lib/i18n/link';
import { handBack, type HandBackReason } from '$lib/server/platform/http/hand-back';
import { actionName } from './act-name';
import type { Actor } from './actor';
import { coveredBy, type Covered } from './helper-acts';

type Helping = { readonly mandateId: string; readonly helper: Actor };

/** The rules of mandates, as the hooks ask them. They lie in an area above this one, so the hooks hand them in. */
export type AskMandates = {
	/** The name of the person, while the mandate is in force; else null. */
	readonly nameOf: (helping: Helping) => Promise<string | null>;
	/** The person in whose place the helper may do this now, or why not. A reading is written down before it answers. */
	readonly personFor: (
		helping: Helping & { readonly covered: Covered }
	) => Promise<{ readonly person: Actor } | { readonly why: HandBackReason }>;
};

/**
 * On the pages of a person, puts the person in the place of a helper whose session works for them, where a mandate covers
 * the act at this moment (adr 45). A form that comes after the mandate ended is handed back with what was typed.
 */
export const actForBy =
	(mandates: AskMandates): Handle =>
	async ({ event, resolve }) => {
		const { locals, route } = event;
		const { actor: helper, actingUnder: mandateId } = locals;
		if (helper?.role !== 'caseworker' || route.id === null) return resolve(event);
		const helping = mandateId === null ? null : { mandateId, helper };
		const name = helping && (await mandates.nameOf(helping));
		if (helping && name !== null) locals.actingFor = { mandateId: helping.mandateId, name };
		const covered = coveredBy(route.id, isForm(event) ? actionName(event.url.searchParams) : 'GET');
		if (!covered) return helping && isHome(event) ? toDesk(helping.mandateId) : resolve(event);
		if (!helping) return isForm(event) ? handBack(event, 'none') : resolve(event);
		const asked = await mandates.personFor({ ...helping, covered });
		if ('why' in asked) return isForm(event) ? handBack(event, asked.why) : toDesk(helping.mandateId);
		locals.helper = helper;
		locals.actor = asked.person;
		return resolve(event);
	};

const isForm = ({ request }: RequestEvent): boolean => request.method === 'POST';

/** The overview of a person holds what no mandate covers: its place is taken by the household's page of the desk. */
const isHome = ({ route, request }: RequestEvent): boolean =>
	route.id === '/(applicant)/my' && request.method === 'GET';

const toDesk = (id: string): never => redirect(303, link('/(caseworker)/desk/mandates/[id]', { id }));
