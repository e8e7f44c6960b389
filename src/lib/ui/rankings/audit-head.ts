import { m } from '$lib/paraglide/messages';

/** The head of the audit log as a statement has it; a log that was empty, as when a demo begins, has no last line. */
export function auditHeadText(head: string): string {
	return head.startsWith('0:') ? m.round_audit_empty() : head;
}
