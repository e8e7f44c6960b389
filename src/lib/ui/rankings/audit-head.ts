import { m } from '$lib/paraglide/messages';

/** The head of the audit log as a statement prints it. An empty log (a new demo) has no last line to name. */
export function auditHeadText(head: string): string {
	return head.startsWith('0:') ? m.round_audit_empty() : head;
}
