import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { z } from 'zod';
import { addDays, dayOf } from '$lib/domain/calendar/deadline';
import { papersOfFact } from '$lib/domain/documents/papers-of-fact';
import { factNames, type FactName } from '$lib/domain/household/facts';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { db, transact } from '$lib/server/platform/db/app';
import { unveil } from '$lib/server/platform/secrets/veil';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { typedIn } from '$lib/server/platform/forms/typed-in';
import * as checks from '$lib/server/requests/verification/check-service';
import { papersOfRequest } from '$lib/server/requests/papers/service';
import { checkProblem } from '$lib/server/requests/verification/problems';
import { readChecklist } from '$lib/server/requests/verification/reading-service';
import { readValue } from '$lib/server/requests/verification/read-value';
import { rowText, storyText } from '../checklist-text';
import { decisionForm, reopenForm, type Decision } from './decision-form';
import type { Actions, PageServerLoad } from './$types';

type Event = RequestEvent<{ id: string; fact: string }>;
type Values = Record<string, string | string[]>;
type Refusal = { errors: Record<string, string>; values: Values; problem?: string };
type Done = checks.Checked | { ok: false; errors: Record<string, string> };

/** The days that the office usually gives to answer; the officer may choose others. */
const USUAL_DAYS = 10;

/** The fact of the address, which does not tell it: some facts are about health. */
const factOfPage = ({ id, fact }: { id: string; fact: string }): FactName =>
	unveil(id, factNames, fact) ?? error(404, m.check_not_asked());

export const load: PageServerLoad = async ({ params, locals }) => {
	const by = requireActor(locals);
	const list = await readChecklist(db(), params.id, by, now());
	if (list === 'closed') redirect(303, link('/(staff)/staff/requests/[id]', { id: params.id }));
	const fact = factOfPage(params);
	const row = list?.rows.find((one) => one.fact === fact);
	if (!list || !row || list.ended || list.erased) error(404, m.check_unknown_request());
	const story = storyText({ ...list, acts: list.acts.filter((act) => act.fact === fact) });
	const until = addDays(dayOf(now()), USUAL_DAYS);
	const papers = (await papersOfRequest(db(), params.id, by, now())) ?? error(404, m.check_unknown_request());
	const { documents } = papersOfFact(fact, papers.told, papers);
	return {
		request: list.request,
		fact,
		row: rowText(list, row, papers),
		documents,
		members: list.members,
		story,
		until
	};
};

/** Reads a form and carries it out; what was typed comes back with what is wrong. */
async function acting<Schema extends z.ZodType>(
	event: Event,
	schema: Schema,
	run: (data: z.output<Schema>, about: { id: string; fact: FactName }, form: FormData) => Promise<Done>
) {
	const form = await event.request.formData();
	const input = parseForm(schema, form);
	const values = typedIn(form);
	if (!input.ok) return fail<Refusal>(422, { errors: input.errors, values });
	const { id } = event.params;
	const done = await run(input.data, { id, fact: factOfPage(event.params) }, form);
	if (!done.ok && 'errors' in done) return fail<Refusal>(422, { errors: done.errors, values });
	if (!done.ok) return fail<Refusal>(409, { errors: {}, values, problem: checkProblem(done) });
	redirect(303, link('/(staff)/staff/requests/[id]/check', { id }));
}

async function decide(
	event: Event,
	data: Decision,
	{ id, fact }: { id: string; fact: FactName },
	form: FormData
): Promise<Done> {
	const by = requireActor(event.locals);
	const about = { id, fact, seen: data.seen };
	switch (data.act) {
		case 'accept':
			return transact((trx) => checks.acceptFacts(trx, { id, facts: [about], evidence: evidenceOf(data) }, by, now()));
		case 'ask':
			return transact((trx) => checks.askHousehold(trx, { ...about, ...data }, by, now()));
		case 'unproven':
			return transact((trx) =>
				checks.settleWithReason(trx, { ...about, act: 'not-proven', reason: data.reason }, by, now())
			);
		case 'correct': {
			const list = await readChecklist(db(), id, by, now());
			if (list === 'closed') return { ok: false, problem: 'not-opened' };
			const members = list?.members ?? [];
			const read = readValue(fact, form, members);
			if (!read.ok) return read;
			const correction = { ...about, value: read.value, evidence: evidenceOf(data), reason: data.reason };
			return transact((trx) => checks.correctFact(trx, correction, by, now()));
		}
	}
}

const evidenceOf = ({ how, source, on }: checks.Evidence): checks.Evidence => ({ how, source, on });

export const actions = {
	decide: (event) => acting(event, decisionForm, (data, about, form) => decide(event, data, about, form)),
	reopen: (event) =>
		acting(event, reopenForm, (data, about) => {
			const input = { ...about, ...data, act: 'reopened' } as const;
			return transact((trx) => checks.settleWithReason(trx, input, requireActor(event.locals), now()));
		})
} satisfies Actions;
