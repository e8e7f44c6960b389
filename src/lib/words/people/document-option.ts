import { m } from '$lib/paraglide/messages';
import type { DocumentFacts } from '$lib/domain/documents/judge-document';
import { formatDate } from '../format';
import { kindName } from './document-text';

type Kept = { readonly id: string; readonly facts: Pick<DocumentFacts, 'kind'>; readonly createdAt: string };

/** A document of the household as a box to tick. */
export const documentOption = ({ id, facts, createdAt }: Kept) => ({
	...{ value: id, label: kindName[facts.kind]() },
	hint: m.documents_sent_on({ date: formatDate(createdAt) })
});
