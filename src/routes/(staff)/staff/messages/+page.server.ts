import { getLocale } from '$lib/paraglide/runtime';
import { exampleOf } from '$lib/server/people/message-texts/example';
import { readTexts } from '$lib/server/people/message-texts/service';
import { audiencesOf } from '$lib/server/people/messages/told';
import { db } from '$lib/server/platform/db/app';
import { audienceName, languageName } from './names';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	const texts = await readTexts(db());
	return {
		messages: texts.map(({ template, languages }) => ({
			template,
			name: exampleOf(languages.find(({ locale }) => locale === getLocale())!.text, getLocale()).subject,
			readers: audiencesOf(template).map(audienceName).join(', '),
			languages: languages.map(({ locale, since, waits }) => ({ locale, since, waits, name: languageName(locale) }))
		}))
	};
};
