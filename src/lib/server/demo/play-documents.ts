import type { DocumentFacts } from '$lib/domain/documents/judge-document';
import { addDays, dayOf } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import { readPages } from '$lib/server/people/documents/read-page';
import { keepDocument } from '$lib/server/people/documents/service';
import { newId } from '$lib/server/ids';
import type { DemoAccountKey } from './accounts';
import { allowed } from './play-rounds';
import type { World } from './world';

type Told = Partial<DocumentFacts> & Pick<DocumentFacts, 'kind'>;
const blank = { holder: null, issued: null, expires: null, name: '', year: null, explanation: '' } as const;

/** The invented papers of the household that applies: one that is all right, one that ends soon, one past, one unclear. */
const papers = (now: Instant): Partial<Record<DemoAccountKey, readonly Told[]>> => {
	const day = (days: number) => addDays(dayOf(now), days);
	const name = 'Nadia Esempio';
	return {
		richiedente: [
			{ kind: 'identity', name, issued: day(-900), expires: day(800) },
			{ kind: 'permit', name, issued: day(-700), expires: day(30) },
			{ kind: 'residence', name, issued: day(-300) },
			{ kind: 'work', name: 'N. Esempio Prova', issued: day(-40) }
		]
	};
};

/** Keeps the documents of the demo accounts, as they would themselves. Every page is a white sheet. */
export async function playDocuments(places: Parameters<typeof keepDocument>[0], { cast, load }: World): Promise<void> {
	const { default: sharp } = await import('sharp');
	const sheet = await sharp({ create: { width: 210, height: 297, channels: 3, background: '#ffffff' } })
		.png()
		.toBuffer();
	const read = await readPages([new File([new Uint8Array(sheet)], 'foglio.png')]);
	if (!read.ok) throw new Error(read.problem);
	for (const [key, told] of Object.entries(papers(load.at(0))) as [DemoAccountKey, readonly Told[]][])
		for (const one of told) {
			const given = { id: newId(), replaces: null, facts: { ...blank, ...one }, pages: read.pages };
			allowed(await keepDocument(places, given, cast[key], load.at(-20)));
		}
}
