import { m } from '$lib/paraglide/messages';
import { auditEvents, auditSubjects, type AuditEvent, type AuditSubject } from './events';

/** The act as a sentence whose subject is the role that acted. A missing message does not compile. */
export const eventName = (event: AuditEvent): string => m[`act_${event}`]();

/** The subject of the act. */
export const subjectName = (subject: AuditSubject): string => m[`acted_on_${subject}`]();

const isEvent = (event: string): event is AuditEvent => (auditEvents as readonly string[]).includes(event);
const isSubject = (type: string): type is AuditSubject => (auditSubjects as readonly string[]).includes(type);

/** The names of what a database holds; what an earlier release wrote under another name is shown as it stands. */
export const storedEventName = (event: string): string => (isEvent(event) ? eventName(event) : event);
export const storedSubjectName = (type: string): string => (isSubject(type) ? subjectName(type) : type);
