import { m } from '$lib/paraglide/messages';
import type { OwnDocument } from '$lib/server/people/documents/reading-service';
import { formatDate } from '$lib/words/format';
import { kindName } from '$lib/words/people/document-text';

/** A document of the household as a box to tick. */
export const documentOption = ({ id, facts, createdAt }: OwnDocument) => ({
	...{ value: id, label: kindName[facts.kind]() },
	hint: m.documents_sent_on({ date: formatDate(createdAt) })
});
