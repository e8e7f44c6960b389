import type { Kysely } from 'kysely';
import type { Locale } from '$lib/paraglide/runtime';
import type { Template } from '$lib/server/people/messages/templates';
import { audiencesOf, type Audience } from '$lib/server/people/messages/told';
import type { Database } from '$lib/server/schema';
import { exampleOf, type Example } from './example';
import { readTexts } from './service';

type ExampleOfTemplate = Example & { readonly template: Template; readonly audiences: readonly Audience[] };

/** An example of each message of the table, in the words in use, in one language. */
export async function readExamples(db: Kysely<Database>, locale: Locale): Promise<ExampleOfTemplate[]> {
	const texts = await readTexts(db);
	return texts.map(({ template, languages }) => ({
		...exampleOf(languages.find((one) => one.locale === locale)!.text, locale),
		template,
		audiences: audiencesOf(template)
	}));
}
