import { guardedRoles, type Role } from './actor';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * How long a session lives, in seconds: `idle` since it was last used, `absolute` since sign-in.
 * `pending`: the password was right, the second factor is still missing.
 */
export const lifetimes = {
	pending: { idle: 15 * MINUTE, absolute: 15 * MINUTE },
	desk: { idle: 8 * HOUR, absolute: 12 * HOUR },
	home: { idle: 30 * DAY, absolute: 90 * DAY }
} as const;

export type SessionKind = keyof typeof lifetimes;

/** People who read other people's files sit at a desk, often a shared one. This includes caseworkers. */
export function sessionKind(role: Role): SessionKind {
	return guardedRoles.includes(role) ? 'desk' : 'home';
}
