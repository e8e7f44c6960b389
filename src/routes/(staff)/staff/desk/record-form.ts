import { z } from 'zod';
import { m } from '$lib/paraglide/messages';
import { line, nameLine } from '$lib/server/people/persons/contact-form';
import { plainTaxCode } from '$lib/server/people/persons/tax-code';
import { heardFields } from '$lib/server/people/desk-records/heard-form';
import type { NewRecord } from '$lib/server/people/desk-records/open-record';

const id = z.uuid({ error: () => m.form_not_read() });

/** A record: how the office heard the household, and who it is. `account`: a person who was served before. */
export const recordForm = z.object({
	...{ id, ...heardFields, account: z.union([z.literal(''), id]).default('') },
	givenName: nameLine(() => m.contact_error_given()),
	familyName: nameLine(() => m.contact_error_family()),
	taxCode: line(40).transform(plainTaxCode),
	member: z.literal('yes').optional().catch(undefined)
});

export function recordOf({ account, member, ...given }: z.output<typeof recordForm>): NewRecord {
	const { id: recordId, channel, on, evidence, givenName, familyName, taxCode } = given;
	const names = { givenName, familyName, taxCode };
	const who = account ? { accountId: account } : { names, isMemberToo: member === 'yes' };
	return { id: recordId, heard: { channel, on, evidence }, who };
}
