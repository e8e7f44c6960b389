import type { Actor } from '$lib/server/platform/auth/actor';
import { load as layoutLoad } from '../../src/routes/(applicant)/my/apply/[notice]/+layout.server';
import * as check from '../../src/routes/(applicant)/my/apply/[notice]/check/+page.server';
import CheckPage from '../../src/routes/(applicant)/my/apply/[notice]/check/+page.svelte';
import * as circumstances from '../../src/routes/(applicant)/my/apply/[notice]/circumstances/+page.server';
import CircumstancesPage from '../../src/routes/(applicant)/my/apply/[notice]/circumstances/+page.svelte';
import * as home from '../../src/routes/(applicant)/my/apply/[notice]/home/+page.server';
import HomePage from '../../src/routes/(applicant)/my/apply/[notice]/home/+page.svelte';
import * as household from '../../src/routes/(applicant)/my/apply/[notice]/household/+page.server';
import HouseholdPage from '../../src/routes/(applicant)/my/apply/[notice]/household/+page.svelte';
import * as income from '../../src/routes/(applicant)/my/apply/[notice]/income/+page.server';
import * as residence from '../../src/routes/(applicant)/my/apply/[notice]/residence/+page.server';
import { post, read, shown, wordsOf, type Fields } from './pages';
import type { ReportedStep } from './reported';

type Action = (event: never) => unknown;
type Step = 'household' | 'residence' | 'home' | 'circumstances' | 'income' | 'check';
const actionsOf: Record<Step, Record<string, Action>> = {
	household: household.actions,
	residence: residence.actions,
	home: home.actions,
	circumstances: circumstances.actions,
	income: income.actions,
	check: check.actions
};
const pages = { check: CheckPage, circumstances: CircumstancesPage, home: HomePage, household: HouseholdPage };
const loads: Partial<Record<Step, Action>> = {
	check: check.load,
	circumstances: circumstances.load,
	household: household.load
};

/** The pages of a request of `as` under a notice, as a person goes through them. */
export function applyPages(as: Actor, notice: string) {
	const visit = { as, params: { notice } };
	const html = async (step: keyof typeof pages) => {
		const load = loads[step];
		const { data } = await read([layoutLoad as Action, ...(load ? [load] : [])], visit);
		return shown(pages[step], data, visit);
	};
	return {
		/** Sends the form of a page. */
		send: (step: Step, fields: Fields, action = 'default') => post(actionsOf[step][action]!, fields, visit),
		/** Sends a reported form to the address that it names. */
		replay: ({ post: address, fields }: ReportedStep) => {
			const [, step, action = 'default'] = /^\/my\/apply\/\{[^}]+\}\/(\w+)(?:\?\/(\w+))?$/.exec(address)!;
			return post(actionsOf[step as Step][action]!, fields, visit);
		},
		/** The page as it is sent, and its words. */
		html,
		words: async (step: keyof typeof pages) => wordsOf(await html(step))
	};
}
