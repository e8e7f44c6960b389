import { addDays, dayOf } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import { holderOf, type KnownMember } from '$lib/domain/documents/holder';
import type { DocumentFacts } from '$lib/domain/documents/judge-document';
import { readPages } from '$lib/server/people/documents/read-page';
import { keepDocument } from '$lib/server/people/documents/service';
import { membersOfAccount } from '$lib/server/requests/applications/known-members';
import { newId } from '$lib/server/ids';
import type { DemoAccountKey } from './accounts';
import { allowed } from './play-rounds';
import type { World } from './world';

/** `before`: the document in whose place it came. */
type Told = Partial<DocumentFacts> & Pick<DocumentFacts, 'kind'> & { readonly before?: Partial<DocumentFacts> };
type Places = Parameters<typeof keepDocument>[0];
const blank = { holder: null, issued: null, expires: null, name: '', year: null, explanation: '' } as const;

/** The invented papers of the household that applies, one in each state that a paper can be in. */
function papers(now: Instant, [child]: readonly KnownMember[]): readonly Told[] {
	const day = (days: number) => addDays(dayOf(now), days);
	const name = 'Nadia Esempio';
	const explanation = 'Sono io: la ditta scrive il nome in breve.';
	const past = { issued: day(-4_500), expires: day(-905) };
	return [
		{ kind: 'identity', name, issued: day(-900), expires: day(800), before: past },
		{ kind: 'identity', name: 'Lina Esempio', holder: holderOf(child!), issued: day(-200), expires: day(1_600) },
		{ kind: 'permit', name, issued: day(-700), expires: day(30) },
		{ kind: 'residence', name, issued: day(-300) },
		{ kind: 'work', name: 'N. Esempio Prova', issued: day(-40), explanation },
		{ kind: 'income', name, year: Number(day(0).slice(0, 4)) }
	];
}

/** Keeps the documents of the demo applicant, as she would herself. Every page is a white sheet. */
export async function playDocuments(places: Places, { cast, load }: World): Promise<void> {
	const pages = await whiteSheet();
	const keep = async (facts: DocumentFacts, replaces: string | null, daysAgo: number): Promise<string> => {
		const given = { id: newId(), replaces, facts, pages };
		allowed(await keepDocument(places, given, cast.richiedente, load.at(-daysAgo)));
		return given.id;
	};
	const members = await places.transact((trx) => membersOfAccount(trx, cast.richiedente.id));
	for (const { before, ...told } of papers(load.at(0), members)) {
		const facts = { ...blank, ...told };
		const replaces = before ? await keep({ ...facts, ...before }, null, 200) : null;
		await keep(facts, replaces, 20);
	}
}

/** A document of each of these households, which the office waits for. */
export async function playPapers(
	places: Places,
	{ cast, load }: World,
	accounts: readonly DemoAccountKey[]
): Promise<void> {
	const pages = await whiteSheet();
	const year = Number(load.today.slice(0, 4));
	for (const key of accounts) {
		const facts = { ...blank, kind: 'income', name: cast[key].name, year } as const;
		allowed(await keepDocument(places, { id: newId(), replaces: null, facts, pages }, cast[key], load.at(-4)));
	}
}

async function whiteSheet() {
	const { default: sharp } = await import('sharp');
	const white = sharp({ create: { width: 210, height: 297, channels: 3, background: '#ffffff' } });
	const sheet = new Uint8Array(await white.png().toBuffer());
	const read = await readPages([new File([sheet], 'foglio.png')]);
	if (!read.ok) throw new Error(read.problem);
	return read.pages;
}
