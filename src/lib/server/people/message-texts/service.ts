import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { problemsOf, type MessageText, type TextProblem } from '$lib/domain/messages/message-text';
import { locales, type Locale } from '$lib/paraglide/runtime';
import { builtInText, placeholdersOf, templates, type Template } from '$lib/server/people/messages/templates';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { currentText, usable, type Words } from './current-text';
import * as repository from './repository';

export const isTemplate = (name: string): name is Template => Object.hasOwn(templates, name);

type Place = { readonly template: Template; readonly locale: Locale };

/** Every message and language: its words, since when they are the agency's, if they are, and whether a proposal waits. */
export async function readTexts(db: Kysely<Database>) {
	const key = ({ template, locale }: { template: string; locale: string }) => `${template} ${locale}`;
	const used = new Map((await repository.listApproved(db)).map((row) => [key(row), row]));
	const open = new Set((await repository.listOpenTexts(db)).map(key));
	return (Object.keys(templates) as Template[]).map((template) => ({
		template,
		languages: locales.map((locale) => {
			const row = used.get(key({ template, locale }));
			const ours = usable(template, locale, row);
			const since = ours ? row!.decidedAt : null;
			return { locale, text: ours ?? builtInText(template, locale), since, waits: open.has(key({ template, locale })) };
		})
	}));
}

/** The proposals that wait for a second person, the oldest first. */
export const textsToApprove = repository.listOpenTexts;

/** The words of a message in one language: those in use, those of the product, what waits and what was before. */
export async function readText(db: Kysely<Database>, { template, locale }: Place) {
	const history = await repository.listTexts(db, { template, locale });
	const used = await repository.findUsed(db, { template, locale });
	const ours = usable(template, locale, used);
	const builtIn = builtInText(template, locale);
	return {
		current: ours ?? builtIn,
		builtIn,
		since: ours && used ? used.decidedAt : null,
		/** Words that the portal can no longer fill: it writes the product's in their place. */
		outdated: used !== undefined && used.subject !== null && ours === null,
		known: placeholdersOf(template),
		open: history.find(({ outcome }) => outcome === null) ?? null,
		history: history.filter(({ outcome }) => outcome !== null)
	};
}

/** The words in use in every language, for the preview. */
export const readEveryLanguage = (db: Kysely<Database>, template: Template) =>
	Promise.all(locales.map(async (locale) => ({ locale, text: await currentText(db, template, locale) })));

/** What is wrong with these words in the place of the product's. */
export const checkText = ({ template, locale }: Place, text: MessageText): readonly TextProblem[] =>
	problemsOf(text, builtInText(template, locale), placeholdersOf(template));

export type Proposed =
	| { readonly ok: true }
	| { readonly ok: false; readonly problem: 'not-allowed' | 'waits' | 'same' | 'gone' }
	| { readonly ok: false; readonly problem: 'text'; readonly problems: readonly TextProblem[] };

/**
 * Proposes words; null: those of the product. `id` comes with the form, so that a second click proposes nothing more. Other words
 * by a form that was used are refused.
 */
export async function proposeText(
	trx: Transaction<Database>,
	{ id, text, ...place }: Place & { readonly id: string; readonly text: MessageText | null },
	by: Actor,
	now: Instant
): Promise<Proposed> {
	if (!allows(by, 'officer', 'manager')) return { ok: false, problem: 'not-allowed' };
	const problems = text ? checkText(place, text) : [];
	if (problems.length > 0) return { ok: false, problem: 'text', problems };
	const words = { subject: text?.subject ?? null, text: text?.text ?? null };
	const { open, current, builtIn } = await readText(trx, place);
	// Read last: what a first click writes in between is found here.
	const before = await repository.findText(trx, id);
	if (before && before.outcome !== 'refused' && isSame(before, { ...place, ...words }, by)) return { ok: true };
	// A used form that comes again from the history of a browser.
	if (before && before.id !== open?.id) return { ok: false, problem: 'gone' };
	if (open) return { ok: false, problem: 'waits' };
	const wanted = text ?? builtIn;
	if (wanted.subject === current.subject && wanted.text === current.text) return { ok: false, problem: 'same' };
	await repository.insertText(trx, { id, ...place, ...words, proposed_by: by.id, proposed_at: now });
	noteAct(trx, 'message_text_proposed', { id, ...place }, by, now);
	return { ok: true };
}

/** Whether a form that comes again brings what it brought before. */
const isSame = (before: repository.StoredText, now: Place & Words, by: Actor): boolean =>
	before.proposedById === by.id &&
	before.template === now.template &&
	before.locale === now.locale &&
	before.subject === now.subject &&
	before.text === now.text;

export type Decided =
	| { readonly ok: true }
	| { readonly ok: false; readonly problem: 'not-allowed' | 'own' | 'gone' | 'outdated' };

/**
 * A second person approves words, which every message written from now on has; one that is in the outbox keeps its own. The
 * author may take a proposal back. A second click finds it done.
 */
export async function decideText(
	trx: Transaction<Database>,
	{ id, outcome }: { readonly id: string; readonly outcome: 'approved' | 'refused' },
	by: Actor,
	now: Instant
): Promise<Decided> {
	const found = await repository.findText(trx, id);
	if (!found || !isTemplate(found.template)) return { ok: false, problem: 'gone' };
	const isOwn = found.proposedById === by.id;
	if (!allows(by, 'manager') && !(isOwn && outcome === 'refused' && allows(by, 'officer')))
		return { ok: false, problem: 'not-allowed' };
	if (isOwn && outcome === 'approved') return { ok: false, problem: 'own' };
	if (found.outcome !== null) return decidedBefore(found, outcome);
	const place = { template: found.template, locale: found.locale as Locale };
	if (outcome === 'approved' && found.text !== null && !usable(place.template, place.locale, found))
		return { ok: false, problem: 'outdated' };
	const decided = { outcome, decided_by: by.id, decided_at: now };
	if (!(await repository.decideText(trx, id, decided)))
		return decidedBefore(await repository.findText(trx, id), outcome);
	noteAct(trx, `message_text_${outcome}`, { id, ...place }, by, now);
	return { ok: true };
}

const decidedBefore = (found: repository.StoredText | undefined, outcome: 'approved' | 'refused'): Decided =>
	found?.outcome === outcome ? { ok: true } : { ok: false, problem: 'gone' };

function noteAct(
	trx: Transaction<Database>,
	event: 'message_text_proposed' | 'message_text_approved' | 'message_text_refused',
	{ id, template, locale }: Place & { readonly id: string },
	by: Actor,
	now: Instant
): void {
	record(trx, { event, by, subject: { type: 'message_text', id }, detail: { template, language: locale }, at: now });
}
