import type { Kysely } from 'kysely';
import { exampleOf } from '$lib/server/people/message-texts/example';
import { isTemplate, textsToApprove } from '$lib/server/people/message-texts/service';
import { builtInText, type Template } from '$lib/server/people/messages/templates';
import type { Database } from '$lib/server/schema';
import { officeTerm } from './kinds';
import type { Waiting } from './waiting';

/** Words of messages that wait for a second person. */
export async function messageTextWork(db: Kysely<Database>): Promise<Waiting[]> {
	return (await textsToApprove(db)).flatMap(({ template, locale, proposedAt, proposedById }): Waiting[] => {
		if (!isTemplate(template)) return [];
		return [
			{
				kind: 'approve-message-text',
				due: officeTerm('approve-message-text', proposedAt),
				about: { it: subjectOf(template, 'it'), en: subjectOf(template, 'en') },
				params: { template, language: locale },
				begunBy: [proposedById]
			}
		];
	});
}

const subjectOf = (template: Template, locale: 'it' | 'en') => exampleOf(builtInText(template, locale), locale).subject;
